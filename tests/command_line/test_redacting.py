"""`redact`: what it removes, what it says, and that `verify` says it again."""

from __future__ import annotations

import pytest

HEADINGS = "indicator_code,area_code,period,value,status,source_period,note,source,source_key"
FIGURE = "KSI-CAS,E10000025,2015,350,final,2015,told by Mrs Example,Newspaper,OM-2015"
STATED = ("--note", "a person was named", "--as", "Data protection officer")


@pytest.fixture
def entry(own_figures, tmp_path):
    """The id of a submission that names a person."""
    path = tmp_path / "figures.csv"
    path.write_text(f"{HEADINGS}\n{FIGURE}\n", encoding="utf-8")
    submitted = own_figures.read(
        "submit", path, "--dataset", "observation", "--note", "Annual", "--as", "Officer"
    )
    return submitted["receipt"]["id"]


def test_a_text_is_removed_and_verify_says_when_by_whom_and_why(own_figures, entry):
    answer = own_figures.read("redact", entry, "--text", "Mrs Example", *STATED)
    assert (answer["redacts"], answer["cells"], answer["whole_file"]) == (entry, 1, False)
    verified = own_figures.read("verify")
    assert verified["ok"] is True
    assert {each["entry"] for each in verified["redactions"]} == {entry}
    words = own_figures.text("verify")
    assert "a person was named" in words
    assert "Data protection officer" in words
    assert "Mrs Example" not in own_figures.text("show", "KSI-CAS")
    files = [path for path in own_figures.home.rglob("*") if path.is_file()]
    assert [path.name for path in files if b"Mrs Example" in path.read_bytes()] == []


def test_the_text_may_come_from_standard_input(own_figures, entry, monkeypatch):
    monkeypatch.setattr("indicators.command_line.redacting.asked_text", lambda _: "Mrs Example")
    assert own_figures.read("redact", entry, "--text", "-", *STATED)["cells"] == 1


def test_it_says_what_was_removed_and_what_is_left_to_do(own_figures, entry):
    words = own_figures.text("redact", entry, "--whole-file", *STATED)
    assert f"Removed from {entry}: the file as it was received." in words
    assert "Backups and exports made before still hold it" in words


@pytest.fixture
def named(own_figures, tmp_path):
    """The id of a submission whose note, sender and file name a person, as its row does."""
    path = tmp_path / "Mrs Example.csv"
    path.write_text(f"{HEADINGS}\n{FIGURE.replace('2015,350', '2016,350')}\n", encoding="utf-8")
    stated = ("--note", "Sent by Mrs Example", "--as", "Mrs Example")
    return own_figures.read("submit", path, "--dataset", "observation", *stated)["receipt"]["id"]


def test_it_says_loudly_where_the_text_stays_and_what_to_do(own_figures, named):
    words = own_figures.text("redact", named, "--text", "Mrs Example", *STATED)
    assert "NOT REMOVED: the text still stands in the note" in words
    assert f"the name of the file of {named}." in words
    assert "restore a backup from before it" in words
    again = own_figures.read("redact", named, "--text", "Mrs Example", *STATED, code=1)
    assert again["error"]["code"] == "text_sealed"
    assert "the note, the sender and the name of the file" in again["error"]["message"]


def test_what_is_nowhere_sealed_is_not_said_to_be(own_figures, entry):
    answer = own_figures.read("redact", entry, "--text", "Mrs Example", *STATED)
    assert answer["sealed"] == []


def test_what_is_not_there_is_refused_with_the_way_out(own_figures, entry):
    answer = own_figures.read("redact", entry, "--text", "Mr Nobody", *STATED, code=1)
    assert answer["error"]["code"] == "text_not_found"
    assert "letter by letter" in answer["error"]["way_out"]


@pytest.mark.parametrize(
    "given", [(), ("--text", "x", "--whole-file"), ("--text", " ")], ids=["neither", "both", "blank"]
)
def test_one_of_both_must_be_given(own_figures, entry, given):
    assert own_figures.run("redact", entry, *given, *STATED).exit_code == 2
