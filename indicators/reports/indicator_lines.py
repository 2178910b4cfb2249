"""The series and the trajectory of an indicator as the lines of a chart, the same on screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.assessments import Assessment
from indicators.charts.lines import Line, Point, TargetLine
from indicators.model import Indicator, Observation
from indicators.periods import gaps, parse
from indicators.periods.middles import half_period, middle
from indicators.wording import findings
from indicators.wording.status import FIRM


def series_line(indicator: Indicator, name: str, observations: Sequence[Observation]) -> Line:
    """The series with a point without value wherever a period is missing: a hole is a hole."""
    points = [
        Point(
            day=middle(o.period_start, o.period_end),
            value=o.value,
            text=findings.point(indicator, o),
            label=findings.end_label(indicator, o),
            hollow=o.status not in FIRM,
            lower=o.lower,
            upper=o.upper,
        )
        for o in observations
    ]
    missing = gaps([parse(o.period) for o in observations])
    points += [Point(day=middle(period.start, period.end), value=None, text="") for period in missing]
    return Line(name, tuple(sorted(points, key=lambda point: point.day)))


def target_line(one: Assessment) -> TargetLine | None:
    """The trajectory in force with the label at its end; None where there is none."""
    chosen = one.choice.chosen
    if chosen is None or chosen.final_level is None:
        return None
    label = findings.target_label(
        one.indicator, chosen.final_level, chosen.ends_on.year, illustrative=chosen.illustrative
    )
    half = half_period(one.indicator.period_length)
    return TargetLine(tuple((point.on - half, point.level) for point in chosen.points), label)
