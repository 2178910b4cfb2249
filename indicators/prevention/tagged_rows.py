"""From what a coder filled in to the rows of prevention tags that say it: whole codings, with what no longer holds taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indicators.prevention.gaming import MOST_CHANGES, LineCoding
from indicators.prevention.rows import LineKey

WHOLE = Decimal(1)
Row = dict[str, str]


@dataclass(frozen=True)
class Filled:
    """What a coder filled in for one line: shares above 0 by level, and the words; `had` are the levels recorded before."""

    key: LineKey
    shares: tuple[tuple[str, Decimal], ...]
    had: tuple[str, ...]
    confidence: str = ""
    rationale: str = ""
    driver: str = ""
    main_purpose: str = ""
    target_population: str = ""

    @property
    def whole(self) -> Decimal:
        """What the shares sum to."""
        return sum((share for _, share in self.shares), Decimal(0))

    @property
    def is_open(self) -> bool:
        """Whether the shares do not make a whole; a line emptied again is none."""
        return bool(self.shares) and self.whole != WHOLE

    @property
    def method(self) -> str:
        """How the shares were found, in the words of the dataset."""
        if len(self.shares) == 1:
            return "whole_line"
        return "apportioned_driver" if self.driver else "apportioned_judgement"


@dataclass(frozen=True)
class Coder:
    """In whose name lines are coded: for which edition, scheme and organisation, in which role, on which day, from what."""

    edition: str
    scheme: str
    organisation: str
    role: str
    name: str
    on: date
    source: str
    source_key: str


def rows_of(filled: Filled, coder: Coder, *, remove: str) -> list[Row]:
    """The rows that record one line: one a level, and one marked `remove` for each level that no longer holds."""
    name = {
        "edition_code": coder.edition,
        "scheme_code": coder.scheme,
        "organisation": coder.organisation,
        "measure": filled.key[0],
        "parent": filled.key[1],
        "line": filled.key[2],
        "role": coder.role,
    }
    said = {
        "method": filled.method,
        "driver": filled.driver,
        "main_purpose": filled.main_purpose,
        "target_population": filled.target_population,
        "confidence": filled.confidence,
        "rationale": filled.rationale,
        "coder": coder.name,
        "coded_on": coder.on.isoformat(),
        "source": coder.source,
        "source_key": coder.source_key,
    }
    held = {level for level, _ in filled.shares}
    return [
        *(
            {**name, "prevention_level": level, "proportion": plain(share), **said}
            for level, share in filled.shares
        ),
        *({**name, "prevention_level": level, "remove": remove} for level in filled.had if level not in held),
    ]


def plain(share: Decimal) -> str:
    """A share as a file has it.

    >>> plain(Decimal("0.50")), plain(Decimal(1))
    ('0.5', '1')
    """
    return format(share.normalize(), "f")


def moved_most(
    before: Mapping[LineKey, Mapping[str, Decimal]],
    filled: Iterable[Filled],
    amounts: Mapping[LineKey, Decimal],
    on: date,
) -> Sequence[LineCoding]:
    """The lines whose money would change its level most, against the coding in force; at most ten, the most first.

    Args:
        before: shares by level of the coding in force, for the lines that have one.
        filled: what the coder filled in.
        amounts: what each line comes to, in thousands of pounds.
        on: the day of the coding.
    """
    codings = [
        LineCoding(each.key, amounts[each.key], before.get(each.key), dict(each.shares), on)
        for each in filled
        if each.shares
    ]
    changed = [each for each in codings if each.moved]
    return sorted(changed, key=lambda each: (-each.moved, each.key))[:MOST_CHANGES]
