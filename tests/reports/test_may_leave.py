"""Which rows leave the house: what is not yet approved, not yet asked or said by one partner alone stays in it."""

from __future__ import annotations

import pytest

from indicators.datasets import dataset
from indicators.reports.may_leave import may_leave

CLEARED = {"consent": "given", "quotes_cleared": "yes", "licence": "Open Government Licence v3.0"}
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
    ("partner_survey_answer", {"agree": 12}, False),
    ("partner_survey", {"asked": 90}, True),
    ("case_study", CLEARED, True),
    ("case_study", CLEARED | {"quotes_cleared": "no_quotations"}, True),
    ("case_study", CLEARED | {"consent": "withdrawn"}, False),
    ("case_study", CLEARED | {"consent_until": "2099-12-31"}, False),
    ("case_study", CLEARED | {"licence": None}, False),
    ("case_study", CLEARED | {"quotes_cleared": None}, False),
    ("publicity_activity", {}, True),
    ("publicity_activity", {"reach": 8, "engagement": 0}, True),
    ("publicity_activity", {"reach": 290000, "engagement": 7}, False),
    ("publicity_activity", {"awareness_before": 12.0, "asked_before": 23}, True),
    ("publicity_activity", {"awareness_after": 12.0, "asked_after": 22}, False),
    ("publicity_activity", {"awareness_after": 12.0}, False),
]


@pytest.mark.parametrize(("name", "said", "leaves"), CASES)
def test_a_row(name, said, leaves):
    row = [said.get(column) for column in dataset(name).columns]
    assert may_leave(name, row) is leaves
