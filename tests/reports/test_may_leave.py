"""Which rows leave the house: what is not yet approved, not yet asked or said by one partner alone stays in it."""

from __future__ import annotations

import pytest

from indicators.datasets import dataset
from indicators.reports.may_leave import may_leave

CASES = [
    ("commentary", {"state": "draft"}, False),
    ("commentary", {"state": "submitted"}, False),
    ("commentary", {"state": "approved"}, True),
    ("commentary", {"state": "published"}, True),
    ("scrutiny_question", {"asked_on": None}, False),
    ("scrutiny_question", {"asked_on": "2026-11-20"}, True),
    ("chain_answer", {"round": "individual"}, False),
    ("chain_answer", {"round": "consensus"}, True),
    ("observation", {"value": 4.0}, True),
]


@pytest.mark.parametrize(("name", "said", "leaves"), CASES)
def test_a_row(name, said, leaves):
    row = [said.get(column) for column in dataset(name).columns]
    assert may_leave(name, row) is leaves
