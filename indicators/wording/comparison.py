"""How one place stands beside others, in words that say what a test of difference says and no more."""

from __future__ import annotations

from indicators.model import Indicator
from indicators.rounding import round_half_away
from indicators.wording.numbers import change, number

COLUMNS = (
    "Place",
    "Latest",
    "Period",
    "95% limits",
    "Difference",
    "What the test says",
    "Status of the figure",
)
JUDGED = {
    "better": "{place} is better, by more than chance explains",
    "worse": "{place} is worse, by more than chance explains",
    "similar": "no difference beyond chance",
    "cannot_say": "cannot say",
}
NOT_AMONG_SO_MANY = "beyond chance if it stood alone; among so many comparisons not one to rely on"
ABOUT_THE_TEST = (
    "The difference is that of {place} less the other place, for the same period, with its limits at 95 per cent. The test asks how "
    "often chance alone would part two places that are truly alike as far as this; that is not the chance that the difference is "
    "noise. A difference is called better or worse only where the test finds it in fewer than 5 of 100 such cases, and where it holds among all "
    "comparisons in the table, of which on average no more than one in ten is then false. Places that share people are tested as "
    "if they did not, which makes the test slower to call a difference. Places are not ranked."
)
RAREST, FIRST_WHOLE = 0.001, 0.01


def difference(indicator: Indicator, size: float, interval: tuple[float, float] | None) -> str:
    """A difference with its sign and limits."""
    text = _signed(indicator, size)
    if interval is None:
        return text
    low, high = (_signed(indicator, bound) for bound in interval)
    return f"{text} ({low} to {high})"


def by_chance(p_value: float) -> str:
    """How often chance alone would give as much.

    >>> by_chance(0.0002)
    'chance alone would part them as far in fewer than 1 of 1,000 cases'
    >>> by_chance(0.26)
    'chance alone would part them as far in 26 of 100 cases'
    """
    if p_value < RAREST:
        cases = "fewer than 1 of 1,000"
    elif p_value < FIRST_WHOLE:
        cases = f"{number(1000 * p_value, 0)} of 1,000"
    else:
        cases = f"{number(100 * p_value, 0)} of 100"
    return f"chance alone would part them as far in {cases} cases"


def said_of_all(place: str, better: int, worse: int, similar: int) -> str:
    """What the tests say over all places, without naming an order; empty where none could be made.

    >>> said_of_all("Oxfordshire", 2, 0, 1)
    'Oxfordshire is better than 2 other places by more than chance explains; from 1 it does not differ beyond chance.'
    """
    parts = [
        f"{way} than {_places(count)} by more than chance explains"
        for way, count in (("better", better), ("worse", worse))
        if count
    ]
    if not parts:
        return f"{place} does not differ beyond chance from {_places(similar)}." if similar else ""
    same = f"; from {similar} it does not differ beyond chance" if similar else ""
    return f"{place} is {' and '.join(parts)}{same}."


def _places(count: int) -> str:
    return f"{count} other place{'' if count == 1 else 's'}"


def _signed(indicator: Indicator, amount: float) -> str:
    decimals = indicator.decimals
    if not round_half_away(amount, decimals):
        return number(0, decimals)
    return change(amount, decimals, indicator.unit_short)
