"""`show`: all of one indicator's analysis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from indicators.assessments import Assessment, assess_indicator, figures
from indicators.assessments.compared import ComparedPlace, compared_places
from indicators.assessments.evidence import Evidence
from indicators.assessments.kept import wait_whole
from indicators.assessments.recipes import by_recipe
from indicators.assessments.since import changed_since
from indicators.assessments.whole import evidence_of
from indicators.command_line import asked, judged
from indicators.command_line.answers import Answer
from indicators.command_line.asked import Moment
from indicators.model import Area, Event, Observation
from indicators.reports import evidence_words
from indicators.reports.comparison_words import difference_words, verdict_words
from indicators.reports.recipe_words import other_rules, parameter_words, rule_words
from indicators.reports.signals import basis, in_signs, movement_note, status_note, verdict
from indicators.reports.since_words import since_sentence
from indicators.reports.targets import passed_over, targets_in_words
from indicators.store import queries
from indicators.wording import commands, findings, recipes, rules, screens
from indicators.wording import since as since_words
from indicators.wording.dates import day
from indicators.wording.dates import moment as moment_words
from indicators.wording.events import when
from indicators.wording.letters import lowered, raised
from indicators.wording.status import STATUS_OF_VALUE

if TYPE_CHECKING:
    from indicators.command_line.page import Page


def show(code: str, area: str, as_at: str | None, *, since: str | None, recipe: str) -> Answer:
    """The analysis of the indicator in the place as at the moment, rated by that rule; with what changed since a date."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    place = asked.area(snapshot, moment.at, area)
    indicator = asked.indicator(snapshot, moment.at, code)
    recommended = assess_indicator(snapshot, indicator.code, place.code, moment.at, moment.as_of)
    if recommended is None:
        raise AssertionError(f"{indicator.code} was there a moment ago")
    one = by_recipe(recommended, recipe)
    codes = queries.areas_with_data(snapshot, indicator.code, moment.at)
    elsewhere = [other for other in queries.areas(snapshot, moment.at) if other.code in codes]
    whole = wait_whole(snapshot, place.code, moment.at, moment.as_of)
    found = whole.evidence.get(indicator.code) or evidence_of(snapshot, recommended, moment.at)
    believed = indicator.code in whole.established
    everywhere = figures.comparison(snapshot, indicator.code, moment.at)
    compared = compared_places(one, everywhere, codes)
    changed = (
        changed_since(one, found, asked.since(snapshot, indicator.code, moment.at, since)) if since else None
    )
    data = _data(one, place, moment) | {
        "change_since": judged.change_since(one, changed) if changed else None,
        "evidence": judged.evidence_of(one, found, believed=believed),
        "comparison": [judged.comparison(one, place.name, each) for each in compared.values()],
        "areas_with_figures": codes,
    }
    said = _evidence(one, found, believed=believed)
    names = {other.code: other.name for other in elsewhere}
    said += [
        (f"{screens.BESIDE} {names[code]}", _compared(one, place.name, each))
        for code, each in compared.items()
    ]
    if changed:
        said += [
            (since_words.HEADING, since_sentence(one, changed)),
            ("", since_words.FIXED_BEFORE),
        ]
    return Answer(
        data=data, show=lambda page: _show(page, one, place, moment, said=said, elsewhere=elsewhere)
    )


def _data(one: Assessment, place: Area, moment: Moment) -> dict[str, Any]:
    return {
        "indicator": one.indicator,
        "in_basket": one.basket is not None,
        "area": place,
        "as_at": judged.moment(moment),
        "verdict": verdict(one),
        "latest": judged.figure(one.latest),
        "first": judged.figure(one.first),
        "rating": judged.rating(one),
        "movement": judged.movement(one),
        "freshness": judged.freshness(one),
        "trajectory": _trajectory(one),
        "targets": _targets(one),
        "breaks": one.breaks,
        "cautions": one.cautions,
        "series": [
            {**(judged.figure(each) or {}), "trajectory": _planned(one, each)} for each in one.observations
        ],
    }


def _trajectory(one: Assessment) -> dict[str, Any] | None:
    chosen = one.choice.chosen
    if chosen is None:
        return None
    return {
        "set_by": chosen.set_by,
        "illustrative": chosen.illustrative,
        "shape": chosen.shape,
        "baseline": chosen.baseline._asdict() if chosen.baseline else None,
        "points": [point._asdict() for point in chosen.points],
        "final_level": chosen.final_level,
        "target_codes": chosen.target_codes,
        "in_words": rules.TRAJECTORY,
        "reason": judged.reason(chosen.reason),
    }


def _targets(one: Assessment) -> list[dict[str, Any]]:
    why_not = passed_over(one)
    return [
        {
            "code": target.code,
            "status": target.status,
            "set_by": target.set_by,
            "level": target.level,
            "due_on": target.due_on,
            "target_type": target.target_type,
            "target_value": target.target_value,
            "baseline_period": target.baseline_period,
            "baseline_value": target.baseline_value,
            "in_words": words,
            "judged_by": target.code not in why_not,
            "reason": judged.reason(why_not.get(target.code)),
        }
        for target, words in zip(one.targets, targets_in_words(one), strict=True)
    ]


def _planned(one: Assessment, figure: Observation) -> float | None:
    """The planned level for a figure of the series; None for one of another period length."""
    return one.choice.chosen.level_at(figure.period_end) if one.choice.chosen and figure in one.line else None


def _show(
    page: Page,
    one: Assessment,
    place: Area,
    moment: Moment,
    *,
    said: Sequence[tuple[str, str]],
    elsewhere: Sequence[Area],
) -> None:
    indicator = one.indicator
    page.title(f"{indicator.title} ({indicator.code}), {place.name}")
    page.say(indicator.unit)
    page.heading(verdict(one))
    page.facts(_facts(one, moment))
    page.heading(screens.SIGNALS_HEADING)
    page.facts(said)
    words = targets_in_words(one)
    if words:
        page.heading(screens.OTHER_TARGETS_HEADING)
        page.bullets(words)
    if one.breaks or one.cautions:
        page.heading(screens.BREAKS_HEADING)
        page.bullets(_event(event) for event in (*one.breaks, *one.cautions))
    page.heading(commands.SERIES_HEADING)
    if not one.observations:
        page.say(screens.NO_FIGURES_HERE.format(place=place.name))
        page.say(screens.NO_FIGURES_ELSEWHERE)
        page.bullets(other.name for other in elsewhere)
        return
    page.table(
        commands.SERIES_COLUMNS, [_row(one, each) for each in reversed(one.observations)], numeric=(1, 3)
    )


def _facts(one: Assessment, moment: Moment) -> list[tuple[str, str]]:
    indicator, signs, due = one.indicator, in_signs(one), one.rating.due_on
    fresh = "; ".join(part for part in signs.fresh if part)
    return [
        (commands.LATEST, findings.point(indicator, one.latest) if one.latest else ""),
        (screens.STATUS, signs.status.text),
        (commands.JUDGED_AGAINST, status_note(one)),
        (commands.HOW, basis(one) if one.rating.reason is None else ""),
        (screens.RULE, rule_words(one) if one.choice.chosen else ""),
        (recipes.PARAMETERS, parameter_words(one) if one.choice.chosen else ""),
        (recipes.OTHER_RULES, other_rules(one)),
        (screens.TRAJECTORY, rules.TRAJECTORY if one.choice.chosen else ""),
        (commands.DUE, day(due) if due else ""),
        (screens.MOVEMENT, f"{signs.movement.text}: {movement_note(one)}"),
        ("", rules.MOVEMENT.get(one.movement.basis or "", "")),
        (screens.HOW_FRESH, fresh),
        (screens.SOURCE, indicator.publisher),
        (
            commands.AS_RECORDED,
            commands.as_recorded(moment.at, moment_words(moment.entry.recorded_at), moment.entry.hash),
        ),
    ]


def _evidence(one: Assessment, found: Evidence, *, believed: bool) -> list[tuple[str, str]]:
    sign, note = evidence_words.real(found, believed=believed)
    said, answers = evidence_words.step_verdict(one, found)
    return [
        (screens.SIGNAL, f"{sign.text}: {note}" if note else sign.text),
        (screens.ASSURANCE, evidence_words.assurance(found)),
        (screens.RECENT_TREND, evidence_words.trend(found)),
        (screens.STEP, evidence_words.step(one, found, believed=believed)),
        (screens.REAL_STEP, said),
        *((answer.question, f"{raised(answer.answer)}. {answer.why}") for answer in answers),
        (screens.CHANCE, evidence_words.chance_sentence(one, found)),
    ]


def _compared(one: Assessment, place: str, found: ComparedPlace) -> str:
    said, note = verdict_words(place, found)
    tested = (
        f"{raised(said)}{f' ({note})' if note else ''}"
        if found.comparison.p_value is not None
        else f"{raised(said)}: {lowered(note)}"
    )
    return f"{difference_words(one, found)}. {tested}"


def _event(event: Event) -> str:
    note = f" ({event.note})" if event.note else ""
    return f"{when(event.happened_on, event.date_precision)}: {event.title}{note}"


def _row(one: Assessment, figure: Observation) -> list[str]:
    planned = _planned(one, figure)
    return [
        findings.period(figure),
        findings.value(one.indicator, figure),
        findings.limits(one.indicator, figure),
        "" if planned is None else findings.level(one.indicator, planned),
        STATUS_OF_VALUE[figure.status],
        figure.note or "",
    ]
