"""The process chart of an indicator and its table twin."""

from __future__ import annotations

from indicators.assessments import Assessment
from indicators.assessments.evidence import Evidence
from indicators.charts.palette import Palette
from indicators.charts.xmr import Look, ProcessPoint, process_figure
from indicators.model import Area
from indicators.periods.middles import middle
from indicators.reports import evidence_words
from indicators.ui import markup
from indicators.ui.indicator_chart import Drawing
from indicators.ui.markup import Cell
from indicators.wording import signals
from indicators.wording.evidence import CAUSES
from indicators.wording.letters import lowered
from indicators.wording.numbers import with_unit

LOOKS: dict[tuple[str, str], Look] = {
    ("higher", "high"): "better",
    ("higher", "low"): "worse",
    ("lower", "high"): "worse",
    ("lower", "low"): "better",
}


def process_drawing(
    one: Assessment, found: Evidence, area: Area, colours: Palette, *, with_limits: bool
) -> Drawing:
    """The chart; without its limits in the plain view. What it finds stands in words, and in the alt text."""
    chart = found.chart
    points = [
        ProcessPoint(
            day=middle(period.start, period.end),
            value=value,
            text=_read(one, found, i),
            look=_look(found, i),
            mean=chart.mean[i],
            lower=_possible(one, chart.lower[i]) if with_limits else None,
            upper=_possible(one, chart.upper[i]) if with_limits else None,
        )
        for i, (period, value) in enumerate(zip(found.periods, found.charted, strict=True))
    ]
    figure = process_figure(points, signals.LINES, colours=colours, y_title=_axis(one, found))
    finding = signals.finding(
        sum(cause is not None for cause in chart.special_cause),
        sum(value is not None for value in found.charted) if chart.points else 0,
        under_latest_limits=chart.points,
        reason=evidence_words.chart_reason(found),
        season_removed=found.season_removed,
        trial=chart.trial,
    )
    return Drawing(figure, finding, f"{one.indicator.title}, {area.name}. {finding} {signals.TWIN}")


def process_table(one: Assessment, found: Evidence, area: Area, *, with_limits: bool) -> str:
    """Every point of the chart, the latest first; beside the value as published what is charted, where that is another."""
    chart = found.chart
    rows = []
    for i in reversed(range(len(found.periods))):
        lines = (chart.mean[i], chart.lower[i], chart.upper[i]) if with_limits else ()
        rows.append(
            [
                Cell(found.periods[i].label),
                Cell(_value(one, found.values[i]), numeric=True),
                *([Cell(_value(one, found.charted[i]), numeric=True)] if found.season_removed else []),
                *(Cell(_value(one, line), numeric=True) for line in lines),
                Cell(_cause(found, i)),
            ]
        )
    columns = [
        signals.PERIOD,
        signals.VALUE,
        *([signals.WITHOUT_SEASON] if found.season_removed else []),
        *(signals.LIMIT_COLUMNS if with_limits else ()),
        signals.STANDS_OUT,
    ]
    return markup.table(columns, rows, caption=f"{signals.PROCESS}: {one.indicator.title}, {area.name}")


def _axis(one: Assessment, found: Evidence) -> str:
    return (
        f"{one.indicator.unit}, {lowered(signals.WITHOUT_SEASON)}"
        if found.season_removed
        else one.indicator.unit
    )


def _look(found: Evidence, i: int) -> Look:
    side = found.chart.direction[i]
    if side is None or found.chart.special_cause[i] is None:
        return "usual"
    return LOOKS.get((found.polarity, side), "unusual")


def _cause(found: Evidence, i: int) -> str:
    cause, side = found.chart.special_cause[i], found.chart.direction[i]
    return CAUSES[cause, side] if cause and side else ""


def _read(one: Assessment, found: Evidence, i: int) -> str:
    text = f"{_value(one, found.charted[i])} in {found.periods[i].label}"
    cause = _cause(found, i)
    return f"{text}: {cause}" if cause else text


def _value(one: Assessment, value: float | None) -> str:
    return with_unit(value, one.indicator.decimals, one.indicator.unit_short)


def _possible(one: Assessment, line: float | None) -> float | None:
    """No line is drawn where no figure can lie; the tests use it all the same."""
    if line is None or line < 0:
        return None
    return None if one.indicator.measure_kind == "percentage" and line > 100 else line  # noqa: PLR2004 - all of it
