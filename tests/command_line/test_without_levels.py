"""The levels of the scheme of an edition were withdrawn: what rests on them says so, and everything else goes on."""

from __future__ import annotations

import pytest

LEVELS = "000014"  # the embedded levels of all schemes


@pytest.fixture
def without(own_figures):
    """The embedded figures without them."""
    done = own_figures.run("withdraw", LEVELS, "--note", "Wrong file", "--as", "Performance team")
    assert done.exit_code == 0, done.stdout
    return own_figures


def test_the_linter_asks_for_them(without):
    found = without.read("lint", code=1)["prevention"]["findings"]
    assert [(each["rule"], each["figures"]) for each in found] == [
        ("scheme_not_readable", {"scheme": "WELSH-2018"})
    ]


def test_questions_about_all_else_are_asked(without, figures):
    kept = {each["rule"] for each in without.read("questions")["questions"]}
    assert kept
    assert kept < {each["rule"] for each in figures.read("questions")["questions"]}


@pytest.mark.parametrize("arguments", [[], ["--scheme", "CIPFA-2025"], ["--report", "audit.pdf"]])
def test_the_audit_says_what_to_do(without, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    error = without.read("audit", *arguments, code=1)["error"]
    assert error["code"] == "scheme_without_levels"
    assert "WELSH-2018" in error["message"] or arguments[0] == "--scheme"
    assert not list(tmp_path.glob("audit*"))


def test_it_is_all_back_once_that_is_undone(without):
    entry = without.read("history")["entries"][0]["id"]
    without.run("withdraw", entry, "--note", "It was right", "--as", "Performance team")
    assert without.run("audit").exit_code == 0
