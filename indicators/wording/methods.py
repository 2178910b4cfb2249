"""The words of the Methods page."""

from __future__ import annotations

from indicators.wording.chance import CALLED
from indicators.wording.numbers import number

TITLE = "Methods and glossary"
LEAD = (
    "Every judgement on these screens follows a published rule. Each stands here in words, with an example from the figures "
    "of the day, and with the very cases that the program is tested with."
)
CASES = "The cases that this rule is tested with"
RECORD = "How past forecasts turned out"
RECORD_WAITS = "The record of past forecasts is being worked out."
RECORD_RULE = (
    "From every past year of every series with 20 comparable figures or more, in every place, a forecast was made for one, "
    "three and five years ahead, from the figures known then. The level that it had to meet is the middle one of the first "
    "eight figures. Of more than 300 such series, 300 are drawn by lot, always the same."
)
RECORD_COLUMNS = ("Called", "Forecasts", "Met the level", "In 100")
GLOSSARY = "Glossary"


def example(title: str, said: str) -> str:
    """An example from the figures of the day."""
    return f"For example, {title}. {said}"


def record_row(word: str, made: int, came_true: int) -> tuple[str, str, str, str]:
    """One word of the scale: how often it was used and how often the level was met."""
    share = number(100 * came_true / made, 0) if made else ""
    return CALLED[word], number(made, 0), number(came_true, 0), share


def record_sentence(
    *,
    forecasts: int,
    series: int,
    inside80: float,
    inside95: float,
    brier: float,
    naive: float,
    line: float,
    share_met: float,
) -> str:
    """The score of the forecasts beside those of simple ones."""
    return (
        f"{number(forecasts, 0)} forecasts of {series} series. The 80 per cent interval held {number(100 * inside80, 0)} in "
        f"100 figures, the 95 per cent interval {number(100 * inside95, 0)}. Brier score, where 0 is perfect and 0.25 is always "
        f"saying 50 in 100: {number(brier, 3)}; repeating the last figure with its usual changes {number(naive, 3)}, a straight "
        f"line {number(line, 3)}, the share of figures so far that met the level {number(share_met, 3)}."
    )
