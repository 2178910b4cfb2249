"""The change since a date that was fixed in advance, in words that claim no more than that."""

from __future__ import annotations

from indicators.model import Indicator
from indicators.rounding import round_half_away
from indicators.wording.chance import in_100
from indicators.wording.numbers import change, number

HEADING = "Change since a date fixed in advance"
CHOOSE = "Since"
NO_DATE = "No date chosen"
CHOOSE_HELP = (
    "Choose a date that was fixed before anybody looked at these figures, such as the first day of an agreement. The events are "
    "those registered for this indicator and the milestones of the partnership."
)
FIXED_BEFORE = (
    "The date must have been fixed before anybody looked at the figures. Of a date that was picked after seeing the chart this "
    "claims too much, because the eye picks the date at which chance was most striking."
)
NOT_BECAUSE = "It says what has changed since that date, not that what happened then was the cause."
DIVIDED = "The period that the date divides is left out."
NO_SUCH_DATE = "“{given}” names no period, day or event. No date is chosen."


def event_option(title: str, on: str) -> str:
    """An event by its date.

    >>> event_option("The first agreement begins", "1 April 2006")
    '1 April 2006 (The first agreement begins)'
    """
    return f"{on} ({title})"


def sentence(
    indicator: Indicator,
    *,
    since: str,
    effect: float,
    interval: tuple[float, float],
    per_cent: bool,
    before: int,
    after: int,
    chance: int,
    wanted: bool,
    with_trend: bool,
) -> str:
    """The effect with its interval, whether chance alone could explain it, and the chance that it is for the better.

    Args:
        indicator: what is measured.
        since: the date in words.
        effect: new level less old one, in the unit of the measure, or in per cent of the old level.
        interval: 95 per cent.
        per_cent: whether effect and interval are in per cent.
        before: figures used before the date.
        after: figures used since.
        chance: in 100, that it moved the wanted way, or where neither way is wanted that it rose.
        wanted: whether one way is wanted.
        with_trend: whether a trend was estimated beside the level.
    """
    low, high = (_signed(indicator, bound, per_cent=per_cent) for bound in interval)
    beyond = (
        "more than chance explains" if interval[0] * interval[1] > 0 else "no more than chance could explain"
    )
    compared = "the course before it carried forward" if with_trend else "the level before"
    way = "that this is for the better" if wanted else "that it rose"
    return (
        f"Since {since} the level differs from {compared} by {_signed(indicator, effect, per_cent=per_cent)} "
        f"({low} to {high} at 95 per cent), which is {beyond}. The chance {way} is {in_100(chance)}. It rests on {before} "
        f"figures before and {after} since."
    )


def _signed(indicator: Indicator, amount: float, *, per_cent: bool) -> str:
    """A difference with its sign, nought included."""
    if per_cent:
        sign = "+" if round_half_away(amount, 0) > 0 else ""
        return f"{sign}{number(amount, 0)} per cent"
    text = change(amount, indicator.decimals, indicator.unit_short)
    return "0" if text == "no change" else text
