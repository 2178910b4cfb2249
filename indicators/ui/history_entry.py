"""One entry of the ledger: what it says of itself, what its check found, its file, and what it changed."""

from __future__ import annotations

import streamlit as st

from indicators.store import Snapshot, StoreError
from indicators.store.chain import find_entry
from indicators.store.entry import FINDINGS, Entry
from indicators.store.entry_files import raw_file
from indicators.store.history import HistoryEntry, history
from indicators.submissions.findings import findings_kept_with
from indicators.submissions.first_start import ready_store
from indicators.ui import markup
from indicators.ui.choices import query
from indicators.ui.history_changes import show_changes
from indicators.ui.history_entries import VIEW, entry_address, what_happened
from indicators.ui.markup import Cell
from indicators.ui.view import View
from indicators.wording import commands, file_findings
from indicators.wording import history as words
from indicators.wording.dates import moment
from indicators.wording.problems import problem


def show_entry(view: View, asked: str) -> None:
    """The entry that goes by `asked`, whatever moment is shown, or that there is none."""
    st.html(markup.linked_list("", [markup.link(f"history{query(VIEW)}", words.ALL_ENTRIES)]))
    entries = view.snapshot.attachment.state.entries
    try:
        entry = find_entry(entries, asked)
    except StoreError:
        st.html(markup.paragraph(words.NO_SUCH_ENTRY.format(given=asked)))
        return
    known = next(each for each in history(view.snapshot) if each.id == entry.id)
    st.header(f"{words.ENTRY} {entry.id}")
    if entry.seq > view.at:
        st.html(markup.paragraph(words.LATER_THAN, quiet=True))
    _facts(known)
    then = query([name for name in VIEW if name != "as_at"], as_at=str(entry.seq))
    st.html(markup.linked_list("", [markup.link(f"./{then}", words.BASKET_THEN)]))
    if entry.kind == "submission":
        redacted = {file for each in entries if each.redacts == entry.id for file in each.redacted_files}
        _file(entry, is_redacted=entry.raw_file in redacted)
        _findings(entry, are_redacted=FINDINGS in redacted)
    _effect(view.snapshot, known)


def _facts(entry: HistoryEntry) -> None:
    st.html(
        markup.facts(
            [
                (words.WHAT, what_happened(entry)),
                (words.RECORDED, moment(entry.recorded_at)),
                (words.SUBMITTED_BY, entry.submitted_by),
                (words.NOTE, entry.note),
                (words.FILE, entry.file_name or ""),
                (words.ROWS, commands.rows(entry.row_count)),
                (words.COUNTS, words.counts(entry.counts) if entry.kind == "submission" else ""),
                (words.HASH, entry.hash),
            ]
        )
    )
    others = [
        (words.WITHDRAWN_BY, entry.withdrawn_by),
        (words.WITHDRAWS, entry.withdraws),
        (words.REDACTS, entry.redacts),
    ]
    for word, other in others:
        if other:
            st.html(markup.linked_list(word, [markup.link(entry_address(other), other)]))


def _file(entry: Entry, *, is_redacted: bool) -> None:
    ledger = ready_store().ledger
    with st.container(key="screen-only-download"):
        st.download_button(
            words.DOWNLOAD_REDACTED if is_redacted else words.DOWNLOAD,
            lambda: raw_file(ledger, entry),
            entry.file_name,
            "application/octet-stream",
            on_click="ignore",
        )


def _findings(entry: Entry, *, are_redacted: bool) -> None:
    st.subheader(words.FINDINGS)
    if are_redacted:
        st.html(markup.paragraph(words.FINDINGS_REDACTED))
        return
    try:
        found = findings_kept_with(ready_store().ledger, entry.id)
    except StoreError as error:
        st.html(markup.paragraph(" ".join(problem(error.code, error.figures))))
        return
    if found is None:
        st.html(markup.paragraph(words.FINDINGS_NOT_KEPT))
        return
    if not found:
        st.html(markup.paragraph(words.NO_FINDINGS))
        return
    rows = [
        [
            Cell("" if each.line is None else f"{each.line:,}"),
            Cell(each.column or ""),
            Cell(each.value or ""),
            Cell(file_findings.sentence(each.rule, each.figures)),
        ]
        for each in found
    ]
    st.html(markup.table(words.FINDINGS_COLUMNS, rows, caption=words.FINDINGS))


def _effect(snapshot: Snapshot, entry: HistoryEntry) -> None:
    st.subheader(words.EFFECT)
    if entry.kind == "redaction":
        st.html(markup.paragraph(words.REDACTION_EFFECT))
        return
    show_changes(
        snapshot,
        entry.dataset,
        entry.seq - 1,
        entry.seq,
        address=lambda number: f"history{query(VIEW, entry=entry.id, rows=number)}",
        caption=words.EFFECT,
    )
