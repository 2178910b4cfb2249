"""What holds for every period, and slow second implementations beside the fast ones."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indicators.periods import (
    Period,
    PeriodError,
    comparable,
    gaps,
    is_overlapping_series,
    parse,
    sort_key,
)

unhurried = settings(deadline=None)  # a shared machine may stall any single example


def _days(first=1, last=28):
    return st.builds(date, st.integers(1905, 2080), st.integers(1, 12), st.integers(first, last))


any_day = st.dates(date(1905, 1, 1), date(2080, 12, 31))
in_years = st.builds(Period, _days(), st.integers(1, 40).map("P{}Y".format))
in_months = st.builds(Period, _days(), st.integers(1, 130).map("P{}M".format))
in_days = st.builds(Period, any_day, st.integers(1, 400).map("P{}D".format))
usual = st.builds(
    Period,
    st.builds(date, st.integers(1905, 2080), st.sampled_from([1, 4, 7, 8, 9, 10]), st.just(1)),
    st.sampled_from(["P1Y", "P2Y", "P3Y", "P5Y", "P3M", "P1M", "P1D", "P10Y"]),
)
from_the_31st = st.builds(
    Period,
    st.builds(date, st.integers(1905, 2080), st.sampled_from([1, 3, 5, 7, 8, 10, 12]), st.just(31)),
    st.sampled_from(["P1Y", "P4Y"]),
)
periods = st.one_of(usual, in_years, in_months, in_days, from_the_31st)


@unhurried
@given(periods)
def test_the_code_reads_back(period):
    assert parse(period.code) == period
    assert Period(period.start, period.length).code == period.code


@unhurried
@given(periods, st.sampled_from("-‐‑‒–—−"))
def test_every_label_reads_back_however_it_is_retyped(period, dash):
    assert parse(period.label) == period
    retyped = period.label.replace("–", f" {dash} ").replace(" ", "  ").upper()
    assert parse(retyped) == period


@unhurried
@given(usual | in_years, st.sampled_from(["financial", "academic", "calendar", None]))
def test_a_label_is_never_taken_for_another_kind_unless_it_is_a_bare_financial_year(period, default_year):
    bare_financial = "/" in period.label and "Q" not in period.label and "(" not in period.label
    assume(not bare_financial)
    assert parse(period.label, default_year=default_year) == period


@unhurried
@given(periods)
def test_a_short_label_is_refused_or_read_right_but_for_the_kind_of_year_it_leaves_out(period):
    read = _read(period.short_label)
    leaves_out_the_kind = "(" in period.label
    if isinstance(read, Period) and not leaves_out_the_kind:
        assert read == period


@unhurried
@given(periods)
def test_the_last_day_found_by_walking(period):
    count, unit = int(period.length[1:-1]), period.length[-1]
    day, left = period.start, count
    while left:
        day += timedelta(days=1)
        left -= {
            "D": True,
            "M": day.day == period.start.day,
            "Y": (day.month, day.day) == (period.start.month, period.start.day),
        }[unit]
    assert period.end == day - timedelta(days=1)


@unhurried
@given(periods)
def test_the_next_one_adjoins_or_comes_a_year_later(period):
    following = period.next()
    assert following > period
    assert following.length == period.length
    if period.length.endswith("Y") or period.kind == "day":
        assert following.same_period_last_year().start.replace(day=1) == period.start.replace(day=1)
        assert following.start.year == period.start.year + 1
    else:
        assert following.start == period.end + timedelta(days=1)


@unhurried
@given(st.lists(periods, max_size=8))
def test_order_is_that_of_last_days_and_total(several):
    ordered = sorted(several)
    assert ordered == sorted(several, key=sort_key)
    assert [period.end for period in ordered] == sorted(period.end for period in several)
    assert all((a < b) + (a == b) + (a > b) == 1 for a, b in combinations(several, 2))


@unhurried
@given(periods, periods)
def test_overlap_found_by_counting_days(one, other):
    shared = min(one.end, other.end) - max(one.start, other.start)
    assert one.overlaps(other) == other.overlaps(one) == (shared >= timedelta(0))
    assert (comparable(one, other) is None) <= (not one.overlaps(other))


@unhurried
@given(st.lists(periods, max_size=8))
def test_an_overlapping_series_found_by_trying_every_pair(several):
    by_pairs = any(a.overlaps(b) for a, b in combinations(set(several), 2))
    assert is_overlapping_series(several) == by_pairs


@unhurried
@given(st.one_of(in_months, usual, in_days), st.data())
def test_what_is_taken_out_of_a_regular_series_is_missing(first, data):
    series = [first]
    for _ in range(9):
        series.append(series[-1].next())
    # the first two and the last stay: they show where the series begins, steps and ends
    taken = data.draw(st.sets(st.sampled_from(series[2:-1]), max_size=5))
    left = data.draw(st.permutations([period for period in series if period not in taken]))
    assert gaps(left) == tuple(sorted(taken))
    assert gaps([*left, *taken]) == ()


PIECES = """Q1 q4 quarter 2008 2009 2001 1999 2014 00 01 03 06 08 09 10 13 31 30 1st / - – . , ( ) ' june Jun may to and
FY AY academic school financial year years days from P1Y P3M p P0D ² ٣"""
pieces = st.sampled_from(PIECES.split())
nearly_periods = st.lists(st.tuples(pieces, st.sampled_from(["", " ", "\u00a0"])), max_size=9).map(
    lambda parts: "".join(piece + space for piece, space in parts)
)


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(nearly_periods, st.text(max_size=20)),
    st.sampled_from(["financial", "academic", "calendar", None]),
)
def test_any_text_is_read_or_refused_in_order(text, default_year):
    outcome = _read(text, default_year)
    if isinstance(outcome, Period):
        assert outcome.start <= outcome.end
        assert parse(outcome.code) == outcome
    else:
        assert outcome.text == text
        assert all(parse(reading).code == reading for reading in outcome.figures.get("readings", ()))


def _read(text, default_year="financial"):
    try:
        return parse(text, default_year=default_year)
    except PeriodError as refused:
        return refused
