"""`inbox` on the embedded figures."""

from __future__ import annotations


def test_inbox_as_json_and_as_a_table(figures):
    answer = figures.read("inbox")
    assert answer["area"]["code"] == "E10000025"
    assert answer["summary"].startswith("For Oxfordshire: ")
    assert {each["kind"] for each in answer["tasks"]} == {"figure", "commentary", "finding"}
    late = next(each for each in answer["tasks"] if each["what"] in ("stale", "late"))
    assert (late["lag_assumed"], late["days_late"] > 0, bool(late["missing_periods"])) == (True, True, True)
    assert "figures are missing" in figures.text("inbox")


def test_as_at_a_moment_without_figures(figures):
    tasks = figures.read("inbox", "--as-at", "5")["tasks"]
    assert {each["what"] for each in tasks} == {"no_figure"}
