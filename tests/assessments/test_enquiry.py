"""Key lines of enquiry on the embedded figures: more than ten, each of which can be checked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from indicators.assessments import figures
from indicators.assessments.asked_indicators import rated_figures
from indicators.assessments.asked_registers import questions_on_registers
from indicators.assessments.enquiry import Enquiry, enquiry, ready_enquiry, wait_enquiry
from indicators.assessments.judged import assess_basket, assess_indicator
from indicators.datasets.example_files import example, example_names, is_example
from indicators.model import COUNTY
from indicators.reports.enquiry_lines import first_ten, in_words, summary
from indicators.scrutiny.question import RULES, ranked
from indicators.store import queries
from indicators.submissions import accept
from indicators.submissions.first_start import ready_store
from tests.data.embedded_files import rows_of

DAY = date(2026, 11, 22)
D = Decimal


@pytest.fixture(scope="module")
def snapshot():
    return ready_store().snapshot()


@pytest.fixture(scope="module")
def found(snapshot):
    return enquiry(snapshot, COUNTY, snapshot.version.seq, DAY).questions


@pytest.fixture(scope="module")
def lines(snapshot, found):
    return in_words(found, {area.code: area.name for area in queries.areas(snapshot)})


def of(found, rule, subject):
    """The figures of a question, without how they are shown."""
    (one,) = [each for each in found if (each.rule, each.subject) == (rule, subject)]
    return {
        name: value for name, value in one.figures.items() if name not in ("unit", "decimals", "measured_in")
    }


def test_there_are_more_than_ten_and_ten_for_a_meeting(found, lines):
    assert len(found) >= 30
    assert len(first_ten(lines)) == 10
    assert len({each.question.rule for each in first_ten(lines)}) >= 6
    assert summary(lines, "Oxfordshire").startswith(
        f"{len(found)} questions on Oxfordshire and on the registers: "
    )


# Read off the embedded files by hand.
BY_HAND = {
    ("red_two_periods", "WASTE-HHREC"): {
        "in_a_row": 2,
        "before": D("57.2"),
        "before_period": "2022-04-01/P1Y",
        "now": D("57.6"),
        "period": "2023-04-01/P1Y",
    },
    ("worse_three_times", "NEET-1617"): {
        "values": (D("1.7"), D("1.8"), D("2.2"), D("2.7")),
        "first_period": "2021-04-01/P1Y",
        "period": "2024-04-01/P1Y",
    },
    ("targets_not_agreed", "oxfordshire-2030"): {"indicators": 30, "agreed": 1, "illustrative": 22},
    ("recommendation_overdue", "R11"): {"due_on": date(2008, 2, 29), "days": (DAY - date(2008, 2, 29)).days},
    ("register_unverified", "partnership"): {"verified": 0, "of": 33, "unjudged": 33},
    ("influence_unclaimed", "2024-25"): {"claims": 0},
    ("stale_figures", "KSI-CAS"): {"period": "2014-01-01/P1Y", "assumed": True},
    ("stale_figures", "WASTE-LAND"): {"period": "2020-04-01/P1Y", "assumed": True},
    ("no_trend_possible", "KS4-ATT8"): {"points": 4, "reason": "too_few_points"},
    ("off_illustrative_course", "CLAIMANT"): {"now": D("2.2"), "period": "2025-01-01/P1Y"},
    ("step_for_the_worse", "ABS-PERS"): {
        "before_period": "2020-08-01/P1Y",
        "period": "2024-08-01/P1Y",
        "in_pandemic": True,
    },
}


@pytest.mark.parametrize("asked", BY_HAND, ids="-".join)
def test_the_figures_are_those_of_the_files(found, asked):
    told = of(found, *asked)
    assert {name: told[name] for name in BY_HAND[asked]} == BY_HAND[asked]


def test_the_level_planned_for_waste_lies_on_the_line_between_the_two_targets(found):
    # 65 by the end of 2020 and 70 by the end of 2025: on 31 March 2024, 39 months of 60 have passed
    planned = of(found, "red_two_periods", "WASTE-HHREC")["planned"]
    assert float(planned) == pytest.approx(65 + 5 * 39 / 60)


def test_nothing_rests_on_an_illustrative_level_without_saying_so(lines):
    illustrative = {row["indicator_code"] for row in rows_of("target") if row["status"] == "illustrative"}
    for line in lines:
        if "planned" in line.question.figures and line.question.subject in illustrative:
            assert "llustrative" in line.words.why


def test_a_series_that_has_stopped_is_asked_for_its_figures_only(found):
    stopped = {"KSI-CAS", "RTC-KSI", "WASTE-LAND", "BREASTFED"}
    assert {each.rule for each in found if each.subject in stopped} == {"stale_figures"}


def test_every_rated_figure_is_rated_as_it_was_when_it_was_the_latest(snapshot):
    rated = 0
    for one in assess_basket(snapshot, COUNTY, snapshot.version.seq, DAY):
        known = rated_figures(one)
        if one.rating.observation is None or one.rating.level is None:
            continue
        assert known[-1].rating == one.rating.rag
        assert float(known[-1].value) == one.rating.value
        rated += len(known)
    assert rated > 100


def test_every_question_leads_to_a_subject_that_exists(snapshot, found):
    at = snapshot.version.seq
    known = {
        "indicator": {each.code for each in queries.indicators(snapshot, at)},
        "recommendation": {row["recommendation_code"] for row in rows_of("recommendation")},
        "edition": {row["edition_code"] for row in rows_of("prevention_edition")},
        "basket": {row["basket_code"] for row in rows_of("basket_membership")},
        "register": {"partnership"},
    }
    assert all(each.subject in known[RULES[each.rule].subject_kind] for each in found)


def test_they_are_made_once_and_told_when_they_are_ready(snapshot, found):
    at = snapshot.version.seq
    assert wait_enquiry(snapshot, COUNTY, at, DAY).questions == found
    assert ready_enquiry(snapshot, COUNTY, at, DAY) is wait_enquiry(snapshot, COUNTY, at, DAY)


def test_before_anything_was_recorded_nothing_is_asked(snapshot):
    assert enquiry(snapshot, COUNTY, 1, DAY) == Enquiry(())


def test_a_place_without_a_figure_of_an_indicator_is_not_asked_about_it(snapshot):
    oxford = "E07000178"
    at = snapshot.version.seq
    asked = {
        each.subject
        for each in enquiry(snapshot, oxford, at, DAY).questions
        if each.figures.get("decimals") is not None
    }
    have = {code for code, rows in figures.area_series(snapshot, oxford, at).items() if rows}
    assert asked <= have
    assert assess_indicator(snapshot, "KSI-CAS", oxford, at, DAY).latest is None


def test_examples_are_left_out_and_counted(tmp_path, monkeypatch, found):
    monkeypatch.setenv("INDICATOR_BASKET_HOME", str(tmp_path))
    store = ready_store()
    for name in example_names():
        accept(store, name, example(name), f"{name}.csv", by="a test", note="trying")
    snapshot = store.snapshot()
    with_examples = enquiry(snapshot, COUNTY, snapshot.version.seq, DAY)
    asked = ranked(questions_on_registers(snapshot, snapshot.version.seq, DAY))
    made_up = [each for each in asked if is_example(each.subject)]
    assert {"weakest_link", "benefit_slipping", "no_exit_terms"} <= {each.rule for each in made_up}
    assert with_examples.questions == found, "nor does a question about a whole register count them"
    assert with_examples.examples == len(made_up)
