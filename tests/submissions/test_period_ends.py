"""A date in the place of a period is the one that ends on it, in every form in which a file may come."""

from __future__ import annotations

import pytest

from indicators.submissions.checking import check_in
from tests.submissions.submission_samples import (
    HEADINGS,
    INDICATORS,
    TODAY,
    cell,
    found,
    observation,
    observations,
    put,
    registers,
    sheet,
    styles,
    text,
    workbook,
)

LENGTHS = {"MONTH": "P1M", "QUARTER": "P3M", "YEAR": "P1Y", "SCHOOL": "P1Y", "POOLED": "P3Y", "DAY": "P1D"}
SCHOOL_YEAR = {"indicator_code": "SCHOOL", "period": "2010/11 (school year)", "value": "9"}


@pytest.fixture(scope="module")
def work():
    """Indicators of every length; the years of one are known to be school years, of the other nothing is known."""
    headings, row, *_ = INDICATORS.splitlines()
    rows = [
        row.replace("EMP-RATE", code).replace("P1Y", length).replace("percentage", "rate")
        for code, length in LENGTHS.items()
    ]
    with registers() as opened:
        put(opened, "indicator", "\n".join([headings, *rows]).encode())
        put(opened, "observation", observations(SCHOOL_YEAR))
        yield opened


READ = "period_read_by_its_end"
CASES = {
    "a quarter by its last day": ("QUARTER", "31/03/2019", "2019-01-01/P3M", [READ]),
    "the same day in ISO form": ("QUARTER", "2019-03-31", "2019-01-01/P3M", [READ]),
    "the same day in words": ("QUARTER", "31st March 2019", "2019-01-01/P3M", [READ]),
    "the quarter itself": ("QUARTER", "2019 Q1", "2019-01-01/P3M", []),
    "a day that is said to be one": ("QUARTER", "2019-03-31/P1D", "2019-03-31/P1D", ["unusual_period_length"]),
    "said in small letters": ("QUARTER", "2019-03-31 / p1d", "2019-03-31/P1D", ["unusual_period_length"]),
    "the day before": ("QUARTER", "30/03/2019", None, ["no_period_end"]),
    "the first day of a quarter": ("QUARTER", "1 April 2019", None, ["no_period_end"]),
    "a month that ends no quarter": ("QUARTER", "30/04/2019", None, ["no_period_end"]),
    "a month by its last day": ("MONTH", "29/02/2020", "2020-02-01/P1M", [READ]),
    "a day inside a month": ("MONTH", "28/02/2020", None, ["no_period_end"]),
    "a calendar year": ("YEAR", "31/12/2018", "2018-01-01/P1Y", [READ]),
    "a financial year": ("YEAR", "31/03/2019", "2018-04-01/P1Y", [READ]),
    "a year that nobody has": ("YEAR", "30/06/2019", None, ["no_period_end"]),
    "a school year where years are those of schools": ("SCHOOL", "31/07/2019", "2018-08-01/P1Y", [READ]),
    "a financial year where years are those of schools": ("SCHOOL", "31/03/2019", None, ["no_period_end"]),
    "three years are not known by one day": ("POOLED", "31/12/2019", None, ["no_period_end"]),
    "a day where figures are of days": ("DAY", "31/03/2019", "2019-03-31/P1D", []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_date_is_the_period_of_the_indicator_that_ends_on_it(work, name):
    code, written, kept, rules = CASES[name]
    checked = check(work, observations({"indicator_code": code, "period": written}))
    assert [rule for _, _, rule in found(checked)] == rules
    assert checked.is_refused == (kept is None)
    assert kept is None or periods(checked) == [kept]


def check(work, raw, name="observation"):
    return check_in(work, name, raw, "figures", today=TODAY)


def periods(checked):
    return [row.split(",")[2] for row in checked.rows.decode().splitlines()[1:]]


def test_the_date_and_the_quarter_are_one_key(work):
    rows = [{"indicator_code": "QUARTER", "period": each} for each in ("31/03/2019", "2019 Q1")]
    assert found(check(work, observations(*rows))) == [
        (2, "period", READ),
        (3, "indicator_code", "duplicate_key"),
    ]


def test_one_date_means_what_each_indicator_needs_and_each_reading_is_told_once(work):
    places = ("E10000025", "E07000178")
    rows = [
        {"indicator_code": code, "area_code": place, "period": "31/03/2019"}
        for code in ("QUARTER", "YEAR", "DAY")
        for place in places
    ]
    checked = check(work, observations(*rows))
    told = {each.line: each.figures for each in checked.findings}
    assert told == {
        2: {"read_as": "2019-01-01/P3M", "rows": 2},
        4: {"read_as": "2018-04-01/P1Y", "rows": 2},
    }
    assert periods(checked) == [
        *["2019-01-01/P3M"] * 2,
        *["2018-04-01/P1Y"] * 2,
        *["2019-03-31/P1D"] * 2,
    ]


SERIES = ["indicator_code", "area_code", "status", "source", "source_key"]
LINE = ["QUARTER", "E10000025", "final", "a page", "TEST", "20", "21"]
QUARTERS = ["2019-01-01/P3M", "2019-04-01/P3M"]


def test_dates_as_wide_headings_are_read_alike(work):
    raw = text(LINE, headings=(*SERIES, "31/03/2019", "30/06/2019")).encode()
    checked = check(work, raw)
    assert periods(checked) == QUARTERS
    assert found(checked)[1:] == [(2, "30/06/2019", READ), (2, "31/03/2019", READ)]
    assert not check(work, text(LINE, headings=(*SERIES, "31/03/2019", "Q1 2019/20")).encode()).is_refused
    refused = check(work, text(LINE, headings=(*SERIES, "30/03/2019", "30/06/2019")).encode())
    assert (2, "30/03/2019", "no_period_end") in found(refused)


def test_cells_that_a_spreadsheet_holds_as_dates_are_read_alike(work):
    march, june = (cell(f"<v>{number}</v>", s="1") for number in (43555, 43646))
    style = styles("dd/mm/yyyy")
    rows = [observation(indicator_code="QUARTER", period=each) for each in (march, june)]
    assert periods(check(work, workbook(sheet([HEADINGS, *rows]), style=style))) == QUARTERS
    wide = sheet([[*SERIES, march, june], LINE])
    assert periods(check(work, workbook(wide, style=style))) == QUARTERS


def test_commentary_on_the_date_is_on_the_quarter(work):
    headings = "indicator_code,area_code,period,state,story,written_by"
    raw = f"{headings}\nQUARTER,E10000025,31/03/2019,draft,More,An officer\n".encode()
    checked = check(work, raw, "commentary")
    assert (found(checked), periods(checked)) == ([(2, "period", READ)], QUARTERS[:1])


def test_an_indicator_that_is_not_known_leaves_the_date_as_it_stands(work):
    checked = check(work, observations({"indicator_code": "NONE", "period": "31/03/2019"}))
    assert found(checked) == [(2, "indicator_code", "unknown_reference")]
