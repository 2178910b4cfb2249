"""What an edition says otherwise than the edition of the same year that it restates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, get_args

from indicators.prevention.edition import Audit
from indicators.prevention.gaming import LineCoding
from indicators.prevention.rows import LineKey

Measure = Literal["core_share", "broad_share", "coverage", "core", "broad", "acute", "in_scope"]
MEASURES: tuple[Measure, ...] = get_args(Measure)


@dataclass(frozen=True)
class MeasureChange:
    """One measure of the year in both editions: shares from 0 to 1, money in thousands of pounds; None where there is none."""

    measure: Measure
    before: Fraction | Decimal | None
    now: Fraction | Decimal | None

    @property
    def differs(self) -> bool:
        """Whether the two editions say different things."""
        return self.before != self.now


@dataclass(frozen=True)
class LineRevised:
    """A line of the year whose amount is another one now, in thousands of pounds; None where the line is not there."""

    organisation: str
    key: LineKey
    before: Decimal | None
    now: Decimal | None


@dataclass(frozen=True)
class Restatement:
    """The difference between an edition and the published one that it restates, said in `words` by whoever restated it.

    `recoded` are the lines at other levels, those with the most money moved first, `revised` the lines with other amounts, the
    largest difference first; `returns_added` and `returns_left` the returns that only one of the two counts.
    """

    restates: str
    words: str | None
    measures: tuple[MeasureChange, ...]
    recoded: tuple[LineCoding, ...]
    revised: tuple[LineRevised, ...]
    returns_added: tuple[tuple[str, str, str], ...]
    returns_left: tuple[tuple[str, str, str], ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether the two editions say the same."""
        return not (
            any(each.differs for each in self.measures)
            or self.recoded
            or self.revised
            or self.returns_added
            or self.returns_left
        )


def restatement(
    now: Audit, before: Audit, codings: Iterable[LineCoding], revised: Sequence[LineRevised]
) -> Restatement:
    """The difference between two editions of one year.

    Args:
        now: the edition that restates.
        before: the edition that is restated, as it was published.
        codings: lines with their coding in both, as `beside_earlier` makes them.
        revised: lines whose amount differs.

    Raises:
        ValueError: the editions are of different years.
    """
    if now.edition.period != before.edition.period:
        raise ValueError(f"{now.edition.period} cannot restate {before.edition.period}")
    returns = [
        {(each.organisation, each.measure, each.parent) for each in one.rows.returns} for one in (now, before)
    ]
    return Restatement(
        restates=before.edition.code,
        words=now.edition.changes,
        measures=tuple(MeasureChange(each, measured(before, each), measured(now, each)) for each in MEASURES),
        recoded=tuple(
            sorted((each for each in codings if each.moved), key=lambda each: (-each.moved, each.key))
        ),
        revised=tuple(sorted(revised, key=_by_difference)),
        returns_added=tuple(sorted(returns[0] - returns[1])),
        returns_left=tuple(sorted(returns[1] - returns[0])),
    )


def measured(audit: Audit, measure: Measure) -> Fraction | Decimal | None:
    """One measure of the edition's own year; None where nothing is recorded of it."""
    if audit.this_year is None:
        return None
    shares = audit.this_year.shares
    of_shares = {
        "core_share": shares.core_of_in_scope,
        "broad_share": shares.broad_of_in_scope,
        "coverage": shares.coverage,
    }
    return of_shares[measure] if measure in of_shares else getattr(shares, measure)


def _by_difference(line: LineRevised) -> tuple[Decimal, str, LineKey]:
    difference = abs((line.now or Decimal(0)) - (line.before or Decimal(0)))
    return -difference, line.organisation, line.key
