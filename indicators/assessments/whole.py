"""The evidence for all of a basket in one place, and what luck alone would have given among so many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from indicators.analysis.false_signals import AUTOCORRELATIONS, expected_false_signals
from indicators.analysis.many_looks import established_steps
from indicators.assessments import figures
from indicators.assessments.evidence import Evidence
from indicators.assessments.evidence_or_reason import evidence_or_reason
from indicators.assessments.judged import Assessment, assess_basket
from indicators.assessments.verdict import CLAIMED
from indicators.store import Snapshot

BENCHMARKS = ("E12000008", "E92000001")  # the South East, then England
INDEPENDENT, LEANING = AUTOCORRELATIONS[0], AUTOCORRELATIONS[-1]


@dataclass(frozen=True)
class Whole:
    """Evidence by indicator code, and the reckoning over all of them.

    Of `charts` that could be judged, `signals` show a special cause at their latest figure. Luck alone would light up
    `by_luck`, or `by_luck_leaning` where each figure leans strongly on the one before (autocorrelation 0.6).
    `established` are the codes of the step changes to believe, most probable first: the longest list of which on
    average no more than one in ten is false, and each with strong evidence of its own; `expected_false` of them are false,
    and `in_pandemic` are dated there.
    """

    evidence: Mapping[str, Evidence]
    charts: int
    signals: int
    by_luck: float
    by_luck_leaning: float
    established: tuple[str, ...]
    expected_false: float
    in_pandemic: int


def whole(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> Whole:
    """Every indicator of the basket in one area. Takes some tenths of a second: see `kept` for pages."""
    return reckon(
        {
            one.indicator.code: evidence_of(snapshot, one, at)
            for one in assess_basket(snapshot, area_code, at, as_of)
        }
    )


def evidence_of(snapshot: Snapshot, one: Assessment, at: int) -> Evidence:
    """The evidence for one indicator, inside the basket or outside it, beside its benchmark."""
    benchmark = next(code for code in BENCHMARKS if code != one.area_code)
    return evidence_or_reason(one, figures.series(snapshot, one.indicator.code, benchmark, at))


def reckon(found: Mapping[str, Evidence]) -> Whole:
    """The reckoning over evidence by code. Pure."""
    judged = [each.chart for each in found.values() if each.chart.variation is not None]
    lengths = [chart.points for chart in judged]
    codes = list(found)
    claimed = [each.step.p_change if each.step.strength in CLAIMED else None for each in found.values()]
    steps = established_steps(claimed)
    established = tuple(codes[i] for i in steps.indices)
    return Whole(
        evidence=found,
        charts=len(judged),
        signals=sum(chart.variation != "common_cause" for chart in judged),
        by_luck=expected_false_signals(lengths, INDEPENDENT).latest,
        by_luck_leaning=expected_false_signals(lengths, LEANING).latest,
        established=established,
        expected_false=steps.expected_false,
        in_pandemic=sum(found[code].step_in_pandemic for code in established),
    )
