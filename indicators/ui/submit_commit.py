"""The last step: a note, a stated name, and the file is recorded, whole or not at all. What was typed is never lost."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from indicators.store import Store, StoreError
from indicators.store.errors import HeadMoved
from indicators.submissions import Receipt, Refused, accept
from indicators.ui import markup
from indicators.ui.choices import query
from indicators.ui.loaders import read_what_was_recorded
from indicators.ui.submit_look import Looked, Upload, forget, recorded_as, stages
from indicators.wording import submit_page as words
from indicators.wording.problems import problem

NOTE, BY = "submit-note", "submit-by"
SAID_ONCE = "submit-said"  # what the run before has to tell
NOTE_MOST, BY_MOST = 1_000, 120


def show_commit(
    store: Store, upload: Upload, looked: Looked, *, then: Callable[[Receipt], None] | None = None
) -> None:
    """The form, or that the same rows are recorded already.

    Args:
        store: the store.
        upload: the file.
        looked: what is known of it.
        then: what follows once it is recorded; its receipt is shown, unless given.
    """
    recorded = recorded_as(store, upload, looked)
    if recorded is not None:
        st.info(words.ALREADY_SENT)
        st.html(markup.linked_list("", [markup.link(receipt_address(recorded.id), words.SHOW_RECEIPT)]))
        return
    st.header(words.RECORD)
    with st.form("submit-record", enter_to_submit=False, border=False):
        note = st.text_area(words.NOTE, key=NOTE, max_chars=NOTE_MOST, persist_state="session")
        by = stated_name()
        pressed = st.form_submit_button(words.COMMIT)
    told = st.session_state.pop(SAID_ONCE, None)
    if told:
        st.warning(told)
    if not pressed:
        return
    missing = [
        said
        for said, text in ((words.NOTE_MISSING, note), (words.BY_MISSING, by))
        if not (text or "").strip()
    ]
    for said in missing:
        st.error(said)
    if not missing:
        receipt = _record(store, upload, looked, note=note.strip(), by=by.strip())
        if receipt is not None:
            forget()
            del st.session_state[NOTE]
            (then or _show)(receipt)


def receipt_address(entry: str) -> str:
    """Where an entry's receipt stands, with the way to undo it."""
    return f"submit{query([], part='receipts', entry=entry)}"


def stated_name() -> str:
    """The field for who it is; it stays filled in for the session."""
    return st.text_input(
        words.BY, key=BY, max_chars=BY_MOST, help=words.BY_HELP, autocomplete="off", persist_state="session"
    )


def show_problem(error: StoreError, lead: str) -> None:
    """What went wrong, with the way out."""
    what, way_out = problem(error.code, error.figures)
    st.error(lead)
    st.html(markup.paragraph(what) + markup.paragraph(way_out))


def _record(store: Store, upload: Upload, looked: Looked, *, note: str, by: str) -> Receipt | None:
    """Record it; None where it was not, which has been said.

    The same file pressed twice, or sent again after a reload, is recognised by its hash and gets the first receipt.
    """
    place = st.empty()
    try:
        with place.container(), st.status(words.LOOKING) as progress:
            receipt = accept(
                store,
                upload.dataset,
                upload.raw,
                upload.file_name,
                by=by,
                note=note,
                expected_head=looked.checked.head,
                tell=stages(lambda label: progress.update(label=label)),
            )
            progress.update(label=words.MAKING_READY)
            read_what_was_recorded(store)
            return receipt
    except HeadMoved:
        _look_again(words.LOOKED_AGAIN)
    except Refused:
        _look_again(words.LOOKED_AGAIN_ERRORS)
    except StoreError as error:
        place.empty()
        show_problem(error, words.NOT_RECORDED)
    return None


def _look_again(said: str) -> None:
    forget()
    st.session_state[SAID_ONCE] = said
    st.rerun()


def _show(receipt: Receipt) -> None:
    """The receipt, whose address outlives a reload."""
    st.session_state[SAID_ONCE] = words.ALREADY_SENT if receipt.already else words.RECORDED
    st.query_params.update(part="receipts", entry=receipt.id)
    st.rerun()
