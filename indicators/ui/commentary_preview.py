"""A commentary that was filled in and checked: what it would change, and then recorded or changed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from indicators.datasets import dataset
from indicators.store import StoreError
from indicators.store.errors import HeadMoved
from indicators.submissions import Checked, Finding, Refused, accept
from indicators.submissions.first_start import ready_store
from indicators.ui import markup
from indicators.ui.loaders import read_what_was_recorded
from indicators.ui.markup import Cell
from indicators.wording import commentary as words
from indicators.wording import file_findings
from indicators.wording.problems import problem

DATASET = "commentary"
PENDING, TYPED, SAID = "commentary-pending", "commentary-typed", "commentary-said"
Subject = tuple[str, ...]


@dataclass(frozen=True)
class Pending:
    """A commentary that waits to be recorded: its row, who and why, its file, and what the check of it came to."""

    row: dict[str, str]
    by: str
    note: str
    raw: bytes
    checked: Checked

    @property
    def subject(self) -> Subject:
        """What it is about: the key of its row."""
        return tuple(self.row[name] for name in dataset(DATASET).key)


def waiting(subject: Subject) -> Pending | None:
    """What waits to be recorded about the subject, if anything does."""
    pending: Pending | None = st.session_state.get(PENDING)
    return pending if pending is not None and pending.subject == subject else None


def typed_before(subject: Subject) -> dict[str, str]:
    """What was typed about the subject and taken back to be changed."""
    return st.session_state.get(TYPED, {}).get(subject, {})


def say_what_happened() -> None:
    """The receipt of what was just recorded, or why it was not, once."""
    said = st.session_state.pop(SAID, None)
    if said is not None:
        went_well, text = said
        (st.success if went_well else st.warning)(text)


def wait(pending: Pending) -> None:
    """Show the preview in place of the form."""
    st.session_state[PENDING] = pending
    st.rerun()


def show_findings(findings: Sequence[Finding], caption: str) -> None:
    """What the check found, column by column."""
    rows = [
        [Cell(_title(each.column)), Cell(file_findings.sentence(each.rule, each.figures))]
        for each in findings
    ]
    st.html(markup.table(words.FINDING_COLUMNS, rows, caption=caption))


def show_preview(pending: Pending) -> None:
    """Every column that would change, as it stands and as it would stand."""
    st.subheader(words.PREVIEW)
    changes = pending.checked.preview.changes if pending.checked.preview else ()
    rows = [
        [Cell(_title(name)), Cell(_shown(name, old)), Cell(_shown(name, new))]
        for change in changes
        for name, (old, new) in change.columns.items()
    ]
    st.html(markup.table(words.PREVIEW_COLUMNS, rows, caption=words.PREVIEW))
    if pending.checked.findings:
        show_findings(pending.checked.findings, words.TO_LOOK_AT)
    st.html(markup.facts([(words.RECORDED_BY, pending.by), (words.NOTE, pending.note)]))
    with st.container(horizontal=True):
        if st.button(words.RECORD, key="commentary-record"):
            _record(pending)
        if st.button(words.CANCEL, key="commentary-cancel"):
            _take_back(pending)


def _record(pending: Pending) -> None:
    store = ready_store()
    checked = pending.checked
    try:
        receipt = accept(
            store,
            DATASET,
            pending.raw,
            checked.reading.file_name,
            by=pending.by,
            note=pending.note,
            expected_head=checked.head,
        )
    except (Refused, HeadMoved):
        # It went through the check a moment ago, so somebody has changed the same commentary since.
        _take_back(pending, words.OVERTAKEN)
    except StoreError as error:
        st.error(" ".join(problem(error.code, error.figures)))
    else:
        read_what_was_recorded(store)
        text = words.RECORDED_ALREADY if receipt.already else words.RECORDED
        st.session_state[SAID] = (True, text.format(entry=receipt.id, hash=receipt.hash))
        del st.session_state[PENDING]
        st.session_state.get(TYPED, {}).pop(pending.subject, None)
        st.rerun()


def _take_back(pending: Pending, why: str = "") -> None:
    """Back to the form, with everything that was typed."""
    typed = {**pending.row, "by": pending.by, "note": pending.note}
    st.session_state[TYPED] = {**st.session_state.get(TYPED, {}), pending.subject: typed}
    del st.session_state[PENDING]
    if why:
        st.session_state[SAID] = (False, why)
    st.rerun()


def _title(column: str | None) -> str:
    declared = dataset(DATASET)
    return declared.field(column).title if column in declared.columns else ""


def _shown(column: str, value: str | None) -> str:
    if not value:
        return words.EMPTY
    known: dict[str, dict[str, str]] = {"state": words.STATES, "judged_rating": words.JUDGED_WORDS}
    return known.get(column, {}).get(value, value)
