"""One place beside the others for its latest period: a test of each difference, and which hold among so many. Never a rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.analysis.comparison import Comparison, compare_places
from indicators.analysis.many_looks import benjamini_hochberg
from indicators.assessments.judged import Assessment
from indicators.model import Observation


@dataclass(frozen=True)
class ComparedPlace:
    """The comparison with one other place; `holds` when its difference is also believed among all that stand beside it."""

    comparison: Comparison
    holds: bool


def compared_places(
    one: Assessment, everywhere: Mapping[str, Sequence[Observation]], codes: Sequence[str]
) -> Mapping[str, ComparedPlace]:
    """By area code, the place of the assessment beside each of the others for its own latest period.

    Of the differences that hold, on average no more than one in ten is false (Benjamini and Hochberg).

    Args:
        one: the assessment of the indicator in the place.
        everywhere: the indicator's observations by area code.
        codes: the other places, in the order in which they are shown.
    """
    others = [code for code in codes if code != one.area_code]
    rows = [
        o
        for code in (one.area_code, *others)
        for o in everywhere.get(code, ())
        if o.period.partition("/")[2] == one.indicator.period_length
    ]
    found = compare_places(
        rows,
        one.area_code,
        others,
        polarity=one.indicator.polarity,
        measure_kind=one.indicator.measure_kind,
    ).against
    kept = benjamini_hochberg([each.p_value for each in found])
    return {each.area_code: ComparedPlace(each, holds) for each, holds in zip(found, kept, strict=True)}
