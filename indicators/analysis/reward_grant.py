"""Reward grant in pounds: what an agreement could earn, what it earned, and what it may be expected to earn.

Only the agreements' own arithmetic. What became of the money afterwards (instalments halved or cancelled) is history, told in
words: it is no part of the calculation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from indicators.analysis.exact import Figure, exact_decimal
from indicators.analysis.reward import LEAST_SHARE_PAID

POTENTIAL_RATE = Decimal("0.025")  # 2.5 per cent of the net budget requirement of the base year
LEAST_PAID = Decimal(LEAST_SHARE_PAID.numerator) / LEAST_SHARE_PAID.denominator
PENNY = Decimal("0.01")
SLICES = 2_000  # of the shares from 0.6 to 1: at most a penny in every fifty pounds of potential is lost

ChanceOfAtLeast = Callable[[float], float]
Outcomes = Sequence[tuple[Figure, Figure]]


def potential_grant(net_budget_requirement: Figure, *, nearest: Figure | None = None) -> Decimal:
    """2.5 per cent of the net budget requirement, in its unit; to the nearest 1,000 pounds where the agreement says so.

    Raises:
        ValueError: a budget requirement or a `nearest` that is not above zero.
    """
    base = exact_decimal(net_budget_requirement)
    if base <= 0:
        raise ValueError(f"the net budget requirement is {base}")
    potential = base * POTENTIAL_RATE
    if nearest is None:
        return potential
    step = exact_decimal(nearest)
    if step <= 0:
        raise ValueError(f"cannot round to the nearest {step}")
    return (potential / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def split_over_targets(potential: Figure, sub_targets: Sequence[int]) -> tuple[tuple[Decimal, ...], ...]:
    """Each sub-target's potential: equal over the targets, then equal over each target's own sub-targets.

    Args:
        potential: the whole agreement's, in pounds.
        sub_targets: how many sub-targets each target has, 1 for a target without any.

    Raises:
        ValueError: no targets, or a target with fewer than one sub-target.
    """
    if not sub_targets or min(sub_targets) < 1:
        raise ValueError(f"every target needs at least one sub-target, got {tuple(sub_targets)}")
    whole = exact_decimal(potential)
    return tuple((whole / (len(sub_targets) * count),) * count for count in sub_targets)


def earned_grant(parts: Iterable[tuple[Figure, Figure]]) -> Decimal:
    """The grant earned: the sum of potential times payable share (as `reward_share` gives it), in pounds."""
    return sum((exact_decimal(potential) * exact_decimal(share) for potential, share in parts), Decimal(0))


def split_money(amount: Figure, shares: Sequence[Figure]) -> tuple[Decimal, ...]:
    """An amount divided to the penny; what rounding leaves goes to the last part, so that the parts add up.

    Args:
        amount: pounds.
        shares: of each part (half to those who delivered, half to the Board's pot), adding to exactly 1.

    Raises:
        ValueError: shares that do not add to 1.
    """
    exact = [exact_decimal(share) for share in shares]
    if sum(exact) != 1:
        raise ValueError(f"shares add to {sum(exact)}, not 1")
    whole = exact_decimal(amount)
    parts = [(whole * share).quantize(PENNY, rounding=ROUND_HALF_UP) for share in exact[:-1]]
    return (*parts, whole - sum(parts))


def averaged_share(gaps_closed: Sequence[Figure]) -> Decimal:
    """The share under the averaging rule remembered for the agreements of 2008 to 2011, which was cancelled before it paid.

    The mean over all targets of the gap closed, each held between 0 and 1; nothing when that mean is below 0.60.

    Raises:
        ValueError: no targets.
    """
    if not gaps_closed:
        raise ValueError("an average over no targets")
    held = [min(max(exact_decimal(gap), Decimal(0)), Decimal(1)) for gap in gaps_closed]
    enough = sum(held) >= LEAST_PAID * len(held)
    return sum(held) / len(held) if enough else Decimal(0)


def expected_grant(potential: Figure, outlook: Outcomes | ChanceOfAtLeast) -> Decimal:
    """The grant to be expected from one target: potential times the mean payable share over what may happen.

    Args:
        potential: of the target, in pounds.
        outlook: either pairs of (gap closed, probability), or a function that gives the probability that the gap closed is at
            least so much, as a forecast does. Pairs are exact; a function is summed over 2,000 slices.

    Raises:
        ValueError: probabilities that are negative or do not add to 1, or a function that leaves 0 to 1.
    """
    share = _mean_share_of_curve(outlook) if callable(outlook) else _mean_share_of_outcomes(outlook)
    return exact_decimal(potential) * share


def _mean_share_of_outcomes(outcomes: Outcomes) -> Decimal:
    exact = [(exact_decimal(gap), exact_decimal(probability)) for gap, probability in outcomes]
    total = sum(probability for _, probability in exact)
    if abs(total - 1) > Decimal("1e-9") or any(probability < 0 for _, probability in exact):
        raise ValueError(f"probabilities add to {total} and must be 0 or more each")
    return sum(
        (min(gap, Decimal(1)) * probability for gap, probability in exact if gap >= LEAST_PAID), Decimal(0)
    )


def _mean_share_of_curve(at_least: ChanceOfAtLeast) -> Decimal:
    """0.6 P(gap >= 0.6) + the area under P(gap >= x) from 0.6 to 1, by the middle of each slice."""
    least = float(LEAST_PAID)
    width = (1 - least) / SLICES
    chances = [at_least(least), *(at_least(least + (i + 0.5) * width) for i in range(SLICES))]
    if not all(0 <= chance <= 1 for chance in chances):
        raise ValueError(f"probabilities run from {min(chances)} to {max(chances)}")
    return Decimal(repr(float(least * chances[0] + width * sum(chances[1:]))))
