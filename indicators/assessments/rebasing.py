"""New limits for a process chart: what is offered, and the chart as a person asked for it."""

from __future__ import annotations

from dataclasses import replace

from indicators.analysis.rebasing import rebase_to_offer
from indicators.assessments.evidence import Evidence, level_now
from indicators.assessments.judged import Assessment
from indicators.assessments.process import process_chart
from indicators.model import Reason
from indicators.periods import Period


def rebase_offered(found: Evidence) -> Period | Reason | None:
    """The first period of the limits that are offered, or why they are not offered yet; None where no step is proven."""
    if found.chart.variation is None:
        return None
    offered = rebase_to_offer(found.charted, found.step.index, found.step.p_change)
    return found.periods[offered] if isinstance(offered, int) else offered


def rebased(one: Assessment, found: Evidence, begins: Period) -> Evidence:
    """The same evidence with limits drawn afresh from one period on; everything else stays as it is.

    Raises:
        ValueError: the period is not after the first of the chart.
    """
    at = found.periods.index(begins)
    chart = process_chart(
        found.charted,
        found.polarity,
        level_now(one),
        reported=found.values,
        overlapping=found.overlapping,
        rebase_at=[at],
    )
    return replace(found, chart=chart)
