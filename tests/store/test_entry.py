"""The manifest of an entry, and the names that its files may have."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.store.entry import (
    Entry,
    FileChange,
    Manifest,
    ManifestUnreadableError,
    format_moment,
    parse_moment,
    raw_file_name,
    safe_file_name,
)

MANIFEST = Manifest(
    seq=7,
    kind="submission",
    dataset="theme",
    recorded_at=datetime(2026, 11, 20, 9, 30, 5, tzinfo=UTC),
    by="Zoë, policy team",
    note="£ and “quotes”",
    previous="a" * 64,
    file_name="themes.csv",
    raw_file="original.csv",
    raw_sha256="b" * 64,
    rows_sha256="c" * 64,
    row_count=3,
    counts={"added": 3},
)


def test_the_manifest_is_sorted_json_that_a_person_can_read():
    text = MANIFEST.to_bytes().decode("utf-8")
    content = json.loads(text)
    assert list(content) == sorted(content)
    assert text.endswith("}\n")
    assert "\r" not in text
    assert "£ and “quotes”" in text
    assert content["recorded_at"] == "2026-11-20T09:30:05Z"
    assert content["format"] == 1


texts = st.text(st.characters(exclude_categories=["Cs"]))
moments = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=1))]),
).map(lambda moment: moment.replace(microsecond=0))


@given(by=texts, note=texts, recorded_at=moments, counts=st.dictionaries(texts, st.integers(0)))
def test_what_is_written_is_read_back(by, note, recorded_at, counts):
    manifest = Manifest(
        seq=1,
        kind="redaction",
        dataset="theme",
        recorded_at=recorded_at,
        by=by,
        note=note,
        previous="0" * 64,
        counts=counts,
        redacts="000001-aaaaaaaaaaaa",
        redacted_files={"rows.csv": FileChange("d" * 64, "e" * 64)},
    )
    entry = Entry.from_bytes(manifest.to_bytes())
    assert (entry.by, entry.note, entry.recorded_at, entry.counts) == (by, note, recorded_at, counts)
    assert entry.redacted_files == manifest.redacted_files


def test_an_entry_is_named_by_its_sequence_and_hash():
    entry = Entry.from_bytes(MANIFEST.to_bytes())
    assert entry.id == f"000007-{entry.hash[:12]}"
    assert entry.folder_name == f"00000007-{entry.hash}"
    assert entry.files == {"rows.csv": "c" * 64, "original.csv": "b" * 64}


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content | {"format": 2},
        lambda content: content | {"colour": "green"},
        lambda content: {name: value for name, value in content.items() if name != "seq"},
        lambda content: content | {"recorded_at": "yesterday"},
        lambda content: content | {"redacted_files": ["rows.csv"]},
        lambda content: [content],
    ],
    ids=["later format", "unknown key", "missing key", "no moment", "no mapping", "a list"],
)
def test_a_manifest_of_another_kind_is_refused(change):
    content = change(json.loads(MANIFEST.to_bytes()))
    with pytest.raises(ManifestUnreadableError):
        Entry.from_bytes(json.dumps(content).encode())


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"null", b"{"])
def test_bytes_that_are_no_manifest_are_refused(content):
    with pytest.raises(ManifestUnreadableError):
        Entry.from_bytes(content)


def test_a_moment_is_kept_in_utc_and_needs_a_zone():
    summer = datetime(2026, 7, 1, 10, tzinfo=timezone(timedelta(hours=1)))
    assert format_moment(summer) == "2026-07-01T09:00:00Z"
    assert parse_moment("2026-07-01T09:00:00Z") == summer
    with pytest.raises(ValueError, match="without a time zone"):
        format_moment(summer.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("given", "kept", "stored_as"),
    [
        ("figures.csv", "figures.csv", "original.csv"),
        ("Figures Q1.XLSX", "Figures Q1.XLSX", "original.xlsx"),
        ("../../etc/passwd", "passwd", "original.bin"),
        ("C:\\Users\\me\\a.csv", "a.csv", "original.csv"),
        ("a\0b\n.csv", "ab.csv", "original.csv"),
        ("", "unnamed", "original.bin"),
        ("folder/", "unnamed", "original.bin"),
        ("..", "..", "original.bin"),
        ("a.c/sv", "sv", "original.bin"),
        ("a.verylongextension", "a.verylongextension", "original.bin"),
        ("manifest.json", "manifest.json", "original.json"),
        ("x" * 300 + ".csv", "x" * 116 + ".csv", "original.csv"),
    ],
)
def test_a_persons_file_name_is_never_a_path(given, kept, stored_as):
    assert safe_file_name(given) == kept
    assert raw_file_name(given) == stored_as
