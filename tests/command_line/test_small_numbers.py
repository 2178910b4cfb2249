"""Small counts of people that nobody has published leave in no command and no file."""

from __future__ import annotations

import csv

PLACES = {
    "E07000177": 3,
    "E07000178": 41,
    "E07000179": 57,
    "E07000180": 22,
    "E07000181": 30,
    "E10000025": 153,
}
SHOWN = {
    "E07000177": "",
    "E07000178": "40",
    "E07000179": "55",
    "E07000180": "",
    "E07000181": "30",
    "E10000025": "155",
}
PERIOD = "2020-01-01/P1Y"


def test_a_small_count_and_the_one_that_would_give_it_away_are_hidden_everywhere(own_figures, tmp_path):
    file = tmp_path / "ours.csv"
    head = "indicator_code,area_code,period,value,status,source,source_key\n"
    rows = (f"KSI-CAS,{area},2020,{count},final,our own list,ANNEX2-2007\n" for area, count in PLACES.items())
    file.write_text(head + "".join(rows), encoding="utf-8")
    told = own_figures.run("submit", file, "--dataset", "observation", "--note", "n", "--as", "an officer")
    assert told.exit_code == 0, told.stdout

    assert own_figures.run("export", tmp_path / "open").exit_code == 0
    with (tmp_path / "open" / "observation.csv").open(encoding="utf-8", newline="") as written:
        exported = {
            row["area_code"]: row
            for row in csv.DictReader(written)
            if (row["indicator_code"], row["period"]) == ("KSI-CAS", PERIOD)
        }
    assert {area: row["value"] for area, row in exported.items()} == SHOWN
    assert {area for area, row in exported.items() if row["status"] == "suppressed"} == {
        "E07000177",
        "E07000180",
    }

    hidden = own_figures.read("show", "KSI-CAS", "--area", "E07000180")
    assert (hidden["latest"], hidden["series"][-1]["value"], hidden["series"][-1]["status"]) == (
        None,
        None,
        "suppressed",
    )
    county = own_figures.read("show", "KSI-CAS")
    assert county["latest"]["value"] == 155
    assert [each["value"] for each in county["series"] if each["period"] == "2014-01-01/P1Y"] == [378]


def test_what_publishers_have_published_leaves_as_they_published_it(figures, tmp_path):
    assert figures.run("export", tmp_path / "open").exit_code == 0
    with (tmp_path / "open" / "observation.csv").open(encoding="utf-8", newline="") as written:
        rows = list(csv.DictReader(written))
    assert not [row for row in rows if row["status"] == "suppressed"]
    fatal = [float(row["value"]) for row in rows if row["indicator_code"] == "RTC-FATAL"]
    assert min(fatal) < 8
