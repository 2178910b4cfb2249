"""The example of a register: tried file by file through the door that every file goes through, and withdrawn as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import streamlit as st

from indicators.datasets import dataset
from indicators.datasets.example_files import example, example_names
from indicators.store import Store, StoreError
from indicators.store.entry import Entry
from indicators.store.withdrawing import withdraw
from indicators.submissions import Receipt
from indicators.submissions.first_start import ready_store
from indicators.ui import markup
from indicators.ui.loaders import read_what_was_recorded
from indicators.ui.submit_commit import NOTE_MOST, receipt_address, show_commit, show_problem, stated_name
from indicators.ui.submit_findings import show_findings
from indicators.ui.submit_look import Upload, look
from indicators.ui.submit_preview import show_preview
from indicators.wording import register as words
from indicators.wording import submit_page

TRYING = "register-trying"
SAID_ONCE = "register-said"
WITHDRAW_NOTE = "register-withdraw-note"


def show_example(names: Sequence[str]) -> None:
    """The way to try the example of these datasets and to withdraw it; nothing where they have none."""
    having = [name for name in example_names() if name in names]
    if not having:
        return
    store = ready_store()
    with st.container(key="screen-only-example"):
        try:
            _show(store, having)
        except StoreError as error:
            show_problem(error, submit_page.NOT_READ)


def show_example_standing(names: Sequence[str]) -> None:
    """For a register that is not empty: that made-up entries stand in it, and the way to withdraw them; else nothing."""
    store = ready_store()
    if any(_recorded(store, name) for name in example_names() if name in names):
        show_example(names)
    elif told := st.session_state.pop(SAID_ONCE, None):
        st.success(told)


def _show(store: Store, having: Sequence[str]) -> None:
    recorded = {name: entry for name in having if (entry := _recorded(store, name))}
    waiting = [name for name in having if name not in recorded]
    st.header(words.EXAMPLE_STANDS if recorded else words.EXAMPLE)
    st.html(markup.paragraph(words.EXAMPLE_STANDS_LEAD if recorded else words.EXAMPLE_LEAD))
    told = st.session_state.pop(SAID_ONCE, None)
    if told:
        st.success(told)
    if recorded:
        links = [
            markup.link(receipt_address(entry.id), dataset(name).title) for name, entry in recorded.items()
        ]
        st.html(markup.linked_list(words.RECORDED_AS, links))
    if waiting and _is_trying():
        st.subheader(
            words.STEP.format(number=len(recorded) + 1, of=len(having), title=dataset(waiting[0]).title)
        )
        _try(store, waiting[0])
    elif recorded:
        _withdraw_form(store, recorded)


def _is_trying() -> bool:
    """The button that begins the trial or leaves it; whether it goes on."""
    trying = bool(st.session_state.get(TRYING))
    if st.button(words.LEAVE if trying else words.TRY, key="register-try"):
        st.session_state[TRYING] = not trying
        st.rerun()
    return trying


def _try(store: Store, name: str) -> None:
    upload = Upload(name, example(name) or b"", f"{name}-example.csv")
    looked = look(store, upload)
    show_findings(looked.checked, upload)
    if looked.checked.preview is not None:
        show_preview(store.snapshot(), looked, looked.checked.preview)
        show_commit(store, upload, looked, then=_tried)


def _tried(_: Receipt) -> None:
    st.session_state[SAID_ONCE] = words.TRIED
    st.rerun()


def _withdraw_form(store: Store, recorded: Mapping[str, Entry]) -> None:
    with st.form("register-withdraw", enter_to_submit=False, border=False):
        note = st.text_area(words.WITHDRAW_NOTE, key=WITHDRAW_NOTE, max_chars=NOTE_MOST)
        by = stated_name()
        pressed = st.form_submit_button(words.WITHDRAW)
    if not pressed:
        return
    missing = [
        said
        for said, text in ((submit_page.UNDO_NOTE_MISSING, note), (submit_page.BY_MISSING, by))
        if not (text or "").strip()
    ]
    for said in missing:
        st.error(said)
    if not missing:
        _withdraw(store, recorded, note=note.strip(), by=by.strip())


def _withdraw(store: Store, recorded: Mapping[str, Entry], *, note: str, by: str) -> None:
    """Withdraw file by file, what points at others first."""
    try:
        for entry in reversed(recorded.values()):
            withdraw(store, entry.id, by=by, note=note)
    except StoreError as error:
        show_problem(error, submit_page.NOT_UNDONE)
        return
    read_what_was_recorded(store)
    st.session_state[TRYING] = False
    st.session_state[SAID_ONCE] = words.WITHDRAWN
    st.rerun()


def _recorded(store: Store, name: str) -> Entry | None:
    """The entry that counts and holds the example of a dataset."""
    digest = hashlib.sha256(example(name) or b"").hexdigest()
    return store.ledger.find_same_content(name, raw_sha256=digest)
