"""What was filled in at the desk goes the way of every file: findings, preview, note and name, recorded, undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from indicators.reports.enquiry_rows import DATASET, Row, as_file
from indicators.store import StoreError
from indicators.submissions import Receipt
from indicators.submissions.first_start import ready_store
from indicators.ui import markup
from indicators.ui.submit_commit import receipt_address, show_commit, show_problem
from indicators.ui.submit_findings import show_findings
from indicators.ui.submit_look import Upload, look
from indicators.ui.submit_preview import show_preview
from indicators.wording import enquiry_page as words
from indicators.wording import submit_page

PENDING, SAID_ONCE = "enquiry-pending", "enquiry-said"
FILE_NAME = "questions.csv"


@dataclass(frozen=True)
class Pending:
    """Rows that wait to be recorded: what they are about, their file, and each row's name by its line."""

    about: str
    upload: Upload
    named: dict[int, str]


def wait(about: str, rows: Sequence[Row]) -> None:
    """Show the preview of these rows in place of the form `about`."""
    upload = Upload(DATASET, as_file(rows), FILE_NAME)
    named = {line: row["question"] for line, row in enumerate(rows, 2)}
    st.session_state[PENDING] = Pending(about, upload, named)
    st.rerun()


def is_waiting(about: str) -> bool:
    """Whether rows of the form `about` wait to be recorded."""
    pending: Pending | None = st.session_state.get(PENDING)
    return pending is not None and pending.about == about


def show_waiting(then: Callable[[], None]) -> None:
    """What is found in the rows, what they would change, and the way to record them or to leave them.

    Args:
        then: what is done once they are recorded, before the page is run again.
    """
    pending: Pending = st.session_state[PENDING]
    store = ready_store()
    try:
        looked = look(store, pending.upload)
        show_findings(looked.checked, pending.upload, pending.named)
        preview = looked.checked.preview
        if preview is not None and preview.changes_something:
            show_preview(store.snapshot(), looked, preview, pending.named)
            show_commit(store, pending.upload, looked, then=lambda receipt: _recorded(receipt, then))
        elif preview is not None:
            st.info(words.NOTHING_CHANGES)
    except StoreError as error:
        show_problem(error, submit_page.NOT_READ)
    if st.button(words.CHANGE_AGAIN, key="enquiry-again"):
        del st.session_state[PENDING]
        st.rerun()


def say_what_happened() -> None:
    """The receipt of what was just recorded, once."""
    told: tuple[str, str] | None = st.session_state.pop(SAID_ONCE, None)
    if told is not None:
        entry, digest = told
        st.success(words.RECORDED.format(entry=entry, hash=digest))
        st.html(markup.linked_list("", [markup.link(receipt_address(entry), submit_page.SHOW_RECEIPT)]))


def missing(texts: Iterable[tuple[str, str]]) -> bool:
    """Say which texts were left empty; each comes with what to say of it."""
    left = [said for said, text in texts if not text.strip()]
    for said in left:
        st.error(said)
    return bool(left)


def _recorded(receipt: Receipt, then: Callable[[], None]) -> None:
    st.session_state.pop(PENDING, None)
    st.session_state[SAID_ONCE] = (receipt.id, receipt.hash)
    then()
    st.rerun()
