"""Lines as a coder fills them in: what each coder may see, where a suggestion comes from, and the rows that a coding makes.

Two coders work without sight of each other (as double coding is done in content analysis); a third moderates where they differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from indicators.prevention.rows import LineKey

CoderRole = Literal["first", "second", "moderated"]
CODER_ROLES: tuple[CoderRole, ...] = get_args(CoderRole)
Origin = Literal["year_before", "elsewhere", "ours"]
ORIGINS: tuple[Origin, ...] = get_args(Origin)
Place = tuple[str, str, str]  # edition, organisation, role
EVERYBODY = "All organisations"
IN_FORCE = ("moderated", "first", "suggested")  # the coding that the headline takes

# What a coder must not see of the edition that is being coded.
HIDDEN: Mapping[CoderRole, tuple[str, ...]] = {
    "first": ("second", "moderated"),
    "second": ("suggested", "first", "moderated"),  # of what both took over, agreement would say nothing
    "moderated": (),
}


@dataclass(frozen=True)
class CodedLevel:
    """One level that one coder gave a line in one edition."""

    edition: str
    organisation: str
    measure: str
    parent: str
    line: str
    role: str
    level: str
    proportion: Decimal
    confidence: str | None
    rationale: str
    coder: str
    coded_on: date
    driver: str | None
    main_purpose: str | None
    target_population: str | None

    @property
    def key(self) -> LineKey:
        """What names the line in every year."""
        return self.measure, self.parent, self.line


@dataclass(frozen=True)
class LineCoded:
    """The whole coding of a line by one coder: its levels with their shares, and what is said of all of them together.

    Where levels were recorded with different words, those of the largest share stand here.
    """

    shares: tuple[tuple[str, Decimal], ...]
    confidence: str | None
    rationale: str
    coder: str
    driver: str | None
    main_purpose: str | None
    target_population: str | None


@dataclass(frozen=True)
class Suggestion:
    """A coding that a coder may take over, and where it comes from."""

    origin: Origin
    edition: str
    organisation: str
    role: str
    coded: LineCoded


@dataclass(frozen=True)
class LineToTag:
    """One line for one coder: its money in thousands of pounds, the coder's own coding, and the best suggestion.

    `beside` are the codings of the others by their role: what a moderator decides between, empty for a coder.
    """

    key: LineKey
    amount: Decimal
    own: LineCoded | None
    suggestion: Suggestion | None
    beside: Mapping[str, LineCoded]


def lines_to_tag(
    lines: Iterable[tuple[LineKey, Decimal]],
    levels: Iterable[CodedLevel],
    *,
    edition: str,
    organisation: str,
    role: CoderRole,
) -> tuple[LineToTag, ...]:
    """The lines with what this coder may see, in the order given; what is hidden from the role is left out here too."""
    seen = [each for each in levels if each.edition != edition or each.role not in HIDDEN[role]]
    codings = _codings(seen)
    found = []
    for key, amount in lines:
        known = codings.get(key, {})
        mine = {
            of_role: coded
            for (of_edition, whose, of_role), coded in known.items()
            if (of_edition, whose) == (edition, organisation)
        }
        found.append(
            LineToTag(
                key=key,
                amount=amount,
                own=mine.get(role),
                suggestion=_suggestion(known, edition, organisation),
                beside={name: mine[name] for name in ("first", "second") if name in mine}
                if role == "moderated"
                else {},
            )
        )
    return tuple(found)


def _codings(levels: Iterable[CodedLevel]) -> dict[LineKey, dict[Place, LineCoded]]:
    grouped: dict[LineKey, dict[Place, list[CodedLevel]]] = {}
    for each in levels:
        place = each.edition, each.organisation, each.role
        grouped.setdefault(each.key, {}).setdefault(place, []).append(each)
    return {
        key: {place: line_coded(parts) for place, parts in places.items()} for key, places in grouped.items()
    }


def line_coded(parts: Sequence[CodedLevel]) -> LineCoded:
    """The parts of one coding as one."""
    most = max(parts, key=lambda part: (part.proportion, part.level))
    return LineCoded(
        shares=tuple((part.level, part.proportion) for part in parts),
        confidence=most.confidence,
        rationale=most.rationale,
        coder=most.coder,
        driver=most.driver,
        main_purpose=most.main_purpose,
        target_population=most.target_population,
    )


def _suggestion(known: Mapping[Place, LineCoded], edition: str, organisation: str) -> Suggestion | None:
    """Last year's coding of the line, else that of the same service elsewhere, else ours that nobody has moderated."""
    ranks = ((_rank(place, edition, organisation), place) for place in known)
    ranked = sorted((rank, place) for rank, place in ranks if rank is not None)
    if not ranked:
        return None
    (origin, *_), place = ranked[0]
    return Suggestion(ORIGINS[origin], *place, known[place])


def _rank(place: Place, edition: str, organisation: str) -> tuple[int, int, str] | None:
    """How good a coding is as a suggestion, the least first; None for one that is none: the line's own in this edition."""
    of_edition, whose, role = place
    if role not in IN_FORCE:
        return None
    precedence = IN_FORCE.index(role)
    if of_edition != edition:
        return (0 if whose == organisation else 1), precedence, whose
    if role == "suggested":
        return 2, precedence, whose
    return (1, precedence, whose) if whose != organisation else None
