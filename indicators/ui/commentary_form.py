"""The form for a commentary: what is typed becomes a file of one row, checked like every submission."""

from __future__ import annotations

import streamlit as st

from indicators.assessments import Assessment
from indicators.datasets import dataset
from indicators.model import COMMENTARY_MOVES, Commentary, CommentaryState
from indicators.periods import parse
from indicators.reports.csv_file import csv_of_texts
from indicators.submissions import check_file
from indicators.submissions.first_start import ready_store
from indicators.ui import markup
from indicators.ui.commentary_preview import (
    DATASET,
    Pending,
    Subject,
    say_what_happened,
    show_findings,
    show_preview,
    typed_before,
    wait,
    waiting,
)
from indicators.wording import commentary as words

TEXTS = ("story", "action", "judged_rating", "judged_reason")
KEPT = (*TEXTS, "written_by", "approved_by")
WRITING = (None, "draft")
OPEN_DATA = ("approved", "published")


def show_form(one: Assessment, period: str, comment: Commentary | None) -> None:
    """The form, or the preview of what was filled in; over it what became of what was just sent."""
    subject = (one.indicator.code, one.area_code, period)
    say_what_happened()
    pending = waiting(subject)
    if pending is not None:
        show_preview(pending)
    else:
        _show_fields(one, subject, comment)


def _show_fields(one: Assessment, subject: Subject, comment: Commentary | None) -> None:
    state = comment.state if comment else None
    typed = typed_before(subject)
    key = "-".join(subject)
    steps = COMMENTARY_MOVES[state]
    with st.form(f"commentary-{key}", enter_to_submit=False):
        row = dict(zip(dataset(DATASET).key, subject, strict=True)) | _recorded(comment)
        before = dict(row)
        if state in WRITING:
            row |= _text_fields(key, row | typed)
        elif state in OPEN_DATA:
            st.html(markup.paragraph(words.TAKES_IT_OUT, quiet=True))
        step = st.radio(
            words.STEP,
            steps,
            index=steps.index(typed["state"]) if typed.get("state") in steps else 0,
            format_func=lambda each: _step_words(each, state),
            key=f"step-{key}",
        )
        by = st.text_input(words.YOUR_NAME, value=typed.get("by", ""), key=f"by-{key}")
        note = st.text_input(
            words.NOTE, value=typed.get("note", ""), key=f"note-{key}", placeholder=words.NOTE_IF_EMPTY
        )
        if st.form_submit_button(words.CHECK):
            is_new = not row["written_by"] or any(row[name].strip() != before[name].strip() for name in TEXTS)
            signed = _signed(step, state, by.strip(), is_new=is_new)
            _check(one, {**row, "state": step, **signed}, by.strip(), note.strip())


def _recorded(comment: Commentary | None) -> dict[str, str]:
    """What stays as it is recorded unless the form changes it."""
    return {name: (getattr(comment, name) if comment else None) or "" for name in KEPT}


def _text_fields(key: str, before: dict[str, str]) -> dict[str, str]:
    story = st.text_area(words.STORY, value=before["story"], height=200, key=f"story-{key}")
    action = st.text_area(words.ACTION, value=before["action"], height=120, key=f"action-{key}")
    ratings = ["", *words.JUDGED_WORDS]
    judged = st.selectbox(
        words.JUDGED,
        ratings,
        index=ratings.index(before["judged_rating"]),
        format_func=lambda rag: words.JUDGED_WORDS.get(rag, words.NO_JUDGEMENT),
        key=f"judged-{key}",
    )
    reason = st.text_area(words.JUDGED_REASON, value=before["judged_reason"], height=80, key=f"reason-{key}")
    return {"story": story, "action": action, "judged_rating": judged, "judged_reason": reason}


def _signed(step: CommentaryState, state: CommentaryState | None, by: str, *, is_new: bool) -> dict[str, str]:
    """Whose name the step puts into the row: who wrote what is new in a draft, who approves what was submitted."""
    if state in WRITING:
        return {"written_by": by} if is_new else {}
    if step == "approved":
        return {"approved_by": by}
    return {"approved_by": ""} if step == "draft" else {}


def _step_words(step: CommentaryState, state: CommentaryState | None) -> str:
    return words.BACK_TO_DRAFT if step == "draft" and state not in WRITING else words.STEPS[step]


def _check(one: Assessment, row: dict[str, str], by: str, note: str) -> None:
    if not by:
        st.error(words.NAME_MISSING)
        return
    columns = dataset(DATASET).columns
    raw = csv_of_texts(columns, [[row.get(column, "") for column in columns]])
    checked = check_file(ready_store(), DATASET, raw, f"commentary-{one.indicator.code}.csv")
    errors = [each for each in checked.findings if each.severity == "error"]
    if errors:
        st.error(words.TO_PUT_RIGHT)
        show_findings(errors, words.TO_PUT_RIGHT)
    elif checked.preview is None or not checked.preview.changes:
        st.info(words.NOTHING_CHANGES)
    else:
        said = words.DEFAULT_NOTE.format(
            title=one.indicator.title, period=parse(row["period"]).label, step=words.DONE[row["state"]]
        )
        wait(Pending(row, by, note or said, raw, checked))
