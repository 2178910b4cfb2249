"""Personal data out of a submission: gone from every file, while the chain still says that something was there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.datasets import dataset
from indicators.store import open_store
from indicators.store.errors import HeadMoved, NotRedactable
from indicators.store.ledger import Ledger
from indicators.store.rows import canonical_rows
from indicators.submissions import accept
from indicators.submissions.redacting import (
    FILE_REMOVED,
    FileRemoved,
    NoteRepeatsText,
    Sealed,
    TextNotFound,
    TextNotRemovable,
    TextSealed,
    remove_file,
    remove_text,
    without,
)
from tests.submissions.submission_samples import REGISTERS, observations, sheet, workbook

PERSON = 'Mrs "Jo" Example, 01865 000000'
STATED = {"by": "the data protection officer", "note": "a person was named"}


@pytest.fixture
def store(tmp_path):
    """A small ledger: the registers, then figures in which a person is named."""
    with open_store(tmp_path) as opened:
        for name, content in REGISTERS.items():
            accept(opened, name, content.encode(), f"{name}.csv", by="us", note="a register")
        send(
            opened,
            observations({"note": f"says {PERSON}"}, {"period": "2009", "note": ""}, columns=("note",)),
        )
        yield opened


def send(store, raw, name="figures.csv", **stated):
    return accept(store, "observation", raw, name, **{"by": "an officer", "note": "figures"} | stated)


def everything(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_text_goes_from_rows_file_and_projection_and_the_chain_says_so(store):
    with open_store(store.home) as another:
        assert "Example" in str(
            another.snapshot().query("series", code="EMP-RATE", area="E10000025", as_at=5)
        )
    assert b"Example" in everything(store.home / "projection")
    done = remove_text(store.ledger, "5", PERSON, **STATED)
    snapshot = store.snapshot()
    assert (done.cells, done.whole_file, done.elsewhere) == (1, False, ())
    assert b"Example" not in everything(store.home)
    assert "says [removed]" in str(snapshot.query("series", code="EMP-RATE", area="E10000025", as_at=5))
    found = Ledger(store.ledger.folder).verify()
    assert found.ok
    assert {(each.by, each.note) for each in found.redactions} == {(STATED["by"], STATED["note"])}
    assert {"rows.csv", "original.csv"} <= {each.file for each in found.redactions}


def test_other_entries_with_the_same_text_are_named(store):
    again = send(store, observations({"period": "2010", "note": PERSON}, columns=("note",)))
    assert remove_text(store.ledger, "5", PERSON, **STATED).elsewhere == (again.id,)
    assert remove_text(store.ledger, again.id, PERSON, **STATED).elsewhere == ()
    assert b"Example" not in everything(store.home / "ledger")


def test_a_redaction_whose_copy_goes_with_its_submission_is_not_named(store):
    other = send(store, observations({"period": "2010", "note": f"{PERSON} and Mr Other"}, columns=("note",)))
    remove_text(store.ledger, other.id, PERSON, **STATED)  # what it has recorded still names Mr Other
    third = send(store, observations({"period": "2009", "note": "Mr Other"}, columns=("note",)))
    assert remove_text(store.ledger, third.id, "Mr Other", **STATED).elsewhere == (other.id,)


SEALED = {
    "note": {"note": "figures of Mr Sealed"},
    "by": {"by": "Mr Sealed, officer"},
    "file_name": {"name": "Mr Sealed.csv"},
}


@pytest.mark.parametrize("field", SEALED)
def test_what_the_hash_of_an_entry_seals_stays_and_is_told(store, field):
    named = send(
        store, observations({"period": "2011", "note": "Mr Sealed"}, columns=("note",)), **SEALED[field]
    )
    other = send(store, observations({"period": "2012"}), **SEALED[field])
    done = remove_text(store.ledger, named.id, "Mr Sealed", **STATED)
    assert (done.cells, done.sealed) == (1, (Sealed(named.id, field), Sealed(other.id, field)))
    assert b"Mr Sealed" in everything(store.home / "ledger"), "as it says"
    with pytest.raises(TextSealed) as refused:
        remove_text(store.ledger, other.id, "Mr Sealed", **STATED)
    assert refused.value.figures == {"entry": other.id, "fields": (field,)}
    assert remove_text(store.ledger, "5", PERSON, **STATED).sealed == ()


def test_two_texts_one_after_the_other_are_both_gone(store):
    remove_text(store.ledger, "5", "01865 000000", **STATED)
    remove_text(store.ledger, "5", "Example", **STATED)
    assert b"Example" not in everything(store.home / "ledger")
    assert b"01865" not in everything(store.home / "ledger")
    assert store.ledger.verify().ok


def test_a_text_only_in_the_file_leaves_the_rows(store):
    titled = b"Prepared by Mr Title\n\n" + observations({"period": "2011"})
    entry = send(store, titled)
    done = remove_text(store.ledger, entry.id, "Mr Title", **STATED)
    assert (done.cells, [*done.redaction.redacted_files]) == (0, [*_besides_findings(done), "original.csv"])
    assert b"Mr Title" not in everything(store.home / "ledger")


def _besides_findings(done):
    return [name for name in done.redaction.redacted_files if name != "original.csv"]


def test_a_file_of_another_encoding_keeps_it(store):
    entry = send(
        store,
        observations({"period": "2011", "note": "£5 to Renée"}, columns=("note",)).decode().encode("cp1252"),
    )
    remove_text(store.ledger, entry.id, "Renée", **STATED)
    kept = (store.ledger.folder / store.ledger.find(entry.id).folder_name / "original.csv").read_bytes()
    assert "£5 to [removed]".encode("cp1252") in kept


def test_a_workbook_goes_whole_because_it_cannot_be_searched(store):
    headings = ["indicator_code", "area_code", "period", "value", "status", "source", "source_key"]
    book = workbook(
        sheet([headings, ["EMP-RATE", "E10000025", "2012", 71, "final", "Mr Book's page", "TEST"]])
    )
    entry = send(store, book, "figures.xlsx")
    done = remove_text(store.ledger, entry.id, "Mr Book", **STATED)
    assert (done.cells, done.whole_file) == (1, True)
    kept = store.ledger.folder / store.ledger.find(entry.id).folder_name / "original.xlsx"
    assert kept.read_bytes() == FILE_REMOVED
    assert store.ledger.verify().ok


def test_the_file_may_go_and_the_rows_stay(store):
    before = store.snapshot().query("series", code="EMP-RATE", area="E10000025", as_at=5)
    done = remove_file(store.ledger, "5", **STATED)
    assert (done.cells, done.whole_file) == (0, True)
    assert store.snapshot().query("series", code="EMP-RATE", area="E10000025", as_at=6) == before
    assert store.ledger.verify().ok
    with pytest.raises(FileRemoved):
        remove_file(store.ledger, "5", **STATED)
    assert store.ledger.head().seq == 6


NOT_REMOVABLE = {
    "a key": ("EMP-RATE", "indicator_code"),
    "a number": ("77.5", "value"),
    "a word from a list": ("final", "status"),
    "a reference": ("TEST", "source_key"),
}


@pytest.mark.parametrize("name", NOT_REMOVABLE)
def test_what_cannot_hold_another_text_is_refused_and_nothing_is_removed(store, name):
    text, column = NOT_REMOVABLE[name]
    before = everything(store.ledger.folder)
    with pytest.raises(TextNotRemovable) as refused:
        remove_text(store.ledger, "5", text, **STATED)
    assert refused.value.figures["column"] == column
    assert everything(store.ledger.folder) == before


def test_what_is_not_there_is_refused(store):
    with pytest.raises(TextNotFound):
        remove_text(store.ledger, "5", "Mr Nobody", **STATED)
    with pytest.raises(ValueError, match="blank"):
        remove_text(store.ledger, "5", " ", **STATED)


@pytest.mark.parametrize("where", ["by", "note"])
def test_the_reason_may_not_keep_what_is_removed(store, where):
    with pytest.raises(NoteRepeatsText):
        remove_text(store.ledger, "5", PERSON, **{**STATED, where: f"because of {PERSON}"})
    assert store.ledger.head().seq == 5


def test_only_a_submission_holds_a_text(store):
    entry = store.ledger.append_withdrawal("5", by="us", note="a mistake")
    for remove in (
        lambda: remove_text(store.ledger, entry.id, "x", **STATED),
        lambda: remove_file(store.ledger, entry.id, **STATED),
    ):
        with pytest.raises(NotRedactable):
            remove()


def test_what_is_recorded_meanwhile_is_taken_into_account(store, monkeypatch):
    """Another redaction of the same rows between reading and writing must not be undone by ours."""
    append = store.ledger.append_redaction
    interrupted = []

    def slow(*arguments, **more):
        if not interrupted:
            interrupted.append(True)
            Ledger(store.ledger.folder).append_redaction(
                "5",
                replacement_rows=without(rows_of_5(store), dataset("observation"), "01865 000000")[0],
                **STATED,
            )
        return append(*arguments, **more)

    monkeypatch.setattr(store.ledger, "append_redaction", slow)
    remove_text(store.ledger, "5", "Example", **STATED)
    assert b"01865" not in rows_of_5(store)
    assert b"Example" not in rows_of_5(store)
    monkeypatch.setattr(store.ledger, "append_redaction", always_too_late)
    with pytest.raises(HeadMoved):
        remove_text(store.ledger, "5", "says", **STATED)


def always_too_late(*_, **__):
    raise HeadMoved(expected="", actual="")


def rows_of_5(store):
    return (store.ledger.folder / store.ledger.find(5).folder_name / "rows.csv").read_bytes()


CELL = st.text(st.characters(exclude_characters="\0\r", exclude_categories=("Cs",)), max_size=12)


@given(notes=st.lists(CELL, min_size=1, max_size=5), text=st.text('ab,\n"', min_size=1, max_size=2))
def test_afterwards_no_cell_holds_the_text_and_all_others_are_as_they_were(notes, text):
    declared = dataset("theme")
    rows = [{"theme_code": str(number), "note": note} for number, note in enumerate(notes)]
    cleaned, cells = without(canonical_rows(declared, rows), declared, text)
    assert cells == sum(text in note for note in notes)
    expected = [{**row, "note": row["note"].replace(text, "[removed]")} for row in rows]
    assert cleaned == canonical_rows(declared, expected)
