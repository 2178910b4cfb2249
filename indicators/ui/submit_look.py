"""A file, looked at once and kept for the session: what was found, and what would change. Nothing is stored."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from indicators.assessments.would_change import WouldChange, change_by_submission
from indicators.reports.would_change import Judgement, judgements
from indicators.store import Store, queries
from indicators.store.as_at import today
from indicators.store.entry import Entry
from indicators.submissions import Checked, check_file
from indicators.submissions.accept import has_followers
from indicators.wording import submit_page as words

KEPT = "submit-looked-at"


@dataclass(frozen=True)
class Upload:
    """The file as it came: for which dataset, its bytes, and what the sender calls it."""

    dataset: str
    raw: bytes
    file_name: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.raw).hexdigest()


@dataclass(frozen=True)
class Looked:
    """What is known of an upload: its check, and what it would change."""

    of: tuple[str, str, str]
    checked: Checked
    would_change: WouldChange
    judgements: tuple[Judgement, ...]
    rows_sha256: str | None


def look(store: Store, upload: Upload) -> Looked:
    """Check an upload and work out what would change, with progress; the same upload again is not looked at twice.

    Raises:
        StoreError: the store cannot be read.
    """
    of = (upload.dataset, upload.digest, upload.file_name)
    kept = st.session_state.get(KEPT)
    if kept is not None and kept.of == of:
        return kept
    place = st.empty()
    with place.container(), st.status(words.LOOKING) as progress:
        looked = _look(store, upload, of, lambda label: progress.update(label=label))
    place.empty()
    st.session_state[KEPT] = looked
    return looked


def is_looked_at(upload: Upload) -> bool:
    """Whether this very upload was the last to be looked at, and nothing has called for a second look since."""
    kept = st.session_state.get(KEPT)
    return kept is not None and kept.of == (upload.dataset, upload.digest, upload.file_name)


def recorded_as(store: Store, upload: Upload, looked: Looked) -> Entry | None:
    """The entry that counts and holds the same file or the same rows already; looked up anew, for it may be undone.

    None where others replaced its rows since: to send them again is a change.
    """
    found = store.ledger.find_same_content(
        upload.dataset, raw_sha256=upload.digest, rows_sha256=looked.rows_sha256
    )
    preview = looked.checked.preview
    is_replaced = found is not None and preview is not None and has_followers(store, found)
    return None if is_replaced and preview.changes_something else found


def forget() -> None:
    """Look at the upload again the next time."""
    st.session_state.pop(KEPT, None)


def stages(say: Callable[[str], object]) -> Callable[[str, int], None]:
    """Tells each stage of a check in words."""
    return lambda stage, count: say(words.STAGES[stage].format(count=count)) and None


def _look(store: Store, upload: Upload, of: tuple[str, str, str], say: Callable[[str], object]) -> Looked:
    checked = check_file(store, upload.dataset, upload.raw, upload.file_name, tell=stages(say))
    if checked.is_refused or checked.rows is None:
        return Looked(of, checked, WouldChange(), (), None)
    snapshot = store.snapshot()
    found = change_by_submission(
        snapshot,
        upload.dataset,
        checked.rows,
        checked.row_count,
        as_of=today(),
        tell=lambda done, of_all: say(words.JUDGING.format(done=done, of=of_all)),
    )
    places = {area.code: area.name for area in queries.areas(snapshot)}
    rows_sha256 = hashlib.sha256(checked.rows).hexdigest()
    return Looked(of, checked, found, judgements(found, places), rows_sha256)
