"""Open data hold the same numbers as the store, in a package that other people's tools accept."""

from __future__ import annotations

import csv
import io
import json
import math
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from frictionless import Package
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.datasets import dataset, names
from indicators.reports.open_data import ExportRefused, cell, data_files, write_open_data
from indicators.store import open_store
from indicators.store.history import history
from indicators.store.rows_in_force import rows_in_force
from tests.store.store_samples import area, indicator, observation, submit, target, theme

SOURCE = {"source_key": "TEST", "publisher": "a publisher", "title": "a title", "location": "a place"}


def small_register(ledger, **texts):
    """What observations and targets point at."""
    submit(ledger, "source", [SOURCE])
    submit(ledger, "theme", [theme("T")])
    submit(ledger, "area", [area("A")])
    submit(ledger, "indicator", [indicator("IND", **texts)])


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "home") as opened:
        yield opened


def export(store, folder, at=None):
    """Write the open data of a moment; the newest without one."""
    snapshot = store.snapshot()
    entries = history(snapshot)
    entry = entries[0] if at is None else next(each for each in entries if each.seq == at)
    return write_open_data(snapshot, entry, folder)


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_other_peoples_tools_accept_the_package(store, tmp_path):
    small_register(store.ledger, definition='A "quoted", long\ndefinition', title="=1+1")
    submit(store.ledger, "observation", [observation("IND", "2008-04-01/P3M", "12.5")])
    submit(store.ledger, "target", [target("T1", "2010-03-31", 15, indicator_code="IND"), made("T2")])
    export(store, tmp_path / "open")
    report = Package(str(tmp_path / "open" / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert report.valid


def made(code):
    return target(
        code,
        "2030-03-31",
        20,
        indicator_code="IND",
        status="illustrative",
        set_by="nobody",
        level="illustrative",
    )


def test_every_dataset_has_its_file_and_the_description_names_each(store, tmp_path):
    small_register(store.ledger)
    files = export(store, tmp_path / "open")
    described = json.loads((tmp_path / "open" / "datapackage.json").read_text(encoding="utf-8"))
    assert {each["x-dataset"] for each in described["resources"]} == set(names())
    assert [each["path"] for each in described["resources"]] == [file.path for file in files]
    on_disk = {path.name for path in (tmp_path / "open").iterdir()}
    assert on_disk == {"datapackage.json", "README.md", *(file.path for file in files)}
    for file in files:
        assert len(read(tmp_path / "open" / file.path)) == file.rows


def test_illustrative_targets_stand_apart_and_say_so(store, tmp_path):
    small_register(store.ledger)
    submit(store.ledger, "target", [target("T1", "2010-03-31", 15, indicator_code="IND"), made("T2")])
    export(store, tmp_path / "open")
    assert [row["target_code"] for row in read(tmp_path / "open" / "target.csv")] == ["T1"]
    apart = read(tmp_path / "open" / "target_illustrative.csv")
    assert [(row["target_code"], row["status"]) for row in apart] == [("T2", "illustrative")]
    described = json.loads((tmp_path / "open" / "datapackage.json").read_text(encoding="utf-8"))
    (resource,) = [each for each in described["resources"] if each["name"] == "target_illustrative"]
    assert "promised by nobody" in resource["description"]
    assert "Nobody promised them" in (tmp_path / "open" / "README.md").read_text(encoding="utf-8")


def test_the_moment_is_named_and_only_its_rows_are_there(store, tmp_path):
    small_register(store.ledger)
    first = submit(store.ledger, "observation", [observation("IND", "2008-04-01/P3M", "1")])
    submit(store.ledger, "observation", [observation("IND", "2008-07-01/P3M", "2")])
    export(store, tmp_path / "open", at=first.seq)
    assert [row["value"] for row in read(tmp_path / "open" / "observation.csv")] == ["1"]
    described = json.loads((tmp_path / "open" / "datapackage.json").read_text(encoding="utf-8"))
    assert (described["x-sequence"], described["x-head"]) == (first.seq, first.hash)
    readme = (tmp_path / "open" / "README.md").read_text(encoding="utf-8")
    assert first.hash in readme
    assert "`observation.csv` | 1 |" in readme


def test_the_same_moment_is_the_same_bytes_also_after_more_was_recorded(store, tmp_path):
    small_register(store.ledger)
    entry = submit(store.ledger, "observation", [observation("IND", "2008-04-01/P3M", "1")])
    export(store, tmp_path / "one")
    submit(store.ledger, "observation", [observation("IND", "2008-07-01/P3M", "2")])
    export(store, tmp_path / "two", at=entry.seq)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_an_earlier_export_is_replaced_and_what_others_put_there_stays(store, tmp_path):
    small_register(store.ledger)
    folder = tmp_path / "open"
    export(store, folder)
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    description = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for name in ("gone.csv", "../outside.csv", "notes.txt"):
        description["resources"].append({"path": name})
    (folder / "datapackage.json").write_text(json.dumps(description), encoding="utf-8")
    (folder / "gone.csv").write_text("of a dataset that is no more", encoding="utf-8")
    (tmp_path / "outside.csv").write_text("mine too", encoding="utf-8")
    submit(store.ledger, "observation", [observation("IND", "2008-04-01/P3M", "1")])
    export(store, folder)
    assert len(read(folder / "observation.csv")) == 1
    assert not (folder / "gone.csv").exists()
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "outside.csv").read_text(encoding="utf-8") == "mine too"


OTHERS = {
    "letters": {"letters.txt": "mine"},
    "another package": {"datapackage.json": '{"name": "somebody-elses"}', "a.csv": "x"},
    "a broken description": {"datapackage.json": "{"},
    "a description that is no object": {"datapackage.json": "[]"},
}


@pytest.mark.parametrize("files", OTHERS.values(), ids=OTHERS)
def test_a_folder_with_something_else_in_it_is_left_alone(store, tmp_path, files):
    small_register(store.ledger)
    folder = tmp_path / "theirs"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(ExportRefused) as refused:
        export(store, folder)
    assert refused.value.code == "export_folder_taken"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == files


def test_an_export_cut_short_is_known_again(store, tmp_path, monkeypatch):
    small_register(store.ledger)
    original = Path.write_bytes

    def fail_at_the_third(path, content):
        if path.name.startswith(".basket_membership"):
            raise OSError(28, "No space left on device", str(path))
        return original(path, content)

    monkeypatch.setattr(Path, "write_bytes", fail_at_the_third)
    with pytest.raises(ExportRefused) as refused:
        export(store, tmp_path / "open")
    assert refused.value.figures["reason"] == "ENOSPC"
    monkeypatch.undo()
    export(store, tmp_path / "open")
    assert Package(str(tmp_path / "open" / "datapackage.json")).validate().valid


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\"',;=+-@\t"),
    min_size=1,
    max_size=30,
)
NUMBER = st.floats(allow_nan=False, allow_infinity=False, width=64)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(st.tuples(NUMBER, st.none() | NUMBER, st.none() | TEXT), min_size=1, max_size=6))
def test_reading_an_export_back_gives_the_rows_in_force(rows):
    given_rows = [
        observation(
            "IND",
            f"{2000 + year}-01-01/P1Y",
            cell(value),
            numerator=cell(numerator),
            note=note,
        )
        for year, (value, numerator, note) in enumerate(rows)
    ]
    with TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        submit(store.ledger, "observation", given_rows)
        snapshot = store.snapshot()
        assert snapshot.problems == ()
        stored = rows_in_force(snapshot, "observation")
        (file,) = [file for file in data_files(snapshot, 1) if file.path == "observation.csv"]
    back = list(csv.reader(io.StringIO(file.content.decode("utf-8"), newline="")))[1:]
    assert [typed(row) for row in back] == stored
    assert [row[3] for row in stored] == [value for value, _, _ in rows]


def typed(texts):
    """A line of the exported file as the store would hold it."""
    fields = dataset("observation").fields
    return tuple(
        None if text == "" else float(text) if field.type == "number" else text
        for field, text in zip(fields, texts, strict=True)
    )


CELLS = {
    "a whole number": (544.0, "544"),
    "decimals": (326.4, "326.4"),
    "small": (1e-7, "0.0000001"),
    "large": (1.5e17, "150000000000000000"),
    "an integer": (12, "12"),
    "a day": (date(2010, 12, 31), "2010-12-31"),
    "a formula stays what was recorded": ("=1+1", "=1+1"),
    "nothing": (None, ""),
}


@pytest.mark.parametrize(("value", "text"), CELLS.values(), ids=CELLS)
def test_cells(value, text):
    assert cell(value) == text


@given(NUMBER)
def test_a_number_survives_to_its_last_digit(value):
    back = float(cell(value))
    assert back == value
    assert math.copysign(1, back) == math.copysign(1, value)
