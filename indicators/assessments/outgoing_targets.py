"""Baselines of targets as they may leave: a baseline repeats a figure, and is given no more exactly than that figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from indicators.assessments.outgoing import SUPPRESSED, House, key_of, outgoing
from indicators.model import Observation, Target
from indicators.periods import parse


def targets_beside(targets: Iterable[Target], left: Sequence[Observation], known: House) -> list[Target]:
    """Targets of one indicator in one place with their baselines as they may leave.

    Args:
        targets: as they are recorded.
        left: the observations of that indicator there, as they may leave.
        known: what the decision rests on.
    """
    figures = {o.period: o for o in left}
    return [
        replace(target, baseline_value=careful_baseline(figure, figures.get(figure.period), known))
        if (figure := as_figure(**vars(target))) is not None
        else target
        for target in targets
    ]


def careful_baseline(baseline: Observation, left: Observation | None, known: House) -> float | None:
    """The level of a baseline as it may leave, beside the figure that it repeats, as that one may; where there is none, by itself."""
    if key_of(baseline) in known.suppressed_now or (left is not None and left.status == SUPPRESSED):
        return None
    if left is not None:  # who published the figure published the baseline
        baseline = replace(baseline, source=left.source, source_key=left.source_key)
    return outgoing([baseline], known)[0].value


def as_figure(
    *,
    indicator_code: str | None,
    area_code: str,
    baseline_period: str | None,
    baseline_value: float | None,
    source: str,
    source_key: str,
    **_: object,
) -> Observation | None:
    """The baseline of a target as the figure that it repeats; None where the target has none."""
    if not indicator_code or not baseline_period or baseline_value is None:
        return None
    period = parse(baseline_period)
    return Observation(
        indicator_code=indicator_code,
        area_code=area_code,
        period=baseline_period,
        period_start=period.start,
        period_end=period.end,
        value=baseline_value,
        numerator=None,
        denominator=None,
        lower=None,
        upper=None,
        status="final",
        source_period=baseline_period,
        note=None,
        source=source,
        source_key=source_key,
    )
