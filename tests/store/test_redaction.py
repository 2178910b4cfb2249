"""A redaction is the one thing that changes stored bytes: the text goes, its hash and the reason stay."""

from __future__ import annotations

import errno

import pytest

from indicators.datasets import dataset
from indicators.store import appending, open_store, queries
from indicators.store.errors import LedgerUnwritable, NotRedactable, NotWithdrawable
from indicators.store.ledger import Ledger
from indicators.store.rows import canonical_rows
from tests.store.store_samples import submit, theme

PERSON = "Mrs Example, 01865 000000"


def rows(note):
    return canonical_rows(dataset("theme"), [theme("a", note=note), theme("b")])


@pytest.fixture
def revealing(ledger):
    """A ledger whose second of three entries names a person."""
    submit(ledger, "theme", [theme("z")])
    submit(ledger, "theme", [theme("a", note=PERSON), theme("b")], raw=f"sent by {PERSON}".encode())
    submit(ledger, "theme", [theme("c")])
    return ledger


def everything(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def redact(ledger, **more):
    given = {"replacement_rows": rows("[removed]"), "replacement_raw": b"[removed]", **more}
    return ledger.append_redaction("2", by="the data protection officer", note="a person was named", **given)


def test_the_text_is_gone_and_the_chain_still_verifies(revealing):
    was = revealing.find(2)
    assert PERSON.encode() in everything(revealing.folder)
    redaction = redact(revealing)
    assert PERSON.encode() not in everything(revealing.folder)
    found = Ledger(revealing.folder).verify()
    assert found.ok
    assert [
        (each.entry, each.file, each.redaction, each.by, each.note, each.recorded_at)
        for each in found.redactions
    ] == [
        (
            was.id,
            file,
            redaction.id,
            "the data protection officer",
            "a person was named",
            redaction.recorded_at,
        )
        for file in ("original.csv", "rows.csv")
    ]
    assert revealing.find(2) == was
    assert redaction.redacted_files["rows.csv"].was == was.rows_sha256


def test_no_moment_shows_it_any_more(tmp_path, revealing):
    with open_store(tmp_path) as store:
        assert PERSON in str(store.snapshot().query("themes", as_at=2))
        redact(store.ledger)
        snapshot = store.snapshot()
        for moment in (2, 3, 4):
            assert "[removed]" in str(snapshot.query("themes", as_at=moment))
            assert PERSON not in str(snapshot.query("themes", as_at=moment))
        assert [theme.code for theme in queries.themes(snapshot)] == ["a", "b", "c", "z"]
        submit(store.ledger, "theme", [theme("d")])
        store.snapshot()
        assert PERSON.encode() not in everything(tmp_path)


def test_who_does_not_wait_for_the_newest_version_is_not_told_what_was_removed_either(tmp_path, revealing):
    with open_store(tmp_path) as store:
        assert PERSON in str(store.snapshot(wait=False).query("themes", as_at=2))
        redact(store.ledger)
        submit(store.ledger, "theme", [theme("d")])
        assert PERSON not in str(store.snapshot(wait=False).query("themes", as_at=2))


def test_only_one_file_may_be_redacted(revealing):
    redact(revealing, replacement_rows=None)
    assert PERSON.encode() in everything(revealing.folder)
    assert [each.file for each in revealing.verify().redactions] == ["original.csv"]
    redact(revealing, replacement_raw=None)
    assert PERSON.encode() not in everything(revealing.folder)
    assert revealing.verify().ok


def test_a_second_redaction_also_clears_what_the_first_left(revealing):
    redact(revealing, replacement_rows=rows("Mrs Example"))
    assert b"Mrs Example" in everything(revealing.folder)
    redact(revealing)
    assert b"Mrs Example" not in everything(revealing.folder)
    found = revealing.verify()
    assert found.ok
    assert len(found.redactions) == 4


def test_a_changed_byte_after_a_redaction_is_still_noticed(revealing):
    redaction = redact(revealing)
    for entry in (revealing.find(2), redaction):
        for file in ("rows.csv", "original.csv"):
            path = revealing.folder / entry.folder_name / file
            content = path.read_bytes()
            path.write_bytes(content + b" ")
            assert [(each.entry, each.code) for each in revealing.verify().problems] == [
                (entry.id, "file_changed")
            ]
            path.write_bytes(content)
    assert revealing.verify().ok


def test_putting_the_old_text_back_is_noticed_and_undone(revealing):
    path = revealing.folder / revealing.find(2).folder_name / "rows.csv"
    was = path.read_bytes()
    redact(revealing)
    path.write_bytes(was)
    found = revealing.verify()
    assert not found.ok
    assert [problem.code for problem in found.problems] == ["redaction_unfinished"]
    submit(revealing, "theme", [theme("d")])
    assert PERSON.encode() not in everything(revealing.folder)
    assert revealing.verify().ok


def test_a_redaction_that_was_interrupted_is_finished_by_the_next_append(tmp_path, revealing, monkeypatch):
    def fail(*_):
        raise OSError(errno.EIO, "the machine went off")

    monkeypatch.setattr(appending.durable, "replace_file", fail)
    with pytest.raises(LedgerUnwritable):
        redact(revealing)
    monkeypatch.undo()
    # Until then the rows are read from the redaction itself, so that nobody sees what was removed.
    with open_store(tmp_path) as store:
        snapshot = store.snapshot()
        assert snapshot.problems == ()
        assert PERSON not in str(snapshot.query("themes", as_at=2))
        assert "[removed]" in str(snapshot.query("themes", as_at=2))
    submit(revealing, "theme", [theme("d")])
    assert PERSON.encode() not in everything(revealing.folder)
    assert revealing.verify().ok


def test_a_redaction_keeps_the_shape_of_the_rows(revealing):
    one_row = canonical_rows(dataset("theme"), [theme("a")])
    for replacement in (one_row, b"theme_code\na\nb\n"):
        with pytest.raises(ValueError, match="number of rows: 2"):
            redact(revealing, replacement_rows=replacement)
    with pytest.raises(ValueError, match="rows, a file, or both"):
        redact(revealing, replacement_rows=None, replacement_raw=None)
    assert len(revealing.entries()) == 3


def test_only_a_submission_can_be_redacted_and_a_redaction_stands(revealing):
    withdrawal = revealing.append_withdrawal("1", by="an officer", note="a mistake")
    with pytest.raises(NotRedactable) as caught:
        revealing.append_redaction(withdrawal.id, replacement_raw=b"", by="an officer", note="")
    assert caught.value.figures == {"entry": withdrawal.id, "kind": "withdrawal"}
    redaction = redact(revealing)
    with pytest.raises(NotWithdrawable) as refused:
        revealing.append_withdrawal(redaction.id, by="an officer", note="put it back")
    assert refused.value.figures["reason"] == "is_redaction"
