"""The words of the judgements on every series of every area."""

from __future__ import annotations

from indicators.wording.numbers import number

COLUMNS_BEFORE = ("indicator_code", "area_code", "latest_period", "figures")
COLUMNS_AFTER = ("step_begins", "step_probability", "chance_in_100")
ALL_AREAS = "Every indicator in every place that has figures of it, with progress; `--area` is left aside."
OUT = "With --all-areas: a CSV file for the judgements, one line an indicator and place. One that exists is replaced."
ONLY_ALL_AREAS = "--out goes with --all-areas"
SECONDS_A_MINUTE, SECONDS_TO_SPEAK_OF_MINUTES = 60, 120


def progress(done: int, total: int, seconds: float) -> str:
    """How far the work has come, and how long the rest will take at this pace.

    >>> progress(1500, 30000, 20.0)
    '1,500 of 30,000 series, about 6 minutes left'
    >>> progress(30000, 30000, 400.0)
    '30,000 of 30,000 series'
    """
    text = f"{number(done, 0)} of {number(total, 0)} series"
    if done >= total or not done:
        return text
    left = seconds / done * (total - done)
    if left < SECONDS_TO_SPEAK_OF_MINUTES:
        return f"{text}, less than {number(left + 1, 0)} seconds left"
    return f"{text}, about {number(left / SECONDS_A_MINUTE, 0)} minutes left"


def done(series: int, file: str | None) -> str:
    """What was done.

    >>> done(540, None)
    '540 series of every place. Nothing was written; name a file with --out.'
    """
    start = f"{number(series, 0)} series of every place."
    return (
        f"{start} Each stands in {file}." if file else f"{start} Nothing was written; name a file with --out."
    )
