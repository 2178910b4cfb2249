"""`export`, `backup` and `restore` from the command line."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.data.embedded_files import number_of_files

DATA = Path(__file__).parents[2] / "data"


def test_export_writes_every_dataset_and_says_how_many_rows(figures, tmp_path):
    answer = figures.read("export", tmp_path / "open")
    rows = {file["path"]: file["rows"] for file in answer["files"]}
    assert rows["observation.csv"] == 6526
    assert (rows["target.csv"], rows["target_illustrative.csv"]) == (22, 22)
    assert answer["as_at"]["sequence"] == number_of_files()
    with (tmp_path / "open" / "observation.csv").open(encoding="utf-8", newline="") as sheet:
        assert sum(1 for _ in csv.reader(sheet)) == 6526 + 1


def test_export_gives_back_the_embedded_figures_byte_for_byte(figures, tmp_path):
    figures.read("export", tmp_path / "open")
    for name in ("observation", "indicator", "event", "spending_line", "area", "source"):
        exported = (tmp_path / "open" / f"{name}.csv").read_bytes()
        assert exported == (DATA / f"{name}s.csv").read_bytes(), name


def test_export_of_an_earlier_moment(figures, tmp_path):
    figures.read("export", tmp_path / "open", "--as-at", "8")
    assert (tmp_path / "open" / "target_illustrative.csv").read_text(encoding="utf-8").count("\n") == 1
    assert "entry 8 of the ledger" in (tmp_path / "open" / "README.md").read_text(encoding="utf-8")


def test_export_leaves_a_folder_of_somebody_else_alone(figures, tmp_path):
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    error = figures.read("export", tmp_path, code=1)["error"]
    assert error["code"] == "export_folder_taken"
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]
    assert figures.read("export", DATA, code=1)["error"]["code"] == "export_folder_taken"


def test_export_to_a_place_that_cannot_be_written(figures, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    error = figures.read("export", tmp_path / "file" / "open", code=1)["error"]
    assert error["code"] == "unwritable"
    assert "a file stands where a folder is needed" in error["message"]
    assert "name another folder" in error["way_out"]
    assert "INDICATOR_BASKET_HOME" not in error["way_out"], "that would move the ledger"


def test_a_backup_restores_the_same_ledger(figures, nothing, tmp_path):
    made = figures.read("backup", tmp_path / "ledger.zip")
    assert (made["entries"], made["verified"]) == (number_of_files(), True)
    restored = nothing.read("restore", tmp_path / "ledger.zip")
    assert restored["head"] == made["head"] == figures.read("verify")["head"]
    assert nothing.read("verify", "--head", made["head"]["hash"])["ok"] is True
    assert nothing.read("basket") == figures.read("basket")


def test_a_backup_is_never_written_over_and_never_restored_over(figures, tmp_path):
    figures.run("backup", tmp_path / "ledger.zip")
    assert figures.read("backup", tmp_path / "ledger.zip", code=1)["error"]["code"] == "backup_exists"
    error = figures.read("restore", tmp_path / "ledger.zip", code=1)["error"]
    assert error["code"] == "ledger_in_the_way"
    assert f"{number_of_files()} of them" in error["message"]


def test_nothing_to_back_up(nothing, tmp_path):
    assert nothing.read("backup", tmp_path / "ledger.zip", code=1)["error"]["code"] == "ledger_empty"
    assert not (tmp_path / "ledger.zip").exists()


def test_what_is_no_backup_is_named(nothing, tmp_path):
    (tmp_path / "notes.txt").write_text("no zip", encoding="utf-8")
    error = nothing.read("restore", tmp_path / "notes.txt", code=1)["error"]
    assert error["code"] == "backup_unreadable"
    assert "no zip file" in error["message"]
