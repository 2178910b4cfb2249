"""From an assessment to the charts of the Indicator page, with the words that stand over and under them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indicators.assessments import Assessment
from indicators.assessments.evidence import Evidence, FanStep
from indicators.assessments.whole import BENCHMARKS
from indicators.charts.compare import compare_figure
from indicators.charts.lines import Break, FanPoint, Mark, TargetLine
from indicators.charts.palette import Palette
from indicators.charts.trend import trend_figure
from indicators.model import COUNTY, Area, Event, Indicator, Observation
from indicators.periods.middles import middle
from indicators.reports.indicator_lines import series_line, target_line
from indicators.reports.signals import verdict
from indicators.ui.chart_events import is_inside, marked_events
from indicators.wording import chance, findings
from indicators.wording import events as event_words
from indicators.wording.dates import day
from indicators.wording.evidence import CLAIMED, step_note
from indicators.wording.numbers import with_unit


@dataclass(frozen=True)
class Drawing:
    """A figure, its finding, and the alt text that says it all in words."""

    figure: dict
    finding: str
    alt: str
    events: tuple[str, ...] = ()

    @property
    def from_zero(self) -> bool:
        """Whether the vertical scale holds zero."""
        return self.figure["layout"]["yaxis"]["range"][0] <= 0


def trend_drawing(
    one: Assessment,
    area: Area,
    events: Sequence[Event],
    colours: Palette,
    found: Evidence | None,
    *,
    proposed: Assessment | None = None,
) -> Drawing:
    """The chart of one indicator in one place; with its evidence also what may come, and a step that is claimed.

    `proposed` is the same after an entry that is not recorded yet: its trajectory is drawn beside the one in force.

    Raises:
        ValueError: there is no value to draw.
    """
    finding = findings.finding(one.indicator, area.name, one.first_alike, one.latest)
    marked = marked_events(events, one.line)
    breaks = [
        Break(event.happened_on, findings.BREAK_WORD) for event in one.breaks if is_inside(event, one.line)
    ]
    figure = trend_figure(
        series_line(one.indicator, area.name, one.line),
        target_line(one),
        breaks=breaks,
        marks=[Mark(number, event.happened_on, event.title) for number, event in enumerate(marked, 1)],
        fan=_fan(found) if found else (),
        step=_step(found) if found else None,
        proposed=_proposed(proposed) if proposed else None,
        colours=colours,
        y_title=one.indicator.unit,
    )
    alt = findings.chart_alt(
        finding,
        verdict(one),
        [day(cut.day) for cut in breaks],
        sum(o.is_doubtful for o in one.line),
    )
    if found and found.chance.word:
        alt += f" {forecast_words(one, found)}"
    listed = tuple(
        event_words.listed(
            event_words.when(event.happened_on, event.date_precision),
            event.title,
            event.note if event.indicator_code else None,
        )
        for event in marked
    )
    return Drawing(figure, finding, alt, listed)


def forecast_words(one: Assessment, found: Evidence) -> str:
    """What the tints say, in words."""
    last = _shown_fan(found)[-1]
    decimals, unit = one.indicator.decimals, one.indicator.unit_short
    return chance.FAN.format(
        low80=with_unit(last.low80, decimals, unit),
        high80=with_unit(last.high80, decimals, unit),
        low95=with_unit(last.low95, decimals, unit),
        high95=with_unit(last.high95, decimals, unit),
        period=last.period.short_label,
    )


def _shown_fan(found: Evidence) -> Sequence[FanStep]:
    """The coming periods up to the target's last; none where no chance is shown."""
    return found.fan[: found.horizon] if found.chance.word else ()


def _fan(found: Evidence) -> list[FanPoint]:
    return [
        FanPoint(
            day=middle(step.period.start, step.period.end),
            low95=step.low95,
            low80=step.low80,
            high80=step.high80,
            high95=step.high95,
        )
        for step in _shown_fan(found)
    ]


def _step(found: Evidence) -> Break | None:
    """The date of a step for which the evidence is strong, with its word."""
    if found.step.strength not in CLAIMED or found.step_period is None:
        return None
    word = step_note(
        found.step_period, found.step.size, pandemic=found.step_in_pandemic, lost=found.step_lost
    )
    return Break(found.step_period.start, word)


def compare_drawing(
    one: Assessment, series: Mapping[str, Sequence[Observation]], areas: Mapping[str, Area], colours: Palette
) -> Drawing | None:
    """The place asked for beside the county, the South East and England; None where none of them has figures.

    All other places stand in the table: a reader can follow four lines.
    """
    others = [
        code
        for code in (COUNTY, *BENCHMARKS)
        if code != one.area_code and _drawn(one.indicator, series.get(code, ()))
    ]
    if one.latest is None or not others:
        return None
    codes = [one.area_code, *others]
    lines = [
        series_line(
            one.indicator,
            areas[code].name,
            [o for o in series[code] if o.period.partition("/")[2] == one.indicator.period_length],
        )
        for code in codes
    ]
    finding = findings.comparison_finding(
        one.indicator,
        areas[one.area_code].name,
        one.latest,
        [
            (areas[code].name, found)
            for code in others
            if (found := next((o for o in series[code] if o.period == one.latest.period), None))
        ],
    )
    figure = compare_figure(lines, colours=colours, y_title=one.indicator.unit)
    return Drawing(figure, finding, f"{finding}. The table holds every place.")


def _drawn(indicator: Indicator, observations: Sequence[Observation]) -> bool:
    return any(
        o.value is not None and o.period.partition("/")[2] == indicator.period_length for o in observations
    )


def _proposed(after: Assessment) -> TargetLine | None:
    """The trajectory of an entry that is not recorded yet, labelled as such."""
    line = target_line(after)
    return None if line is None else replace(line, label=findings.proposed_label(line.label))
