"""What is put together for the rules that ask: history, other places, grants, judged ratings, the prevention audit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from indicators.assessments.asked_editions import edition_asked
from indicators.assessments.asked_elsewhere import compared, hold_among_all
from indicators.assessments.asked_evidence import latest_figures, worse_step
from indicators.assessments.asked_grants import reward_at_stake
from indicators.assessments.asked_history import history_of
from indicators.assessments.asked_indicators import indicator_asked
from indicators.assessments.evidence import evidence
from indicators.assessments.judged import assess
from indicators.model import Commentary, Indicator, Observation, Target
from indicators.store.queries import Revision
from indicators.submissions.first_start import ready_store

HERE, THERE = "E10000025", "E12000008"
DAY = date(2026, 11, 22)
D = Decimal
INDICATOR = Indicator(
    "WASTE", "Waste", "environment", "per cent", "%", 1, "higher", "annual", "P1Y", "percentage",
    None, None, "Defra", "Waste", None, "https://x", "OURS", 90, None, "Waste officer",
)  # fmt: skip
TARGET = Target(
    "T", "WASTE", HERE, date(2027, 3, 31), "absolute", 70.0, "%", "2019-04-01/P1Y", 60.0,
    "agreed", "The Board", "county", "Waste", None, "https://x", "OURS",
)  # fmt: skip


def observed(year, value, area=HERE, status="final", counts=(None, None)):
    start = date(year, 4, 1)
    return Observation(
        "WASTE", area, f"{year}-04-01/P1Y", start, date(year + 1, 3, 31), value, *counts,
        None, None, status, str(year), None, "https://x", "OURS",
    )  # fmt: skip


def assessed(values, *targets, first=2019, indicator=INDICATOR):
    rows = [observed(first + n, value) for n, value in enumerate(values)]
    return assess(indicator, HERE, rows, targets, [], as_of=DAY)


def revision(seq, subject, before, after, kind="target"):
    happened = "added" if before is None else "revised"
    at = datetime(2026, seq, 1, 12, 0, tzinfo=UTC)
    return Revision(kind, subject, happened, before, after, seq, f"{seq}", at, "somebody", "a note")


def test_versions_of_a_target_are_told_oldest_first():
    one = assessed([60, 61, 62, 63, 64, 65], replace(TARGET, target_value=65.0))
    old, now = TARGET, replace(TARGET, target_value=65.0)
    found = history_of(one, [revision(3, "T", old, now), revision(1, "T", None, old)], None)
    assert [(each.recorded_on, each.value) for each in found.levels] == [
        (date(2026, 1, 1), D(70)),
        (date(2026, 3, 1), D(65)),
    ]


def test_versions_of_another_or_an_illustrative_target_are_not_told():
    one = assessed([60, 61], TARGET)
    assert history_of(one, [revision(1, "OTHER", None, replace(TARGET, code="OTHER"))], None).levels == ()
    made_up = replace(TARGET, status="illustrative")
    assert history_of(assessed([60, 61], made_up), [revision(1, "T", None, made_up)], None).levels == ()


def test_a_figure_replaced_twice_is_told_once_and_only_since_the_meeting():
    one = assessed([60, 61])
    first, second, third = (observed(2020, value) for value in (58, 59, 61))
    period = first.period
    happened = [
        revision(6, period, second, third, "observation"),
        revision(4, period, first, second, "observation"),
        revision(2, period, None, first, "observation"),
    ]
    (found,) = history_of(one, happened, None).revised
    assert (found.period, found.before, found.now) == (period, D(58), D(61))
    (since,) = history_of(one, happened, date(2026, 5, 1)).revised
    assert (since.before, since.now) == (D(59), D(61))
    assert history_of(one, happened, date(2026, 6, 1)).revised == ()


def places(here, there):
    of = 10_000
    return {
        area: [observed(2024, 100 * count / of, area, counts=(float(count), float(of)))]
        for area, count in ((HERE, here), (THERE, there))
    }


@pytest.mark.parametrize(
    ("here", "there", "worse"),
    [(4000, 5000, True), (5000, 4000, False), (5000, 5001, False)],
    ids=["worse", "better", "by chance"],
)
def test_another_place_does_better_only_by_a_test(here, there, worse):
    rows = places(here, there)
    one = assess(INDICATOR, HERE, rows[HERE], [], [], as_of=DAY)
    found = hold_among_all({"WASTE": compared(one, rows)})
    assert set(found) == ({"WASTE"} if worse else set())
    if worse:
        told = found["WASTE"]
        assert (told.area_code, told.value, told.theirs) == (THERE, D(40), D(50))


def test_without_another_place_nothing_is_compared():
    rows = places(4000, 5000)
    one = assess(INDICATOR, HERE, rows[HERE], [], [], as_of=DAY)
    assert compared(one, {HERE: rows[HERE]}) is None
    assert hold_among_all({}) == {}


@pytest.mark.parametrize(
    ("target", "grants", "closed"),
    [
        (TARGET, {"T": D(800_000)}, D("0.55")),
        (TARGET, {}, None),
        (replace(TARGET, status="illustrative"), {"T": D(1)}, None),
        (replace(TARGET, due_on=date(2026, 3, 31)), {"T": D(1)}, None),
        (replace(TARGET, baseline_value=None), {"T": D(1)}, None),
        (replace(TARGET, target_value=60.0), {"T": D(1)}, None),
    ],
    ids=["with a grant", "without", "promised by nobody", "over", "without a baseline", "no way to go"],
)
def test_a_grant_hangs_on_how_far_the_improvement_has_come(target, grants, closed):
    found = reward_at_stake(assessed([60, 61, 62, 63, 64, 65.5], target), grants, DAY)
    assert (found and found.gap_closed) == closed


def comment(state, judged, year=2024):
    start = date(year, 4, 1)
    return Commentary(
        "WASTE", HERE, f"{year}-04-01/P1Y", start, date(year + 1, 3, 31), state, "A story.", None, judged,
        "We know more.", "Officer", "Head",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "judged"),
    [
        (comment("published", "green"), "green"),
        (comment("approved", "green"), "green"),
        (comment("submitted", "green"), None),
        (comment("draft", "green"), None),
        (comment("published", "green", 2023), None),
    ],
    ids=["published", "approved", "only submitted", "a draft", "of another year"],
)
def test_only_what_was_approved_is_what_the_partnership_judges(said, judged):
    one = assessed([60, 60, 60, 60, 60, 60], TARGET)
    asked = indicator_asked(one, evidence(one, []), as_of=DAY, comments=[said])
    assert asked.judged_rating == judged
    assert (asked.owner, asked.is_illustrative, asked.has_ended) == ("Waste officer", False, False)
    assert [each.rating for each in asked.rated][-2:] == ["red", "red"]


def test_an_agreed_target_that_has_ended_is_told_with_the_figure_that_settled_it():
    over = replace(TARGET, due_on=date(2024, 3, 31))
    one = assessed([60, 61, 62, 63, 64, 65], over)
    ended = indicator_asked(one, evidence(one, []), as_of=DAY).ended
    assert (ended.due_on, ended.level, ended.value, ended.rating) == (date(2024, 3, 31), D(70), D(64), "red")
    running = assessed([60, 61, 62, 63, 64, 65], over, TARGET)
    assert indicator_asked(running, evidence(running, []), as_of=DAY).ended is None


def test_the_latest_run_of_figures_ends_at_a_hole():
    one = assessed([60, None, 62, 63, 64])
    assert [value for _, value in latest_figures(one, evidence(one, []))] == [D(62), D(63), D(64)]
    neutral = assessed([60, 61], indicator=replace(INDICATOR, polarity="neutral"))
    assert latest_figures(neutral, evidence(neutral, [])) == ()


def test_a_step_for_the_worse_is_told_with_the_figures_on_its_two_sides():
    one = assessed([60, 61, 60, 61, 60, 61, 60, 40, 41, 40, 41, 40], first=2013)
    found = worse_step(one, evidence(one, []))
    assert (found.before, found.before_period, found.period) == (D(60), "2019-04-01/P1Y", "2020-04-01/P1Y")
    assert (found.latest, found.in_pandemic) == (D(40), True)
    assert indicator_asked(one, evidence(one, []), as_of=DAY).worse_step is None
    assert indicator_asked(one, evidence(one, []), as_of=DAY, believed=True).worse_step == found
    better = assessed([40, 41, 40, 41, 40, 41, 40, 60, 61, 60, 61, 60], first=2013)
    assert worse_step(better, evidence(better, [])) is None


def test_the_embedded_edition_is_unmoderated_and_claims_nothing():
    snapshot = ready_store().snapshot()
    found = edition_asked(snapshot, snapshot.version.seq, DAY)
    assert (found.code, found.title, found.period) == ("2024-25", "2024/25", "2024-04-01/P1Y")
    assert (found.before_period, found.grades, found.coded_again) == ("2023-04-01/P1Y", {}, 0)
    assert found.coded == 62
    assert 0.18 < found.core_now < 0.19
    assert found.linked_moved == ()
    assert edition_asked(snapshot, 5, DAY) is None
