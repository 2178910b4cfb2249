"""No small count of people is told by the history of its row."""

from __future__ import annotations

import pytest

from indicators.assessments.withheld import careful_changes
from indicators.store import open_store
from indicators.store.changes import RowChange, changes
from tests.store.store_samples import area, indicator, observation, submit

COUNT = {"measure_kind": "count", "unit": "people", "frequency": "annual", "period_length": "P1Y"}


@pytest.fixture
def found(tmp_path):
    """The changes of the last entry: a small count revised, a large one, and one that a publisher gave."""
    with open_store(tmp_path) as store:
        ledger = store.ledger
        submit(ledger, "area", [area("A"), area("B", 2), area("C", 3)])
        submit(ledger, "indicator", [indicator("I", **COUNT)])
        period = "2008-04-01/P1Y"
        submit(ledger, "observation", [observation("I", period, 3), observation("I", period, 400, "B")])
        web = {"source": "https://example.org/figures.csv"}
        submit(
            ledger,
            "observation",
            [
                observation("I", period, 4),
                observation("I", period, 405, "B"),
                observation("I", period, 2, "C", **web),
            ],
        )
        snapshot = store.snapshot()
        yield {
            change.key["area_code"]: change.columns["value"]
            for change in careful_changes(
                snapshot, changes(snapshot, "observation", 3, 4, most=10), "withheld"
            )
        }


def test_a_small_count_is_withheld_before_and_after(found):
    assert found["A"] == ("withheld", "withheld")


def test_a_count_to_the_nearest_five_is_shown_as_it_is(found):
    assert found["B"] == (400.0, 405.0)


def test_what_was_published_is_shown_as_published(found):
    assert found["C"] == (None, 2.0)


@pytest.fixture
def empty(tmp_path):
    """A snapshot in which nothing is recorded."""
    with open_store(tmp_path) as store:
        yield store.snapshot()


def changed(dataset, **columns):
    return RowChange(dataset, "revised", {"code": "C"}, columns)


def test_of_a_partner_survey_no_number_of_people_is_told(empty):
    survey = changed("partner_survey_answer", agree=(30, 31), do_not_know=(None, 2), source=("a", "b"))
    (told,) = careful_changes(empty, [survey], "withheld")
    assert told.columns == {
        "agree": ("withheld", "withheld"),
        "do_not_know": (None, "withheld"),
        "source": ("a", "b"),
    }


def test_of_publicity_only_a_small_number_of_people_is_withheld(empty):
    activity = changed("publicity_activity", reach=(290000, 5), engagement=(0, 8), cost=(5.0, 6.0))
    (told,) = careful_changes(empty, [activity], "withheld")
    assert told.columns == {"reach": (290000, "withheld"), "engagement": (0, 8), "cost": (5.0, 6.0)}
