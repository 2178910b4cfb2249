from __future__ import annotations

from datetime import date

import pytest

from indicators.analysis.comparison import compare_places
from indicators.model import Observation

COUNTY, REGION, ENGLAND, DISTRICT = "E10000025", "E12000008", "E92000001", "E07000178"


def row(area_code, value, year=2023, **more):
    known = {"numerator": None, "denominator": None, "lower": None, "upper": None, "status": "final"} | more
    return Observation(
        indicator_code=known.pop("indicator_code", "EMP-RATE"),
        area_code=area_code,
        period=f"{year}-01-01/P1Y",
        period_start=date(year, 1, 1),
        period_end=date(year, 12, 31),
        value=value,
        source_period=str(year),
        note=None,
        source="",
        source_key="",
        **known,
    )


def measured(area_code, value, error, **more):
    return row(area_code, value, lower=value - 1.96 * error, upper=value + 1.96 * error, **more)


def only(observations, polarity="higher", measure_kind="mean", other=ENGLAND):
    (comparison,) = compare_places(
        observations, COUNTY, [other], polarity=polarity, measure_kind=measure_kind
    ).against
    return comparison


@pytest.mark.parametrize(
    ("own", "polarity", "judgement"),
    [
        (84, "higher", "better"),
        (76, "higher", "worse"),
        (84, "lower", "worse"),
        (76, "lower", "better"),
        (81, "higher", "similar"),
        (80, "higher", "similar"),
    ],
)
def test_judged_by_polarity_when_chance_does_not_explain_it(own, polarity, judgement):
    comparison = only([measured(COUNTY, own, 1), measured(ENGLAND, 80, 0.2)], polarity)
    assert comparison.judgement == judgement
    assert comparison.difference == own - 80
    assert (comparison.value, comparison.test, comparison.reason) == (80, "published_limits", None)


@pytest.mark.parametrize("polarity", ["neutral", "range"])
def test_without_a_better_way_a_difference_is_not_judged(polarity):
    far = only([measured(COUNTY, 84, 1), measured(ENGLAND, 80, 0.2)], polarity)
    assert (far.judgement, far.reason.code, far.difference) == ("cannot_say", "no_polarity", 4)
    near = only([measured(COUNTY, 81, 1), measured(ENGLAND, 80, 0.2)], polarity)
    assert (near.judgement, near.reason) == ("similar", None)


@pytest.mark.parametrize(
    ("measure_kind", "own", "other", "test"),
    [
        ("percentage", (30, 100), (50, 100), "z"),
        ("percentage", (1, 5), (50, 100), "fisher"),
        ("rate", (30, 100), (50, 100), "conditional_binomial"),
        ("rate", (300, 100), (50, 100), "conditional_binomial"),
        ("mean", (30, 100), (50, 100), "published_limits"),
        ("percentage", (300, 100), (50, 100), "published_limits"),
        ("percentage", (30, 0), (50, 100), "published_limits"),
        ("rate", (-1, 100), (50, 100), "published_limits"),
        ("percentage", (None, 100), (50, 100), "published_limits"),
    ],
    ids=[
        "share",
        "small share",
        "rate",
        "more events than people",
        "a mean is not made of its counts",
        "counts that are no share",
        "a denominator of nothing",
        "a count below nothing",
        "a count missing",
    ],
)
def test_counts_are_tested_where_they_are_counts(measure_kind, own, other, test):
    rows = [
        measured(code, value, 1, numerator=counts[0], denominator=counts[1])
        for code, value, counts in ((COUNTY, 30, own), (ENGLAND, 50, other))
    ]
    assert only(rows, measure_kind=measure_kind).test == test


@pytest.mark.parametrize(
    ("measure_kind", "reach", "test", "judgement"),
    [
        ("percentage", 6.0, "published_limits", "similar"),
        ("percentage", 3.05, "z", "better"),
        ("rate", 10.0, "published_limits", "similar"),
        ("rate", 4.9, "conditional_binomial", "better"),
    ],
    ids=["a survey", "limits from counts", "a rate of a survey", "limits of events"],
)
def test_counts_are_not_tested_where_published_limits_allow_for_more(measure_kind, reach, test, judgement):
    counted = {COUNTY: (60.0, 600, 1000), ENGLAND: (53.0, 530, 1000)}
    rows = [
        row(code, value, numerator=x, denominator=n, lower=value - reach, upper=value + reach)
        for code, (value, x, n) in counted.items()
    ]
    found = only(rows, measure_kind=measure_kind)
    assert (found.test, found.judgement) == (test, judgement)
    if found.judgement == "better":
        assert found.interval[0] > 0


def test_equal_values_are_similar_even_when_their_counts_are_not():
    rows = [
        row(COUNTY, 1.2, numerator=11_600, denominator=10**6),
        row(ENGLAND, 1.2, numerator=12_400, denominator=10**6),
    ]
    comparison = only(rows, measure_kind="percentage")
    assert comparison.p_value < 0.001
    assert (comparison.judgement, comparison.reason) == ("similar", None)


def test_the_same_period_is_compared_even_when_the_comparator_has_a_later_one():
    rows = [
        measured(COUNTY, 84, 1, year=2022),
        measured(ENGLAND, 80, 1, year=2022),
        measured(ENGLAND, 90, 1, year=2023),
    ]
    assert only(rows).difference == 4


def test_different_periods_are_never_compared():
    comparison = only([measured(COUNTY, 84, 1, year=2023), measured(ENGLAND, 80, 1, year=2022)])
    assert (comparison.judgement, comparison.difference, comparison.reason.code) == (
        "cannot_say",
        None,
        "different_periods",
    )
    assert comparison.reason.figures == {"period": "2023-01-01/P1Y", "comparator_latest": "2022-01-01/P1Y"}


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([row(ENGLAND, 80)], "no_value"),
        ([row(COUNTY, None), row(ENGLAND, 80)], "no_value"),
        ([row(COUNTY, 84)], "different_periods"),
        ([row(COUNTY, 84), row(ENGLAND, None, status="suppressed")], "not_published"),
        ([row(COUNTY, 84), measured(ENGLAND, 80, 1, status="doubtful")], "doubtful"),
        ([row(COUNTY, 84), measured(ENGLAND, 80, 1)], "no_uncertainty"),
        ([row(COUNTY, 84, lower=85, upper=83), measured(ENGLAND, 80, 1)], "no_uncertainty"),
        ([measured(COUNTY, 84, 0), measured(ENGLAND, 80, 0)], "no_width"),
    ],
    ids=[
        "nothing of our own",
        "our own not published",
        "nothing of theirs",
        "theirs not published",
        "theirs doubtful",
        "no limits of ours",
        "limits crossed",
        "limits without width",
    ],
)
def test_what_cannot_be_said_has_a_reason(rows, code):
    comparison = only(rows)
    assert (comparison.judgement, comparison.p_value, comparison.reason.code) == ("cannot_say", None, code)


def test_a_doubtful_latest_value_is_passed_over():
    rows = [measured(COUNTY, 84, 1, year=2022), measured(COUNTY, 8.4, 1, year=2023, status="doubtful")]
    result = compare_places(
        [*rows, measured(ENGLAND, 80, 1, year=2022)],
        COUNTY,
        [ENGLAND],
        polarity="higher",
        measure_kind="mean",
    )
    assert result.latest == rows[0]
    assert result.against[0].judgement == "better"


def test_comparators_stay_in_the_order_asked_for():
    rows = [
        measured(code, value, 1)
        for code, value in ((ENGLAND, 80), (REGION, 70), (DISTRICT, 90), (COUNTY, 84))
    ]
    result = compare_places(rows, COUNTY, [REGION, ENGLAND, DISTRICT], polarity="higher", measure_kind="mean")
    assert [comparison.area_code for comparison in result.against] == [REGION, ENGLAND, DISTRICT]
    assert [comparison.judgement for comparison in result.against] == ["better", "better", "worse"]


@pytest.mark.parametrize(
    ("rows", "comparators", "polarity", "message"),
    [
        ([row(COUNTY, 1), row(COUNTY, 2)], [ENGLAND], "higher", "two rows"),
        ([row(COUNTY, 1), row(ENGLAND, 2, indicator_code="CRIME")], [ENGLAND], "higher", "CRIME"),
        ([row(COUNTY, 1)], [ENGLAND, COUNTY], "higher", "with itself"),
        ([row(COUNTY, 1)], [ENGLAND], "up", "up"),
    ],
    ids=["duplicate", "two indicators", "itself", "polarity"],
)
def test_wrong_use_says_its_figures(rows, comparators, polarity, message):
    with pytest.raises(ValueError, match=message):
        compare_places(rows, COUNTY, comparators, polarity=polarity, measure_kind="mean")


@pytest.mark.parametrize(
    ("measure_kind", "own", "other", "interval"),
    [
        pytest.param(
            "mean",
            {"value": 10, "lower": 7, "upper": 13},
            {"value": 20, "lower": 16, "upper": 24},
            (-15, -5),
            id="published limits",
        ),
        pytest.param(
            "percentage",
            {"value": 50, "numerator": 50, "denominator": 100},
            {"value": 50, "numerator": 50, "denominator": 100},
            (-13.60, 13.60),
            id="a percentage by its counts",
        ),
        pytest.param(
            "rate",
            {"value": 100, "numerator": 100, "denominator": 100_000},
            {"value": 100, "numerator": 100, "denominator": 100_000},
            (-28.55, 28.55),
            id="a rate by its counts, per whatever it is for",
        ),
        pytest.param("mean", {"value": 10}, {"value": 20}, None, id="nothing to make limits of"),
        pytest.param(
            "mean",
            {"value": 10, "lower": 11, "upper": 13},
            {"value": 20, "lower": 16, "upper": 24},
            None,
            id="a value outside its own limits",
        ),
        pytest.param(
            "rate",
            {"value": 0, "numerator": 0, "denominator": 1000},
            {"value": 5, "numerator": 5, "denominator": 1000},
            None,
            id="a rate of nought does not say what it is per",
        ),
    ],
)
def test_a_difference_has_an_interval_where_both_values_have_one(measure_kind, own, other, interval):
    rows = [row(COUNTY, **own), row(ENGLAND, **other)]
    (found,) = compare_places(rows, COUNTY, [ENGLAND], polarity="higher", measure_kind=measure_kind).against
    assert found.interval == (interval if interval is None else pytest.approx(interval, abs=0.01))
