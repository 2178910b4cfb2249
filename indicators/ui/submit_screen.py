"""Submit figures from top to bottom: choose what it is, send a file, findings, preview, record; or receipts and undo."""

from __future__ import annotations

import streamlit as st

from indicators.datasets import Dataset, dataset, names
from indicators.store import Store, StoreError
from indicators.submissions import described_template, template
from indicators.submissions.first_start import ready_store
from indicators.submissions.limits import FILE_BYTES_MOST, SENT_BYTES_MOST
from indicators.ui import markup
from indicators.ui.choices import choose_one, choose_view
from indicators.ui.markup import Cell
from indicators.ui.submit_commit import show_commit, show_problem
from indicators.ui.submit_files import in_force_csv
from indicators.ui.submit_findings import show_findings, show_reading
from indicators.ui.submit_look import Upload, look
from indicators.ui.submit_preview import show_preview
from indicators.ui.submit_receipts import show_receipts
from indicators.ui.submit_targets import show_trajectories
from indicators.wording import submit_page as words
from indicators.wording.submitting import largest

FIRST = "observation"


def show() -> None:
    """The page, in the part that the address names."""
    st.title(words.TITLE)
    st.html(markup.paragraph(words.LEAD))
    with st.container(key="screen-only-parts"):
        part = choose_view(words.TITLE, "part", words.PARTS, default="file")
    store = ready_store()
    try:
        if part == "receipts":
            show_receipts(store)
        else:
            _file(store)
    except StoreError as error:
        show_problem(error, words.NOT_READ)


def _file(store: Store) -> None:
    declared = _choose()
    sent = st.file_uploader(words.FILE, key=f"submit-file-{declared.name}", help=words.FILE_HELP)
    if sent is None:
        st.html(markup.paragraph(largest(SENT_BYTES_MOST, FILE_BYTES_MOST), quiet=True))
        return
    upload = Upload(declared.name, sent.getvalue(), sent.name)
    looked = look(store, upload)
    checked = looked.checked
    show_reading(checked)
    show_findings(checked, upload)
    if checked.preview is None:
        return
    show_preview(store.snapshot(), looked, checked.preview)
    if declared.name == "target":
        show_trajectories(store.snapshot(), looked.would_change)
    with st.container(key="screen-only-record"):
        show_commit(store, upload, looked)


def _choose() -> Dataset:
    """Which dataset the file is for, with what it must look like."""
    titles = {name: dataset(name).title for name in sorted(names(), key=lambda name: dataset(name).title)}
    declared = dataset(choose_one(words.WHICH, "dataset", titles, default=FIRST))
    st.html(markup.paragraph(declared.description))
    if declared.name == "target":
        st.html(markup.paragraph(words.TARGETS_LEAD))
    with st.container(key="screen-only-form"), st.expander(words.FORM_OF_FILE):
        st.html(markup.paragraph(words.FORM_LEAD))
        rows = [
            [
                Cell(field.name, quiet=field.title),
                Cell(field.description),
                Cell(words.YES if field.required else words.NO),
                Cell(", ".join(field.choices) or words.KINDS_OF_CELL[field.type]),
            ]
            for field in declared.fields
        ]
        st.html(markup.table(words.FORM_COLUMNS, rows, caption=declared.title))
    with st.container(horizontal=True, key="screen-only-templates"):
        _offer(words.TEMPLATE, template(declared), f"{declared.name}.csv")
        _offer(words.DESCRIBED, described_template(declared), f"{declared.name}-columns.csv")
        st.download_button(
            words.IN_FORCE,
            lambda: in_force_csv(ready_store().snapshot(), declared.name),
            f"{declared.name}-recorded.csv",
            "text/csv",
            on_click="ignore",
        )
    return declared


def _offer(label: str, content: bytes, file_name: str) -> None:
    st.download_button(label, content, file_name, "text/csv", on_click="ignore")
