"""The evidence for one indicator in words, the same on every surface."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.assessments import Assessment
from indicators.assessments.evidence import Evidence
from indicators.assessments.record import Calibration
from indicators.assessments.whole import Whole
from indicators.model import Reason
from indicators.wording import chance as chance_words
from indicators.wording import evidence as words
from indicators.wording import reasons
from indicators.wording.letters import lowered, raised
from indicators.wording.numbers import NO_VALUE
from indicators.wording.status import Sign

UNASKED = "no_step_claimed"


@dataclass(frozen=True)
class Answer:
    """One of the four questions of a real change: the question, the answer, and what it rests on."""

    question: str
    answer: str
    why: str


def real(found: Evidence | None, *, believed: bool) -> tuple[Sign, str]:
    """Whether the latest figure is more than its usual variation, and a step that can be believed.

    Args:
        found: the evidence, None while it is being made.
        believed: whether its step is among the established ones.
    """
    if found is None:
        return words.WAITING, ""
    chart = found.chart
    step = (
        words.step_note(
            found.step_period, found.step.size, pandemic=found.step_in_pandemic, lost=found.step_lost
        )
        if believed and found.step_period is not None and found.step.size is not None
        else ""
    )
    if chart.variation is None:
        why = reasons.sentence(chart.reason) if chart.reason else ""
        return words.CANNOT_SAY, step or why
    note = words.signal_note(found.latest_cause, found.latest_side, trial=chart.trial)
    return words.VARIATION[chart.variation], "; ".join(part for part in (note, step) if part)


def chart_reason(found: Evidence) -> str:
    """Why the process chart says nothing, or must be read with care; empty where neither."""
    return reasons.sentence(found.chart.reason) if found.chart.reason else ""


def chance(found: Evidence | None) -> tuple[str, str]:
    """The chance of meeting the target in force as a word, and its figure or why there is none."""
    if found is None:
        return words.WAITING.word, ""
    made = found.chance
    if made.reason is not None or made.word is None or made.shown is None:
        return NO_VALUE, reasons.sentence(made.reason) if made.reason else ""
    return chance_words.CALLED[made.word], chance_words.chance_note(
        made.shown, low_confidence=made.low_confidence
    )


def luck(whole: Whole) -> str:
    """The sentence on signals and luck over the whole basket."""
    return words.luck_sentence(
        signals=whole.signals,
        charts=whole.charts,
        by_luck=whole.by_luck,
        leaning=whole.by_luck_leaning,
        steps=len(whole.established),
        in_pandemic=whole.in_pandemic,
        false_steps=whole.expected_false,
    )


def step(one: Assessment, found: Evidence, *, believed: bool) -> str:
    """What can be said of a step, with date, size and number of figures where it is claimed."""
    made = found.step
    if made.reason is not None or made.strength is None or made.in_100 is None:
        return reasons.sentence(made.reason) if made.reason else ""
    begins, between = found.step_period, found.step_between
    if made.strength not in words.CLAIMED or begins is None or between is None:
        return words.unclaimed_step(made.strength, made.in_100, made.points)
    sentence = words.step_sentence(
        one.indicator,
        strength=made.strength,
        in_100=made.in_100,
        begins=begins,
        between=between,
        size=made.size,
        interval=made.size_interval,
        per_cent=made.size_unit == "per_cent",
        points=made.points,
        judgement=None if found.step_in_pandemic else made.judgement,
    )
    cautions = [words.PANDEMIC] if found.step_in_pandemic else []
    return " ".join([sentence, *cautions, *([] if believed else [words.NOT_AMONG_SO_MANY])])


def trend(found: Evidence) -> str:
    """The recent trend, and whether it is good news, or why it cannot be calculated."""
    marked = found.trend
    if marked.reason is not None:
        return f"{raised(words.TREND[marked.marker])}: {lowered(reasons.sentence(marked.reason))}"
    judged = f" and {words.JUDGED[marked.judgement]}" if marked.judgement else ""
    return f"{raised(words.TREND[marked.marker])}{judged}."


def assurance(found: Evidence) -> str:
    """Whether the process as it stands could meet the level planned for now; empty where there is none."""
    return words.ASSURANCE[found.chart.assurance].text if found.chart.assurance else ""


def step_verdict(one: Assessment, found: Evidence) -> tuple[str, tuple[Answer, ...]]:
    """The verdict on a real change for the better, and its four answers with what each rests on.

    Where one reason forbids all four, it stands once and there are no answers. Where no step is claimed, that is the only one.
    """
    made = found.verdict
    parts = {"size": made.size, "signal": made.signal, "relative": made.relative, "held": made.held}
    said = raised(words.VERDICT[made.verdict])
    if made.verdict == "cannot_say" and len({part.reason.code for part in parts.values()}) == 1:
        return f"{said}. {reasons.sentence(made.size.reason)}", ()
    if made.size.reason.code == UNASKED:
        why = f"{_why(one, made.signal.reason)} {reasons.sentence(made.size.reason)}"
        return f"{said}.", (Answer(words.QUESTIONS["signal"], words.ANSWERS[made.signal.answer], why),)
    return f"{said}.", tuple(
        Answer(words.QUESTIONS[name], words.ANSWERS[part.answer], _why(one, part.reason))
        for name, part in parts.items()
    )


def _why(one: Assessment, reason: Reason) -> str:
    """What an answer rests on, in the unit of the indicator."""
    figures = reason.figures
    if reason.code == "gain_against_threshold":
        return words.gain(one.indicator, figures["gain"], figures["threshold"])
    if reason.code == "difference_in_differences":
        return words.against_benchmark(one.indicator, figures["own"], figures["comparator"])
    return reasons.sentence(reason)


def chance_sentence(one: Assessment, found: Evidence) -> str:
    """The chance as a sentence, or why there is none."""
    made = found.chance
    if made.reason is not None or made.word is None or made.shown is None:
        return reasons.sentence(made.reason) if made.reason else ""
    due = f" by {one.choice.chosen.ends_on.year}" if one.choice.chosen else ""
    note = chance_words.chance_note(made.shown, low_confidence=made.low_confidence)
    return f"{raised(chance_words.CHANCE[made.word])}{due} ({note}). {chance_words.NOT_A_PROMISE}"


def record_line(found: Evidence, record: Calibration | None) -> str:
    """How often this word came true in the past; empty where there is no chance, or the record is being made."""
    if record is None or found.chance.word is None:
        return ""
    score = next(each for each in record.words if each.word == found.chance.word)
    return chance_words.record_line(score.word, score.came_true, score.made)
