"""Sentences about one indicator, one target, and the whole basket. They never claim more than the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.model import Indicator, Observation, Rag, Target
from indicators.periods import parse
from indicators.rounding import round_half_away
from indicators.wording.dates import day, during
from indicators.wording.letters import lowered, raised
from indicators.wording.numbers import MINUS, change, size, with_unit
from indicators.wording.status import FIRM, STATUS_OF_VALUE, against_target

# A difference smaller than this is not seen at any number of decimals that we show.
NOT_SEEN = 1e-6
BREAK_WORD = "basis changed"
COUNT_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def value(indicator: Indicator, observation: Observation) -> str:
    """The value with its unit sign, rounded as the indicator is shown."""
    return with_unit(observation.value, indicator.decimals, indicator.unit_short)


def level(indicator: Indicator, number: float | None) -> str:
    """A planned level, with one decimal more than the values where the level needs it to be told apart."""
    if number is None:
        return with_unit(None, indicator.decimals, indicator.unit_short)
    exact = float(number)
    decimals = indicator.decimals
    if abs(float(round_half_away(exact, decimals)) - exact) > NOT_SEEN:
        decimals += 1
    return with_unit(exact, decimals, indicator.unit_short)


def period(observation: Observation) -> str:
    """The observation's period as a county writes it."""
    return parse(observation.period).label


def dated(observation: Observation) -> str:
    """The period within a sentence: on a day, in any other."""
    return during(parse(observation.period))


def short_period(observation: Observation) -> str:
    """The period for a narrow cell or the end of a line: without the kind of year, which the definition states."""
    return parse(observation.period).short_label


def limits(indicator: Indicator, observation: Observation) -> str:
    """The confidence limits, or nothing where none were published."""
    if observation.lower is None or observation.upper is None:
        return ""
    lower = with_unit(observation.lower, indicator.decimals, indicator.unit_short)
    upper = with_unit(observation.upper, indicator.decimals, indicator.unit_short)
    return f"{lower} to {upper}"


def point(indicator: Indicator, observation: Observation) -> str:
    """What is read on a point of a chart: value, period, and its status where it is not firm."""
    text = f"{value(indicator, observation)} {dated(observation)}"
    if observation.status in FIRM:
        return text
    return f"{text} ({STATUS_OF_VALUE[observation.status]})"


def end_label(indicator: Indicator, observation: Observation) -> str:
    """The label at the end of a line: the value, and under it the period."""
    return f"{value(indicator, observation)}<br>{short_period(observation)}"


def finding(indicator: Indicator, place: str, first: Observation | None, latest: Observation | None) -> str:
    """The title of the chart: the latest figure beside the first, without a claim about why or whether it is real."""
    if latest is None or first is None:
        return f"{indicator.title}: no figures that can be judged for {place}"
    now = f"{value(indicator, latest)} {dated(latest)}"
    if first == latest:
        return f"{indicator.title}: {now}"
    difference = latest.value - first.value
    than = f"{value(indicator, first)} {dated(first)}"
    if not difference or change(difference, indicator.decimals, indicator.unit_short) == "no change":
        return f"{indicator.title}: {now}, the same as {dated(first)}"
    way = "up" if difference > 0 else "down"
    return f"{indicator.title}: {now}, {way} from {than}"


def verdict(
    indicator: Indicator,
    *,
    rag: Rag,
    outcome: str | None,
    judged: Observation | None,
    planned: float | None,
    target_words: str | None,
    movement_words: str,
    why_not: str | None = None,
) -> str:
    """The one sentence under the name of an indicator: against target, then movement, kept apart.

    Args:
        indicator: what is measured.
        rag: the rating.
        outcome: how the target ended, or in_progress.
        judged: the observation that was judged, None where none was.
        planned: the level that was planned for it.
        target_words: the target in short, None where there is none.
        movement_words: from `movement_sentence`.
        why_not: why it could not be judged, None where it could.
    """
    sign = against_target(rag, outcome or "in_progress")
    if why_not is not None:
        return f"{raised(sign.word)}: {lowered(why_not)} {movement_words}"
    if target_words is None or judged is None:
        return movement_words
    word = raised(sign.word)
    against = (
        f"{word}: {value(indicator, judged)} {dated(judged)} against {level(indicator, planned)}; "
        f"{target_words}."
    )
    return f"{against} {movement_words}"


def movement_sentence(
    indicator: Indicator, word: str, size: float | None, previous: Observation | None, why_not: str | None
) -> str:
    """Direction of travel in a sentence, or why there is none."""
    if why_not is not None or size is None or previous is None:
        return f"Movement cannot be judged: {lowered(why_not)}" if why_not else ""
    amount = change(size, indicator.decimals, indicator.unit_short)
    if amount == "no change":
        return f"Movement: no change since {period(previous)}."
    return f"Movement: {word}, {amount} since {period(previous)}."


def movement_note(
    indicator: Indicator, size: float | None, previous: Observation | None, why_not: str | None
) -> str:
    """The size of a movement and since when, or why there is none, for a cell of a table."""
    if why_not is not None or size is None or previous is None:
        return why_not or ""
    return f"{change(size, indicator.decimals, indicator.unit_short)} since {short_period(previous)}"


def target_in_short(indicator: Indicator, target: Target | None, final: float, *, illustrative: bool) -> str:
    """A target as a phrase: its level, when it is due, who set it; an illustrative one says so."""
    due = f"{target.due_on.year}" if target else ""
    if illustrative:
        return f"illustrative target {level(indicator, final)} by {due}, promised by nobody"
    by = f", set by {target.set_by}" if target else ""
    return f"target {level(indicator, final)} by {due}{by}"


def no_illustrative_target(reason: str) -> str:
    """Why the mechanical rule made no target either.

    >>> no_illustrative_target("series ends in 2016")
    'No illustrative one was made: series ends in 2016.'
    """
    return f"No illustrative one was made: {reason}."


def target_as_set(target: Target) -> str:
    """The figure of a target as the body set it: a level in its unit, or a change in per cent."""
    exact = format(float(target.target_value), "g").replace("-", MINUS)
    if target.target_type == "percentage_change_from_baseline":
        return f"{exact}%"
    return f"{exact} by {target.due_on.year}"


def target_label(indicator: Indicator, final: float, year: int, *, illustrative: bool) -> str:
    """The label at the end of a trajectory on a chart; two lines."""
    return f"{'Illustrative target' if illustrative else 'Target'}<br>{level(indicator, final)} by {year}"


def proposed_label(label: str) -> str:
    """The label at the end of a trajectory that is not recorded yet.

    >>> proposed_label("Target<br>85% by 2030")
    'If committed:<br>85% by 2030'
    """
    return f"If committed:<br>{label.partition('<br>')[2]}"


def basket_sentence(counts: Mapping[Rag, int], *, place: str, illustrative: int, worsening: int) -> str:
    """The state of the whole basket.

    Args:
        counts: indicators by rating; grey are those that cannot be judged.
        place: the place shown.
        illustrative: how many of the judged ones are judged against an illustrative target.
        worsening: how many moved the wrong way.
    """
    total = sum(counts.values())
    judged = total - counts.get("grey", 0)
    worse = f"{worsening} of all {total} moved the wrong way since the figure before that can be compared."
    if not judged:
        return f"{total} indicators for {place}. None of them can be judged against a target. {worse}"
    parts = _listed(
        [
            f"{counts.get(rag, 0)} {words}"
            for rag, words in (
                ("red", "off track or missed"),
                ("amber", "at risk"),
                ("green", "on track or met"),
            )
        ]
    )
    kind = (
        "all against illustrative targets that nobody promised"
        if illustrative == judged
        else f"{illustrative} of them against illustrative targets that nobody promised"
        if illustrative
        else "against targets that were agreed"
    )
    return (
        f"{total} indicators for {place}. {judged} can be judged against a target ({kind}): {parts}. {worse}"
    )


def sparkline_alt(
    indicator: Indicator, first: Observation, latest: Observation, tail: tuple[float, int] | None
) -> str:
    """What the small drawing shows, in words."""
    text = f"From {point(indicator, first)} to {point(indicator, latest)}"
    if tail is None:
        return f"{text}."
    return f"{text}; target {level(indicator, tail[0])} by {tail[1]}."


def chart_alt(finding_text: str, verdict_text: str, broken_on: Sequence[str], doubtful: int) -> str:
    """The alt text of the chart: its finding and everything that is drawn on it."""
    parts = [f"{finding_text}.", verdict_text]
    if broken_on:
        parts.append(f"The line is broken at {_listed(list(broken_on))}, where the basis changed.")
    if doubtful:
        parts.append(
            f"{COUNT_WORDS[doubtful] if doubtful < len(COUNT_WORDS) else doubtful} hollow: doubtful."
        )
    parts.append("The table holds every figure.")
    return " ".join(part for part in parts if part)


def comparison_finding(
    indicator: Indicator, place: str, own: Observation, others: Sequence[tuple[str, Observation]]
) -> str:
    """The place's latest figure beside those of others for the same period; no rank and no better or worse."""
    same = [(name, other) for name, other in others if other.period == own.period and other.value is not None]
    start = f"{place}: {point(indicator, own)}"
    if not same:
        return f"{start}; no other place has a figure for that period"
    return f"{start}; " + _listed([f"{name} {value(indicator, other)}" for name, other in same])


def basis(indicator: Indicator, *, figure: Observation, planned: float, tolerance: float | None) -> str:
    """How a rating was worked out, with its figures."""
    room = (
        f", with a tolerance of {size(tolerance, indicator.decimals + 1, indicator.unit_short)}"
        if tolerance is not None
        else ""
    )
    return (
        f"The figure for {period(figure)} is {value(indicator, figure)}; the trajectory stands at "
        f"{level(indicator, planned)} on {day(figure.period_end)}{room}."
    )


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
