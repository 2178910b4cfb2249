"""Lines for a coder, page by page, from one version of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.assessments import audit_rows as read
from indicators.assessments.audit_gathered import editions
from indicators.prevention.rows import Edition, LineKey
from indicators.prevention.schemes import Scheme
from indicators.prevention.tagged_rows import Coder, Filled, moved_most, plain, rows_of
from indicators.prevention.tagging import (
    CODER_ROLES,
    EVERYBODY,
    HIDDEN,
    CodedLevel,
    CoderRole,
    LineCoded,
    LineToTag,
    Suggestion,
    lines_to_tag,
)
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

__all__ = [
    "CODER_ROLES",
    "EVERYBODY",
    "Coder",
    "CoderRole",
    "Filled",
    "LineCoded",
    "LineKey",
    "LineToTag",
    "Listed",
    "Progress",
    "Suggestion",
    "Workplace",
    "coded_before",
    "lines_named",
    "listed_lines",
    "moved_most",
    "organisations",
    "plain",
    "rows_of",
    "schemes",
]

KEPT = 32
# Second-code every line of a million pounds and one in ten of the rest, chosen by its name and by nobody.
LARGE = Decimal(1000)


@dataclass(frozen=True)
class Workplace:
    """Where somebody codes: an edition, the scheme of the coding, for which organisation or all of them, in which role."""

    edition: str
    scheme: str
    organisation: str
    role: CoderRole


@dataclass(frozen=True)
class Progress:
    """How far a coder has come: lines of the edition's year and their money in thousands of pounds.

    `differing` are lines that both coders coded, differently; it is 0 for a coder.
    """

    lines: int
    coded: int
    differing: int
    money: Decimal
    money_coded: Decimal


@dataclass(frozen=True)
class Listed:
    """One page of the lines asked for, of `of` in all, and the progress over every line."""

    lines: tuple[LineToTag, ...]
    of: int
    progress: Progress


@kept_by_version(KEPT)
def listed_lines(
    snapshot: Snapshot, at: int, workplace: Workplace, which: str, *, first: int, most: int
) -> Listed:
    """Lines for a coder, the largest first.

    Args:
        snapshot: the version that is read.
        at: sequence of the ledger.
        workplace: where it is coded.
        which: all; to_do (not coded in the role), sample (of those, the ones to code twice), differ (coded differently by two
            and not moderated) or done.
        first: how many lines to leave out.
        most: how many lines at most.
    """
    edition = edition_of(snapshot, at, workplace.edition)
    rows = snapshot.query(
        "tagging_lines",
        as_at=at,
        edition=edition.code,
        period=edition.period,
        scheme=workplace.scheme,
        organisation=workplace.organisation,
        role=workplace.role,
        which=which,
        large=LARGE,
        most=most,
        skipped=first,
    )
    lines = [((row["measure"], row["parent"], row["line"]), row["amount"]) for row in rows if row["line"]]
    progress = (
        Progress(*(rows[0][name] for name in ("lines", "coded", "differing", "money", "money_coded")))
        if rows
        else Progress(0, 0, 0, Decimal(0), Decimal(0))
    )
    found = lines_named(snapshot, at, workplace, tuple(lines))
    return Listed(found, rows[0]["listed"] if rows else 0, progress)


@kept_by_version(KEPT)
def lines_named(
    snapshot: Snapshot, at: int, workplace: Workplace, lines: tuple[tuple[LineKey, Decimal], ...]
) -> tuple[LineToTag, ...]:
    """The lines of these names with what a coder may see of them."""
    levels = _levels(snapshot, at, workplace, [key for key, _ in lines], HIDDEN[workplace.role])
    return lines_to_tag(
        lines,
        levels,
        edition=workplace.edition,
        organisation=workplace.organisation,
        role=workplace.role,
    )


def coded_before(
    snapshot: Snapshot, at: int, workplace: Workplace, keys: Sequence[LineKey]
) -> dict[LineKey, dict[str, Decimal]]:
    """The coding that a coder's own replaces in the headline: of the edition, moderated before first before suggested."""
    found: dict[LineKey, dict[str, Decimal]] = {}
    levels = _levels(snapshot, at, workplace, keys, ())
    for role in ("suggested", "first", "moderated"):
        of_role: dict[LineKey, dict[str, Decimal]] = {}
        for each in levels:
            if (each.edition, each.organisation, each.role) == (
                workplace.edition,
                workplace.organisation,
                role,
            ):
                of_role.setdefault(each.key, {})[each.level] = each.proportion
        found |= of_role
    return found


@kept_by_version(KEPT)
def schemes(snapshot: Snapshot, at: int) -> dict[str, Scheme]:
    """The classification schemes by their code."""
    return read.all_schemes(snapshot, at)


@kept_by_version(KEPT)
def organisations(snapshot: Snapshot, at: int, edition_code: str) -> tuple[str, ...]:
    """Whose returns an edition counts."""
    return tuple(sorted({each.organisation for each in read.returns(snapshot, at, edition_code)}))


def edition_of(snapshot: Snapshot, at: int, code: str) -> Edition:
    """The edition of this code.

    Raises:
        StopIteration: there is none.
    """
    return next(each for each in editions(snapshot, at) if each.code == code)


def _levels(
    snapshot: Snapshot, at: int, workplace: Workplace, keys: Sequence[LineKey], hidden: Sequence[str]
) -> list[CodedLevel]:
    if not keys:
        return []
    edition = edition_of(snapshot, at, workplace.edition)
    before = next((each.code for each in editions(snapshot, at) if each.period < edition.period), None)
    measures, parents, lines = (list(names) for names in zip(*keys, strict=True))
    return snapshot.records(
        "tagging_codings",
        CodedLevel,
        as_at=at,
        edition=edition.code,
        earlier=edition.restates or before,
        scheme=workplace.scheme,
        hidden=list(hidden),
        measures=measures,
        parents=parents,
        lines=lines,
    )
