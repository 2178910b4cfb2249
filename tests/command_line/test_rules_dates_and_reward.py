"""Another rule, a date fixed in advance, every place, and the reward grant, on the command line."""

from __future__ import annotations

import csv
import errno
from contextlib import nullcontext
from itertools import islice
from pathlib import Path

import pytest

from indicators.command_line import everywhere

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


@pytest.fixture
def earlier(tmp_path):
    """A file of an earlier day, alone in a folder."""
    file = tmp_path / "kept" / "all.csv"
    file.parent.mkdir()
    file.write_text("of an earlier day", encoding="utf-8")
    return file


def full_disk():
    return OSError(errno.ENOSPC, "No space left on device")


STOPPED = {
    "by somebody": (KeyboardInterrupt, 130),
    "by a full disk": (full_disk, 1),
    "by a fault of ours": (ZeroDivisionError, None),
}


@pytest.fixture
def stop(monkeypatch):
    """A function that lets the judging of every series end in an error after the third."""
    made = everywhere.evidence_everywhere

    def stop_by(error):
        def stopped(*arguments):
            yield from islice(made(*arguments), 3)
            raise error()

        monkeypatch.setattr(everywhere, "evidence_everywhere", stopped)

    return stop_by


@pytest.mark.parametrize(("error", "code"), STOPPED.values(), ids=STOPPED)
def test_whatever_stops_it_leaves_an_earlier_file_whole(figures, earlier, stop, error, code):
    stop(error)
    with nullcontext() if code else pytest.raises(ZeroDivisionError):
        assert figures.run("evidence", "--all-areas", "--out", earlier).exit_code == code
    assert earlier.read_text(encoding="utf-8") == "of an earlier day"
    assert [path.name for path in earlier.parent.iterdir()] == ["all.csv"]


def test_a_file_behind_a_link_is_as_safe_and_the_link_stays(figures, earlier, stop, tmp_path):
    link = tmp_path / "link.csv"
    link.symlink_to(earlier)
    stop(KeyboardInterrupt)
    figures.run("evidence", "--all-areas", "--out", link)
    assert link.is_symlink()
    assert earlier.read_text(encoding="utf-8") == "of an earlier day"


def test_a_full_disk_is_said_of_the_file_that_was_asked_for(figures, earlier, stop):
    stop(full_disk)
    said = figures.text("evidence", "--all-areas", "--out", earlier, code=1)
    assert f"{earlier} cannot be written: the disk is full." in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("is_linked", [False, True], ids=["itself", "behind a link"])
def test_a_device_is_written_straight_to_and_named(figures, tmp_path, is_linked):
    path = Path("/dev/full")
    if is_linked:
        path = tmp_path / "full.csv"
        path.symlink_to("/dev/full")
    error = figures.read("evidence", "--all-areas", "--out", path, code=1)["error"]
    assert error["code"] == "file_unwritable"
    assert error["message"] == f"{path} cannot be written: the disk is full."
    assert path.is_char_device()


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
WEIGHTED = f"{HEAD.strip()},weight\n"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            "A,5,6,6,higher,10,0.1\nA,5,6,6,higher,10,0.7\nA,5,6,6,higher,10,0.2\n", id="parts of a whole"
        ),
        pytest.param("A,5,6,6,higher,5,\nA,5,6,6,higher,5,\n", id="potentials of their own"),
        pytest.param(",5,6,6,higher,5,1\n,5,6,6,higher,5,1\n", id="targets without a title"),
    ],
)
def test_parts_that_share_a_grant_are_reckoned(figures, stretch, rows):
    assert figures.read("reward", stretch(f"{WEIGHTED}{rows}"))["potential"] == 10


OTHER_KINDS = {
    "a workbook": b"PK\x03\x04 and so on",
    "a workbook of before 2007": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on",
    "a PDF": b"%PDF-1.7",
    "bytes that are no text": b"title,\x00baseline",
    "bytes of no encoding": b"title,\x81baseline",
}


@pytest.mark.parametrize("content", OTHER_KINDS.values(), ids=OTHER_KINDS)
def test_a_file_that_is_no_csv_is_not_sent_to_be_a_workbook(figures, tmp_path, content):
    (tmp_path / "figures.xlsx").write_bytes(content)
    said = figures.text("reward", tmp_path / "figures.xlsx", code=1)
    assert "It is no CSV file, and no other kind is read here." in said
    assert "(.xlsx)" not in said


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
        pytest.param(
            f"{WEIGHTED}A,5,6,5.5,higher,1,0.7\nA,5,6,6,higher,1,0.7\n",
            "Line 3: The weights of “A” come to 1.4. The parts of one grant share it",
            id="parts of more than the whole",
        ),
        pytest.param(
            f"{WEIGHTED}A,5,6,5.5,higher,1,0.5\nB,5,6,6,higher,1,1\na,5,6,6,higher,1,\n",
            "Line 4: The weights of “a” come to 1.5.",
            id="a part without a weight beside one with",
        ),
        pytest.param(
            f"{WEIGHTED},5,6,5.5,higher,1,1.01\n", "Line 2: The weights of “” come to 1.01", id="one part"
        ),
    ],
)
def test_a_file_with_anything_wrong_is_refused_whole(figures, stretch, text, said):
    answer = figures.text("reward", stretch(text), code=1)
    assert said in answer
    assert "£" not in answer
