"""The ledger verified before one's eyes: every byte read again, with progress, and the result in words."""

from __future__ import annotations

import streamlit as st

from indicators.store import StoreError
from indicators.store.chain import Chain, place_of
from indicators.store.verification import Verification
from indicators.submissions.first_start import ready_store
from indicators.ui import markup
from indicators.wording import commands
from indicators.wording import history as words
from indicators.wording.dates import moment
from indicators.wording.problems import problem
from indicators.wording.verification import damage


def show_verify() -> None:
    """The button, and after it was pressed the result."""
    st.html(markup.paragraph(words.VERIFY_ABOUT))
    with st.form("verify", border=False):
        head = st.text_input(words.EXPECTED_HEAD, key="verify-head")
        pressed = st.form_submit_button(words.VERIFY)
    if not pressed:
        return
    try:
        ledger = ready_store().ledger
        found = _verified(ledger, head.strip() or None)
        heads = ledger.examination().heads
    except StoreError as error:
        st.error(words.NOT_VERIFIED)
        st.html(markup.paragraph(" ".join(problem(error.code, error.figures))))
        return
    _show_result(found)
    place = place_of(head, heads)
    if place is not None:
        st.html(markup.paragraph(words.HASH_FOUND.format(seq=place.seq)))


def _verified(ledger: Chain, head: str | None) -> Verification:
    of = len(ledger.examination().heads)
    bar = st.progress(0.0, text=words.VERIFYING.format(done=0, of=of))

    def tell(done: int) -> None:
        bar.progress(min(done / max(of, 1), 1.0), text=words.VERIFYING.format(done=done, of=of))

    found = ledger.verify(head, on_entry=tell)
    bar.empty()
    return found


def _show_result(found: Verification) -> None:
    said = commands.verified(found.entries, found.head.seq, found.head.hash, ok=found.ok)
    (st.success if found.ok else st.error)(said)
    st.html(markup.facts([(words.HEAD, found.head.hash)]))
    if found.left_over:
        st.html(markup.paragraph(commands.left_over(found.left_over)))
    if found.problems:
        st.subheader(words.PROBLEMS)
        st.html(
            markup.bullets(
                [damage(each.code, each.entry, each.file, each.figures) for each in found.problems]
            )
        )
    if found.redactions:
        st.subheader(words.REDACTIONS)
        st.html(
            markup.bullets(
                [
                    commands.redacted(each.entry, each.file, moment(each.recorded_at), each.by, each.note)
                    for each in found.redactions
                ]
            )
        )
