"""Key lines of enquiry from top to bottom: the part, its choices, then what they show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from indicators.scrutiny.question import RULES
from indicators.ui import markup
from indicators.ui.choices import choose_view
from indicators.ui.enquiry_edit import show_edit
from indicators.ui.enquiry_meeting import choose_meeting, show_meeting
from indicators.ui.enquiry_promises import show_promises
from indicators.ui.enquiry_suggested import choose_weight, show_suggested
from indicators.ui.view import View, choose_view_of
from indicators.wording import enquiry_page as words

SUGGESTED, MEETING, PROMISES, EDIT = words.PARTS


@dataclass(frozen=True)
class Choice:
    """What the desk shows by: a part of it, a view, and what the part itself is chosen by."""

    part: str
    view: View
    chosen: str


def head() -> None:
    """The title, and what the page is."""
    st.title(words.TITLE)
    st.html(markup.paragraph(words.LEAD.format(rules=len(RULES))))


def choose_part() -> str:
    """Which part is shown."""
    return choose_view(words.TITLE, "part", words.PARTS, default=SUGGESTED)


def choose(part: str) -> Choice:
    """The controls of a part."""
    view = choose_view_of()
    controls: dict[str, Callable[[View], str]] = {
        SUGGESTED: lambda _: choose_weight(),
        MEETING: choose_meeting,
        EDIT: choose_meeting,
    }
    return Choice(part, view, controls[part](view) if part in controls else "")


def show(choice: Choice) -> None:
    """The part by these choices."""
    if choice.part == SUGGESTED:
        show_suggested(choice.view, choice.chosen)
    elif choice.part == MEETING:
        show_meeting(choice.view, choice.chosen)
    elif choice.part == PROMISES:
        show_promises(choice.view)
    else:
        show_edit(choice.view, choice.chosen)
