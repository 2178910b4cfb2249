"""Rules of the linter about targets, one function each: what is wrong with a target before anybody is judged by it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median

import numpy as np

from indicators.analysis.comparable_figures import judged_figures
from indicators.analysis.finding import Finding
from indicators.analysis.missing import with_gaps
from indicators.analysis.observed import FloatArray
from indicators.analysis.planned_levels import months_between
from indicators.analysis.polarity import judged
from indicators.analysis.process_limits import draw_limits
from indicators.analysis.trajectory import Trajectory, target_level
from indicators.model import Observation, Polarity, Reason, Target

FAR_FROM_SCALE = 5.0  # times larger or smaller than the usual value: a slip of ten, or another unit
FEWEST_FOR_LIMITS = 8
FEWEST_FOR_PACE = 4
MONTHS_PER_YEAR = 12
SHORTEST_SPAN_OF_A_PACE = 0.9  # years: within one year a season would pass for progress
TERMS = ("target_type", "target_value", "due_on", "baseline_period", "baseline_value")


def zero_or_missing_target(target: Target) -> Finding | None:
    """A target of nought cannot be rated in per cent and is often a blank that was read as a number."""
    (value,) = with_gaps([target.target_value])
    if value:
        return None
    return Finding("zero_or_missing_target", target.code, {"value": value, "due_on": target.due_on})


def far_from_scale(target: Target, values: Sequence[float | None]) -> Finding | None:
    """A level five times or more above or below the series' usual value: a slip of a decimal place or another unit."""
    level = _level(target)
    known = [value for value in with_gaps(values) if value is not None]
    usual = median(known) if known else 0.0
    if not level or usual == 0:
        return None
    ratio = level / usual
    if 1 / FAR_FROM_SCALE < ratio < FAR_FROM_SCALE:
        return None
    return Finding("far_from_scale", target.code, {"level": level, "usual": usual, "ratio": ratio})


def inside_ordinary_variation(target: Target, values: Sequence[float | None]) -> Finding | None:
    """A level within the limits of an XmR chart of at least eight values, or on one: it will be met and missed by luck."""
    level, series = _level(target), with_gaps(values)
    limits = draw_limits(series, screen=True).limits
    if level is None or limits is None or sum(v is not None for v in series) < FEWEST_FOR_LIMITS:
        return None
    if limits.lower == limits.upper or not limits.lower <= level <= limits.upper:
        return None
    figures = {"level": level, "lower": limits.lower, "upper": limits.upper}
    return Finding("inside_ordinary_variation", target.code, figures)


def wrong_direction(target: Target, polarity: Polarity) -> Finding | None:
    """A level worse than its baseline for the polarity."""
    level, (baseline,) = _level(target), with_gaps([target.baseline_value])
    if level is None or baseline is None or judged(level - baseline, polarity) != "worse":
        return None
    figures = {"baseline": baseline, "level": level, "polarity": polarity}
    return Finding("wrong_direction", target.code, figures)


def no_baseline(trajectory: Trajectory) -> Finding | None:
    """One body's targets of which none says where it starts: no line can be drawn to the first, and no share of the way told."""
    if trajectory.baseline is not None:
        return None
    return Finding("no_baseline", trajectory.target_codes[0], {"targets": len(trajectory.target_codes)})


def unreachable_at_best_pace(
    target: Target, observations: Sequence[Observation], polarity: Polarity
) -> Finding | None:
    """A level out of reach even if every year left were as good as the best stretch of a year or more that was ever seen."""
    level, usable = _level(target), judged_figures(observations)
    if level is None or len(usable) < FEWEST_FOR_PACE or polarity not in ("higher", "lower"):
        return None
    sign = 1 if polarity == "higher" else -1
    latest = usable[-1]
    years_left = _years(latest.period_end, target.due_on)
    needed = sign * (level - latest.value)
    paces = sign * _paces(usable)
    best = float(paces.max()) if paces.size else None
    if best is None or years_left <= 0 or needed <= max(best, 0) * years_left:
        return None
    figures = {"latest": latest.value, "level": level, "years_left": years_left}
    return Finding("unreachable_at_best_pace", target.code, figures | {"best_a_year": sign * best})


def silent_reset(versions: Sequence[Target]) -> Finding | None:
    """The last change of a target's terms between two versions, oldest first, that came without a new note saying why."""
    for before, after in reversed(list(pairwise(versions))):
        changed = {name: (getattr(before, name), getattr(after, name)) for name in TERMS}
        changed = {name: pair for name, pair in changed.items() if pair[0] != pair[1]}
        if changed and (not after.note or after.note == before.note):
            return Finding("silent_reset", after.code, changed)
    return None


def _level(target: Target) -> float | None:
    level = target_level(target)
    return None if isinstance(level, Reason) else float(level)


def _years(start: date, end: date) -> float:
    return float(months_between(start, end) / MONTHS_PER_YEAR)


def _paces(usable: Sequence[Observation]) -> FloatArray:
    """Change a year between every two figures that lie a year or more apart."""
    values = np.array([o.value for o in usable], dtype=np.float64)
    years = np.array([_years(usable[0].period_end, o.period_end) for o in usable])
    first, second = np.triu_indices(len(usable), k=1)
    apart = years[second] - years[first]
    far = apart >= SHORTEST_SPAN_OF_A_PACE
    return (values[second] - values[first])[far] / apart[far]
