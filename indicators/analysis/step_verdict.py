"""Has there been a real step change? Four questions, each answered apart, and the verdict that their answers allow.

Size: is it better than the baseline carried forward would have been (results-based accountability's "turning the curve")? Signal: do
the figures stand out from their usual variation? Relative: did it do better than the comparator? Held: was it kept for two further
periods, and is it still?

Size, relative and held need a date. Where no step is claimed there is none: the likeliest of many unlikely dates is no date to reckon from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from indicators.analysis.exact import exact_decimal
from indicators.model import Polarity, Reason

Answer = Literal["true", "false", "pending", "cannot_say"]
Signal = Literal["better", "worse", "unclaimed", "none"]
Verdict = Literal["demonstrated", "emerging", "improving_not_a_step", "no_evidence", "cannot_say"]
PERIODS_TO_HOLD = 2


@dataclass(frozen=True)
class Part:
    """One answer with the figures it rests on, as a Reason: its code says which comparison was made or why none could be."""

    answer: Answer
    reason: Reason


@dataclass(frozen=True)
class StepVerdict:
    """The four answers and the verdict.

    `demonstrated`: all four are true. `emerging`: the first three are true and time must show whether it holds.
    `improving_not_a_step`: a claimed step for the better, or signs of a change and a level that is better by more than what
    matters, but not all of size, signal, relative and held. `no_evidence`: neither. `cannot_say`: some part could not be answered,
    and the reason is not that no step is claimed.
    """

    verdict: Verdict
    size: Part
    signal: Part
    relative: Part
    held: Part


def step_verdict(
    *,
    polarity: Polarity,
    beyond_baseline: float | Reason,
    threshold: float | Reason,
    signal: Signal | Reason,
    own_change: float | Reason,
    comparator_change: float | Reason,
    kept: Sequence[bool] | Reason,
) -> StepVerdict:
    """Put the four answers together. Any input may be a Reason why it is not known.

    Args:
        polarity: higher or lower; for the others nothing can be said.
        beyond_baseline: latest value less the baseline carried forward, in the indicator's unit.
        threshold: smallest gain that matters, in the same unit, 0 or more.
        signal: a claimed step and whether it is `better` or `worse`; `unclaimed` for signs of a step or a gradual
            change; `none` where no change stands out or it is too early to say. Without a claim nothing else is answered.
        own_change: change of the area over the same time as the comparator's.
        comparator_change: change of the comparator.
        kept: whether the figure was better than before, in each period after the one in which the step was first seen.

    Raises:
        ValueError: a negative threshold.
    """
    if polarity not in ("higher", "lower"):
        part = Part("cannot_say", Reason("no_direction_of_good", {"polarity": polarity}))
        return StepVerdict("cannot_say", part, part, part, part)
    sign = 1 if polarity == "higher" else -1
    is_improving = signal == "better" or (
        signal == "unclaimed" and _stands_out(sign, own_change, threshold, kept)
    )
    seen = _signal(signal)
    if signal in ("unclaimed", "none"):
        unasked = Part("cannot_say", Reason("no_step_claimed"))
        return StepVerdict(_without_a_step(is_improving=is_improving), unasked, seen, unasked, unasked)
    size = _size(sign, beyond_baseline, threshold)
    relative = _relative(sign, own_change, comparator_change)
    held = _held(kept)
    verdict = _verdict([size.answer, seen.answer, relative.answer], held.answer, is_improving=is_improving)
    return StepVerdict(verdict, size, seen, relative, held)


def _stands_out(
    sign: int, own_change: float | Reason, threshold: float | Reason, kept: Sequence[bool] | Reason
) -> bool:
    """Whether the level is better by more than what matters, the latest figure too: two means always differ a little."""
    if _first_reason(own_change, threshold, kept) is not None:
        return False
    return sign * own_change > threshold and all(kept[-1:])


def _size(sign: int, beyond: float | Reason, threshold: float | Reason) -> Part:
    if unknown := _first_reason(beyond, threshold):
        return Part("cannot_say", unknown)
    if threshold < 0:
        raise ValueError(f"threshold is {threshold}")
    return _answered(
        sign * beyond >= threshold,
        Reason("gain_against_threshold", {"gain": sign * beyond, "threshold": threshold}),
    )


def _signal(signal: Signal | Reason) -> Part:
    if isinstance(signal, Reason):
        return Part("cannot_say", signal)
    return _answered(signal == "better", Reason("signal", {"direction": signal}))


def _relative(sign: int, own: float | Reason, comparator: float | Reason) -> Part:
    if unknown := _first_reason(own, comparator):
        return Part("cannot_say", unknown)
    gain = float(sign * (exact_decimal(own) - exact_decimal(comparator)))
    return _answered(
        gain > 0, Reason("difference_in_differences", {"gain": gain, "own": own, "comparator": comparator})
    )


def _held(kept: Sequence[bool] | Reason) -> Part:
    """Kept in the first two periods since and in the latest two. What lies between may dip, as every series does now and then."""
    if isinstance(kept, Reason):
        return Part("cannot_say", kept)
    figures = {"kept": sum(kept), "first": _run(kept), "latest": _run(kept[::-1])}
    reason = Reason("periods_held", {**figures, "since": len(kept), "needed": PERIODS_TO_HOLD})
    if len(kept) < PERIODS_TO_HOLD and all(kept):
        return Part("pending", reason)
    return _answered(min(figures["first"], figures["latest"]) >= PERIODS_TO_HOLD, reason)


def _run(kept: Sequence[bool]) -> int:
    return sum(1 for _ in takewhile(bool, kept))


def _verdict(first_three: Sequence[Answer], held: Answer, *, is_improving: bool) -> Verdict:
    if "cannot_say" in (*first_three, held):
        return "cannot_say"
    if set(first_three) == {"true"} and held in ("true", "pending"):
        return "demonstrated" if held == "true" else "emerging"
    return _without_a_step(is_improving=is_improving)


def _without_a_step(*, is_improving: bool) -> Verdict:
    return "improving_not_a_step" if is_improving else "no_evidence"


def _answered(holds: bool, reason: Reason) -> Part:
    return Part("true" if holds else "false", reason)


def _first_reason(*inputs: float | Sequence[bool] | Reason) -> Reason | None:
    return next((given for given in inputs if isinstance(given, Reason)), None)
