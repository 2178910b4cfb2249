"""What people write for a period: what each text means, and what is refused and why."""

from typing import get_args

import pytest

from indicators.periods import PeriodError, PeriodErrorCode, parse

READ = {
    "2008-04-01/P3M": """
        2008/09 Q1 | Q1 2008/09 | 2008-09 Q1 | 2008-09 Quarter 1 | Quarter 1 2008/09 | 2008/2009 Q1 | 2008-2009 Q1
        q1 2008–09 | FY 2008/09 Q1 | Q1 FY2008/09 | Q1 financial year 2008/09 | 2008/09Q1 | 2008-09-Q1 | Q1, 2008/09
        Q1-2008/09 | 2008 Q2 | Q2 2008 | 2008Q2 | quarter2 2008 | 2008-04-01/2008-06-30 | April 2008 to June 2008
        1 April 2008 - 30 June 2008 | 2008-04-01/p3m""",
    "2014-01-01/P3M": "2014 Q1 | Q1 2014 | 2014-Q1 | 2013/14 Q4 | January 2014 – March 2014",
    "2014-04-01/P3M": "2014/15 Q1 | 2014 Q2",
    "2008-04-01/P1Y": """
        2008/09 | 2008-09 | 2008–09 | 2008−09 | 2008/2009 | 2008-2009 | 2008 / 09 | 2008 - 09 | FY 2008/09 | FY2008-09
        fy 2008/2009 | financial year 2008/09 | 2008/09 financial year | 2008/09 (Financial Year) | 2008-04-01/P12M
        2008-04-01/2009-03-31 | 1 April 2008 to 31 March 2009 | 1st April 2008 to 31st March 2009
        April 2008 to March 2009 | 2008-04-01/P1Y""",
    "1999-04-01/P1Y": "1999/2000 | 1999/00 | 1999-00 | 1999-2000",
    "2000-04-01/P1Y": "2000-01 | 2000/01",
    "2011-04-01/P1Y": "2011-12 | 2011/12",
    "2014-09-01/P1Y": """
        AY 2014/15 | AY2014-15 | 2014/15 academic year | 2014/15 (academic year) | academic year 2014/15
        2014-15 ACADEMIC YEAR | September 2014 to August 2015""",
    "2018-08-01/P1Y": "2018/19 (school year) | 2018/19 school year | school year 2018-19",
    "2014-01-01/P1Y": "2014 | January 2014 to December 2014 | 2014-01-01/2014-12-31",
    "2001-01-01/P3Y": "2001-03 | 2001–03 | 2001 – 03 | 2001-2003 | 2001-01-01/2003-12-31",
    "2008-01-01/P3Y": "2008-10 | 2008–2010",
    "1998-01-01/P3Y": "1998-00 | 1998–2000",
    "1999-01-01/P3Y": "1999-01 | 1999-2001",
    "1994-01-01/P5Y": "1994-98 | 1994–1998",
    "2006-01-01/P5Y": "2006-2010",
    "2008-01-01/P2Y": "2008 and 2009 | January 2008 to December 2009",
    "2001-04-01/P10Y": "2001/02-10/11",
    "2001-04-01/P11Y": "2001/02-2011/12",
    "2001-04-01/P3Y": """
        2001/02-03/04 | 2001/02–2003/04 | 2001/02 to 2003/04 | 2001/2002-2003/2004 | FY 2001/02-03/04
        2001/02-03/04 (financial years)""",
    "1999-04-01/P2Y": "1999/00-00/01 | 1999/2000–2000/01",
    "2001-09-01/P3Y": "2001/02-03/04 (academic years) | academic years 2001/02 to 2003/04",
    "2008-06-30/P1D": """
        2008-06-30 | 30 June 2008 | 30 JUNE 2008 | 30 Jun 2008 | 30-Jun-2008 | 30th June 2008 | 30/06/2008 | 30/6/2008
        2008-06-30/P1D | 2008‑06‑30""",
    "2008-04-04/P1D": "04/04/2008 | 4/4/2008 | 4 April 2008",
    "2008-02-29/P1D": "29 February 2008 | 2008-02-29",
    "2016-01-01/P1M": "January 2016 | Jan 2016 | jan-2016 | 2016-01-01/P1M | 1 January 2016 to 31 January 2016",
    "2016-09-01/P1M": "September 2016 | Sept 2016 | Sep 2016",
    "2012-05-15/P1Y": "15 May 2012 to 14 May 2013 | 2012-05-15/2013-05-14",
    "2008-04-01/P28D": "28 days from 1 April 2008 | 2008-04-01/P28D",
}
WRITINGS = [
    (text.strip(), code)
    for code, texts in READ.items()
    for line in texts.strip().splitlines()
    for text in line.split("|")
]


@pytest.mark.parametrize(("text", "code"), WRITINGS, ids=[text for text, _ in WRITINGS])
def test_what_a_writing_means(text, code):
    assert parse(text).code == code
    assert parse(f" {text.upper()}\t").code == code
    assert parse(text.replace(" ", "\u00a0 ").lower()).code == code


REFUSED: list[tuple[str, PeriodErrorCode, dict]] = [
    ("", "blank", {}),
    (" \u00a0\t", "blank", {}),
    ("n/a", "not_a_period", {}),
    ("12.5", "not_a_period", {}),
    ("2008.0", "not_a_period", {}),
    ("39629", "not_a_period", {}),
    ("5", "not_a_period", {}),
    ("-2008", "not_a_period", {}),
    ("June", "not_a_period", {}),
    ("year 2008", "not_a_period", {}),
    ("Q1 June 2008", "not_a_period", {}),
    ("AY 2014/15 Q1", "not_a_period", {}),
    ("FY 2014/15 (academic year)", "not_a_period", {}),
    ("2014/15 (academic year", "not_a_period", {}),
    ("2001 to 2003", "not_a_period", {}),
    ("30-06-2008", "not_a_period", {}),
    ("٢٠٠٨", "not_a_period", {}),
    ("2008" + " " * 80 + "Q1", "not_a_period", {}),
    ("2008-04-01/P0Y", "not_a_length", {"length": "P0Y"}),
    ("2008-04-01/P9999Y", "not_a_length", {"length": "P9999Y"}),
    ("0 days from 1 April 2008", "not_a_length", {"length": "P0D"}),
    ("31 June 2008", "not_a_date", {"year": 2008, "month": 6, "day": 31}),
    ("2008-13-01", "not_a_date", {"year": 2008, "month": 13, "day": 1}),
    ("2009-02-29/P1Y", "not_a_date", {"year": 2009, "month": 2, "day": 29}),
    ("06/30/2008", "not_a_date", {"year": 2008, "month": 30, "day": 6}),
    ("1850", "year_out_of_range", {"year": 1850, "first": 1900, "last": 2199}),
    ("0000", "year_out_of_range", {"year": 0, "first": 1900, "last": 2199}),
    ("0000-01-01/P1Y", "year_out_of_range", {"year": 0, "first": 1900, "last": 2199}),
    ("9999-12-31", "year_out_of_range", {"year": 9999, "first": 1900, "last": 2199}),
    ("9999/00-00/01", "year_out_of_range", {"year": 9999, "first": 1900, "last": 2199}),
    ("2199/00", "year_out_of_range", {"year": 2200, "first": 1900, "last": 2199}),
    ("2008-01-31/P1M", "starts_after_the_28th", {"day": 31}),
    ("2009-03-31/2008-04-01", "ends_before_it_begins", {"first": "2009-03-31", "last": "2008-04-01"}),
    ("May 2013 to May 2012", "ends_before_it_begins", {"first": "2013-05-01", "last": "2012-05-31"}),
    ("2008-04-01/2009-04-01", "not_whole_months", {"first": "2008-04-01", "last": "2009-04-01"}),
    ("1 May 2008 to 1 May 2008", "not_whole_months", {"first": "2008-05-01", "last": "2008-05-01"}),
    ("2008/10", "second_year_does_not_follow", {"first": "2008", "second": "10"}),
    ("2008/06", "second_year_does_not_follow", {"first": "2008", "second": "06"}),
    ("2008/2008", "second_year_does_not_follow", {"first": "2008", "second": "2008"}),
    ("2008/2010", "second_year_does_not_follow", {"first": "2008", "second": "2010"}),
    ("2008-13", "second_year_does_not_follow", {"first": "2008", "second": "13"}),
    ("2001-99", "second_year_does_not_follow", {"first": "2001", "second": "99"}),
    ("1990-93", "second_year_does_not_follow", {"first": "1990", "second": "93"}),
    ("2003-2001", "second_year_does_not_follow", {"first": "2003", "second": "2001"}),
    ("2001/02-04", "not_a_period", {}),
    ("2001/02-11/12", "second_year_does_not_follow", {"first": "2001", "second": "11"}),
    ("2001/02-01/02", "second_year_does_not_follow", {"first": "2001", "second": "01"}),
    ("2008/09-06/07", "second_year_does_not_follow", {"first": "2008", "second": "06"}),
    ("2001/02-2000/01", "second_year_does_not_follow", {"first": "2001", "second": "2000"}),
    ("2001/02-03/05", "second_year_does_not_follow", {"first": "2003", "second": "05"}),
    ("2001 and 2003", "second_year_does_not_follow", {"first": "2001", "second": "2003"}),
    ("FY 2001-03", "second_year_does_not_follow", {"first": "2001", "second": "03"}),
    ("2001-03 Q1", "second_year_does_not_follow", {"first": "2001", "second": "03"}),
    ("Q5 2008/09", "quarter_out_of_range", {"quarter": 5}),
    ("2008 Q0", "quarter_out_of_range", {"quarter": 0}),
    ("Q1", "quarter_without_year", {"quarter": 1}),
    ("Quarter 3", "quarter_without_year", {"quarter": 3}),
    ("Jun-08", "month_and_two_digits", {"month": 6, "digits": "08"}),
    ("Jun 08", "month_and_two_digits", {"month": 6, "digits": "08"}),
    ("June '08", "month_and_two_digits", {"month": 6, "digits": "08"}),
    ("08-Jun", "month_and_two_digits", {"month": 6, "digits": "08"}),
    ("8 June", "month_and_two_digits", {"month": 6, "digits": "8"}),
    ("08/09", "two_digit_year", {"year": "08"}),
    ("08-09", "two_digit_year", {"year": "08"}),
    ("FY 08/09", "two_digit_year", {"year": "08"}),
    ("Q1 08/09", "two_digit_year", {"year": "08"}),
    ("08 Q1", "two_digit_year", {"year": "08"}),
    ("30/06/08", "two_digit_year", {"year": "08"}),
    ("30 June 08", "two_digit_year", {"year": "08"}),
    ("03/04/2008", "too_many_readings", {"readings": ("2008-04-03/P1D", "2008-03-04/P1D")}),
    ("2008-06", "too_many_readings", {"readings": ("2008-06-01/P1M",)}),
    ("2008-08", "too_many_readings", {"readings": ("2008-08-01/P1M",)}),
    ("2015-01", "too_many_readings", {"readings": ("2015-01-01/P1M",)}),
    ("2006-10", "too_many_readings", {"readings": ("2006-10-01/P1M", "2006-01-01/P5Y")}),
    ("2005-08", "too_many_readings", {"readings": ("2005-08-01/P1M", "2005-01-01/P4Y")}),
    ("FY 2014", "too_many_readings", {"readings": ("2013-04-01/P1Y", "2014-04-01/P1Y")}),
    ("AY 2014", "too_many_readings", {"readings": ("2013-09-01/P1Y", "2014-09-01/P1Y")}),
    ("FY 2014 Q2", "too_many_readings", {"readings": ("2013-07-01/P3M", "2014-07-01/P3M")}),
]


@pytest.mark.parametrize(
    ("text", "code", "figures"), REFUSED, ids=[row[0][:30] or "empty" for row in REFUSED]
)
def test_what_is_refused_and_why(text, code, figures):
    with pytest.raises(PeriodError) as refused:
        parse(text)
    assert (refused.value.text, refused.value.code, refused.value.figures) == (text, code, figures)


CALLER_KNOWS = [
    ("2014/15", "financial", "2014-04-01/P1Y"),
    ("2014/15", "academic", "2014-09-01/P1Y"),
    ("2014-15", "academic", "2014-09-01/P1Y"),
    ("2014/15", "calendar", "not_a_calendar_year"),
    ("2014-15", "calendar", "not_a_calendar_year"),
    ("2014/15", None, "too_many_readings"),
    ("2014-15", None, "too_many_readings"),
    ("FY 2014/15", "academic", "2014-04-01/P1Y"),
    ("AY 2014/15", "financial", "2014-09-01/P1Y"),
    ("2014/15 (school year)", "calendar", "2014-08-01/P1Y"),
    ("2014", "academic", "2014-01-01/P1Y"),
    ("2014", None, "2014-01-01/P1Y"),
    ("Q1 2014/15", "academic", "2014-04-01/P3M"),
    ("Q1 2014/15", "calendar", "2014-04-01/P3M"),
    ("Q1 2014", None, "2014-01-01/P3M"),
    ("2001-03", "academic", "2001-01-01/P3Y"),
    ("2001/02-03/04", "academic", "2001-09-01/P3Y"),
    ("2001/02-03/04", "calendar", "not_a_calendar_year"),
    ("2001/02-03/04", None, "too_many_readings"),
]


@pytest.mark.parametrize(("text", "default_year", "outcome"), CALLER_KNOWS)
def test_what_the_caller_knows_decides_only_what_the_text_leaves_open(text, default_year, outcome):
    try:
        found = parse(text, default_year=default_year).code
    except PeriodError as refused:
        found = refused.code
    assert found == outcome


def test_readings_of_a_split_year_are_named_when_nobody_says_which():
    with pytest.raises(PeriodError) as refused:
        parse("2014/15", default_year=None)
    assert refused.value.figures == {"readings": ("2014-04-01/P1Y", "2014-09-01/P1Y")}


def test_an_unknown_default_year_is_wrong_use():
    with pytest.raises(ValueError, match="tax"):
        parse("2014", default_year="tax")


def test_every_code_of_refusal_is_shown_above():
    shown = {code for _, code, _ in REFUSED} | {outcome for _, _, outcome in CALLER_KNOWS}
    assert set(get_args(PeriodErrorCode)) <= shown
