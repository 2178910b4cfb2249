"""A grid in which the rows of a dataset are edited; what was typed goes the way of every file: findings, preview, record, undo.

The grid keeps the rows that it began with for the session, so that neither a rerun nor somebody else's submission takes away
what was typed. Where it leaves the screen and comes back, what was typed is laid into the rows that it is shown with.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

import streamlit as st

from indicators.datasets import dataset
from indicators.store import Store, StoreError
from indicators.submissions import Receipt
from indicators.submissions.first_start import ready_store
from indicators.ui import markup
from indicators.ui.grid_columns import columns_of
from indicators.ui.grid_rows import Cells, Changes, GridFile
from indicators.ui.grid_session import (
    Grid,
    Kind,
    begin_again,
    done_in,
    editor_key,
    keep,
    opened,
    previewed,
    upload_of,
)
from indicators.ui.submit_commit import receipt_address, show_commit, show_problem
from indicators.ui.submit_findings import show_findings
from indicators.ui.submit_look import look
from indicators.ui.submit_preview import show_preview
from indicators.wording import grid as words
from indicators.wording import submit_page


def show_grid(
    dataset_name: str, *, only: Cells | None = None, defaults: Cells | None = None, key: str = ""
) -> None:
    """The rows of a dataset in a grid, and below it what is found in the changes, what they would do, and the way to record them.

    Args:
        dataset_name: a declared dataset.
        only: shows the rows whose columns have these texts; new rows begin with them.
        defaults: texts that new rows begin with besides.
        key: tells two grids of one dataset on one page apart.
    """
    shown = only or {}
    place = "-".join(filter(None, ("grid", dataset_name, key, _digest(repr(shown)) if shown else "")))
    kind = Kind(dataset(dataset_name), shown, {**shown, **(defaults or {})}, place)
    with st.container(key=f"screen-only-{place}"):
        try:
            _show(ready_store(), kind)
        except StoreError as error:
            show_problem(error, submit_page.NOT_READ)


def _show(store: Store, kind: Kind) -> None:
    snapshot = store.snapshot()
    grid = _edited(opened(snapshot, kind), kind)
    keep(kind, grid)
    done = done_in(kind, grid)
    if not done:
        _tell_recorded(kind)
        st.html(markup.paragraph(words.NOTHING_DONE, quiet=True))
        return
    said = words.done(changed=len(done.cells), added=len(done.added), removed=len(done.removed))
    st.html(markup.paragraph(said))
    if _asked_to_check(kind, grid, done):
        _check(store, kind, previewed(snapshot, kind, done))


def _edited(grid: Grid, kind: Kind) -> Grid:
    """The editor; the grid with what was done in it so far."""
    st.html(markup.paragraph(words.LEAD) + markup.paragraph(words.KEYS, quiet=True))
    editor = editor_key(kind, grid)
    st.data_editor(
        grid.frame,
        key=editor,
        num_rows="dynamic",
        hide_index=True,
        placeholder="",
        alt=kind.declared.title,
        column_config=columns_of(kind.declared, grid.options, kind.defaults),
    )
    return replace(grid, edits=dict(st.session_state[editor]))


def _asked_to_check(kind: Kind, grid: Grid, done: Changes) -> bool:
    """The two buttons; whether these very changes are to be checked."""
    digest = _digest(repr(done))
    with st.container(horizontal=True):
        if st.button(words.CHECK, key=f"{kind.place}-check", type="primary"):
            grid = replace(grid, checked=digest, file=None)
            keep(kind, grid)
        if st.button(words.BEGIN_AGAIN, key=f"{kind.place}-again"):
            begin_again(kind)
            st.rerun()
    return grid.checked == digest


def _check(store: Store, kind: Kind, file: GridFile) -> None:
    """Everything that is found in the changes, what they would do, and the form to record them."""
    for said, rows in ((words.OVERTAKEN, file.overtaken), (words.TAKEN, file.taken)):
        if rows:
            st.warning(said)
            st.html(markup.bullets([words.listed(rows)]))
    upload = upload_of(kind, file)
    looked = look(store, upload)
    show_findings(looked.checked, upload, file.named)
    if looked.checked.preview is None:
        return
    show_preview(store.snapshot(), looked, looked.checked.preview, file.named)
    show_commit(store, upload, looked, then=lambda receipt: _recorded(kind, receipt))


def _recorded(kind: Kind, receipt: Receipt) -> None:
    begin_again(kind)
    st.session_state[f"{kind.place}-told"] = (receipt.id, receipt.already)
    st.rerun()


def _tell_recorded(kind: Kind) -> None:
    told = st.session_state.get(f"{kind.place}-told")
    if told is None:
        return
    entry, already = told
    st.success(words.ALREADY if already else words.RECORDED)
    st.html(markup.linked_list("", [markup.link(receipt_address(entry), words.RECEIPT)]))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
