"""What is done in a grid becomes a file that does exactly that, over whatever is recorded by then."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.datasets import dataset
from indicators.ui.grid_rows import (
    GridRow,
    as_cells,
    changes,
    file_of,
    key_of,
    row_name,
    rows_after,
)

DECLARED = dataset("council_report")
BLANK = dict.fromkeys(DECLARED.columns, "")


def report(code, **known):
    return BLANK | {"report_code": code, "title": f"Report {code}", "theme": "health"} | known


BEGAN = {("A",): report("A"), ("B",): report("B", questions_asked="3"), ("C",): report("C")}


def after(began=BEGAN, defaults=None, **edits):
    rows = [GridRow(key, cells) for key, cells in began.items()]
    return rows_after(DECLARED, rows, edits, defaults or {})


def lines(file):
    return list(csv.DictReader(io.StringIO(file.raw.decode())))


def applied(file, recorded):
    """The recorded rows after the file: the obvious way."""
    found = dict(recorded)
    for line in lines(file):
        key = tuple(line[name] for name in DECLARED.key)
        if line.pop("remove"):
            found.pop(key)
        else:
            found[key] = line
    return found


def made(began=BEGAN, recorded=None, defaults=None, **edits):
    done = changes(DECLARED, began, after(began, defaults, **edits))
    return file_of(DECLARED, done, began, began if recorded is None else recorded)


def test_nothing_done_is_nothing_changed():
    assert not changes(DECLARED, BEGAN, after())
    assert not changes(DECLARED, BEGAN, after(edited_rows={1: {"questions_asked": 3}})), "the same again"
    assert not changes(DECLARED, BEGAN, after(added_rows=[{}, {"title": None}]))


TYPED = {
    "a number as the editor sends it": ("questions_asked", 4.0, "4"),
    "a day with an hour": ("council_on", "2026-02-10T00:00:00.000", "2026-02-10"),
    "a day": ("council_on", date(2026, 2, 10), "2026-02-10"),
    "nothing any more": ("theme", None, ""),
    "a text": ("theme", "=1+1", "=1+1"),
}


@pytest.mark.parametrize(("column", "value", "text"), TYPED.values(), ids=TYPED)
def test_what_is_typed_becomes_a_text(column, value, text):
    (line,) = lines(made(edited_rows={"0": {column: value}}))
    assert line[column] == text
    assert line["title"] == "Report A", "the rest of the row goes with it"


def test_a_column_that_nobody_declared_is_left():
    assert not changes(DECLARED, BEGAN, after(edited_rows={0: {"_index": 3}}))


def test_rows_are_removed_by_the_marker_and_by_their_key_alone():
    file = made(deleted_rows=[0, 2])
    assert [(line["report_code"], line["remove"], line["title"]) for line in lines(file)] == [
        ("A", "remove", ""),
        ("C", "remove", ""),
    ]
    assert file.named == {2: "A · Report A", 3: "C · Report C"}


def test_a_new_row_begins_with_the_defaults():
    (line,) = lines(
        made(defaults={"source_key": "OURS"}, added_rows=[{"report_code": "D", "theme": "waste"}])
    )
    assert (line["report_code"], line["theme"], line["source_key"]) == ("D", "waste", "OURS")


def test_a_row_that_holds_no_more_than_the_defaults_is_no_row():
    assert not changes(
        DECLARED, BEGAN, after(defaults={"source_key": "OURS"}, added_rows=[{}, {"source_key": "OURS"}])
    )


def test_a_key_that_is_changed_removes_the_old_row_and_adds_the_new():
    file = made(edited_rows={1: {"report_code": "Z"}})
    assert [(line["report_code"], line["remove"]) for line in lines(file)] == [("B", "remove"), ("Z", "")]
    assert applied(file, BEGAN)["Z",]["questions_asked"] == "3"


def test_what_a_colleague_recorded_in_other_cells_stays():
    recorded = BEGAN | {("A",): report("A", follow_up="a colleague's")}
    file = made(recorded=recorded, edited_rows={0: {"theme": "waste"}})
    (line,) = lines(file)
    assert (line["theme"], line["follow_up"]) == ("waste", "a colleague's")
    assert file.overtaken == ("A · Report A",)


def test_a_row_that_a_colleague_removed_is_sent_whole_and_named():
    file = made(recorded={("B",): BEGAN["B",]}, edited_rows={0: {"theme": "waste"}}, deleted_rows=[2])
    (line,) = lines(file)
    assert (line["report_code"], line["title"], line["theme"]) == ("A", "Report A", "waste")
    assert file.overtaken == ("A · Report A",)


def test_a_new_row_with_the_key_of_a_recorded_one_is_named():
    assert made(added_rows=[{"report_code": "B", "title": "Mine"}]).taken == ("B · Mine",)
    assert made(added_rows=[{"report_code": "D", "title": "Mine"}]).taken == ()


def test_a_zero_byte_is_left_out():
    (line,) = lines(made(edited_rows={0: {"theme": "wa\0ste"}}))
    assert line["theme"] == "waste"


def test_a_row_is_called_by_its_key_and_title():
    assert row_name(DECLARED, report("A")) == "A · Report A"
    assert (
        row_name(dataset("partnership_health"), {"partnership_code": "P", "heading": "governance"})
        == "P · governance"
    )


def test_a_recorded_row_as_texts():
    cells = as_cells(DECLARED, ("A", "T", date(2026, 2, 10), "x", None, 4, None, "s", "OURS"))
    assert (cells["council_on"], cells["questions_asked"], cells["follow_up"]) == ("2026-02-10", "4", "")
    assert key_of(DECLARED, cells) == ("A",)


texts = st.sampled_from(["", "x", "y, z", "a\nb", '"', "=1"])
edited = st.dictionaries(
    st.integers(0, 2), st.dictionaries(st.sampled_from(["title", "theme", "follow_up"]), texts), max_size=3
)


@given(edited, st.sets(st.integers(0, 2)), st.lists(st.sampled_from("DEF"), unique=True))
def test_the_file_does_what_was_done(cells, deleted, new):
    rows = after(
        edited_rows=cells, deleted_rows=list(deleted), added_rows=[{"report_code": code} for code in new]
    )
    wanted = {key_of(DECLARED, row.cells): BLANK | dict(row.cells) for row in rows}
    file = file_of(DECLARED, changes(DECLARED, BEGAN, rows), BEGAN, BEGAN)
    assert applied(file, BEGAN) == wanted
    assert len(file.named) == len(lines(file))


@given(edited, st.sets(st.integers(0, 2)))
def test_edits_laid_into_the_rows_are_the_same_edits(cells, deleted):
    """As when the grid left the screen and comes back."""
    rows = after(edited_rows=cells, deleted_rows=list(deleted))
    assert changes(DECLARED, BEGAN, rows_after(DECLARED, rows, {}, {})) == changes(DECLARED, BEGAN, rows)
