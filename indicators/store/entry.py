"""One entry of the ledger: its manifest as canonical JSON, and the names that its files may have.

The SHA-256 of the manifest's bytes is the entry's hash. The manifest carries the hashes of the files beside it and of
the entry before it, so that the hash of the newest entry vouches for every byte of the ledger.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from typing import Any, Literal

FORMAT = 1
NO_HASH = "0" * 64
MANIFEST = "manifest.json"
ROWS = "rows.csv"
FINDINGS = "findings.json"
LONGEST_FILE_NAME = 120

Kind = Literal["submission", "withdrawal", "redaction"]


class ManifestUnreadableError(ValueError):
    """A manifest is not one of ours, or of a format that this version does not know."""


@dataclass(frozen=True)
class FileChange:
    """What a redaction did to one file: its SHA-256 before and after."""

    was: str
    now: str


@dataclass(frozen=True)
class Manifest:
    """What an entry says about itself. What does not apply to its kind is None or empty.

    `file_name` is the name that a person gave the file and is never used as a path; `raw_file` is where we keep it.
    `withdraws` and `redacts` are ids of earlier entries; `redacted_files` maps a file's name to its change.
    `findings_sha256` stands in the manifest only of entries with which the findings of their check were kept.
    """

    seq: int
    kind: Kind
    dataset: str
    recorded_at: datetime
    by: str
    note: str
    previous: str
    file_name: str | None = None
    raw_file: str | None = None
    raw_sha256: str | None = None
    rows_sha256: str | None = None
    row_count: int | None = None
    counts: Mapping[str, int] = field(default_factory=dict, hash=False)
    withdraws: str | None = None
    redacts: str | None = None
    redacted_files: Mapping[str, FileChange] = field(default_factory=dict, hash=False)
    findings_sha256: str | None = None

    def to_bytes(self) -> bytes:
        """Canonical JSON: sorted keys, UTF-8, LF, one final newline."""
        content: dict[str, Any] = {
            **asdict(self),
            "format": FORMAT,
            "recorded_at": format_moment(self.recorded_at),
            "counts": dict(self.counts),
            "redacted_files": {name: asdict(change) for name, change in self.redacted_files.items()},
        }
        if self.findings_sha256 is None:
            del content["findings_sha256"]
        text = json.dumps(content, sort_keys=True, ensure_ascii=False, indent=2, allow_nan=False)
        return f"{text}\n".encode()


@dataclass(frozen=True)
class Entry(Manifest):
    """An entry as it stands in the ledger: its manifest, and the hash of that manifest's bytes."""

    hash: str = NO_HASH

    @classmethod
    def from_bytes(cls, manifest: bytes) -> Entry:
        """Read an entry from the bytes of its manifest.

        Raises:
            ManifestUnreadableError: it is not a manifest of a format that we know.
        """
        try:
            content = json.loads(manifest.decode("utf-8"))
            if content.pop("format") != FORMAT:
                raise ManifestUnreadableError("format")
            content["recorded_at"] = parse_moment(content["recorded_at"])
            content["redacted_files"] = {
                name: FileChange(**change) for name, change in content["redacted_files"].items()
            }
            content.setdefault("findings_sha256", None)
            if content.keys() != {each.name for each in fields(Manifest)}:
                raise ManifestUnreadableError("keys")
            return cls(**content, hash=hashlib.sha256(manifest).hexdigest())
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ManifestUnreadableError(str(error)) from error

    @property
    def id(self) -> str:
        """The short name that people and receipts use."""
        return entry_id(self.seq, self.hash)

    @property
    def folder_name(self) -> str:
        """The name of the entry's folder in the ledger."""
        return folder_name(self.seq, self.hash)

    @property
    def files(self) -> dict[str, str]:
        """The files beside the manifest and the SHA-256 of each when the entry was made."""
        if self.kind == "submission":
            kept = {ROWS: str(self.rows_sha256), str(self.raw_file): str(self.raw_sha256)}
            return kept if self.findings_sha256 is None else {**kept, FINDINGS: self.findings_sha256}
        return {name: change.now for name, change in self.redacted_files.items()}


def entry_id(seq: int, digest: str) -> str:
    """The id of the entry at `seq` with the hash `digest`."""
    return f"{seq:06d}-{digest[:12]}"


def folder_name(seq: int, digest: str) -> str:
    """The name of the folder of the entry at `seq` with the hash `digest`."""
    return f"{seq:08d}-{digest}"


def format_moment(moment: datetime) -> str:
    """A moment as ISO 8601 in UTC with a Z, to the second.

    Raises:
        ValueError: the moment does not say in which time zone it is.
    """
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {moment.isoformat()}")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse_moment(text: str) -> datetime:
    """The moment written by `format_moment`.

    Raises:
        ValueError: it is not written like that.
    """
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def safe_file_name(name: str) -> str:
    """A person's file name without folders and control characters, short enough to show."""
    last = re.split(r"[/\\]", name)[-1]
    printable = "".join(letter for letter in last if letter.isprintable()).strip()
    return printable[-LONGEST_FILE_NAME:] or "unnamed"


def raw_file_name(name: str) -> str:
    """The name under which we keep a person's file: `original` and its extension where that is harmless."""
    found = re.search(r"\.([A-Za-z0-9]{1,8})$", safe_file_name(name))
    return f"original.{found.group(1).lower() if found else 'bin'}"
