"""`basket`: every indicator of the basket in one place, judged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from indicators.assessments import Assessment, assess_basket
from indicators.assessments.kept import wait_whole
from indicators.assessments.recipes import by_recipe
from indicators.assessments.whole import Whole
from indicators.command_line import asked, judged
from indicators.command_line.answers import Answer
from indicators.command_line.asked import Moment
from indicators.reports.basket_lines import BasketLine, in_words, summary
from indicators.reports.evidence_words import luck
from indicators.reports.recipe_words import difference_from_recommended
from indicators.wording import commands, screens
from indicators.wording.dates import moment as moment_words

if TYPE_CHECKING:
    from indicators.command_line.page import Page


def basket(area: str, as_at: str | None, recipe: str) -> Answer:
    """The basket in the place as at the moment, rated by that rule, in the basket's order."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    place = asked.area(snapshot, moment.at, area)
    recommended = assess_basket(snapshot, place.code, moment.at, moment.as_of)
    assessments = tuple(by_recipe(one, recipe) for one in recommended)
    whole = wait_whole(snapshot, place.code, moment.at, moment.as_of)
    words = _words(assessments, whole, place.name, recipe) if assessments else screens.NO_BASKET
    return Answer(
        data={
            "area": place,
            "as_at": judged.moment(moment),
            "recipe": recipe,
            "summary": words,
            "indicators": [_data(one, whole) for one in assessments],
        },
        show=lambda page: _show(page, assessments, whole, words, moment),
    )


def _words(assessments: Sequence[Assessment], whole: Whole, place: str, recipe: str) -> str:
    said = [summary(assessments, place), difference_from_recommended(assessments, recipe), luck(whole)]
    return " ".join(part for part in said if part)


def _data(one: Assessment, whole: Whole) -> dict[str, Any]:
    line = _line(one, whole)
    return {
        "code": line.code,
        "title": line.name,
        "theme": line.theme,
        "unit": line.unit,
        "polarity": one.indicator.polarity,
        "latest": judged.figure(one.latest),
        "rating": judged.rating(one),
        "movement": judged.movement(one),
        "evidence": judged.evidence(one, whole),
        "freshness": judged.freshness(one),
    }


def _show(page: Page, assessments: tuple[Assessment, ...], whole: Whole, words: str, moment: Moment) -> None:
    page.say(words)
    page.say(
        f"{commands.AS_RECORDED} "
        f"{commands.as_recorded(moment.at, moment_words(moment.entry.recorded_at), moment.entry.hash)}."
    )
    if assessments:
        page.table(commands.BASKET_COLUMNS, [_row(one, whole) for one in assessments], numeric=(2,))
        page.say(screens.ILLUSTRATIVE_NOTE)


def _line(one: Assessment, whole: Whole) -> BasketLine:
    code = one.indicator.code
    return in_words(one, whole.evidence[code], believed=code in whole.established)


def _row(one: Assessment, whole: Whole) -> list[str]:
    line = _line(one, whole)
    illustrative = f" ({screens.ILLUSTRATIVE})" if one.rating.illustrative else ""
    return [
        line.code,
        line.name,
        line.value,
        line.period,
        f"{line.status.text}{illustrative}",
        f"{line.movement.text}",
        line.real.text,
        line.chance,
        "; ".join(part for part in (line.fresh, line.fresh_note) if part),
    ]
