"""What the figures can prove, in words: signals of the process chart, steps, trends, and the four questions of a real change."""

from __future__ import annotations

from indicators.model import Indicator
from indicators.periods import Period
from indicators.rounding import round_half_away
from indicators.wording.letters import raised
from indicators.wording.numbers import change, number, with_unit
from indicators.wording.status import Sign

CANNOT_SAY = Sign("○", "cannot say")
WAITING = Sign("…", "being worked out")
# Shape for the judgement, letter for the side: high or low.
VARIATION: dict[str, Sign] = {
    "common_cause": Sign("～", "usual variation"),
    "improving_high": Sign("● H", "unusual, better"),
    "improving_low": Sign("● L", "unusual, better"),
    "concerning_high": Sign("■ H", "unusual, worse"),
    "concerning_low": Sign("■ L", "unusual, worse"),
    "neutral_high": Sign("◆ H", "unusual"),
    "neutral_low": Sign("◆ L", "unusual"),
}
ASSURANCE: dict[str, Sign] = {
    "consistently_meets": Sign("● P", "would meet the present level every time"),
    "consistently_misses": Sign("■ F", "would miss the present level every time"),
    "hit_and_miss": Sign("◆ ?", "would sometimes meet and sometimes miss the present level"),
}
CAUSES: dict[tuple[str, str], str] = {
    ("outside", "high"): "above the usual limits",
    ("outside", "low"): "below the usual limits",
    ("trend", "high"): "seven in a row rising",
    ("trend", "low"): "seven in a row falling",
    ("two_in_three", "high"): "two of three near the upper limit",
    ("two_in_three", "low"): "two of three near the lower limit",
    ("shift", "high"): "seven in a row above the average",
    ("shift", "low"): "seven in a row below the average",
}
TREND: dict[str, str] = {
    "increasing": "rising over the last five years",
    "decreasing": "falling over the last five years",
    "no_change": "no significant change over the last five years",
    "cannot_calculate": "cannot be calculated",
}
JUDGED = {"better": "getting better", "worse": "getting worse"}
STRENGTH: dict[str, str] = {
    "very_strong": "very strong evidence of a step change",
    "strong": "strong evidence of a step change",
    "signs": "signs of a step change, not conclusive",
    "gradual": "a gradual change rather than a step",
    "none": "no change that stands out from the usual variation",
    "too_early": "too early to say",
}
CLAIMED = frozenset({"very_strong", "strong"})
VERDICT: dict[str, str] = {
    "demonstrated": "a real step change is demonstrated",
    "emerging": "a step change may be emerging; time must show whether it holds",
    "improving_not_a_step": "some change the right way, but no demonstrated step change",
    "no_evidence": "no evidence of a step change for the better",
    "cannot_say": "cannot say whether there was a step change",
}
QUESTIONS: dict[str, str] = {
    "size": "Is it large enough to matter?",
    "signal": "Is it a step beyond chance?",
    "relative": "Did it do better than the benchmark?",
    "held": "Was it held?",
}
ANSWERS: dict[str, str] = {
    "true": "yes",
    "false": "no",
    "pending": "too soon to know",
    "cannot_say": "cannot say",
}
PANDEMIC = (
    "The change falls in the pandemic, which touched every place, so it says nothing of what was done here."
)
NOT_AMONG_SO_MANY = "Taken alone it is strong; among so many indicators looked at, it is not one to rely on."
FEWEST_SAID = 0.95


def signal_note(cause: str | None, side: str | None, *, trial: bool) -> str:
    """Why the latest figure stands out, for a cell of a table; empty where it does not."""
    if cause is None or side is None:
        return ""
    return CAUSES[cause, side] + (" (trial limits)" if trial else "")


def step_note(begins: Period, size: float, *, pandemic: bool, lost: bool) -> str:
    """A believed step in a few words, for a cell of a table."""
    way = "up" if size > 0 else "down"
    remarks = [words for words, holds in (("with the pandemic", pandemic), ("not held", lost)) if holds]
    return ", ".join([f"step {way} in {begins.short_label}", *remarks])


def step_sentence(
    indicator: Indicator,
    *,
    strength: str,
    in_100: int,
    begins: Period,
    between: tuple[Period, Period],
    size: float,
    interval: tuple[float, float],
    per_cent: bool,
    points: int,
    judgement: str | None,
) -> str:
    """A claimed step with its date set, its size with its interval, and the number of figures."""
    kind = STRENGTH[strength].removesuffix(" of a step change")
    way = "rose" if size > 0 else "fell"
    first, last = (period.short_label for period in between)
    around = "" if first == last else f" (between {first} and {last})"
    low, high = sorted(abs(bound) for bound in interval)
    places = 0 if per_cent else indicator.decimals
    sure = "95 or more" if in_100 >= 95 else str(in_100)  # noqa: PLR2004 - the highest chance that is stated
    wanted = {"better": " That is the wanted way.", "worse": " That is the wrong way."}.get(
        judgement or "", ""
    )
    return (
        f"{raised(kind)} ({sure} in 100) that the level {way}, most likely in {begins.short_label}{around}, by about "
        f"{_size(indicator, abs(size), per_cent=per_cent)} ({number(low, places)} to {number(high, places)}), "
        f"on {points} figures.{wanted}"
    )


def unclaimed_step(strength: str, in_100: int, points: int) -> str:
    """What is said where no step is claimed: the strength and the figures, without a date or a size."""
    return f"{raised(STRENGTH[strength])} ({in_100} in 100 for a step, on {points} figures)."


def gain(indicator: Indicator, gained: float, threshold: float) -> str:
    """How far the latest figure lies beyond the earlier course, in the wanted direction, beside what would matter."""
    side = "better" if gained >= 0 else "worse"
    return (
        f"The latest figure is {_size(indicator, abs(gained), per_cent=False)} {side} than the earlier course "
        f"carried forward; {_size(indicator, threshold, per_cent=False)} better would matter."
    )


def against_benchmark(indicator: Indicator, own: float, benchmark: float) -> str:
    """The change of level here beside that of the benchmark."""
    here = change(own, indicator.decimals, indicator.unit_short)
    there = change(benchmark, indicator.decimals, indicator.unit_short)
    return f"Change of level here: {here}; at the benchmark: {there}."


def _size(indicator: Indicator, amount: float, *, per_cent: bool) -> str:
    if per_cent:
        return f"{number(amount, 0)} per cent"
    if indicator.unit_short == "%":
        return f"{number(amount, indicator.decimals)} points"
    return with_unit(amount, indicator.decimals, indicator.unit_short)


def luck_sentence(
    *,
    signals: int,
    charts: int,
    by_luck: float,
    leaning: float,
    steps: int,
    in_pandemic: int,
    false_steps: float,
) -> str:
    """How many signals there are beside what luck alone would give, and the steps that can be believed."""
    if not charts:
        return "No indicator has figures enough for a chart of its usual variation."
    start = (
        f"{signals} of {charts} charts show a signal at their latest figure; luck alone would give "
        f"{about(by_luck)}, or {about(leaning)} where each figure leans on the one before it."
    )
    if not steps:
        return f"{start} No step change can be believed yet."
    kind = "step change" if steps == 1 else "step changes"
    many = "all" if in_pandemic == steps else f"{in_pandemic} of them"
    dated = f", {many} dated in the pandemic" if in_pandemic else ""
    return (
        f"{start} {steps} {kind} can be believed{dated}; on average {about(false_steps)} of so many is false."
    )


def about(amount: float) -> str:
    """A number of charts that is expected, not counted.

    >>> about(0.4), about(1.2), about(2.5)
    ('fewer than one', 'about 1', 'about 3')
    """
    return "fewer than one" if amount < FEWEST_SAID else f"about {round_half_away(amount, 0)}"
