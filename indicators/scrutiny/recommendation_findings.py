"""What to ask about how a recommendation is recorded: views that differ, achievements without evidence, dates without reasons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from indicators.analysis.finding import Finding
from indicators.scrutiny.recommendation import CLOSING, Recommendation


def recommendation_findings(each: Recommendation, as_of: date) -> Iterator[Finding]:
    """Every finding on one recommendation at the end of the day `as_of`."""
    officers, members = each.officer_assessment, each.member_assessment
    if officers and members and officers != members:
        yield Finding("officers_and_members_differ", each.code, {"officers": officers, "members": members})
    if "achieved" in (officers, members) and not each.has_evidence(as_of):
        yield Finding(
            "achieved_without_evidence", each.code, {"by": "members" if members == "achieved" else "officers"}
        )
    if members in CLOSING and not each.is_closed(as_of):
        yield Finding("closed_without_sign_off", each.code, {"members": members})
    if members == "achieved" and each.is_closed(as_of) and not each.impact:
        yield Finding("impact_not_recorded", each.code, {"signed_off_on": each.signed_off_on})
    if each.due_on and each.current_due_on not in (None, each.due_on) and not each.due_changed_reason:
        yield Finding(
            "date_moved_without_reason", each.code, {"first": each.due_on, "now": each.current_due_on}
        )
    if each.response in (None, "awaited") and each.response_due_on and each.response_due_on < as_of:
        yield Finding(
            "response_overdue",
            each.code,
            {"due_on": each.response_due_on, "days": (as_of - each.response_due_on).days},
        )
