"""`history`, `verify`, `show` and `basket` on the embedded figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators.wording import reasons
from tests.data.embedded_files import number_of_files, rows_of

DATA = Path(__file__).parents[2] / "data"


def test_history_lists_what_was_loaded_newest_first(figures):
    answer = figures.read("history")
    assert [entry["sequence"] for entry in answer["entries"]] == list(range(number_of_files(), 0, -1))
    assert answer["head"] == {"sequence": number_of_files(), "hash": answer["entries"][0]["hash"]}
    first = answer["entries"][-1]
    assert first["dataset"] == "source"
    assert first["rows"] == len(rows_of("source"))
    assert first["recorded_at"] == "2026-11-20T09:00:00Z"
    assert first["withdrawn_by"] is None


def test_history_is_readable(figures):
    text = figures.text("history")
    assert "000013-" in text
    assert "20 November 2026, 09:12" in text
    assert "6,526" in text
    assert f"{number_of_files()} entries." in text


def test_verify_names_the_head_and_is_content(figures):
    answer = figures.read("verify")
    assert answer["ok"] is True
    assert answer["entries"] == number_of_files()
    assert figures.read("verify", "--head", answer["head"]["hash"])["ok"] is True
    assert "every byte is as it was written" in figures.text("verify")


def test_verify_finds_a_ledger_that_was_cut_off(figures):
    answer = figures.read("verify", "--head", "ab" * 32, code=1)
    assert [problem["code"] for problem in answer["problems"]] == ["head_missing"]
    assert "cut off" in figures.text("verify", "--head", "ab" * 32, code=1)


def test_verify_takes_a_hash_as_short_as_it_is_shown(figures):
    digest = figures.read("history")["entries"][3]["hash"]
    for head in (digest[:12], digest[:30].upper(), f" {digest} "):
        assert figures.read("verify", "--head", head)["ok"] is True
    other = f"{digest[:11]}{'0' if digest[11] != '0' else '1'}"
    assert [each["code"] for each in figures.read("verify", "--head", other, code=1)["problems"]] == [
        "head_missing"
    ]


@pytest.mark.parametrize("head", ["", "19", "44c8e9fcd45", "000019-44c8e9fcd450", "ab" * 33, "x" * 64])
def test_what_is_no_hash_is_wrong_use_and_no_alarm(figures, head):
    assert "at least its first 12 digits" in figures.text("verify", "--head", head, code=2)


@pytest.mark.parametrize("command", ["history", "verify"])
@pytest.mark.parametrize("below", [(), ("sub",), ("ledger",)], ids=["the file", "below it", "its ledger"])
def test_a_file_in_the_place_of_the_home_is_no_empty_ledger(nothing, command, below):
    nothing.home.write_text("a file", encoding="utf-8")
    nothing.home = nothing.home.joinpath(*below)
    error = nothing.read(command, code=1)["error"]
    assert f"The ledger in {nothing.home}" in error["message"]
    assert "a file stands where a folder is needed" in error["message"]
    assert "INDICATOR_BASKET_HOME" in error["way_out"]


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "desktop.ini"])
def test_what_a_desktop_leaves_in_a_folder_is_passed_over(own_figures, name):
    entry = next((own_figures.home / "ledger").glob("00000009-*"))
    for folder in (own_figures.home / "ledger", own_figures.home / "ledger" / ".incoming", entry):
        (folder / name).write_bytes(b"icons")
    assert own_figures.read("history")["problems"] == []
    answer = own_figures.read("verify")
    assert (answer["ok"], answer["left_over"]) == (True, 0)


def test_verify_names_the_changed_file_and_everything_else_still_reads(own_figures):
    changed = next((own_figures.home / "ledger").glob("00000009-*/rows.csv"))
    changed.write_bytes(changed.read_bytes().replace(b"GHG", b"GHX"))
    answer = own_figures.read("verify", code=1)
    assert [(each["entry"][:6], each["code"]) for each in answer["problems"]] == [("000009", "file_changed")]
    result = own_figures.run("show", "GHG-HEAD")
    assert result.exit_code == 0
    assert "not as it was written" in result.stderr
    assert "No target has been set" in " ".join(result.stdout.split())


def test_a_damaged_newest_entry_does_not_hide_the_others(own_figures):
    manifest = next((own_figures.home / "ledger").glob(f"{number_of_files():08d}-*/manifest.json"))
    manifest.write_bytes(b"{}")
    answer = own_figures.read("history", code=1)
    assert answer["entries"][0]["sequence"] == number_of_files() - 1
    assert own_figures.run("basket").exit_code == 0


def test_show_holds_the_whole_analysis(figures):
    answer = figures.read("show", "KSI-CAS")
    assert answer["indicator"]["title"] == "People killed or seriously injured on the roads"
    assert answer["area"]["name"] == "Oxfordshire"
    assert answer["as_at"]["sequence"] == number_of_files()
    assert answer["latest"]["value"] == 378
    assert answer["latest"]["period_label"] == "2014"
    rating = answer["rating"]
    assert (rating["rag"], rating["outcome"], rating["word"]) == ("red", "missed", "target missed")
    assert (rating["value"], rating["level"], rating["due_on"]) == (395, 326.4, "2010-12-31")
    assert rating["illustrative"] is False
    assert rating["rule"] == "within_tolerance"
    assert 0 < rating["tolerance"] < 100
    assert answer["movement"]["direction"] == "deteriorating"
    assert (answer["movement"]["change"], answer["movement"]["previous"]) == (51, "2013-01-01/P1Y")
    assert answer["freshness"]["is_stale"] is True
    assert [target["judged_by"] for target in answer["targets"]] == [True, False, False, False]
    assert answer["targets"][1]["reason"]["code"] == "no_baseline"
    assert answer["trajectory"]["points"] == [
        {"on": "1998-12-31", "level": 544},
        {"on": "2010-12-31", "level": 326.4},
    ]
    figure_of_2010 = next(each for each in answer["series"] if each["period"] == "2010-01-01/P1Y")
    assert (figure_of_2010["value"], figure_of_2010["trajectory"]) == (395, 326.4)


def test_show_is_readable_and_complete(figures):
    text = figures.text("show", "KSI-CAS")
    for expected in (
        "Target missed: 395 in 2010 against 326.4",
        "with a tolerance of",
        "Movement ↑ worsening: +51 since 2013",
        "Ended 11 years ago",
        "Targets in words",
        "cut casualties on the roads by 25 per cent by 2026. Not drawn:",
        "31 December 2010",
        "1994–1998 544",
    ):
        assert expected in text


def test_show_marks_an_illustrative_target_in_words(figures):
    assert figures.read("show", "GHG-HEAD")["rating"]["illustrative"] is True
    text = figures.text("show", "GHG-HEAD")
    assert "illustrative target 5.742 by 2030, promised by nobody" in text


def test_breaks_and_cautions_are_listed(figures):
    answer = figures.read("show", "KS4-ATT8")
    assert answer["breaks"]
    assert "Changes of basis" in figures.text("show", "KS4-ATT8")


def test_a_doubtful_figure_is_shown_and_never_the_latest(figures):
    doubtful = [
        line.split(",")[:3]
        for line in (DATA / "observations.csv").read_text(encoding="utf-8").splitlines()
        if ",doubtful," in line
    ]
    code, area, period = doubtful[0]
    answer = figures.read("show", code, "--area", area)
    assert period in [each["period"] for each in answer["series"]]
    assert answer["latest"]["period"] != period


@pytest.mark.parametrize("place", ["E07000178", "Oxford", "oxford"])
def test_a_place_goes_by_code_or_name(figures, place):
    assert figures.read("show", "EMP-RATE", "--area", place)["area"]["code"] == "E07000178"


def test_a_code_may_be_typed_in_small_letters(figures):
    assert figures.read("show", "ksi-cas")["indicator"]["code"] == "KSI-CAS"


def test_a_place_without_figures_is_told_where_there_are_some(figures):
    answer = figures.read("show", "KSI-CAS", "--area", "England")
    assert answer["latest"] is None
    assert answer["areas_with_figures"] == ["E10000025"]
    assert "There are figures for: - Oxfordshire" in figures.text("show", "KSI-CAS", "--area", "England")


@pytest.mark.parametrize("moment", ["8", "000008", "2026-11-20T09:07", "2026-11-20T09:07:00Z"])
def test_an_earlier_moment_by_entry_or_time(figures, moment):
    answer = figures.read("show", "GHG-HEAD", "--as-at", moment)
    assert answer["as_at"]["sequence"] == 8
    assert answer["targets"] == []
    assert answer["freshness"]["as_of"] == "2026-11-20"


def test_a_date_means_the_end_of_that_day(figures):
    assert figures.read("basket", "--as-at", "2026-11-20")["as_at"]["sequence"] == number_of_files()


def test_basket_holds_thirty_indicators_in_its_order(figures):
    answer = figures.read("basket")
    rows = (DATA / "basket_membership.csv").read_text(encoding="utf-8").splitlines()[1:]
    in_order = [row.split(",")[1] for row in sorted(rows, key=lambda row: int(row.split(",")[2]))]
    assert [each["code"] for each in answer["indicators"]] == in_order
    assert answer["summary"].startswith("30 indicators for Oxfordshire.")
    killed = next(each for each in answer["indicators"] if each["code"] == "KSI-CAS")
    shown = figures.read("show", "KSI-CAS")
    for part in ("latest", "rating", "movement", "freshness"):
        assert killed[part] == shown[part]


def test_basket_is_readable_and_says_what_is_illustrative(figures):
    text = figures.text("basket")
    assert "(illustrative" in text
    assert "Nobody promised them." in text


REFUSED = {
    "an unknown code": (("show", "KSI-CAZ"), "indicator_unknown", "Did you mean KSI-CAS"),
    "a word of the title": (("show", "pregnancy"), "indicator_unknown", "lists the codes of the basket"),
    "an unknown place": (("show", "KSI-CAS", "--area", "Rutland"), "area_unknown", "E10000025 Oxfordshire"),
    "an unknown place of the basket": (("basket", "--area", "Rutland"), "area_unknown", "E07000178 Oxford"),
    "no moment": (("show", "KSI-CAS", "--as-at", "yesterday"), "moment_unreadable", "2026-11-20"),
    "no such entry": (("basket", "--as-at", "99"), "entry_unknown", "history"),
    "before the first entry": (
        ("basket", "--as-at", "2007-07-26"),
        "nothing_recorded_yet",
        "20 November 2026",
    ),
}


@pytest.mark.parametrize(("arguments", "code", "way_out"), REFUSED.values(), ids=REFUSED)
def test_what_does_not_exist_is_named_with_the_way_out(figures, arguments, code, way_out):
    error = figures.read(*arguments, code=1)["error"]
    assert error["code"] == code
    assert arguments[-1] in error["message"]
    assert way_out in error["way_out"]
    result = figures.run(*arguments)
    assert result.stdout == ""
    assert error["message"] in result.stderr


WRONG_USE = {
    "no such command": ("shwo",),
    "no code": ("show",),
    "no such format": ("basket", "--format", "xml"),
    "no such option": ("basket", "--place", "Oxford"),
    "no such dataset": ("template", "rumour"),
    "no such file": ("check", "nowhere.csv", "--dataset", "target"),
    "no note": ("withdraw", "13", "--as", "role"),
    "no arguments at all": (),
}


@pytest.mark.parametrize("arguments", WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_two(figures, arguments):
    assert figures.run(*arguments).exit_code == 2


def test_an_empty_ledger_is_filled_at_the_first_question_and_that_is_said(nothing):
    result = nothing.run("show", "KSI-CAS", "--format", "json")
    assert "have been loaded" in result.stderr
    assert json.loads(result.stdout)["as_at"]["sequence"] == number_of_files()
    again = nothing.run("show", "KSI-CAS", "--format", "json")
    assert again.stderr == ""
    assert again.stdout == result.stdout


def test_history_and_verify_leave_an_empty_home_empty(nothing):
    assert nothing.read("history")["entries"] == []
    assert nothing.read("verify")["ok"] is True
    for command in ("history", "verify"):
        assert nothing.text(command) == f"The ledger in {nothing.home / 'ledger'} is empty."
    assert not (nothing.home / "ledger").exists()


def test_show_says_what_the_figures_can_prove(figures):
    found = figures.read("show", "TRAFFIC")["evidence"]
    assert found["step"]["strength"] == "very_strong"
    assert found["step"]["in_the_pandemic"] is True
    assert found["real_step_change"]["verdict"] == "cannot_say"
    assert found["chance"]["in_100"] % 5 == 0
    text = figures.text("show", "TRAFFIC")
    assert "more likely to miss it by 2030" in text.lower()
    assert "touched every place" in text


def test_show_refuses_in_words_where_periods_overlap(figures):
    found = figures.read("show", "MORT-CVD")["evidence"]
    reasons = [found[name]["reason"]["code"] for name in ("signal", "recent_trend", "step", "chance")]
    assert set(reasons) == {"overlapping_periods"}


def test_basket_says_what_luck_alone_would_give(figures):
    answer = figures.read("basket")
    assert "luck alone would give" in answer["summary"]
    assert all(each["evidence"]["words"] for each in answer["indicators"])


def test_lint_names_rule_subject_and_figures_and_fails(figures):
    found = figures.read("lint", code=1)["findings"]
    inside = next(each for each in found if each["subject"] == "TRAFFIC-ILLUSTRATIVE-2030")
    assert inside["rule"] == "inside_ordinary_variation"
    assert "met and missed by luck" in inside["sentence"]
    assert "30 findings on 22 of 30" in figures.text("lint", code=1)


def test_lint_without_figures_finds_nothing(figures):
    """At the seventh entry there were figures and no targets; at the second neither."""
    assert figures.read("lint", "--as-at", "2")["findings"] == []


def test_evidence_counts_every_indicator_once_for_each_judgement(figures):
    answer = figures.read("evidence")
    assert all(sum(counts.values()) == 30 for counts in answer["judgements"].values())
    assert "PAY-MED" not in answer["believed_steps"]
    text = figures.text("evidence")
    assert "A real step change for the better" in text
    # every judgement is said in words of its own, none by its code
    assert reasons.FALLBACK.split("(")[0] not in text
