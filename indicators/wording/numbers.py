"""Numbers as a county writes them: rounded once, with the indicator's decimals and unit."""

from __future__ import annotations

from decimal import Decimal

from indicators.rounding import round_half_away

MINUS = "\N{MINUS SIGN}"
NO_VALUE = "\N{EN DASH}"


def number(value: float | Decimal | None, decimals: int) -> str:
    """A number with thousands commas and a true minus sign; an en dash where there is none.

    >>> number(1234.5, 0), number(-0.25, 1), number(None, 2)
    ('1,235', '−0.3', '–')
    """
    if value is None:
        return NO_VALUE
    rounded = round_half_away(value, decimals)
    return f"{rounded:,}".replace("-", MINUS)


def with_unit(value: float | Decimal | None, decimals: int, unit_short: str | None) -> str:
    """A number with its unit sign: the pound before it, every other sign after it.

    >>> with_unit(716.7, 1, "£"), with_unit(9.25, 1, "%"), with_unit(-3, 0, "£"), with_unit(4, 0, "")
    ('£716.7', '9.3%', '−£3', '4')
    """
    text = number(value, decimals)
    if value is None or not unit_short:
        return text
    if unit_short == "£":
        return f"{MINUS}£{text[1:]}" if text.startswith(MINUS) else f"£{text}"
    if unit_short == "%":
        return f"{text}%"
    return f"{text} {unit_short}"


def change(value: float | Decimal, decimals: int, unit_short: str | None) -> str:
    """A difference with its sign; differences of percentages are points, never per cent.

    >>> change(1.25, 1, "%"), change(-12, 0, ""), change(0, 1, "%"), change(-4.2, 1, "£")
    ('+1.3 points', '−12', 'no change', '−£4.2')
    """
    rounded = round_half_away(value, decimals)
    if not rounded:
        return "no change"
    sign = "+" if rounded > 0 else MINUS
    return f"{sign}{size(rounded, decimals, unit_short)}"


def size(value: float | Decimal, decimals: int, unit_short: str | None) -> str:
    """How large a difference is, without its sign; one of percentages in points, never in per cent.

    >>> size(-1.25, 1, "%"), size(1, 0, "%"), size(0, 1, "%"), size(-4.2, 1, "£")
    ('1.3 points', '1 point', '0.0 points', '£4.2')
    """
    if unit_short != "%":
        return with_unit(abs(value), decimals, unit_short)
    text = number(abs(value), decimals)
    return f"{text} point{'' if text == '1' else 's'}"


def percentage_change(before: float, after: float) -> str | None:
    """The relative change in whole per cent without a sign; None where the start is zero or negative.

    >>> percentage_change(200, 150), percentage_change(0, 5)
    ('25%', None)
    """
    if before <= 0:
        return None
    return f"{round_half_away(abs(after - before) / before * 100, 0)}%"
