"""Invest to save: when the money comes back, what it is worth today, and whether those who pay are those who gain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from indicators.model import Reason

SOCIAL_TIME_PREFERENCE = Decimal("0.035")  # the Green Book's rate for the first thirty years


@dataclass(frozen=True)
class InvestToSave:
    """`cumulative` after each year; `payback` in years, with the last one in proportion; `net_present_value` at the rate.

    `payback` is None with `reason` `never_paid_back` (`short_by`: what is missing at the end).
    """

    cumulative: tuple[Decimal, ...]
    payback: Fraction | None
    net_present_value: Fraction
    reason: Reason | None = None


def invest_to_save(flow: Sequence[Decimal], *, rate: Decimal = SOCIAL_TIME_PREFERENCE) -> InvestToSave:
    """Judge a flow of money, the first amount now and one a year after it; what is spent is negative.

    Raises:
        ValueError: no flow, or a rate of -1 or less.
    """
    if not flow or rate <= -1:
        raise ValueError(f"{len(flow)} amounts at a rate of {rate}")
    cumulative = tuple(accumulate(flow))
    factor = 1 + Fraction(rate)
    worth = sum((Fraction(amount) / factor**year for year, amount in enumerate(flow)), Fraction(0))
    payback = _payback(flow, cumulative)
    reason = None if payback is not None else Reason("never_paid_back", {"short_by": -cumulative[-1]})
    return InvestToSave(cumulative, payback, worth, reason)


def _payback(flow: Sequence[Decimal], cumulative: Sequence[Decimal]) -> Fraction | None:
    """The first moment from which nothing is owed to the end, supposing money comes evenly within a year."""
    owed = [year for year, total in enumerate(cumulative) if total < 0]
    if not owed:
        return Fraction(0)
    last = owed[-1]
    if last == len(flow) - 1:
        return None
    return last + Fraction(-cumulative[last]) / Fraction(flow[last + 1])


def wrong_pockets(flows: Iterable[tuple[str, Decimal, Decimal]]) -> dict[str, Decimal]:
    """For each partner what it gains less what it pays: negative for one who pays for another's saving.

    Args:
        flows: partner, cost, benefit.
    """
    balance: dict[str, Decimal] = defaultdict(Decimal)
    for partner, cost, benefit in flows:
        balance[partner] += benefit - cost
    return dict(balance)
