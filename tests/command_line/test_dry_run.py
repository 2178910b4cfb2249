"""`check` and `submit --dry-run` say which statuses and verdicts would change; `withdraw` names who needs an entry."""

from __future__ import annotations

import pytest

from indicators.command_line import progress

HEAD = "indicator_code,area_code,period,value,status,source_period,source,source_key"
DIP = "EMP-RATE,E10000025,2024,60,final,2024,a page,ELS"
STATED = ("--note", "Annual figure", "--as", "Performance team")


@pytest.fixture
def dip(tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text(f"{HEAD}\n{DIP}\n", encoding="utf-8")
    return path


def test_a_dry_run_is_a_check_and_stores_nothing(own_figures, dip):
    before = own_figures.read("history")["head"]
    checked = own_figures.read("check", dip, "--dataset", "observation")
    assert own_figures.read("submit", dip, "--dataset", "observation", *STATED, "--dry-run") == checked
    assert own_figures.read("history")["head"] == before
    assert checked["would_change"]["series_compared"] == 1
    assert checked["would_change"]["series_left_out"] == 0


def test_judgements_are_told_before_and_after(figures, dip):
    told = figures.read("check", dip, "--dataset", "observation")["would_change"]["judgements"]
    changed = {each["what"]: each["after"] for each in told}
    assert changed["Against target"] == "■ off track"
    assert changed["Movement"] == "↓ worsening"
    text = figures.text("check", dip, "--dataset", "observation")
    assert "judgements would change, of 1 series that it touches." in text
    assert "■ off track" in text


def test_what_is_told_is_what_comes(own_figures, dip):
    told = own_figures.read("check", dip, "--dataset", "observation")["would_change"]["judgements"]
    own_figures.read("submit", dip, "--dataset", "observation", *STATED)
    now = own_figures.read("show", "EMP-RATE")
    assert f"■ {now['rating']['word']}" == next(
        each["after"] for each in told if each["what"] == "Against target"
    )


def test_a_refused_file_would_change_nothing(figures, tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text(f"{HEAD}\n{DIP.replace('60', 'sixty')}\n", encoding="utf-8")
    told = figures.read("check", path, "--dataset", "observation", code=1)
    assert (told["would_change"]["judgements"], told["would_change"]["series_compared"]) == ([], 0)


def test_an_entry_that_others_need_stays_and_they_are_named(own_figures):
    entries = own_figures.read("history")["entries"]
    areas = next(each for each in entries if each["dataset"] == "area")
    figures = next(each for each in entries if each["dataset"] == "observation")
    error = own_figures.read("withdraw", areas["id"], "--note", "x", "--as", "y", code=1)["error"]
    assert error["code"] == "needed_by_others"
    assert figures["id"] in error["figures"]["needed_by"]
    assert "because others need it" in error["message"]


def test_progress_is_told_to_a_terminal_only(monkeypatch, capsys):
    progress.tell("checking", 4800)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    for stage, said in {
        "reading": "Reading 1,234 bytes",
        "checking": "Checking 1,234 rows",
        "comparing": "Comparing 1,234 rows with what is recorded",
        "storing": "Storing 1,234 rows",
    }.items():
        progress.tell(stage, 1234)
        assert capsys.readouterr().err == f"{said}\n"
