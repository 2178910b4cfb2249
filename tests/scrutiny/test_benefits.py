"""Benefits: realisation against plan, totals without counting twice, the map that goes one way."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.scrutiny.benefit_totals import benefit_totals
from indicators.scrutiny.benefits import BenefitProfile, gains, realisation
from tests.analysis.spec_tables import cases

YEARS = [f"{2020 + year}-04-01/P1Y" for year in range(6)]


def amounts(text):
    """`0 100 .`: cumulative amounts from the first year on, a point for none; a hyphen for none at all."""
    words = [] if text == "-" else text.split()
    return {year: Decimal(word) for year, word in zip(YEARS, words, strict=False) if word != "."}


def profile(
    code="B", kind="benefit", *, unit="£ thousand", group=None, indicator="EMP-RATE", value="cash_releasing"
):
    return BenefitProfile(code, f"Benefit {code}", kind, value, unit, "Director", indicator, group)


@pytest.mark.parametrize("row", cases("benefits"))
def test_realisation(row):
    found = realisation(profile(kind=row["kind"]), amounts(row["planned"]), amounts(row["actual"]))
    period = None if row["period"] == "-" else YEARS[int(row["period"]) - 1]
    share = None if row["share_per_cent"] == "-" else Fraction(row["share_per_cent"]) / 100
    assert (found.period, found.share) == (period, share)
    assert found.is_slipping == (row["slipping"] == "yes")
    assert (found.reason.code if found.reason else "-") == row["reason"]


NOT_MEASURABLE = {"qualitative": {"value": "qualitative"}, "no indicator": {"indicator": None}}


@pytest.mark.parametrize("known", NOT_MEASURABLE.values(), ids=NOT_MEASURABLE)
def test_what_cannot_be_measured_is_not_realised(known):
    found = realisation(profile(**known), amounts("0 100"), {})
    assert (found.share, found.reason.code) == (None, "not_measurable")
    assert len(found.curve) == 2


def test_an_actual_without_an_indicator_is_refused():
    with pytest.raises(ValueError, match="points at no indicator, yet 1"):
        realisation(profile(indicator=None), {}, amounts("5"))


@pytest.mark.parametrize(("kind", "plan"), [("benefit", "0 -5"), ("dis_benefit", "0 5")])
def test_a_plan_of_the_wrong_sign_is_refused(kind, plan):
    with pytest.raises(ValueError, match=f"{kind} B is planned at"):
        realisation(profile(kind=kind), amounts(plan), {})


def test_the_gain_is_read_from_the_indicator_whichever_way_is_better():
    figures = amounts("12 9")
    assert list(gains(Decimal(10), figures, "higher").values()) == [2, -1]
    assert list(gains(Decimal(10), figures, "lower").values()) == [-2, 1]
    with pytest.raises(ValueError, match="'neutral'"):
        gains(Decimal(10), figures, "neutral")


def test_a_dis_benefit_stands_beside_and_net_beside_both():
    benefit = realisation(profile("B"), amounts("0 100 300 600 800"), amounts("0 80 210 420"))
    harm = realisation(profile("D", "dis_benefit"), amounts("0 0 0 -40"), amounts("0 0 0 -50"))
    (found,) = benefit_totals([benefit, harm], YEARS[3])
    assert (found.planned, found.actual, found.actual_dis_benefits, found.net) == (600, 420, -50, 370)
    assert found.counted == ("B", "D")


def test_a_group_counts_once_with_its_largest_plan():
    made = [
        realisation(profile("A", group="beds"), amounts("100"), amounts("90")),
        realisation(profile("B", group="beds"), amounts("300"), amounts("10")),
        realisation(profile("C", group="beds"), amounts("300"), amounts("200")),
        realisation(profile("E", group="staff"), amounts("7"), amounts("5")),
        realisation(profile("F"), amounts("1"), {}),
    ]
    (found,) = benefit_totals(made, YEARS[0])
    assert (found.planned, found.actual) == (307, 15)
    assert found.counted_elsewhere == {"A": "B", "C": "B"}
    assert found.without_figure == ("F",)


def test_units_are_never_added():
    made = [
        realisation(profile("A"), amounts("100"), amounts("90")),
        realisation(profile("B", unit="bed days"), amounts("300"), amounts("10")),
    ]
    assert [(each.unit, each.actual) for each in benefit_totals(made, YEARS[0])] == [
        ("bed days", 10),
        ("£ thousand", 90),
    ]


entries = st.lists(
    st.tuples(st.sampled_from([None, "g", "h"]), st.integers(0, 50), st.integers(-20, 50)), max_size=8
)


@given(entries)
def test_no_group_is_counted_twice_and_nothing_is_lost(rows):
    made = [
        realisation(profile(f"B{number}", group=group), {YEARS[0]: Decimal(plan)}, {YEARS[0]: Decimal(got)})
        for number, (group, plan, got) in enumerate(rows)
    ]
    plain = sum(plan for group, plan, _ in rows if group is None)
    largest = [max((plan for group, plan, _ in rows if group == name), default=0) for name in "gh"]
    found = benefit_totals(made, YEARS[0])
    assert sum(each.planned for each in found) == plain + sum(largest)
    assert sum(len(each.counted) + len(each.counted_elsewhere) for each in found) == len(rows)
