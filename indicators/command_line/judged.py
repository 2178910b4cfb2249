"""An assessment as data: the parts that `show` and `basket` share, each with its words beside its codes and numbers."""

from __future__ import annotations

from typing import Any

from indicators.assessments import Assessment
from indicators.assessments.compared import ComparedPlace
from indicators.assessments.evidence import Evidence
from indicators.assessments.recipes import every_rating
from indicators.assessments.since import ChangeSince
from indicators.assessments.whole import Whole
from indicators.command_line.asked import Moment
from indicators.model import Observation, Reason
from indicators.reports import evidence_words
from indicators.reports.comparison_words import difference_words, verdict_words
from indicators.reports.recipe_words import other_rules
from indicators.reports.signals import basis, in_signs, movement_note, status_note
from indicators.reports.since_words import since_label, since_sentence
from indicators.wording import reasons, recipes, rules
from indicators.wording.findings import period


def moment(shown: Moment) -> dict[str, Any]:
    """The moment that an answer is true of."""
    entry = shown.entry
    return {
        "sequence": entry.seq,
        "entry": entry.id,
        "hash": entry.hash,
        "recorded_at": entry.recorded_at,
        "freshness_as_of": shown.as_of,
    }


def figure(one: Observation | None) -> dict[str, Any] | None:
    """One observation, unrounded, with its period as a county writes it."""
    if one is None:
        return None
    return {
        "period": one.period,
        "period_label": period(one),
        "period_start": one.period_start,
        "period_end": one.period_end,
        "value": one.value,
        "lower": one.lower,
        "upper": one.upper,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "status": one.status,
        "note": one.note,
        "source_key": one.source_key,
        "source": one.source,
    }


def reason(why: Reason | None) -> dict[str, Any] | None:
    """Why something could not be judged: code, figures and sentence."""
    if why is None:
        return None
    return {"code": why.code, "figures": why.figures, "sentence": reasons.sentence(why)}


def rating(one: Assessment) -> dict[str, Any]:
    """The rating against target with everything that it was made from."""
    judged = one.rating
    return {
        "rag": judged.rag,
        "word": in_signs(one).status.word,
        "outcome": judged.outcome,
        "value": judged.value,
        "period": judged.observation.period if judged.observation else None,
        "judged_on": judged.judged_on,
        "level": judged.level,
        "tolerance": judged.tolerance,
        "due_on": judged.due_on,
        "illustrative": judged.illustrative,
        "rule": judged.rule,
        "rule_in_words": rules.RATING[judged.rule],
        "rule_name": recipes.NAMES[judged.rule],
        "parameters": judged.parameters,
        "against": status_note(one),
        "basis": basis(one),
        "by_every_rule": {rule: each.rag for rule, each in every_rating(one).items()},
        "by_every_rule_in_words": other_rules(one),
        "reason": reason(judged.reason),
    }


def movement(one: Assessment) -> dict[str, Any]:
    """Direction of travel with the two figures that it compares."""
    moved = one.movement
    return {
        "direction": moved.direction,
        "word": in_signs(one).movement.word,
        "change": moved.change,
        "current": moved.current.period if moved.current else None,
        "previous": moved.previous.period if moved.previous else None,
        "previous_value": moved.previous.value if moved.previous else None,
        "basis": moved.basis,
        "basis_in_words": rules.MOVEMENT.get(moved.basis) if moved.basis else None,
        "note": movement_note(one),
        "reason": reason(moved.reason),
    }


def freshness(one: Assessment) -> dict[str, Any]:
    """How old the latest figure is on the day asked about."""
    fresh = one.freshness
    return {
        "as_of": fresh.as_of,
        "latest_period_ended": fresh.latest_end,
        "days_old": fresh.days_old,
        "next_period_ends": fresh.next_period_ends,
        "next_due_on": fresh.next_due_on,
        "days_overdue": fresh.days_overdue,
        "is_stale": fresh.is_stale,
        "words": "; ".join(part for part in in_signs(one).fresh if part),
        "reason": reason(fresh.reason),
    }


def evidence(one: Assessment, whole: Whole) -> dict[str, Any]:
    """What the figures can prove, for an indicator of the basket."""
    code = one.indicator.code
    return evidence_of(one, whole.evidence[code], believed=code in whole.established)


def evidence_of(one: Assessment, found: Evidence, *, believed: bool) -> dict[str, Any]:
    """Signals, trend, step, verdict and chance: codes and numbers with their words."""
    sign, note = evidence_words.real(found, believed=believed)
    chart, step, made = found.chart, found.step, found.chance
    said, answers = evidence_words.step_verdict(one, found)
    return {
        "words": sign.word,
        "note": note,
        "signal": {
            "variation": chart.variation,
            "assurance": chart.assurance,
            "points": chart.points,
            "trial_limits": chart.trial,
            "season_removed": found.season_removed,
            "reason": reason(chart.reason),
        },
        "recent_trend": {
            "marker": found.trend.marker,
            "judgement": found.trend.judgement,
            "words": evidence_words.trend(found),
            "reason": reason(found.trend.reason),
        },
        "step": {
            "strength": step.strength,
            "probability": step.p_change,
            "believed_among_all": believed,
            "begins": found.step_period.code if found.step_period else None,
            "size": step.size,
            "size_interval": step.size_interval,
            "size_unit": step.size_unit,
            "points": step.points,
            "in_the_pandemic": found.step_in_pandemic,
            "words": evidence_words.step(one, found, believed=believed),
            "reason": reason(step.reason),
        },
        "real_step_change": {
            "verdict": found.verdict.verdict,
            "words": said,
            "answers": [vars(answer) for answer in answers],
        },
        "chance": {
            "probability": made.probability,
            "in_100": made.shown,
            "word": made.word,
            "low_confidence": made.low_confidence,
            "words": evidence_words.chance_sentence(one, found),
            "reason": reason(made.reason),
        },
    }


def change_since(one: Assessment, found: ChangeSince) -> dict[str, Any]:
    """The change since a date fixed in advance."""
    made = found.change
    return {
        "since": found.since.on,
        "code": found.since.code,
        "label": since_label(found.since),
        "effect": made.effect,
        "interval": made.interval,
        "unit": "per_cent" if made.scale == "log" else "unit",
        "p_better": made.p_better,
        "p_rise": made.p_rise,
        "in_100": found.chance,
        "judgement": made.judgement,
        "model": made.model,
        "points_before": made.before,
        "points_since": made.after,
        "words": since_sentence(one, found),
        "reason": reason(made.reason),
    }


def comparison(one: Assessment, place: str, found: ComparedPlace) -> dict[str, Any]:
    """The place beside one other, for the place's own latest period."""
    made = found.comparison
    said, note = verdict_words(place, found)
    return {
        "area": made.area_code,
        "value": made.value,
        "difference": made.difference,
        "interval": made.interval,
        "test": made.test,
        "p_value": made.p_value,
        "judgement": made.judgement,
        "holds_among_all": found.holds,
        "words": said,
        "note": note,
        "difference_in_words": difference_words(one, found),
        "reason": reason(made.reason),
    }
