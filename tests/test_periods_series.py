"""Periods beside each other: holes, overlaps, and which two may be compared."""

import pytest

from indicators.periods import (
    PeriodError,
    comparable,
    gaps,
    is_overlapping_series,
    parse,
    periods_per_year,
)


def _all(texts):
    return [parse(text.strip()) for text in texts.split(",") if text.strip()]


HOLES = [
    ("no period", "", ""),
    ("one period", "2008/09", ""),
    ("whole years", "2007/08, 2008/09, 2009/10", ""),
    ("one year missing", "2007/08, 2009/10", "2008/09"),
    ("unsorted and repeated", "2010/11, 2007/08, 2009/10, 2007/08", "2008/09"),
    ("two holes", "2005/06, 2008/09, 2010/11", "2006/07, 2007/08, 2009/10"),
    ("quarters over a year's end", "Q3 2008/09, Q2 2009/10", "Q4 2008/09, Q1 2009/10"),
    ("months", "November 2015, February 2016", "December 2015, January 2016"),
    ("a census each January", "January 2016, January 2017, January 2019", "January 2018"),
    ("two quarters a year apart", "Q1 2008/09, Q1 2009/10", "Q2 2008/09, Q3 2008/09, Q4 2008/09"),
    ("academic years", "AY 2014/15, AY 2016/17", "AY 2015/16"),
    ("an odd year", "2012-05-15/P1Y, 2014-05-15/P1Y", "2013-05-15/P1Y"),
    ("rolling pools", "2001–03, 2002–04, 2004–06", "2003–05"),
    ("rolling pools, a wide hole", "2001–03, 2005–07", "2002–04, 2003–05, 2004–06"),
    ("pools that stand apart", "2001–03, 2004–06, 2010–12", "2007–09"),
    ("rolling financial pools", "2012/13-14/15, 2013/14-15/16, 2015/16-17/18", "2014/15-16/17"),
    ("yearly snapshots", "31 March 2015, 31 March 2017", "31 March 2016"),
    ("snapshots whose day moves", "13 April 2011, 17 April 2013, 9 April 2014", "13 April 2012"),
    ("snapshots over the new year", "30 December 2018, 2 January 2020", ""),
    ("snapshots twice a year", "31 March 2015, 30 September 2015, 31 March 2016", ""),
    ("a leap day", "29 February 2008, 28 February 2011", "28 February 2009, 28 February 2010"),
    ("four-week periods", "2008-04-01/P28D, 2008-05-27/P28D", "2008-04-29/P28D"),
    ("another kind of year", "2007, 2009/10", ""),
    ("rolling years", "2008-04-01/P1Y, 2008-07-01/P1Y, 2009-01-01/P1Y", ""),
    ("each length by itself", "2008/09, Q1 2008/09, Q3 2008/09, 2010/11", "Q2 2008/09, 2009/10"),
    ("up to the last year there is", "2199-02-01/P3M, 2199-06-01/P3M", ""),
]


@pytest.mark.parametrize(("series", "missing"), [row[1:] for row in HOLES], ids=[row[0] for row in HOLES])
def test_holes_in_a_series(series, missing):
    assert gaps(_all(series)) == tuple(_all(missing))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("2008/09", "2009/10", None),
        ("2008/09", "2002/03", None),
        ("Q1 2008/09", "Q1 2009/10", None),
        ("Q1 2008/09", "Q2 2008/09", "different_season"),
        ("January 2016", "January 2015", None),
        ("January 2016", "February 2015", "different_season"),
        ("2008/09", "Q1 2008/09", "different_length"),
        ("2001–03", "2001", "different_length"),
        ("2008/09", "2009", "different_season"),
        ("AY 2014/15", "2015/16", "different_season"),
        ("2001–03", "2003–05", "overlap"),
        ("2001–03", "2004–06", None),
        ("2008/09", "2008/09", "overlap"),
        ("31 March 2015", "31 March 2016", None),
        ("9 April 2014", "30 April 2025", None),
        ("31 March 2015", "30 September 2015", "different_season"),
        ("30 December 2018", "2 January 2020", None),
        ("30 April 2010", "30 April 2010", "overlap"),
    ],
)
def test_which_two_may_be_compared(one, other, reason):
    assert comparable(parse(one), parse(other)) == reason
    assert comparable(parse(other), parse(one)) == reason


@pytest.mark.parametrize(
    ("length", "count"),
    [
        ("P1M", 12),
        ("P3M", 4),
        ("P1Y", 1),
        ("P12M", 1),
        ("P3Y", 1),
        ("P1D", 1),
        ("P6M", None),
        ("P18M", None),
        ("P28D", None),
    ],
)
def test_periods_per_year(length, count):
    assert periods_per_year(length) == count


def test_a_length_that_is_none():
    with pytest.raises(PeriodError, match="not_a_length"):
        periods_per_year("quarterly")


@pytest.mark.parametrize(
    ("series", "overlapping"),
    [
        ("", False),
        ("2008/09", False),
        ("2008/09, 2008/09", False),
        ("2009/10, 2008/09", False),
        ("2001–03, 2004–06", False),
        ("2004–06, 2001–03, 2003–05", True),
        ("2008/09, Q4 2008/09", True),
        ("2001-01-01/P9Y, Q1 2008/09, Q3 2009/10", True),
    ],
)
def test_overlapping_series(series, overlapping):
    assert is_overlapping_series(_all(series)) is overlapping
