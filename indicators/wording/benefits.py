"""Words of the benefits register: kinds, classes of value, statuses, how far a benefit has come."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from indicators.periods import parse
from indicators.rounding import round_half_away
from indicators.wording.numbers import NO_VALUE, number, with_unit
from indicators.wording.status import Sign

TITLE = "Benefits register"
KINDS = {"benefit": "benefit", "dis_benefit": "dis-benefit"}
VALUE_CLASSES = {
    "cash_releasing": "frees cash",
    "non_cash_releasing": "worth money, frees no cash",
    "quantified_not_monetised": "counted, not in money",
    "qualitative": "not counted",
}
STATUSES = {
    "identified": "identified",
    "profiled": "profiled",
    "agreed": "agreed",
    "realising": "realising",
    "realised": "realised",
    "at_risk": "at risk",
    "not_realised": "not realised",
    "retired": "retired",
}
MAP_KINDS = {
    "output": "output",
    "business_change": "business change",
    "intermediate_outcome": "intermediate outcome",
    "benefit": "benefit",
    "dis_benefit": "dis-benefit",
    "objective": "objective",
}
ON_PLAN = Sign("●", "at least nine tenths of plan")
SLIPPING = Sign("▲", "below nine tenths of plan")
WRONG_WAY = Sign("■", "gone the other way")
AS_PLANNED = Sign("●", "no worse than planned")
WORSE = Sign("▲", "worse than planned")
CANNOT_SAY = Sign("○", "cannot say")


def standing(kind: str, share: Fraction | None, *, slipping: bool) -> Sign:
    """Where a benefit stands against its plan; of a dis-benefit, whether it is worse than planned.

    >>> standing("benefit", Fraction(7, 10), slipping=True).text
    '▲ below nine tenths of plan'
    >>> standing("benefit", Fraction(-1, 10), slipping=True).text
    '■ gone the other way'
    >>> standing("dis_benefit", Fraction(5, 4), slipping=False).text
    '▲ worse than planned'
    """
    if share is None:
        return CANNOT_SAY
    if kind == "dis_benefit":
        return WORSE if share > 1 else AS_PLANNED
    if share < 0:
        return WRONG_WAY
    return SLIPPING if slipping else ON_PLAN


def decimals_of(*amounts: Decimal | None) -> int:
    """As many decimals as the amounts need, at most two.

    >>> decimals_of(Decimal("9.00000"), Decimal("2.5")), decimals_of(Decimal("3"), None)
    (1, 0)
    """
    known = [amount for amount in amounts if amount is not None]
    return next((places for places in (0, 1) if all(round_half_away(a, places) == a for a in known)), 2)


def amount(value: Decimal | None, decimals: int) -> str:
    """An amount with its sign; nought has none.

    >>> amount(Decimal(9), 0), amount(Decimal("-5.5"), 1), amount(Decimal(0), 0), amount(None, 0)
    ('+9', '−5.5', '0', '–')
    """
    text = number(value, decimals)
    return f"+{text}" if value is not None and round_half_away(value, decimals) > 0 else text


def has_come(planned: Decimal, actual: Decimal, part: Fraction, unit: str) -> str:
    """What has come of a planned gain over the baseline; a gain in per cent is one of percentage points.

    >>> has_come(Decimal(11), Decimal(9), Fraction(9, 11), "per cent of care leavers")
    '+9 of the planned +11 percentage points has come (82%)'
    >>> has_come(Decimal(300), Decimal(-135), Fraction(-135, 300), "businesses")
    'it has gone the other way by 135 businesses, where +300 was planned'
    """
    places = decimals_of(planned, actual)
    counted = "percentage points" if unit.casefold().startswith("per cent") else unit
    if actual < 0:
        return f"it has gone the other way by {number(-actual, places)} {counted}, where {amount(planned, places)} was planned"
    of_plan = with_unit(float(part) * 100, 0, "%")
    return f"{amount(actual, places)} of the planned {amount(planned, places)} {counted} has come ({of_plan})"


def share(value: Fraction | None) -> str:
    """What has come of what was planned, in per cent.

    >>> share(Fraction(7, 10)), share(Fraction(-1, 8)), share(None)
    ('70.0%', '−12.5%', '–')
    """
    return with_unit(None if value is None else float(value * 100), 1, "%")


def period(code: str | None) -> str:
    """A period in words, or the dash of what is not known.

    >>> period("2023-04-01/P1Y"), period(None)
    ('2023/24', '–')
    """
    return NO_VALUE if code is None else parse(code).label
