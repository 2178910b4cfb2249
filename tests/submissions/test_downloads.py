"""Fingertips and Explore Local Statistics downloads as they come: ours are taken in our codes, the rest is counted."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from indicators.datasets import dataset
from indicators.submissions.canonical import rows_of
from indicators.submissions.checking import check_file, check_in
from indicators.submissions.downloads import publisher_of
from indicators.submissions.publishers_indicators import TABLE, stated
from indicators.submissions.workspace import nothing_stored
from tests.submissions.submission_samples import TODAY, found, put

DATA = Path(__file__).parents[2] / "data"
EMBEDDED = {
    "source": "sources.csv",
    "area": "areas.csv",
    "theme": "themes.csv",
    "indicator": "indicators.csv",
}

FINGERTIPS = (
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,"
    "Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,"
    "Value note,Recent Trend,Compared to England value or percentiles,Compared to Region value or percentiles,"
    "Time period Sortable,New data,Compared to goal"
)
ELS = "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes"
# The beginning of a file of the ONS, as it stands in public: vehicles a day, Great Britain and England.
TRAFFIC = f"""{ELS}
K03000001,Great Britain,Country,Motor vehicle flow,1993-01-01/P1Y,2900,Annual average daily flow,Annual average daily flow,,,,
K03000001,Great Britain,Country,Motor vehicle flow,2025-01-01/P1Y,3800,Annual average daily flow,Annual average daily flow,,,,
E92000001,England,Nation,Motor vehicle flow,2010-01-01/P1Y,3800,Annual average daily flow,Annual average daily flow,,,,
E92000001,England,Nation,Motor vehicle flow,2024-01-01/P1Y,4200,Annual average daily flow,Annual average daily flow,,,,
E92000001,England,Nation,Motor vehicle flow,2025-01-01/P1Y,4200,Annual average daily flow,Annual average daily flow,,,,
E12000001,North East,Region,Motor vehicle flow,2011-01-01/P1Y,3000,Annual average daily flow,Annual average daily flow,,,,
"""


@pytest.fixture(scope="module")
def work():
    """The registers that are embedded, without figures."""
    with nothing_stored() as opened:
        for name, file in EMBEDDED.items():
            put(opened, name, (DATA / file).read_bytes())
        yield opened


def checked(work, raw, name="download.csv"):
    return check_in(work, "observation", raw.encode(), name, today=TODAY, changes=100)


def fingertips(*lines, header=FINGERTIPS):
    """A Fingertips file: each line a dict of the cells that differ from a usual one."""
    usual = {
        "Indicator ID": "92443",
        "Indicator Name": "Smoking Prevalence in adults (aged 18 and over) - current smokers (APS)",
        "Parent Code": "E12000008",
        "Parent Name": "South East region (statistical)",
        "Area Code": "E07000178",
        "Area Name": "Oxford",
        "Area Type": "Districts & UAs",
        "Sex": "Persons",
        "Age": "18+ yrs",
        "Time period": "2019",
        "Value": "13.0981",
        "Lower CI 95.0 limit": "10.1",
        "Upper CI 95.0 limit": "16.2",
    }
    names = next(csv.reader([header]))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: cell for name, cell in (usual | line).items() if name in names} for line in lines)
    return text.getvalue()


def rows(result):
    assert not result.is_refused, result.findings
    return rows_of(result.rows)


def rules(result):
    assert found(result)
    return [each.rule for each in result.findings]


def test_a_fingertips_file_becomes_rows_of_ours(work):
    noted = {
        "Time period": "2020",
        "Count": "1,200",
        "Denominator": "9161.6",
        "Value note": "Aggregated from smaller areas",
    }
    result = checked(work, fingertips({}, noted), "smoking.csv")
    first, second = rows(result)
    assert first == {
        "indicator_code": "SMOKE-AD",
        "area_code": "E07000178",
        "period": "2019-01-01/P1Y",
        "value": "13.0981",
        "numerator": None,
        "denominator": None,
        "lower": "10.1",
        "upper": "16.2",
        "status": "final",
        "source_period": "2019",
        "note": None,
        "source": (
            "Fingertips, indicator 92443 (Smoking Prevalence in adults (aged 18 and over) - current smokers (APS)), "
            "as downloaded in smoking.csv"
        ),
        "source_key": "FT-TT",
        "remove": None,
    }
    assert (second["numerator"], second["denominator"]) == ("1200", "9161.6")
    assert second["note"] == "Aggregated from smaller areas"
    assert result.reading.form == "fingertips"
    told = result.findings[0]
    assert (told.rule, told.figures["lines"], told.figures["kept"]) == ("read_as_download", 2, 2)


def test_other_places_people_and_years_are_left_out_and_counted(work):
    result = checked(
        work,
        fingertips(
            {},
            {"Area Code": "E08000009", "Area Name": "Trafford"},
            {"Area Code": "E08000009", "Area Name": "Trafford", "Time period": "2020"},
            {"Area Code": "E06000001", "Area Name": "Hartlepool"},
            {"Sex": "Male"},
            {"Age": "18-64 yrs"},
            {"Category Type": "Socioeconomic group", "Category": "Never worked"},
            {"Time period": "2017 - 19"},
        ),
    )
    assert len(rows(result)) == 1
    figures = {each.rule: each.figures for each in result.findings}
    assert figures["places_left_out"] == {"lines": 3, "places": 2}
    assert figures["breakdowns_left_out"] == {"lines": 4}


def test_an_indicator_that_is_none_of_ours_is_named_and_refuses_the_file(work):
    other = {"Indicator ID": "90813", "Indicator Name": "Hospital admissions as a result of self-harm"}
    result = checked(work, fingertips({}, other, other | {"Time period": "2020"}))
    assert result.is_refused
    [error] = [each for each in result.findings if each.severity == "error"]
    assert (error.line, error.rule, error.value) == (3, "indicator_not_mapped", "90813")
    assert error.figures == {"code": "90813", "name": other["Indicator Name"], "lines": 2}


def test_one_code_may_be_several_of_our_indicators_by_sex(work):
    mortality = {
        "Indicator ID": "93721",
        "Indicator Name": "Under 75 mortality rate from causes considered preventable",
        "Age": "<75 yrs",
    }
    result = checked(work, fingertips(*(mortality | {"Sex": sex} for sex in ("Persons", "Female", "Male"))))
    assert [row["indicator_code"] for row in rows(result)] == ["MORT-PREV-P", "MORT-PREV-F", "MORT-PREV-M"]


def test_a_withheld_figure_says_so(work):
    withheld = {"Value": "", "Lower CI 95.0 limit": "", "Upper CI 95.0 limit": ""}
    result = checked(
        work,
        fingertips(
            withheld | {"Value note": "Value suppressed for disclosure control due to small count"},
            withheld | {"Time period": "2020", "Value note": "Value missing in source data"},
        ),
    )
    assert [row["status"] for row in rows(result)] == ["suppressed", "not collected"]


def test_the_usual_checks_are_made_of_a_download_on_its_own_lines(work):
    result = checked(work, fingertips({}, {"Value": "113"}, {"Time period": "201"}, {"Time period": "2030"}))
    errors = [(each.line, each.column, each.rule) for each in result.findings if each.severity == "error"]
    assert errors == [
        (3, "indicator_code", "duplicate_key"),
        (3, "value", "impossible_percentage"),
        (3, "value", "limits_not_around_value"),
        (4, "period", "not_a_period"),
        (5, "period", "future_period"),
    ]


def test_an_indicator_goes_also_by_the_name_that_ours_gives_as_its_name_in_the_source(work):
    named = {"Indicator ID": "99999", "Indicator Name": "MMR coverage, one dose at age two", "Age": "2 yrs"}
    assert rows(checked(work, fingertips(named)))[0]["indicator_code"] == "MMR1"
    assert "breakdowns_left_out" in rules(checked(work, fingertips(named, named | {"Sex": "Female"})))


FORMS_OF_ELS = {
    "now": (ELS, "E07000178,Oxford,x,Claimant Count,2024-01-01/P1Y,3.1,Percentage,%,,,,"),
    "before": (
        (
            "indicator,areacd,areanm,geography,observation,unit,measure,period,lower_confidence_interval_95,"
            "upper_confidence_interval_95,observation_status"
        ),
        "Claimant Count,E07000178,Oxford,x,3.1,%,Percentage,2024,,,",
    ),
    "asked of its server": (
        "indicator,areacd,date,lci,uci,value",
        "claimant-count,E07000178,2024-01-01/P1Y,,,3.1",
    ),
}


@pytest.mark.parametrize("name", FORMS_OF_ELS)
def test_each_form_of_explore_local_statistics_is_known(work, name):
    header, line = FORMS_OF_ELS[name]
    result = checked(work, f"{header}\n{line}\n")
    [row] = rows(result)
    assert [*row.values()][:4] == ["CLAIMANT", "E07000178", "2024-01-01/P1Y", "3.1"]
    assert (row["status"], row["source_key"], result.reading.form) == (
        "final",
        "ELS",
        "explore_local_statistics",
    )


def test_limits_statuses_and_notes_of_explore_local_statistics_are_carried(work):
    lines = (
        "E07000178,Oxford,x,Anxiety,2023-04-01/P1Y,3.2,m,u,3.0,3.4,p,a note",
        "E07000177,Cherwell,x,Anxiety,2023-04-01/P1Y,3.1,m,u,2.8,3.4,low reliability,a note",
        "E07000179,South,x,Anxiety,2023-04-01/P1Y,,m,u,,,c,",
    )
    found = rows(checked(work, "\n".join([ELS, *lines])))
    assert [(row["lower"], row["upper"], row["status"], row["note"]) for row in found] == [
        ("3.0", "3.4", "provisional", "a note"),
        ("2.8", "3.4", "final", "a note; low reliability"),
        (None, None, "suppressed", None),
    ]


def test_a_real_file_of_the_ons_changes_nothing_but_what_is_new(store):
    checked = check_file(store, "observation", TRAFFIC.encode(), "motor-vehicle-flow.csv", today=TODAY)
    assert not checked.is_refused
    recorded = {row["period"] for row in embedded("TRAFFIC", "E92000001")}
    new = {"2010-01-01/P1Y", "2024-01-01/P1Y", "2025-01-01/P1Y"} - recorded
    assert checked.preview.counts == {
        "added": len(new),
        "revised": 0,
        "unchanged": 3 - len(new),
        "removed": 0,
    }
    assert {change.key[2] for change in checked.preview.changes} == new


def test_all_embedded_figures_of_the_ons_sent_as_its_file_change_nothing(store):
    by_code = {row.indicator_code: row for row in stated() if row.publisher == "explore_local_statistics"}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(ELS.split(","))
    sent = [row for row in embedded() if row["source_key"] == "ELS" and row["indicator_code"] in by_code]
    for row in sent:
        name = by_code[row["indicator_code"]].name
        limits = (row["lower"], row["upper"])
        writer.writerow(
            [
                row["area_code"],
                "",
                "",
                name,
                row["source_period"],
                row["value"],
                "",
                "",
                *limits,
                "",
                row["note"],
            ]
        )
    checked = check_file(store, "observation", text.getvalue().encode(), "els.csv", today=TODAY)
    assert not checked.is_refused, checked.findings[:5]
    assert checked.preview.counts == {"added": 0, "revised": 0, "unchanged": len(sent), "removed": 0}
    assert len(sent) > 2_000


def test_the_year_of_a_fingertips_figure_begins_as_the_recorded_ones_do(store):
    """Children are measured in the academic year, adults asked in the financial one; both are written 2014/15."""
    of_pupils = {
        "Indicator ID": "90319",
        "Indicator Name": "Reception: prevalence of obesity",
        "Age": "4-5 yrs",
    }
    of_adults = {
        "Indicator ID": "93014",
        "Indicator Name": "Percentage of physically active adults",
        "Age": "19+ yrs",
    }
    lines = (
        {"Time period": "2029/30", "Value": "9", "Lower CI 95.0 limit": "", "Upper CI 95.0 limit": ""} | of
        for of in (of_pupils, of_adults)
    )
    checked = check_file(
        store, "observation", fingertips(*lines).encode(), "x.csv", today=TODAY.replace(year=2031)
    )
    assert [change.key[2] for change in checked.preview.changes] == ["2029-09-01/P1Y", "2029-04-01/P1Y"]


def test_a_figure_that_is_recorded_already_keeps_its_source(store):
    [row] = [row for row in embedded("SMOKE-AD", "E07000178") if row["source_period"] == "2019"]
    same = {"Value": row["value"], "Lower CI 95.0 limit": "", "Upper CI 95.0 limit": ""}
    checked = check_file(
        store,
        "observation",
        fingertips(same, same | {"Time period": "2011", "Value": "1"}).encode(),
        "x.csv",
        today=TODAY,
    )
    assert checked.preview.counts == {"added": 0, "revised": 1, "unchanged": 1, "removed": 0}
    assert rows_of(checked.rows)[0]["source"] == row["source"]


def test_a_later_export_with_another_parent_and_more_columns_is_known_too():
    later = (
        FINGERTIPS.replace("Compared to Region", "Compared to Combined authorities") + ",Time period range"
    )
    assert publisher_of(later.split(",")) == "fingertips"
    assert publisher_of(("indicator", "area", "period", "value")) is None
    assert publisher_of(dataset("observation").columns) is None


def test_a_heading_that_stands_twice_is_refused(work):
    result = checked(work, f"{ELS},value\nE07000178,x,x,Anxiety,2023,3.2,m,u,3.0,3.4,p,a note,7\n")
    assert [(each.column, each.rule) for each in result.findings] == [("observation", "repeated_column")]
    assert found(result)


def test_every_stated_indicator_is_one_of_ours_and_stated_once():
    with (DATA / "indicators.csv").open(encoding="utf-8", newline="") as file:
        ours = {row["indicator_code"] for row in csv.DictReader(file)}
    assert {row.indicator_code for row in stated()} <= ours
    keys = [(row.publisher, row.code, row.sex, row.age) for row in stated()]
    assert len(keys) == len(set(keys))
    assert TABLE.read_bytes().endswith(b"\n")


def embedded(code=None, area=None):
    with (DATA / "observations.csv").open(encoding="utf-8", newline="") as file:
        return [
            row
            for row in csv.DictReader(file)
            if code in (None, row["indicator_code"]) and area in (None, row["area_code"])
        ]
