"""When an XmR chart may be offered new limits. It is only ever offered: a chart never draws its own limits afresh.

NHS Making Data Count has no formula; it asks for a change that is real, sustained, and has a cause that somebody can name. Ours
for the first two: a step with a probability of 0.95 or more, and a shift (seven figures in a row) on its side ever since.
"""

from __future__ import annotations

from collections.abc import Sequence

from indicators.model import Reason

LEAST_PROBABILITY = 0.95
RUN_OF_A_SHIFT = 7


def rebase_to_offer(
    values: Sequence[float | None], index: int | None, probability: float | None
) -> int | Reason | None:
    """The first figure of the new limits, or why they are not offered yet, or None where no step is proven.

    Args:
        values: the figures of the chart in order of time, None for a hole, which is passed over.
        index: the likeliest first figure of the new level, from 0.
        probability: of a step.

    Returns:
        `index`; a Reason `not_sustained` with `held` of `needed` figures in a row beyond the average before the step; or None.

    Raises:
        ValueError: an index outside the values.
    """
    if index is None or probability is None or probability < LEAST_PROBABILITY:
        return None
    if not 0 < index < len(values):
        raise ValueError(f"index {index} is not after the first of {len(values)} values")
    before = [value for value in values[:index] if value is not None]
    since = [value for value in values[index:] if value is not None]
    if not before or not since:
        return None
    held = _held(sum(before) / len(before), since)
    if held < RUN_OF_A_SHIFT:
        return Reason("not_sustained", {"held": held, "needed": RUN_OF_A_SHIFT})
    return index


def _held(average: float, since: Sequence[float]) -> int:
    """How many figures in a row up to the latest lie where the first figure of the new level does."""
    is_above = sum(since) / len(since) > average
    held = 0
    for value in reversed(since):
        if value == average or (value > average) != is_above:
            break
        held += 1
    return held
