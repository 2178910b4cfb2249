"""The fixed words of the Signals part, and the sentences on its chart."""

from __future__ import annotations

from indicators.wording.numbers import number

HEADING = "Is it real?"
PROCESS = "The usual variation, and what stands out from it"
FIGURES = "Figures of the tests"
READER = "Detail"
READERS = {"plain": "Plain", "analyst": "Analyst"}
LINES = ("average", "lower limit", "upper limit")
PERIOD, VALUE, WITHOUT_SEASON, STANDS_OUT = "Period", "Value", "Value without the season", "What stands out"
LIMIT_COLUMNS = ("Average", "Lower limit", "Upper limit")
TWIN = "The table holds every point."
LEGEND = (
    "Small rings: usual variation. Filled circles: unusual and better. Squares: unusual and worse. Diamonds: unusual, "
    "where neither way is better. A signal says “look here”; it does not prove a step change."
)


def finding(
    flagged: int, points: int, *, under_latest_limits: int, reason: str, season_removed: bool, trial: bool
) -> str:
    """What the chart shows, and how far to trust it."""
    if not points:
        return f"No limits can be drawn. {reason}".strip()
    start = f"{flagged or 'None'} of the {points} figures stand{'s' if flagged == 1 else ''} out from the usual variation."
    parts = [start, reason]
    if flagged * 2 > points:
        parts.append(
            "So many do that the level has been on the move throughout: read the whole line, not single points."
        )
    if trial:
        where = "" if under_latest_limits == points else " under the latest limits"
        parts.append(f"There are fewer than 13 figures{where}, so they are trial limits.")
    if season_removed:
        parts.append("The usual effect of each quarter has been taken out of the values.")
    return " ".join(part for part in parts if part)


def figures(
    *,
    points: int,
    screened: bool,
    season_removed: bool,
    p_none: float | None,
    p_trend: float | None,
    p_step: float | None,
    p_both: float | None,
    chi_square: float | None,
    chance: float | None,
    horizon: int | None,
) -> list[tuple[str, str]]:
    """The figures of the tests as names and values; what could not be tested is left out."""
    return [
        ("Figures in the chart", str(points)),
        ("Large moving ranges left out", "yes" if screened else "no"),
        ("Quarter effects taken out", "yes" if season_removed else "no"),
        ("Probability of no change", _or_nothing(p_none, 3)),
        ("Probability of a steady trend", _or_nothing(p_trend, 3)),
        ("Probability of a step", _or_nothing(p_step, 3)),
        ("Probability of a step with a trend", _or_nothing(p_both, 3)),
        ("Chi-square of the recent trend (9.55 is significant)", _or_nothing(chi_square, 2)),
        ("Chance of the target, unrounded", _or_nothing(chance, 3)),
        ("Periods to the target", _or_nothing(horizon, 0)),
    ]


def _or_nothing(value: float | None, decimals: int) -> str:
    return "" if value is None else number(value, decimals)
