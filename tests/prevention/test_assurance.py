"""Stages of assurance: computed from opinions, one after the other, for every partner whose return is counted."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.prevention.assurance import EVERYBODY, STAGES, stages
from indicators.prevention.rows import Opinion

PARTNERS = ("County", "NHS")


def opinion(stage, organisation=EVERYBODY, day=1):
    return Opinion(stage, organisation, "somebody", date(2026, 5, day), None, None)


# Opinions given as `stage organisation`, and the state of the five stages.
CASES = {
    "nothing given": ([], "next later later later later"),
    "one for all": (["self_assessed"], "passed next later later later"),
    "one for a partner": (["self_assessed County"], "partly later later later later"),
    "one for each partner": (["self_assessed County", "self_assessed NHS"], "passed next later later later"),
    "certified by one of two": (
        ["self_assessed", "second_coded", "finance_certified NHS"],
        "passed passed partly later later",
    ),
    "all": (list(STAGES), "passed passed passed passed passed"),
}


@pytest.mark.parametrize(("given", "states"), CASES.values(), ids=CASES)
def test_states(given, states):
    opinions = [opinion(*each.split()) for each in given]
    assert [stage.state for stage in stages(opinions, PARTNERS)] == states.split()


def test_a_stage_names_those_who_are_still_to_come_and_its_opinions_oldest_first():
    first, *_ = stages(
        [opinion("self_assessed", "County", 9), opinion("self_assessed", "Police", 2)], PARTNERS
    )
    assert first.without == ("NHS",)
    assert [each.organisation for each in first.opinions] == ["Police", "County"]
