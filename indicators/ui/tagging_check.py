"""What was filled in, checked: findings, what the headline would be, the largest changes, the questions; and the way to record it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from indicators.assessments.tagging import (
    Coder,
    Filled,
    LineKey,
    LineToTag,
    coded_before,
    lines_named,
    moved_most,
    rows_of,
)
from indicators.assessments.tagging_effect import Effect, effect_of
from indicators.datasets import dataset
from indicators.reports import audit_words
from indicators.store import Snapshot, Store, queries
from indicators.store.as_at import today
from indicators.store.rows import REMOVE, canonical_rows
from indicators.submissions import Receipt
from indicators.submissions.first_start import ready_store
from indicators.ui import markup
from indicators.ui.markup import Cell
from indicators.ui.submit_commit import receipt_address, show_commit
from indicators.ui.submit_findings import show_findings
from indicators.ui.submit_look import Looked, Upload, look
from indicators.ui.submit_preview import show_preview
from indicators.ui.tagging_cells import filled
from indicators.ui.tagging_choices import Choice
from indicators.ui.tagging_grid import Work, forget, place_of
from indicators.wording import prevention_findings
from indicators.wording import tagging as words
from indicators.wording.prevention_page import coded

TAGS = "prevention_tag"
OURS = "OURS"
WHO, WHERE, KEY = "tagging-who", "tagging-where", "tagging-key"
FIRST_LINE = 2  # the headings stand on the first
WHO_MOST, WHERE_MOST = 120, 300


@dataclass(frozen=True)
class Codings:
    """What was filled in, over the lines as they are recorded now; `overtaken` were recorded anew meanwhile."""

    lines: tuple[LineToTag, ...]
    filled: tuple[Filled, ...]
    overtaken: tuple[str, ...]


def show_check(choice: Choice, work: Work) -> None:
    """What is open, who codes, and on request everything that would follow, down to the form that records it."""
    if not work.typed:
        _tell_recorded(choice)
        st.html(markup.paragraph(words.NOTHING_DONE, quiet=True))
        return
    store = ready_store()
    codings = _codings(store.snapshot(), choice, work)
    st.html(markup.paragraph(words.done(len(codings.filled))))
    still_open = [
        words.open_line(words.line_name(each.key), each.whole) for each in codings.filled if each.is_open
    ]
    if still_open:
        st.html(markup.paragraph(words.OPEN_LINES) + markup.bullets(still_open))
    coder = _coder(store.snapshot(), choice)
    if _asked_to_check(choice, work, codings, coder):
        if coder.name:
            _check(store, choice, codings, coder)
        else:
            st.error(words.CODER_MISSING)


def _codings(snapshot: Snapshot, choice: Choice, work: Work) -> Codings:
    asked = tuple((key, work.began[key].amount) for key in sorted(work.typed))
    lines = lines_named(snapshot, snapshot.version.seq, choice.workplace, asked)
    return Codings(
        lines=lines,
        filled=tuple(filled(line, work.typed[line.key]) for line in lines),
        overtaken=tuple(words.line_name(line.key) for line in lines if line.own != work.began[line.key].own),
    )


def _coder(snapshot: Snapshot, choice: Choice) -> Coder:
    """Who codes and on what grounds, as stated; it stays filled in for the session."""
    sources = {each.key: f"{each.key} · {each.title}" for each in queries.sources(snapshot)}
    with st.container(horizontal=True, key="screen-only-coder"):
        name = st.text_input(words.YOU, key=WHO, max_chars=WHO_MOST, persist_state="session")
        where = st.text_input(
            words.SOURCE, words.SOURCE_DEFAULT, key=WHERE, max_chars=WHERE_MOST, persist_state="session"
        )
        key = st.selectbox(
            words.SOURCE_KEY,
            list(sources),
            index=list(sources).index(OURS) if OURS in sources else 0,
            format_func=sources.__getitem__,
            key=KEY,
            persist_state="session",
        )
    at = choice.workplace
    return Coder(
        at.edition,
        at.scheme,
        at.organisation,
        at.role,
        (name or "").strip(),
        today(),
        (where or "").strip(),
        key or "",
    )


def _asked_to_check(choice: Choice, work: Work, codings: Codings, coder: Coder) -> bool:
    """The two buttons; whether these very codings are to be checked."""
    digest = hashlib.sha256(repr((codings.filled, coder)).encode()).hexdigest()
    place = place_of(choice)
    with st.container(horizontal=True, key="screen-only-buttons"):
        if st.button(words.CHECK, key="tagging-check", type="primary"):
            st.session_state[place] = replace(work, checked=digest)
        if st.button(words.BEGIN_AGAIN, key="tagging-again"):
            forget(choice)
            st.rerun()
    return st.session_state[place].checked == digest


def _check(store: Store, choice: Choice, codings: Codings, coder: Coder) -> None:
    """Everything that is found in the codings and would follow from them, and the form to record them."""
    if codings.overtaken:
        st.warning(words.OVERTAKEN)
        st.html(markup.bullets(codings.overtaken))
    told = [(each.key, row) for each in codings.filled for row in rows_of(each, coder, remove=REMOVE)]
    upload = Upload(TAGS, canonical_rows(dataset(TAGS), (row for _, row in told)), words.FILE_NAME)
    named = {number: _row_name(key, row) for number, (key, row) in enumerate(told, FIRST_LINE)}
    looked = look(store, upload)
    show_findings(looked.checked, upload, named)
    if looked.checked.preview is None:
        return
    _effect(store.snapshot(), choice, codings, looked)
    show_preview(store.snapshot(), looked, looked.checked.preview, named)
    show_commit(store, upload, looked, then=lambda receipt: _recorded(choice, receipt))


def _row_name(key: LineKey, row: dict[str, str]) -> str:
    return f"{words.line_name(key)}, {row['prevention_level']}"


def _effect(snapshot: Snapshot, choice: Choice, codings: Codings, looked: Looked) -> None:
    """What the headline would be, what would move most, and what would be asked then."""
    st.header(words.EFFECT)
    if choice.workplace.role == "second":
        st.html(markup.paragraph(words.SECOND_NO_HEADLINE))
        return
    found = _worked_out(snapshot, choice, looked)
    if found is None or found.after.this_year is None:
        return
    now = found.before.this_year if found.before else None
    said = words.would_be(
        audit_words.year(found.after.edition.period),
        audit_words.exact(now.shares.core_of_in_scope) if now else None,
        audit_words.exact(found.after.this_year.shares.core_of_in_scope),
    )
    st.html(markup.paragraph(said) + markup.paragraph(audit_words.headline(found.after)))
    _largest(snapshot, choice, codings)
    st.subheader(words.QUESTIONS)
    asked = [
        [Cell(each.subject), Cell(prevention_findings.sentence(each.rule, each.figures))]
        for each in found.new_questions
    ]
    st.html(
        markup.table(prevention_findings.COLUMNS, asked, caption=words.QUESTIONS_CAPTION)
        if asked
        else markup.paragraph(words.NO_QUESTIONS)
    )


def _worked_out(snapshot: Snapshot, choice: Choice, looked: Looked) -> Effect | None:
    """The effect, worked out once for a version and a file."""
    of = (snapshot.version, looked.of, choice.workplace)
    kept = st.session_state.get("tagging-effect")
    if kept is not None and kept[0] == of:
        return kept[1]
    with st.spinner(words.EFFECT):
        found = effect_of(snapshot, choice.workplace, looked.checked.rows or b"", looked.checked.row_count)
    st.session_state["tagging-effect"] = (of, found)
    return found


def _largest(snapshot: Snapshot, choice: Choice, codings: Codings) -> None:
    keys = [each.key for each in codings.filled]
    before = coded_before(snapshot, snapshot.version.seq, choice.workplace, keys)
    amounts = {line.key: line.amount for line in codings.lines}
    titles = dict(choice.titles)
    rows: Sequence[Sequence[Cell]] = [
        [
            Cell(each.name),
            Cell(words.in_millions(each.amount), numeric=True),
            Cell(coded(sorted((each.before or {}).items()), titles)),
            Cell(coded(sorted(each.now.items()), titles)),
            Cell(words.in_millions(each.moved), numeric=True),
        ]
        for each in moved_most(before, codings.filled, amounts, today())
    ]
    if rows:
        st.subheader(words.LARGEST)
        st.html(markup.table(words.LARGEST_COLUMNS, rows, caption=words.LARGEST_CAPTION, wrap=True))


def _recorded(choice: Choice, receipt: Receipt) -> None:
    forget(choice)
    st.session_state[f"{place_of(choice)}-told"] = (receipt.id, receipt.already)
    st.rerun()


def _tell_recorded(choice: Choice) -> None:
    told = st.session_state.get(f"{place_of(choice)}-told")
    if told is not None:
        entry, already = told
        st.success(words.ALREADY if already else words.RECORDED)
        st.html(markup.linked_list("", [markup.link(receipt_address(entry), words.RECEIPT)]))
