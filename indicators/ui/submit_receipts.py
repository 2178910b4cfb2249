"""One entry of the ledger: its receipt, and its undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from indicators.assessments.would_change import WouldChange, change_by_withdrawal
from indicators.reports.would_change import Judgement, judgements
from indicators.store import Store, StoreError, Version, queries
from indicators.store.activity import withdrawers
from indicators.store.as_at import today
from indicators.store.chain import find_entry
from indicators.store.entry import Entry
from indicators.store.withdrawing import entries_in, hindrances, withdraw
from indicators.ui import markup
from indicators.ui.choices import choose_one, chosen, query
from indicators.ui.loaders import read_what_was_recorded
from indicators.ui.submit_commit import NOTE_MOST, SAID_ONCE, show_problem, stated_name
from indicators.ui.submit_files import dataset_title, receipt_facts, receipt_text
from indicators.ui.submit_preview import show_judgements
from indicators.wording import submit_page as words
from indicators.wording.commands import what_happened
from indicators.wording.dates import moment

UNDO_NOTE = "submit-undo-note"
KEPT = "submit-undo-effect"
NONE = ""


@dataclass(frozen=True)
class Effect:
    """What an undo would change in one version of the figures.

    `editions` are the published editions and `needed_by` the entries that forbid it.
    """

    of: tuple[Version, str]
    editions: tuple[str, ...]
    needed_by: tuple[str, ...]
    would_change: WouldChange
    judgements: tuple[Judgement, ...]


def show_receipts(store: Store) -> None:
    """The choice of an entry, its receipt, and its undo or why there is none."""
    entries = store.ledger.entries()
    entry = _choose(entries)
    told = st.session_state.pop(SAID_ONCE, None)
    if entry is None:
        return
    if told:
        st.success(told)
    silenced = withdrawers(entries).get(entry.id)
    _receipt(entry, silenced.id if silenced else None)
    if silenced is not None:
        st.info(words.IS_UNDONE)
        address = query([], part="receipts", entry=silenced.id)
        st.html(markup.linked_list("", [markup.link(address, words.SHOW_UNDO)]))
    elif entry.kind == "redaction":
        st.info(words.NEVER_UNDONE)
    else:
        _undo(store, entry)


def _choose(entries: Sequence[Entry]) -> Entry | None:
    options = {NONE: words.CHOOSE_ENTRY} | {each.id: _title(each) for each in reversed(entries)}
    given = chosen("entry")
    picked = choose_one(words.ENTRY, "entry", options, default=NONE, read=lambda text: _read(entries, text))
    if given and picked == NONE:
        st.html(markup.paragraph(words.NO_ENTRY.format(given=given)))
    elif picked == NONE:
        st.html(markup.paragraph(words.RECEIPTS_LEAD))
    return next((each for each in entries if each.id == picked), None)


def _read(entries: Sequence[Entry], given: str) -> str | None:
    """The entry that the address means by its number or the beginning of its id."""
    try:
        return find_entry(tuple(entries), given).id
    except StoreError:
        return None


def _title(entry: Entry) -> str:
    what = what_happened(entry.kind, dataset_title(entry.dataset), entry.withdraws or entry.redacts)
    return f"{entry.seq} · {moment(entry.recorded_at)} · {what} · {entry.note}"


def _receipt(entry: Entry, withdrawn_by: str | None) -> None:
    st.header(words.RECEIPT)
    st.html(markup.facts(receipt_facts(entry, withdrawn_by).items()))
    st.html(markup.paragraph(words.KEEP_THE_HASH, quiet=True))
    with st.container(horizontal=True, key="screen-only-receipt"):
        st.download_button(
            words.RECEIPT_FILE,
            receipt_text(entry, withdrawn_by),
            f"receipt-{entry.id}.txt",
            "text/plain",
            on_click="ignore",
        )
    st.html(
        markup.linked_list("", [markup.link(query([], dataset=entry.dataset) or "?", words.SUBMIT_ANOTHER)])
    )


def _undo(store: Store, entry: Entry) -> None:
    """What an undo would change, then its form; where something forbids it, what."""
    st.header(words.UNDO)
    st.html(markup.paragraph(words.UNDO_LEAD))
    effect = _effect(store, entry)
    if effect.editions:
        st.info(words.FIXED.format(editions=", ".join(effect.editions)))
        return
    if effect.needed_by:
        st.info(words.NEEDED)
        links = [markup.link(query([], part="receipts", entry=each), each) for each in effect.needed_by]
        st.html(markup.linked_list(words.NEEDED_BY, links))
        return
    show_judgements(effect.would_change, effect.judgements)
    with st.form(f"submit-undo-{entry.id}", enter_to_submit=False, border=False):
        note = st.text_area(words.UNDO_NOTE, key=UNDO_NOTE, max_chars=NOTE_MOST, persist_state="session")
        by = stated_name()
        pressed = st.form_submit_button(words.UNDO_IT)
    if not pressed:
        return
    missing = [
        said
        for said, text in ((words.UNDO_NOTE_MISSING, note), (words.BY_MISSING, by))
        if not (text or "").strip()
    ]
    for said in missing:
        st.error(said)
    if not missing:
        _withdraw(store, entry, note=note.strip(), by=by.strip())


def _withdraw(store: Store, entry: Entry, *, note: str, by: str) -> None:
    try:
        done = withdraw(store, entry.id, by=by, note=note)
    except StoreError as error:
        show_problem(error, words.NOT_UNDONE)
        return
    read_what_was_recorded(store)
    del st.session_state[UNDO_NOTE]
    st.session_state[SAID_ONCE] = words.RECORDED
    st.query_params.update(part="receipts", entry=done.id)
    st.rerun()


def _effect(store: Store, entry: Entry) -> Effect:
    """What would come of the undo, worked out once for a version of the figures."""
    snapshot = store.snapshot()
    of = (snapshot.version, entry.id)
    kept = st.session_state.get(KEPT)
    if kept is not None and kept.of == of:
        return kept
    place = st.empty()
    with place.container(), st.status(words.LOOKING) as progress:
        against = hindrances(snapshot, entry.id)
        needed_by = entries_in(against.needs)
        found = (
            WouldChange()
            if against.editions or needed_by
            else change_by_withdrawal(
                snapshot,
                entry.id,
                entry.dataset,
                as_of=today(),
                tell=lambda done, of_all: progress.update(label=words.JUDGING.format(done=done, of=of_all)),
            )
        )
    place.empty()
    places = {area.code: area.name for area in queries.areas(snapshot)}
    effect = Effect(of, against.editions, needed_by, found, judgements(found, places))
    st.session_state[KEPT] = effect
    return effect
