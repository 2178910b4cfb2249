"""How far two coders who did not see each other's work agree: Cohen's kappa over lines, and the pounds they agree on.

Cohen 1960. Kappa counts lines by their main level; the pounds count every share of a line that both put at the same level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from indicators.model import LEAST_KAPPA, Reason
from indicators.prevention.rows import CoderPair
from indicators.prevention.shares import ratio


@dataclass(frozen=True)
class Agreement:
    """Observed and expected agreement and kappa over lines, exact; and the part of the pounds that both code alike.

    Kappa is None with `reason` `no_double_coding` (no line was coded twice) or `one_level_only` (both used a single level
    throughout, so that chance alone would agree always). `by_pounds` is None where there is nothing to weigh.
    """

    lines: int
    observed: Fraction | None
    expected: Fraction | None
    kappa: Fraction | None
    by_pounds: Fraction | None
    reason: Reason | None = None

    @property
    def blocks_publication(self) -> bool:
        """Whether agreement is too low to publish before moderation: kappa below 0.6."""
        return self.kappa is not None and self.kappa < LEAST_KAPPA


def agreement(pairs: Iterable[CoderPair]) -> Agreement:
    """Agreement over all pairs of levels that two coders gave."""
    known = list(pairs)
    lines = sum(pair.lines for pair in known)
    if not lines:
        return Agreement(0, None, None, None, None, Reason("no_double_coding"))
    by_pounds = ratio(
        sum((pair.alike for pair in known), Decimal(0)), sum((pair.amount for pair in known), Decimal(0))
    )
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for pair in known:
        first[pair.first] += pair.lines
        second[pair.second] += pair.lines
    observed = Fraction(sum(pair.lines for pair in known if pair.first == pair.second), lines)
    expected = Fraction(sum(first[level] * second[level] for level in first), lines * lines)
    if expected == 1:
        return Agreement(lines, observed, expected, None, by_pounds, Reason("one_level_only"))
    return Agreement(lines, observed, expected, (observed - expected) / (1 - expected), by_pounds)
