"""Another rule, a date fixed in advance, every place, and the reward grant, on the command line."""

from __future__ import annotations

import csv

import pytest

STRETCH = """title,baseline,target,actual,polarity,potential,weight,indicator_code,due_on
Exactly sixty per cent,1.1,2.1,1.7,higher,"£800,000",,,
Half a target,420,380,397,lower,800000,0.5,,
Not measured yet,50,60,,higher,800000,,,
Traffic,4600,4140,,lower,800000,,TRAFFIC,2030-12-31
"""


def test_show_rates_by_another_rule_and_says_what_all_rules_say(figures):
    shown = figures.read("show", "TRAFFIC", "--recipe", "havering")
    assert (shown["rating"]["rag"], shown["rating"]["rule"]) == ("green", "havering")
    assert shown["rating"]["parameters"] == {"per_cent": 10}
    assert shown["rating"]["by_every_rule"]["within_tolerance"] == "amber"
    assert "The rules disagree here" in figures.text("show", "TRAFFIC")


def test_basket_rates_by_another_rule(figures):
    ours, theirs = (
        figures.read("basket", "--recipe", rule) for rule in ("within_tolerance", "percent_of_target")
    )
    assert ours["recipe"] == "within_tolerance"
    assert "another rule" not in ours["summary"]
    assert "another rule" in theirs["summary"]
    assert {each["rating"]["rule"] for each in theirs["indicators"]} == {"percent_of_target"}
    assert [each["evidence"] for each in ours["indicators"]] == [
        each["evidence"] for each in theirs["indicators"]
    ]


def test_an_unknown_rule_is_wrong_use(figures):
    assert figures.run("show", "TRAFFIC", "--recipe", "mine").exit_code == 2


def test_show_tells_the_change_since_a_date(figures):
    since = figures.read("show", "TRAFFIC", "--since", "2015")["change_since"]
    assert (since["since"], since["points_before"], since["points_since"]) == ("2015-01-01", 22, 11)
    assert since["interval"][0] < since["effect"] < since["interval"][1]
    assert since["words"].startswith("Since 2015 the level differs")
    assert figures.read("show", "TRAFFIC")["change_since"] is None
    refused = figures.read("show", "TRAFFIC", "--since", "1994")["change_since"]
    assert (refused["effect"], refused["reason"]["code"]) == (None, "too_few_before")
    assert "fixed before anybody looked" in figures.text("show", "TRAFFIC", "--since", "LAA1-BEGINS")


def test_what_names_no_date_is_refused(figures):
    assert figures.read("show", "TRAFFIC", "--since", "soon", code=1)["error"]["code"] == "since_unreadable"


def test_show_tests_the_place_against_every_other(figures):
    beside = {each["area"]: each for each in figures.read("show", "PAY-MED")["comparison"]}
    assert beside["E92000001"]["judgement"] == "better"
    assert beside["E92000001"]["p_value"] < 0.001
    assert beside["E07000177"]["judgement"] == "similar"
    assert "E10000025" not in beside


def test_every_series_of_every_place_is_judged_with_progress(figures, tmp_path):
    file = tmp_path / "all.csv"
    result = figures.run("evidence", "--all-areas", "--out", file, "--format", "json")
    assert result.exit_code == 0
    assert "540 of 540 series" in result.stderr
    with file.open(encoding="utf-8", newline="") as written:
        rows = {(row["indicator_code"], row["area_code"]): row for row in csv.DictReader(written)}
    assert len(rows) == 540
    assert rows["ABS-PERS", "E10000025"]["step"] == "very_strong"
    assert rows["MORT-CVD", "E10000025"]["signal"] == "overlapping_periods"


def test_a_file_goes_with_all_areas_only(figures, tmp_path):
    assert figures.run("evidence", "--out", tmp_path / "all.csv").exit_code == 2
    assert not (tmp_path / "all.csv").exists()


@pytest.fixture
def stretch(tmp_path):
    def write(text):
        file = tmp_path / "stretch.csv"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_reward_reckons_potential_earned_and_expected(figures, stretch):
    found = figures.read("reward", stretch(STRETCH))
    exact, half, unknown, traffic = found["targets"]
    assert (exact["share"], exact["earned"]) == (0.6, 480_000)
    assert (half["potential"], half["earned"]) == (400_000, 0)
    assert unknown["reason"]["code"] == "not_measured_yet"
    assert 0 < traffic["expected"] < traffic["potential"]
    assert (found["potential"], found["earned"]) == (2_800_000, 480_000)
    assert found["expected"] == pytest.approx(480_000 + traffic["expected"])
    assert "halved" in found["history"]
    assert "cancelled" in figures.text("reward", stretch(STRETCH))


HEAD = "title,baseline,target,actual,polarity,potential\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            f"{HEAD}A,5,6,5.5,lower,1\n", "Line 2: The target 6 is no enhancement", id="the wrong way"
        ),
        pytest.param(
            f"{HEAD}A,5,5,5.5,higher,1\n", "Line 2: The target 5 is no enhancement", id="no way to go"
        ),
        pytest.param(f"{HEAD}A,5,6,5.5,up,1\n", "Line 2: polarity", id="polarity"),
        pytest.param(f"{HEAD}A,x,6,5.5,higher,1\n", "Line 2: baseline: “x” is not a number", id="no number"),
        pytest.param(f"{HEAD}A,,6,5.5,higher,1\n", "Line 2: baseline is empty", id="empty"),
        pytest.param(f"{HEAD}A,5,6,5.5,higher,-1\n", "Line 2: potential: -1 is below nought", id="negative"),
        pytest.param(
            "title,baseline\nA,5\n", "target, actual, polarity, potential are missing", id="columns"
        ),
        pytest.param(HEAD, "holds no targets", id="no rows"),
        pytest.param("", "holds no targets", id="nothing"),
        pytest.param(
            f'{HEAD}"A,5\n', "cannot be read as a table", id="a quotation mark that is never closed"
        ),
        pytest.param(f"{HEAD.strip()},due_on\nA,5,6,,higher,1,soon\n", "“soon” is not a day", id="no day"),
        pytest.param(
            f"{HEAD.strip()},indicator_code,due_on\nA,5,6,,higher,1,NONE,2030-12-31\n",
            "there is no indicator “NONE”",
            id="no indicator",
        ),
    ],
)
def test_a_file_with_anything_wrong_is_refused_whole(figures, stretch, text, said):
    answer = figures.text("reward", stretch(text), code=1)
    assert said in answer
    assert "£" not in answer
