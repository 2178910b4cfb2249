"""Which indicators of the basket stand worse than the same in the South East, or England, by a test that holds among all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.analysis.comparison import Comparison, compare_places
from indicators.analysis.exact import exact_decimal
from indicators.analysis.many_looks import benjamini_hochberg
from indicators.assessments import figures
from indicators.assessments.judged import Assessment
from indicators.assessments.whole import BENCHMARKS
from indicators.model import Observation
from indicators.scrutiny.figures_told import Elsewhere
from indicators.store import Snapshot


def worse_elsewhere(snapshot: Snapshot, assessments: Sequence[Assessment], at: int) -> dict[str, Elsewhere]:
    """By indicator code, the figure of the first benchmark that has one for the same period, where it is better there."""
    found = {
        one.indicator.code: compared(one, figures.comparison(snapshot, one.indicator.code, at))
        for one in assessments
        if one.latest is not None
    }
    return hold_among_all({code: each for code, each in found.items() if each is not None})


def compared(
    one: Assessment, everywhere: Mapping[str, Sequence[Observation]]
) -> tuple[Observation, Comparison] | None:
    """The latest figure beside the first benchmark with which it can be tested; None where there is none. Pure."""
    benchmarks = [code for code in BENCHMARKS if code != one.area_code]
    rows = [
        o
        for code in (one.area_code, *benchmarks)
        for o in everywhere.get(code, ())
        if o.period.partition("/")[2] == one.indicator.period_length
    ]
    made = compare_places(
        rows,
        one.area_code,
        benchmarks,
        polarity=one.indicator.polarity,
        measure_kind=one.indicator.measure_kind,
    )
    tested = next((each for each in made.against if each.p_value is not None), None)
    return None if made.latest is None or tested is None else (made.latest, tested)


def hold_among_all(found: Mapping[str, tuple[Observation, Comparison]]) -> dict[str, Elsewhere]:
    """Of all differences tested at once those for the worse that hold: on average no more than one in ten is false. Pure."""
    holds = benjamini_hochberg([each.p_value for _, each in found.values()])
    return {
        code: Elsewhere(
            area_code=each.area_code,
            period=latest.period,
            value=exact_decimal(latest.value or 0),
            theirs=exact_decimal(each.value),
        )
        for (code, (latest, each)), stands in zip(found.items(), holds, strict=True)
        if stands and each.judgement == "worse" and each.value is not None
    }
