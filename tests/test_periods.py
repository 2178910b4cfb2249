"""One period: its last day, its kind, its labels, its neighbours."""

import pickle
from datetime import date

import pytest

from indicators.periods import Period, PeriodError, parse, sort_key

# code, last day, kind, label, short label
PERIODS = [
    ("2008-04-01/P1Y", "2009-03-31", "financial_year", "2008/09", "2008/09"),
    ("1999-04-01/P1Y", "2000-03-31", "financial_year", "1999/2000", "1999/2000"),
    ("2009-04-01/P1Y", "2010-03-31", "financial_year", "2009/10", "2009/10"),
    ("2008-04-01/P3M", "2008-06-30", "financial_quarter", "Q1 2008/09", "Q1 08/09"),
    ("2008-07-01/P3M", "2008-09-30", "financial_quarter", "Q2 2008/09", "Q2 08/09"),
    ("2008-10-01/P3M", "2008-12-31", "financial_quarter", "Q3 2008/09", "Q3 08/09"),
    ("2009-01-01/P3M", "2009-03-31", "financial_quarter", "Q4 2008/09", "Q4 08/09"),
    ("2000-01-01/P3M", "2000-03-31", "financial_quarter", "Q4 1999/2000", "Q4 99/00"),
    ("2014-01-01/P1Y", "2014-12-31", "calendar_year", "2014", "2014"),
    ("2014-09-01/P1Y", "2015-08-31", "academic_year", "2014/15 (academic year)", "2014/15"),
    ("2018-08-01/P1Y", "2019-07-31", "school_year", "2018/19 (school year)", "2018/19"),
    ("2001-01-01/P3Y", "2003-12-31", "pooled_years", "2001–03", "2001–03"),
    ("1998-01-01/P3Y", "2000-12-31", "pooled_years", "1998–2000", "1998–2000"),
    ("1994-01-01/P5Y", "1998-12-31", "pooled_years", "1994–1998", "1994–98"),
    ("2006-01-01/P5Y", "2010-12-31", "pooled_years", "2006–2010", "2006–10"),
    ("2008-01-01/P2Y", "2009-12-31", "pooled_years", "2008 and 2009", "2008 & 2009"),
    ("2001-04-01/P3Y", "2004-03-31", "pooled_years", "2001/02–2003/04", "2001/02–03/04"),
    ("1998-04-01/P3Y", "2001-03-31", "pooled_years", "1998/99–2000/01", "1998/99–2000/01"),
    ("2001-09-01/P3Y", "2004-08-31", "pooled_years", "2001/02–2003/04 (academic years)", "2001/02–03/04"),
    ("2001-08-01/P2Y", "2003-07-31", "pooled_years", "2001/02–2002/03 (school years)", "2001/02–02/03"),
    ("2012-05-15/P3Y", "2015-05-14", "pooled_years", "15 May 2012 to 14 May 2015", "3 yrs to 14 May 2015"),
    ("2016-01-01/P1M", "2016-01-31", "month", "January 2016", "Jan 2016"),
    ("2016-02-01/P1M", "2016-02-29", "month", "February 2016", "Feb 2016"),
    ("2019-04-01/P1D", "2019-04-01", "day", "1 April 2019", "1 Apr 2019"),
    ("2012-05-15/P1Y", "2013-05-14", "other", "15 May 2012 to 14 May 2013", "yr to 14 May 2013"),
    ("2012-02-01/P1Y", "2013-01-31", "other", "February 2012 to January 2013", "yr to Jan 2013"),
    ("2010-03-31/P1Y", "2011-03-30", "other", "31 March 2010 to 30 March 2011", "yr to 30 Mar 2011"),
    ("2014-02-01/P3M", "2014-04-30", "other", "February 2014 to April 2014", "3 mths to Apr 2014"),
    ("2014-04-02/P3M", "2014-07-01", "other", "2 April 2014 to 1 July 2014", "3 mths to 1 Jul 2014"),
    ("2014-04-01/P6M", "2014-09-30", "other", "April 2014 to September 2014", "6 mths to Sep 2014"),
    ("2012-05-15/P1M", "2012-06-14", "other", "15 May 2012 to 14 June 2012", "mth to 14 Jun 2012"),
    ("2008-04-01/P28D", "2008-04-28", "other", "28 days from 1 April 2008", "28 days from 1 Apr 2008"),
    ("2008-04-01/P30D", "2008-04-30", "other", "30 days from 1 April 2008", "30 days from 1 Apr 2008"),
]


@pytest.mark.parametrize(
    ("code", "end", "kind", "label", "short_label"), PERIODS, ids=[row[0] for row in PERIODS]
)
def test_last_day_kind_and_labels(code, end, kind, label, short_label):
    period = parse(code)
    assert (period.code, period.end.isoformat()) == (code, end)
    assert (period.kind, period.label, period.short_label) == (kind, label, short_label)


@pytest.mark.parametrize(
    ("given", "held"),
    [("P12M", "P1Y"), ("P24M", "P2Y"), ("P3M", "P3M"), ("P18M", "P18M"), ("P365D", "P365D")],
)
def test_twelve_months_are_held_as_a_year(given, held):
    period = Period(date(2008, 4, 1), given)
    assert period.length == held
    assert period == Period(date(2008, 4, 1), held)


@pytest.mark.parametrize(
    ("start", "length", "code"),
    [
        (date(2008, 4, 1), "P0Y", "not_a_length"),
        (date(2008, 4, 1), "P1Y6M", "not_a_length"),
        (date(2008, 4, 1), "P1W", "not_a_length"),
        (date(2008, 4, 1), "1Y", "not_a_length"),
        (date(2008, 4, 1), "P1000D", "not_a_length"),
        (date(2008, 4, 1), "P٣M", "not_a_length"),
        (date(1899, 12, 31), "P1D", "year_out_of_range"),
        (date(2200, 1, 1), "P1D", "year_out_of_range"),
        (date(2199, 4, 1), "P1Y", "year_out_of_range"),
        (date(2199, 4, 1), "P999Y", "year_out_of_range"),
        (date(2008, 1, 31), "P1M", "starts_after_the_28th"),
        (date(2008, 2, 29), "P1Y", "starts_after_the_28th"),
    ],
)
def test_what_is_no_period(start, length, code):
    with pytest.raises(PeriodError) as refused:
        Period(start, length)
    assert refused.value.code == code


@pytest.mark.parametrize("day", [(1900, 1, 1), (2199, 12, 31)])
def test_the_first_and_the_last_day_there_are(day):
    assert Period(date(*day), "P1D").end == date(*day)


@pytest.mark.parametrize(
    ("code", "last_year", "next_code"),
    [
        ("2008-04-01/P3M", "2007-04-01/P3M", "2008-07-01/P3M"),
        ("2009-01-01/P3M", "2008-01-01/P3M", "2009-04-01/P3M"),
        ("2008-12-01/P1M", "2007-12-01/P1M", "2009-01-01/P1M"),
        ("2008-04-01/P1Y", "2007-04-01/P1Y", "2009-04-01/P1Y"),
        ("2001-01-01/P3Y", "2000-01-01/P3Y", "2002-01-01/P3Y"),
        ("2019-04-01/P1D", "2018-04-01/P1D", "2020-04-01/P1D"),
        ("2008-02-29/P1D", "2007-02-28/P1D", "2009-02-28/P1D"),
        ("2008-04-01/P28D", "2007-04-01/P28D", "2008-04-29/P28D"),
        ("2008-04-01/P18M", "2007-04-01/P18M", "2009-10-01/P18M"),
    ],
)
def test_neighbours_in_a_series(code, last_year, next_code):
    assert parse(code).same_period_last_year().code == last_year
    assert parse(code).next().code == next_code


def test_order_is_by_last_day_then_by_first():
    in_order = [
        parse(text)
        for text in (
            "2001–03",
            "2007/08",
            "Q1 2008/09",
            "2008",
            "2006/07-2008/09",
            "2008/09",
            "Q4 2008/09",
            "March 2009",
        )
    ]
    latest_first = in_order[::-1]
    assert sorted(latest_first) == in_order
    assert sorted(latest_first, key=sort_key) == in_order
    assert in_order[0] < in_order[1] <= in_order[2]
    assert max(in_order) == parse("March 2009")


def test_a_calendar_and_a_financial_quarter_of_the_same_days_are_one():
    assert parse("Q1 2014") == parse("Q4 2013/14")
    assert len({parse("2014 Q1"), parse("2013-14 Q4"), parse("2014-01-01/2014-03-31")}) == 1


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2008/09", "2009/10", False),
        ("2008/09", "2009", True),
        ("2008/09", "Q4 2008/09", True),
        ("31 March 2009", "2008/09", True),
        ("1 April 2009", "2008/09", False),
        ("2001–03", "2003–05", True),
        ("2001–03", "2004–06", False),
    ],
)
def test_overlap(one, other, overlap):
    assert parse(one).overlaps(parse(other)) is overlap
    assert parse(other).overlaps(parse(one)) is overlap


def test_periods_and_refusals_survive_pickling():
    period = parse("2008/09")
    assert pickle.loads(pickle.dumps(period)).end == date(2009, 3, 31)  # noqa: S301 - our own bytes
    refused = pickle.loads(pickle.dumps(PeriodError("Q1", "quarter_without_year", {"quarter": 1})))  # noqa: S301
    assert (refused.text, refused.code, refused.figures) == ("Q1", "quarter_without_year", {"quarter": 1})
    assert str(refused) == "quarter_without_year: 'Q1' {'quarter': 1}"
