"""The Inbox from top to bottom: the choices, then the tasks that they let through, each with where to do it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from indicators.assessments.inbox import ORDER, Task, inbox
from indicators.reports.inbox_rows import in_words, inbox_csv, missing_figures_csv, summary
from indicators.ui import markup
from indicators.ui.choices import choose_one, query
from indicators.ui.markup import Cell
from indicators.ui.view import View, choose_view_of
from indicators.wording import inbox as words

VIEW = ("area", "as_at")
NOBODY = "-"


@dataclass(frozen=True)
class Choice:
    """What the Inbox shows by: a view, all its tasks, and filters, each empty for all."""

    view: View
    tasks: tuple[Task, ...]
    kind: str
    stage: str
    partner: str
    owner: str


def choose() -> Choice:
    """The controls."""
    view = choose_view_of()
    tasks = inbox(view.snapshot, view.area.code, view.at, view.as_of)
    stages = {what: words.SIGNS[what] for what in ORDER if any(task.what == what for task in tasks)}
    partners = _people(task.one.indicator.lead_partner for task in tasks)
    owners = _people(task.one.indicator.owner for task in tasks)
    return Choice(
        view=view,
        tasks=tasks,
        kind=choose_one(words.KIND, "kind", words.KINDS, default=""),
        stage=choose_one(words.STAGE, "stage", {"": words.ANY_STAGE} | stages, default=""),
        partner=choose_one(words.PARTNER, "partner", {"": words.ANY_PARTNER} | partners, default=""),
        owner=choose_one(words.OWNER, "owner", {"": words.ANY_OWNER} | owners, default=""),
    )


def chosen_tasks(tasks: Sequence[Task], *, kind: str, stage: str, partner: str, owner: str) -> list[Task]:
    """The tasks that the filters let through; `-` stands for an indicator for which nobody is recorded."""
    return [
        task
        for task in tasks
        if kind in ("", task.kind)
        and stage in ("", task.what)
        and partner in ("", task.one.indicator.lead_partner or NOBODY)
        and owner in ("", task.one.indicator.owner or NOBODY)
    ]


def show(choice: Choice) -> None:
    """The tasks by these choices."""
    st.title(words.TITLE)
    place = choice.view.area.name
    if not choice.tasks:
        st.html(markup.paragraph(words.NOTHING_TO_DO.format(place=place)))
        return
    st.html(markup.paragraph(summary(choice.tasks, place)))
    found = chosen_tasks(
        choice.tasks, kind=choice.kind, stage=choice.stage, partner=choice.partner, owner=choice.owner
    )
    if not found:
        st.html(markup.paragraph(words.NONE_MATCHES))
        st.html(markup.linked_list("", [markup.link(f"inbox{query(VIEW)}", words.SHOW_ALL)]))
        return
    st.html(_table(found, choice.view))
    for note in _notes(found):
        st.html(markup.paragraph(note, quiet=True))
    _downloads(found)


def _table(tasks: Sequence[Task], view: View) -> str:
    rows = []
    for task in tasks:
        said = in_words(task)
        rows.append(
            [
                Cell(markup=markup.link(f"indicator{query(VIEW, code=said.code)}", said.indicator)),
                Cell(said.sign),
                Cell(said.particulars),
                Cell(said.who),
                Cell(markup=_where(task, said.code, said.period)),
            ]
        )
    caption = f"{words.TITLE}, {view.area.name}"
    return markup.table(words.COLUMNS, rows, caption=caption, blocks=True)


def _where(task: Task, code: str, period: str | None) -> str:
    if task.kind == "figure":
        return markup.link(f"submit{query(VIEW, dataset='observation')}", words.SUBMIT)
    if task.kind == "commentary" and period is not None:
        return markup.link(f"commentary{query(VIEW, code=code, period=period)}", words.COMMENT)
    return markup.link(f"indicator{query(VIEW, code=code)}", words.SEE)


def _notes(tasks: Sequence[Task]) -> Iterable[str]:
    yield words.RULES
    figures = [task for task in tasks if task.kind == "figure"]
    assumed = sum(task.due.lag.is_assumed for task in figures)
    if assumed:
        every = assumed == len(figures)
        yield words.LAG_ASSUMED_FOR_ALL if every else words.LAG_ASSUMED_FOR_SOME.format(count=assumed)
    if not any(task.one.indicator.lead_partner or task.one.indicator.owner for task in tasks):
        yield words.NOBODY_NAMED


def _downloads(tasks: Sequence[Task]) -> None:
    with st.container(key="screen-only-download"):
        if any(task.due.missing for task in tasks if task.kind == "figure"):
            st.html(markup.paragraph(words.TEMPLATE_ABOUT, quiet=True))
            st.download_button(
                words.TEMPLATE,
                missing_figures_csv(tasks),
                "missing-figures.csv",
                "text/csv",
                on_click="ignore",
            )
        st.download_button(words.DOWNLOAD, inbox_csv(tasks), "inbox.csv", "text/csv", on_click="ignore")


def _people(names: Iterable[str | None]) -> dict[str, str]:
    """Everybody who is named, and a choice for what nobody is named for."""
    found = set(names)
    known = {name: name for name in sorted(filter(None, found), key=str.casefold)}
    return known | ({NOBODY: words.NOT_NAMED} if None in found else {})
