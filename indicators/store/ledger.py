"""The ledger: an append-only folder of entries, plain files that a person can still read in twenty years.

Each entry is a folder `NNNNNNNN-<hash>`: a manifest, the rows in our own CSV, and the file as it was received. It is
prepared under `.incoming`, synchronised, and becomes real by one atomic rename while a file lock is held. Nothing is
changed or deleted afterwards; a redaction is the one exception.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

from indicators.store.activity import withdrawers
from indicators.store.appending import appending, finish_redactions, publish
from indicators.store.chain import Chain, find_entry
from indicators.store.entry import (
    FINDINGS,
    ROWS,
    Entry,
    FileChange,
    Manifest,
    parse_moment,
    raw_file_name,
    safe_file_name,
)
from indicators.store.errors import HeadMoved, LedgerDamaged, NotRedactable, NotWithdrawable
from indicators.store.rows import shape_of
from indicators.store.verification import Head

NO_FINDINGS = b"[]\n"


class Ledger(Chain):
    """A chain that can be added to, by any number of processes; the first append makes the folder."""

    def append_submission(
        self,
        dataset: str,
        rows: bytes,
        *,
        raw: bytes,
        file_name: str,
        by: str,
        note: str,
        row_count: int,
        counts: Mapping[str, int] | None = None,
        findings: bytes | None = None,
        recorded_at: datetime | str | None = None,
        expected_head: Head | None = None,
    ) -> Entry:
        """Keep a submission for ever: its canonical rows and the file as it was received.

        Args:
            dataset: the name of the declared dataset.
            rows: what `canonical_rows` made of the file.
            raw: the bytes as received.
            file_name: what the sender called the file; kept as a word, never used as a path.
            by: who submitted it, as stated.
            note: why.
            row_count: how many rows there are.
            counts: what the preview promised, for example how many were added and revised.
            findings: what the check of the file found, as JSON; kept beside it where given.
            recorded_at: the moment to record, with a time zone; now, unless given.
            expected_head: the head that the preview was made from.

        Raises:
            HeadMoved: the head is no longer the expected one.
            LedgerDamaged: an entry must be restored first.
            LedgerBusy: another process held the ledger for too long.
            LedgerUnwritable: nothing was appended.
        """
        raw_file = raw_file_name(file_name)
        with self._appending(expected_head) as head:
            manifest = Manifest(
                seq=head.seq + 1,
                kind="submission",
                dataset=dataset,
                recorded_at=_moment(recorded_at),
                by=by,
                note=note,
                previous=head.hash,
                file_name=safe_file_name(file_name),
                raw_file=raw_file,
                raw_sha256=_sha256(raw),
                rows_sha256=_sha256(rows),
                row_count=row_count,
                counts=dict(counts or {}),
                findings_sha256=None if findings is None else _sha256(findings),
            )
            files = {ROWS: rows, raw_file: raw}
            return publish(
                self.folder, manifest, files if findings is None else {**files, FINDINGS: findings}
            )

    def append_withdrawal(
        self,
        entry_id: str,
        *,
        by: str,
        note: str,
        recorded_at: datetime | str | None = None,
        expected_head: Head | None = None,
    ) -> Entry:
        """Silence an entry from now on. A withdrawal may itself be withdrawn, which restores what it silenced.

        Raises:
            EntryUnknown: there is no such entry.
            NotWithdrawable: it is withdrawn already, or is a redaction.
            HeadMoved, LedgerDamaged, LedgerBusy, LedgerUnwritable: as for a submission.
        """
        with self._appending(expected_head) as head:
            entries = self.entries()
            target = find_entry(entries, entry_id)
            if target.kind == "redaction":
                raise NotWithdrawable(entry=target.id, reason="is_redaction")
            if target.id in withdrawers(entries):
                raise NotWithdrawable(entry=target.id, reason="already_withdrawn")
            manifest = Manifest(
                seq=head.seq + 1,
                kind="withdrawal",
                dataset=target.dataset,
                recorded_at=_moment(recorded_at),
                by=by,
                note=note,
                previous=head.hash,
                withdraws=target.id,
            )
            return publish(self.folder, manifest, {})

    def append_redaction(
        self,
        entry_id: str,
        *,
        replacement_rows: bytes | None = None,
        replacement_raw: bytes | None = None,
        by: str,
        note: str,
        recorded_at: datetime | str | None = None,
        expected_head: Head | None = None,
    ) -> Entry:
        """Replace the text of a submission's rows or of its file, for personal data that should not have been sent.

        The findings kept with it go too, for they repeat what stood in its cells.
        The manifest keeps the hash of what was there, so the chain still verifies and says when and why it went.

        Raises:
            EntryUnknown: there is no such entry.
            NotRedactable: it is not a submission.
            ValueError: nothing to replace, or other columns or another number of rows than before.
            HeadMoved, LedgerDamaged, LedgerBusy, LedgerUnwritable: as for a submission.
        """
        with self._appending(expected_head) as head:
            found = self.examination()
            target = find_entry(found.entries, entry_id)
            if target.kind != "submission":
                raise NotRedactable(entry=target.id, kind=target.kind)
            files = self._replacements(target, replacement_rows, replacement_raw)
            current = found.redactions.expected(target)
            manifest = Manifest(
                seq=head.seq + 1,
                kind="redaction",
                dataset=target.dataset,
                recorded_at=_moment(recorded_at),
                by=by,
                note=note,
                previous=head.hash,
                redacts=target.id,
                redacted_files={
                    name: FileChange(current[name], _sha256(content)) for name, content in files.items()
                },
            )
            entry = publish(self.folder, manifest, files)
            finish_redactions(self.folder, self.examination())
            return entry

    def _replacements(self, target: Entry, rows: bytes | None, raw: bytes | None) -> dict[str, bytes]:
        if rows is None and raw is None:
            raise ValueError("a redaction replaces rows, a file, or both")
        if rows is not None:
            before = shape_of((self.folder / target.folder_name / ROWS).read_bytes())
            if shape_of(rows) != before:
                raise ValueError(f"a redaction keeps the columns and the number of rows: {before[1]}")
        findings = None if target.findings_sha256 is None else NO_FINDINGS
        given = {ROWS: rows, str(target.raw_file): raw, FINDINGS: findings}
        return {name: content for name, content in given.items() if content is not None}

    @contextmanager
    def _appending(self, expected_head: Head | None) -> Iterator[Head]:
        with appending(self.folder):
            found = self.examination()
            for problem in found.problems:
                if not problem.is_harmless:
                    raise LedgerDamaged(
                        entry=problem.entry, file=problem.file, problem=problem.code, folder=str(self.folder)
                    )
            finish_redactions(self.folder, found)
            head = self.head()
            if expected_head is not None and expected_head != head:
                raise HeadMoved(expected=expected_head.hash, actual=head.hash)
            yield head


def _moment(given: datetime | str | None) -> datetime:
    if given is None:
        return datetime.now(UTC).replace(microsecond=0)
    return parse_moment(given) if isinstance(given, str) else given


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
