"""Which rows of the registers of partnership life may be given to anybody: what has left the house cannot be fetched back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indicators.analysis.suppression import hides_percentage, suppress_count
from indicators.scrutiny.case_studies import CLEARED

COUNTS_OF_PEOPLE = ("reach", "engagement", "asked_before", "asked_after")
SURVEYS = (("awareness_before", "asked_before"), ("awareness_after", "asked_after"))


def is_open_case(case: Mapping[str, Any]) -> bool:
    """Whether a case study may be given away: with consent that has no end, a licence, and its quotations cleared."""
    has_consent = case["consent"] == "given" and case["consent_until"] is None
    return has_consent and bool(case["licence"]) and case["quotes_cleared"] in CLEARED


def tells_of_few(activity: Mapping[str, Any]) -> bool:
    """Whether a publicity activity holds a number of people that is hidden elsewhere, or a percentage of too few people."""
    counts = [activity[name] for name in COUNTS_OF_PEOPLE if activity[name] is not None]
    asked = [activity[people] for share, people in SURVEYS if activity[share] is not None]
    return any(suppress_count(count).hidden for count in counts) or any(
        people is None or hides_percentage(people) for people in asked
    )
