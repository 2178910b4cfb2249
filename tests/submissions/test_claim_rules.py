"""A claim that counts as demonstrated rests on what its grade names: for every rule a case, and its twin that lacks nothing."""

from __future__ import annotations

import pytest

from indicators.submissions.claim_rules import claim_rules
from tests.submissions.submission_samples import put, registers
from tests.submissions.test_edition_rules import (
    COUNTY,
    NHS,
    OTHER_YEAR,
    SCHEME,
    claim,
    edition,
    file,
    findings,
    partner,
    spent,
)

DECIDED = {"decision_ref": "Cabinet, minute 7", "decided_on": "2024-06-18"}
WRITTEN = {"counterfactual": "The money would have gone to placements."}
CONFIRMED = {"confirmed_by": "section 151 officer"}
GROUNDS = {**DECIDED, **WRITTEN, **CONFIRMED}
CHECKED = {"reviewer": "internal audit", "review_note": "The ledger agrees."}
THIRD = {"influence_grade": "I3", **GROUNDS}
FOURTH = {"influence_grade": "I4", **GROUNDS}

# The rule, the claim that breaks it, and the twin that differs in one thing and breaks none.
TWINS = {
    "no decision": ("claim_undecided", {**THIRD, "decision_ref": ""}, THIRD),
    "no day of the decision": ("claim_undecided", {**THIRD, "decided_on": ""}, THIRD),
    "no counterfactual": ("claim_without_counterfactual", {**THIRD, "counterfactual": ""}, THIRD),
    "not confirmed": ("claim_unconfirmed", {**THIRD, "confirmed_by": ""}, THIRD),
    "not confirmed, and I2": (
        "claim_unconfirmed",
        {**THIRD, "confirmed_by": ""},
        {**THIRD, "confirmed_by": "", "influence_grade": "I2"},
    ),
    "not checked": ("claim_unchecked", FOURTH, {**FOURTH, **CHECKED}),
    "checked, and nobody says what was found": (
        "claim_unchecked",
        {**FOURTH, **CHECKED, "review_note": ""},
        {**FOURTH, **CHECKED},
    ),
    "checked by who confirmed it": (
        "claim_unchecked",
        {**FOURTH, **CHECKED, "reviewer": "Section 151 officer"},
        {**FOURTH, **CHECKED},
    ),
    "not checked, and no decision on a pool": (
        "claim_unchecked",
        FOURTH,
        {**FOURTH, "mechanism": "pooled_decision"},
    ),
    "not checked, and I3": ("claim_unchecked", FOURTH, THIRD),
    "more than the organisation spent": (
        "claim_above_spending",
        {"gross": "30.001"},
        {"gross": "30"},
    ),
    "more than all spent, by one without a return": (
        "claim_above_spending",
        {"organisation": "Police", "gross": "130.001"},
        {"organisation": "Police", "gross": "130"},
    ),
}


@pytest.fixture(scope="module")
def audit():
    """An open edition that counts 30 of the county and 100 of the health service; what else they spent does not count."""
    with registers() as work:
        put(work, "classification_scheme", file("classification_scheme", SCHEME))
        lines = [
            spent("10"),
            spent("20", line="Care"),
            spent("30", line="All lines", level="total"),
            spent("500", period=OTHER_YEAR),
            spent("500", parent="Roads"),
            spent("100", organisation=NHS),
            spent("500", organisation="England", role="benchmark"),
        ]
        put(work, "spending_line", file("spending_line", *lines))
        put(work, "prevention_edition", file("prevention_edition", edition(status="tagging")))
        put(work, "partner_return", file("partner_return", partner(), partner(organisation=NHS)))
        yield work


def told(work, **cells):
    return [rule for _, _, rule in findings(work, "influence_claim", claim(**cells))]


@pytest.mark.parametrize(("rule", "case", "twin"), TWINS.values(), ids=TWINS)
def test_a_rule_finds_its_case_and_not_the_twin(audit, rule, case, twin):
    assert told(audit, **case) == [rule]
    assert told(audit, **twin) == []


def test_every_rule_has_a_case():
    assert {rule for rule, _, _ in TWINS.values()} == {
        *(each.rule for each in claim_rules()),
        "claim_above_spending",
    }


def test_an_assertion_graded_as_checked_lacks_all_of_it(audit):
    rules = told(audit, gross="999999", influence_grade="I4", mechanism="advocacy", organisation=COUNTY)
    assert sorted(rules) == [
        "claim_above_spending",
        "claim_unchecked",
        "claim_unconfirmed",
        "claim_undecided",
        "claim_without_counterfactual",
    ]


def test_a_claim_that_is_removed_lacks_nothing(audit):
    put(audit, "influence_claim", file("influence_claim", claim()))
    assert told(audit, **FOURTH, remove="remove") == []
