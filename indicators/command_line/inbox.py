"""`inbox`: which figures are due, late or stale, which commentary is awaited, and what the linter found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indicators.assessments.inbox import Task
from indicators.assessments.inbox import inbox as tasks_of
from indicators.command_line import asked, judged
from indicators.command_line.answers import Answer
from indicators.reports.inbox_rows import in_words, summary
from indicators.wording import inbox as words

if TYPE_CHECKING:
    from indicators.command_line.page import Page


def inbox(area: str, as_at: str | None) -> Answer:
    """Every task of the basket in the place, the most pressing first."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    place = asked.area(snapshot, moment.at, area)
    tasks = tasks_of(snapshot, place.code, moment.at, moment.as_of)
    said = summary(tasks, place.name)
    found = [_task(task) for task in tasks]
    return Answer(
        data={"area": place, "as_at": judged.moment(moment), "summary": said, "tasks": found},
        show=lambda page: _show(page, said, found),
    )


def _task(task: Task) -> dict[str, Any]:
    said = in_words(task)
    figure = task.due if task.kind == "figure" else None
    return {
        "indicator": said.code,
        "title": said.indicator,
        "what": task.what,
        "kind": task.kind,
        "sentence": said.particulars,
        "sign": said.sign,
        "missing_periods": [period.code for period in figure.missing] if figure else [],
        "due_on": figure.due_on if figure else None,
        "days_late": figure.days_late if figure else None,
        "lag_days": figure.lag.days if figure else None,
        "lag_assumed": figure.lag.is_assumed if figure else None,
        "commentary_period": said.period,
        "commentary_state": task.commentary.state if task.commentary else None,
        "rule": task.finding.rule if task.finding else None,
        "lead_partner": task.one.indicator.lead_partner,
        "owner": task.one.indicator.owner,
    }


def _show(page: Page, said: str, found: list[dict[str, Any]]) -> None:
    page.say(said)
    if found:
        rows = [(each["indicator"], each["sign"], each["sentence"]) for each in found]
        page.table(words.COLUMNS[:3], rows)
    page.say(words.RULES)
