"""The evidence for one line among many: a fault in one must not take the words from all the others."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from indicators.analysis.step_change import StepChange
from indicators.analysis.step_verdict import Part, StepVerdict
from indicators.analysis.target_chance import Chance
from indicators.analysis.trend_marker import RecentTrend
from indicators.analysis.xmr import xmr_chart
from indicators.assessments.evidence import Evidence, evidence
from indicators.assessments.judged import Assessment, polarity_over_time
from indicators.model import Observation, Reason

log = logging.getLogger("indicators.assessments")


def evidence_or_reason(one: Assessment, benchmark: Sequence[Observation]) -> Evidence:
    """As `evidence`; where a method fails on the line, which none should, it is logged and every part says so (`not_worked_out`)."""
    try:
        return evidence(one, benchmark)
    except Exception:  # whatever it was: the reader of thirty lines is told of one, not of none
        log.exception("no evidence for %s in %s", one.indicator.code, one.area_code)
        return _refused(one, Reason("not_worked_out"))


def _refused(one: Assessment, reason: Reason) -> Evidence:
    unknown = Part("cannot_say", reason)
    return Evidence(
        periods=(),
        values=(),
        charted=(),
        overlapping=False,
        polarity=polarity_over_time(one.indicator),
        scale="raw",
        chart=replace(xmr_chart(()), reason=reason),
        season_removed=False,
        trend=RecentTrend("cannot_calculate", None, None, reason),
        step=StepChange(points=0, scale="raw", reason=reason),
        fan=(),
        horizon=0,
        chance=Chance(reason=reason),
        verdict=StepVerdict("cannot_say", *[unknown] * 4),
    )
