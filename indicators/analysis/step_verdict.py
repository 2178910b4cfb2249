"""Has there been a real step change? Four questions, each answered apart, and the verdict that their answers allow.

Size: is it better than the baseline carried forward would have been (results-based accountability's "turning the curve")? Signal: do
the figures stand out from their usual variation? Relative: did it do better than the comparator? Held: was it kept for two further periods?

Size, relative and held need a date. Where no step is claimed there is none: the likeliest of many unlikely dates is no date to reckon from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
    `improving_not_a_step`: a change for the better that stands out, but not all of size, signal, relative and held.
    `no_evidence`: no such change. `cannot_say`: some part could not be answered, although a step is claimed or may be.
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
    periods_since: int | Reason,
    periods_held: int | Reason,
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
        periods_since: periods after the one in which the step was first seen.
        periods_held: for how many of those in a row it was kept.

    Raises:
        ValueError: a negative threshold or number of periods, or more held than have passed.
    """
    if polarity not in ("higher", "lower"):
        part = Part("cannot_say", Reason("no_direction_of_good", {"polarity": polarity}))
        return StepVerdict("cannot_say", part, part, part, part)
    sign = 1 if polarity == "higher" else -1
    is_improving = signal in ("better", "unclaimed") and _stands_out(sign, own_change, threshold)
    seen = _signal(signal)
    if signal in ("unclaimed", "none"):
        unasked = Part("cannot_say", Reason("no_step_claimed"))
        return StepVerdict(_without_a_step(is_improving=is_improving), unasked, seen, unasked, unasked)
    size = _size(sign, beyond_baseline, threshold)
    relative = _relative(sign, own_change, comparator_change)
    held = _held(periods_since, periods_held)
    verdict = _verdict([size.answer, seen.answer, relative.answer], held.answer, is_improving=is_improving)
    return StepVerdict(verdict, size, seen, relative, held)


def _stands_out(sign: int, own_change: float | Reason, threshold: float | Reason) -> bool:
    """Whether the level changed for the better by more than what matters: means of two parts of a series always differ a little."""
    return _first_reason(own_change, threshold) is None and sign * own_change > threshold


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


def _held(since: int | Reason, held: int | Reason) -> Part:
    if unknown := _first_reason(since, held):
        return Part("cannot_say", unknown)
    if not 0 <= held <= since:
        raise ValueError(f"held for {held} of {since} periods")
    reason = Reason("periods_held", {"held": held, "since": since, "needed": PERIODS_TO_HOLD})
    if held < PERIODS_TO_HOLD and held == since:
        return Part("pending", reason)
    return _answered(held >= PERIODS_TO_HOLD, reason)


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


def _first_reason(*inputs: float | Reason) -> Reason | None:
    return next((given for given in inputs if isinstance(given, Reason)), None)
