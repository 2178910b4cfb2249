"""`template`, `check`, `submit`, `load`, `withdraw` and `remove-illustrative`, as a performance officer uses them."""

from __future__ import annotations

import pytest

from indicators.datasets import dataset, names
from indicators.store import open_store
from indicators.submissions import accept
from indicators.wording.stated import LONGEST_NAME, LONGEST_NOTE
from tests.data.embedded_files import number_of_files

NEXT_FIGURE = "KSI-CAS,E10000025,2015,350,final,2015,Newspaper,OM-2015"
HEADINGS = "indicator_code,area_code,period,value,status,source_period,source,source_key"
STATED = ("--note", "Annual figure", "--as", "Performance team")


@pytest.fixture
def file(tmp_path):
    """A function that writes lines into a file and returns its path."""

    def write(*lines, name="figures.csv"):
        path = tmp_path / name
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("name", names())
def test_a_template_holds_the_declared_columns_and_nothing_else(figures, name):
    result = figures.run("template", name)
    assert result.stdout.removeprefix("\ufeff").splitlines() == [",".join(dataset(name).columns)]
    answer = figures.read("template", name)
    assert tuple(column["name"] for column in answer["columns"]) == dataset(name).columns


def test_a_template_can_be_filled_in_and_submitted(own_figures, tmp_path):
    path = tmp_path / "figures.csv"
    path.write_bytes(own_figures.run("template", "observation").stdout_bytes)
    with path.open("a", encoding="utf-8") as sheet:
        sheet.write("KSI-CAS,E10000025,2015,350,,,,,final,2015,,Newspaper,OM-2015\r\n")
    assert own_figures.read("submit", path, "--dataset", "observation", *STATED)["accepted"] is True


def test_check_stores_nothing_and_says_what_would_change(figures, file):
    path = file(HEADINGS, NEXT_FIGURE, "KSI-CAS,E10000025,2014,380,final,2014,Newspaper,OM-2015")
    answer = figures.read("check", path, "--dataset", "observation")
    assert answer["ok"] is True
    assert answer["counts"] == {"added": 1, "revised": 1, "unchanged": 0, "removed": 0}
    (revised,) = [change for change in answer["changes"] if change["kind"] == "revised"]
    assert revised["columns"]["value"] == {"old": "378", "new": "380"}
    text = figures.text("check", path, "--dataset", "observation")
    assert "This replaces 378." in text
    assert "1 added, 1 revised" in text
    assert figures.read("history")["head"]["sequence"] == number_of_files()


def test_check_lists_every_problem_with_line_column_value_and_what_to_do(figures, file):
    path = file(
        HEADINGS,
        "KSI-CAZ,E10000025,2015,350,final,2015,Newspaper,OM-2015",
        'KSI-CAS,E10000025,2015,"1,5",final,2015,Newspaper,OM-2015',
        "KSI-CAS,E10000025,08/09,350,final,2008,Newspaper,OM-2015",
        "KSI-CAS,E10000025,2016,350,fnial,2016,Newspaper,OM-2015",
    )
    answer = figures.read("check", path, "--dataset", "observation", code=1)
    assert answer["ok"] is False
    found = [(each["line"], each["column"], each["rule"]) for each in answer["findings"]]
    assert found == [
        (2, "indicator_code", "unknown_reference"),
        (3, "value", "decimal_comma"),
        (4, "period", "not_a_period"),
        (5, "status", "not_a_choice"),
    ]
    text = figures.text("check", path, "--dataset", "observation", code=1)
    for expected in (
        "Did you mean “KSI-CAS”?",
        "4.5 and not 4,5",
        "Did you mean “final”?",
        "would be refused",
    ):
        assert expected in text


def test_submit_takes_a_file_whole_and_the_next_question_sees_it(own_figures, file):
    receipt = own_figures.read("submit", file(HEADINGS, NEXT_FIGURE), "--dataset", "observation", *STATED)[
        "receipt"
    ]
    assert receipt["sequence"] == number_of_files() + 1
    assert receipt["counts"]["added"] == 1
    assert own_figures.read("verify", "--head", receipt["hash"])["ok"] is True
    shown = own_figures.read("show", "KSI-CAS")
    assert (shown["latest"]["period"], shown["latest"]["value"]) == ("2015-01-01/P1Y", 350)
    assert own_figures.read("show", "KSI-CAS", "--as-at", "13")["latest"]["value"] == 378
    newest = own_figures.read("history")["entries"][0]
    assert (newest["by"], newest["note"], newest["file_name"]) == (
        "Performance team",
        "Annual figure",
        "figures.csv",
    )


def test_submit_shows_the_warnings_that_check_shows_and_shows_them_again(own_figures, file):
    path = file(HEADINGS, "KSI-CAS,E10000025,2014,380,final,2014,Newspaper,OM-2015")
    checked = own_figures.read("check", path, "--dataset", "observation")["findings"]
    assert (2, "revision") in [(each["line"], each["rule"]) for each in checked]
    submitted = own_figures.read("submit", path, "--dataset", "observation", *STATED)
    assert (submitted["accepted"], submitted["findings"]) == (True, checked)
    text = own_figures.text("submit", path, "--dataset", "observation", *STATED)
    assert text.index("This replaces 378.") < text.index("Recorded already")


@pytest.mark.parametrize("kept", [b"not JSON", b"5", b'[{"line": 2}]'])
def test_warnings_that_are_damaged_are_named_and_no_traceback(own_figures, file, kept):
    path = file(HEADINGS, NEXT_FIGURE)
    receipt = own_figures.read("submit", path, "--dataset", "observation", *STATED)["receipt"]
    (findings,) = (own_figures.home / "ledger").glob(f"*-{receipt['hash']}/findings.json")
    findings.write_bytes(kept)
    error = own_figures.read("submit", path, "--dataset", "observation", *STATED, code=1)["error"]
    assert error["code"] == "ledger_damaged"
    assert f"findings.json of {receipt['id']} is not as it was written." in error["message"]


def test_submit_refuses_a_file_whole(own_figures, file):
    path = file(HEADINGS, NEXT_FIGURE, "KSI-CAS,E10000025,2016,many,final,2016,Newspaper,OM-2015")
    answer = own_figures.read("submit", path, "--dataset", "observation", *STATED, code=1)
    assert (answer["accepted"], answer["receipt"]) == (False, None)
    assert [each["line"] for each in answer["findings"]] == [3]
    assert "figures.csv was refused" in own_figures.text(
        "submit", path, "--dataset", "observation", *STATED, code=1
    )
    assert own_figures.read("history")["head"]["sequence"] == number_of_files()


def test_the_same_file_twice_is_recorded_once(own_figures, file):
    path = file(HEADINGS, NEXT_FIGURE)
    first = own_figures.read("submit", path, "--dataset", "observation", *STATED)["receipt"]
    again = own_figures.read("submit", path, "--dataset", "observation", *STATED)["receipt"]
    assert (first["already"], again["already"]) == (False, True)
    assert again["id"] == first["id"]
    assert "Recorded already" in own_figures.text("submit", path, "--dataset", "observation", *STATED)


def test_withdrawing_takes_back_and_withdrawing_that_puts_back(own_figures, file):
    path = file(HEADINGS, NEXT_FIGURE)
    entry = own_figures.read("submit", path, "--dataset", "observation", *STATED)["receipt"]["id"]
    withdrawal = own_figures.read("withdraw", entry[:6], "--note", "Wrong file", "--as", "Performance team")
    assert withdrawal["withdraws"] == entry
    assert own_figures.read("show", "KSI-CAS")["latest"]["value"] == 378
    entries = own_figures.read("history")["entries"]
    assert entries[1]["withdrawn_by"] == withdrawal["id"]
    assert "(withdrawn by" in own_figures.text("history")
    own_figures.read("withdraw", withdrawal["id"], "--note", "It was right", "--as", "Performance team")
    assert own_figures.read("show", "KSI-CAS")["latest"]["value"] == 350


def test_what_cannot_be_withdrawn_says_why(own_figures):
    last = number_of_files()
    own_figures.read("withdraw", last, "--note", "x", "--as", "y")
    error = own_figures.read("withdraw", last, "--note", "x", "--as", "y", code=1)["error"]
    assert error["code"] == "not_withdrawable"
    assert "withdrawn already" in error["message"]
    assert (
        own_figures.read("withdraw", "9999", "--note", "x", "--as", "y", code=1)["error"]["code"]
        == "entry_unknown"
    )


def test_remove_illustrative_leaves_only_what_somebody_set(own_figures):
    before = own_figures.read("basket")
    assert sum(each["rating"]["illustrative"] for each in before["indicators"]) == 22
    answer = own_figures.read("remove-illustrative")
    assert (answer["removed"], answer["accepted"]) == (22, True)
    after = own_figures.read("basket")
    assert sum(each["rating"]["illustrative"] for each in after["indicators"]) == 0
    killed = {each["code"]: each["rating"]["word"] for each in after["indicators"]}
    assert killed["KSI-CAS"] == "target missed"
    assert own_figures.read("remove-illustrative")["removed"] == 0
    assert "There is no illustrative target" in own_figures.text("remove-illustrative")
    own_figures.read("withdraw", answer["receipt"]["id"], "--note", "Back", "--as", "role")
    assert own_figures.read("basket")["summary"] == before["summary"]


CHANGES = {
    "submit": ("submit", __file__, "--dataset", "observation"),
    "a dry run": ("submit", __file__, "--dataset", "observation", "--dry-run"),
    "withdraw": ("withdraw", "13"),
    "redact": ("redact", "13", "--whole-file"),
    "remove-illustrative": ("remove-illustrative",),
}
UNSTATED = {
    "an empty note": (("--note", "", "--as", "role"), "'--note': The note is empty."),
    "a blank note": (("--note", " \t", "--as", "role"), "'--note': The note is empty."),
    "an empty name": (("--note", "Why", "--as", ""), "'--as': The name is empty."),
    "a note of two lines": (("--note", "one\ntwo", "--as", "role"), "'--note': The note holds a line end"),
    "a name that moves the cursor": (
        ("--note", "Why", "--as", "\x1b[2J"),
        "'--as': The name holds a line end",
    ),
    "a note without end": (
        ("--note", "a" * (LONGEST_NOTE + 1), "--as", "role"),
        "'--note': The note is longer than 2,000 characters.",
    ),
    "a name without end": (
        ("--note", "Why", "--as", "a" * (LONGEST_NAME + 1)),
        "'--as': The name is longer than 200 characters.",
    ),
}


@pytest.mark.parametrize(("stated", "said"), UNSTATED.values(), ids=UNSTATED)
@pytest.mark.parametrize("command", CHANGES.values(), ids=CHANGES)
def test_who_and_why_are_stated_whatever_is_changed(figures, command, stated, said):
    assert said in figures.text(*command, *stated, code=2)
    assert figures.read("history")["head"]["sequence"] == number_of_files()


def test_blanks_around_who_and_why_are_not_kept(own_figures, file):
    path = file(HEADINGS, NEXT_FIGURE)
    own_figures.read("submit", path, "--dataset", "observation", "--note", " Annual ", "--as", " Team ")
    newest = own_figures.read("history")["entries"][0]
    assert (newest["note"], newest["by"]) == ("Annual", "Team")


def test_load_is_for_an_empty_ledger(own_figures):
    error = own_figures.read("load", code=1)["error"]
    assert error["code"] == "ledger_not_empty"
    assert "INDICATOR_BASKET_HOME" in error["way_out"]


def test_two_installations_agree(nothing, figures):
    receipts = nothing.read("load")["receipts"]
    assert [receipt["sequence"] for receipt in receipts] == list(range(1, number_of_files() + 1))
    assert receipts[-1]["hash"] == figures.read("verify")["head"]["hash"]


@pytest.mark.parametrize("command", ["load", "basket", "export"])
def test_a_home_that_cannot_be_used_is_named_with_the_way_out(nothing, tmp_path, command):
    nothing.home.write_text("a file stands where the folder should be", encoding="utf-8")
    arguments = [tmp_path / "open"] if command == "export" else []
    error = nothing.read(command, *arguments, code=1)["error"]
    assert str(nothing.home) in error["message"]
    assert "a file stands where a folder is needed" in error["message"]
    assert error["way_out"]


def test_control_characters_of_others_do_not_reach_the_terminal(own_figures):
    with open_store(own_figures.home) as store:
        note = "red \x1b[31mletters"
        accept(store, "observation", f"{HEADINGS}\n{NEXT_FIGURE}\n".encode(), "a.csv", by="role", note=note)
    result = own_figures.run("history")
    assert "\x1b" not in result.stdout
    assert "red" in result.stdout


def test_every_doubt_about_a_figure_is_said_in_words(figures, file):
    head = "indicator_code,area_code,period,value,numerator,denominator,lower,upper,status,source,source_key"
    rows = [
        "EMP-RATE,E10000025,2098,70,,,,,final,x,ELS",  # 2: still to come
        "EMP-RATE,E10000025,2022,120,,,,,final,x,ELS",  # 3: impossible
        "EMP-RATE,E10000025,2021,70,,,71,75,final,x,ELS",  # 4: not between its limits
        "EMP-RATE,E10000025,2020,,,,,,final,x,ELS",  # 5: no value and no word why
        "EMP-RATE,E10000025,2019,70,,,,,suppressed,x,ELS",  # 6: a value that is withheld
        "EMP-RATE,E10000025,2018,50,1,4,,,final,x,ELS",  # 7: not what its counts make
        "EMP-RATE,E10000025,2017/P2Y,70,,,,,final,x,ELS",  # 8: no period
        "EMP-RATE,E10000025,2015-17,70,,,,,final,x,ELS",  # 9: of another length
        "EMP-RATE,E10000025,2016,0.7,,,,,final,x,ELS",  # 10: a hundredth
        "EMP-RATE,E10000025,2015,5,,,,,final,x,ELS",  # 11: far out
    ]
    answer = figures.read("check", file(head, *rows), "--dataset", "observation", code=1)
    said = {(each["line"], each["rule"]): each["message"] for each in answer["findings"]}
    assert {
        (2, "future_period"),
        (3, "impossible_percentage"),
        (4, "limits_not_around_value"),
        (5, "value_missing"),
        (6, "value_though_withheld"),
        (7, "ratio_mismatch"),
        (8, "not_a_period"),
        (9, "unusual_period_length"),
        (10, "wrong_scale"),
        (11, "outlier"),
        (11, "revision"),
    } <= said.keys()
    assert said[9, "unusual_period_length"].endswith("usually cover 1 year, this one 3 years.")
    assert "make 25." in said[7, "ratio_mismatch"]
    assert said[11, "revision"].startswith("This replaces ")
    assert not any("{" in message for message in said.values())
