"""The grid of the tagging workbench: one row a line, a column for each level; what was typed is kept over pages and reruns."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from indicators.assessments.tagging import LineKey, LineToTag
from indicators.ui.tagging_cells import LEVEL, TAKE, Typed, is_changed, shown
from indicators.ui.tagging_choices import Choice
from indicators.wording import tagging as words

if TYPE_CHECKING:
    import pandas as pd

LEVEL_WIDTH = 110  # pixels: the longest of the headings with its sign


@dataclass(frozen=True)
class Work:
    """What one session has filled in at one workplace and not recorded: what was typed, by line, with the line as it began.

    `on_screen` is the page that the editor was given; `round` tells one editor from the next; `checked` is what was last asked
    to be checked.
    """

    typed: Mapping[LineKey, Typed] = field(default_factory=dict)
    began: Mapping[LineKey, LineToTag] = field(default_factory=dict)
    on_screen: Page | None = None
    round: int = 0
    checked: str = ""


@dataclass(frozen=True)
class Page:
    """The rows of an editor: which were asked for, the lines, and their frame. It stays as it is while it is on the screen."""

    asked: tuple[object, ...]
    lines: tuple[LineToTag, ...]
    typed: Mapping[LineKey, Typed]
    frame: pd.DataFrame
    editor: str


def place_of(choice: Choice) -> str:
    """Where the session keeps the work at this workplace."""
    return f"tagging-{hashlib.sha256(repr(choice.workplace).encode()).hexdigest()[:16]}"


def show_grid(choice: Choice) -> Work:
    """The lines of the page in an editor, and everything that was filled in so far, on this page and the others."""
    place = place_of(choice)
    work: Work = st.session_state.get(place, Work())
    page = work.on_screen
    asked = (choice.which, choice.here.number, work.round)
    if (
        page is None
        or page.asked != asked
        or page.editor not in st.session_state
        or _is_outdated(page, work, choice)
    ):
        page = _laid(choice, work, asked)
    st.data_editor(
        page.frame,
        key=page.editor,
        hide_index=True,
        placeholder="",
        alt=words.GRID,
        num_rows="fixed",
        disabled=not choice.is_open,
        column_config=_columns(choice),
    )
    work = _with_edits(replace(work, on_screen=page), st.session_state[page.editor]["edited_rows"])
    st.session_state[place] = work
    return work


def can_take_all(choice: Choice) -> bool:
    """Whether lines of the page are not coded yet and have a suggestion; a second coder judges each alone."""
    return choice.workplace.role == "first" and any(
        line.suggestion and line.own is None for line in choice.listed.lines
    )


def take_all(choice: Choice) -> None:
    """Take the suggestion of every line of the page that is not coded and in which nothing was typed."""
    work: Work = st.session_state.get(place_of(choice), Work())
    taken = [
        line
        for line in choice.listed.lines
        if line.suggestion and line.own is None and line.key not in work.typed
    ]
    st.session_state[place_of(choice)] = replace(
        work,
        typed={**work.typed, **{line.key: {TAKE: True} for line in taken}},
        began={**work.began, **{line.key: line for line in taken}},
        round=work.round + 1,
    )


def forget(choice: Choice) -> None:
    """Begin again with what is recorded, in a new editor."""
    work: Work = st.session_state.get(place_of(choice), Work())
    st.session_state[place_of(choice)] = Work(round=work.round + 1)


def _is_outdated(page: Page, work: Work, choice: Choice) -> bool:
    """Whether something newer is recorded and nothing on the page is filled in."""
    return page.lines != choice.listed.lines and not any(line.key in work.typed for line in page.lines)


def _laid(choice: Choice, work: Work, asked: tuple[object, ...]) -> Page:
    """A page laid anew, with what was typed in its rows; its editor knows nothing of what was done in the last."""
    lines = choice.listed.lines
    typed = {line.key: work.typed[line.key] for line in lines if line.key in work.typed}
    moderates = choice.workplace.role == "moderated"
    rows = [
        shown(line, choice.levels, choice.titles, typed.get(line.key, {}), moderates=moderates)
        for line in lines
    ]
    before = 0 if work.on_screen is None else int(work.on_screen.editor.rpartition("-")[2])
    frame = _frame(rows, _names(choice), ticks=not moderates)
    return Page(asked, lines, typed, frame, f"{place_of(choice)}-editor-{before + 1}")


def _with_edits(work: Work, edits: Mapping[int, Typed]) -> Work:
    page = work.on_screen
    if page is None:
        return work
    typed, began = dict(work.typed), dict(work.began)
    by_row = {int(number): cells for number, cells in edits.items()}
    for number, line in enumerate(page.lines):
        now = {**page.typed.get(line.key, {}), **by_row.get(number, {})}
        if is_changed(line, now):
            typed[line.key] = now
            began.setdefault(line.key, line)
        else:
            typed.pop(line.key, None)
            began.pop(line.key, None)
    return replace(work, typed=typed, began=began)


def _names(choice: Choice) -> list[str]:
    """The columns in their order."""
    beside = ["first", "second", TAKE] if choice.workplace.role == "moderated" else ["suggestion", TAKE]
    levels = [f"{LEVEL}{level}" for level in choice.levels]
    return [
        *("line", "amount", *beside, *levels, "confidence", "rationale"),
        *("driver", "main_purpose", "target_population", "service"),
    ]


def _frame(rows: list[dict[str, Any]], names: list[str], *, ticks: bool) -> pd.DataFrame:
    """The rows as the editor takes them, typed also where all cells are empty."""
    import pandas as pd  # noqa: PLC0415 - 65 MB, of use only to those who edit

    return pd.DataFrame(
        {name: pd.Series([row.get(name) for row in rows], dtype=_dtype(name, ticks=ticks)) for name in names}
    )


def _dtype(name: str, *, ticks: bool) -> str:
    if name.startswith(LEVEL):
        return "float64"
    return "bool" if name == TAKE and ticks else "str"


def _columns(choice: Choice) -> dict[str, Any]:
    column = st.column_config
    fixed: dict[str, Any] = {
        "line": column.TextColumn(words.LINE, disabled=True, pinned=True),
        "service": column.TextColumn(words.SERVICE, disabled=True),
        "amount": column.TextColumn(words.AMOUNT, disabled=True, alignment="right"),
        "suggestion": column.TextColumn(words.SUGGESTED, disabled=True, width="medium"),
        "first": column.TextColumn(words.FIRST, disabled=True, width="medium"),
        "second": column.TextColumn(words.SECOND, disabled=True, width="medium"),
        TAKE: column.CheckboxColumn(words.TAKE, help=words.TAKE_HELP),
        "confidence": column.SelectboxColumn(
            words.CONFIDENCE, help=words.CONFIDENCE_HELP, options=list(words.CONFIDENCES)
        ),
        "rationale": column.TextColumn(words.RATIONALE, help=words.RATIONALE_HELP, width="medium"),
        "driver": column.TextColumn(words.DRIVER, help=words.DRIVER_HELP),
        "main_purpose": column.TextColumn(words.PURPOSE, help=words.PURPOSE_HELP),
        "target_population": column.TextColumn(words.POPULATION, help=words.POPULATION_HELP),
    }
    if choice.workplace.role == "moderated":
        fixed[TAKE] = column.SelectboxColumn(
            words.TAKE_WHOSE,
            help=words.TAKE_WHOSE_HELP,
            options=list(words.WHOSE_CODING),
            format_func=words.WHOSE_CODING.__getitem__,
        )
    levels = {
        f"{LEVEL}{level}": column.NumberColumn(
            words.level_column(choice.titles[level]),
            help=words.SHARE_HELP,
            min_value=0,
            max_value=100,
            format="%g",
            width=LEVEL_WIDTH,
        )
        for level in choice.levels
    }
    return {name: config for name, config in {**fixed, **levels}.items() if name in _names(choice)}
