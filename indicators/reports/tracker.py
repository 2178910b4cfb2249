"""Recommendations in words and as a file: the same for the page and for whoever takes the rows away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from indicators.assessments.recommendations import Tracked
from indicators.reports.csv_file import csv_bytes
from indicators.wording import recommendations as words
from indicators.wording.dates import day
from indicators.wording.scrutiny import STATES
from indicators.wording.scrutiny_findings import sentence


def summary(found: Sequence[Tracked]) -> str:
    """Recommendations in the order of the tracker in one sentence."""
    states = Counter(each.standing.state for each in found)
    reviews = {each.standing.recommendation.review for each in found}
    return words.summary(states, len(reviews))


def due(one: Tracked) -> tuple[str, str]:
    """When a recommendation is due, and by how much it is late or was moved."""
    standing = one.standing
    recommendation = standing.recommendation
    return words.due(
        recommendation.due_on, recommendation.current_due_on, standing.days_overdue, standing.days_slipped
    )


def findings(one: Tracked) -> list[str]:
    """What stands out in how a recommendation is recorded, in sentences."""
    return [sentence(each.rule, each.figures) for each in one.standing.findings]


def how_it_stands(one: Tracked) -> str:
    """Whose assessment is shown, and why."""
    standing = one.standing
    is_doubted = standing.shown_by == "dates" and standing.recommendation.officer_assessment is not None
    return words.SHOWN_BY["not_borne_out" if is_doubted else standing.shown_by]


def facts(one: Tracked) -> Iterator[tuple[str, str]]:
    """Everything that is recorded of a recommendation, by its words; what is not recorded is empty or said."""
    each, text = one.standing.recommendation, one.text
    said: dict[str, str | None] = {
        "asks": text.summary,
        "review": each.review,
        "addressee": each.addressee,
        "owner": each.owner or words.NO_OWNER,
        "response": words.RESPONSES[each.response] if each.response else words.NO_RESPONSE,
        "response_due": _day(each.response_due_on),
        "responded": _day(text.responded_on),
        "response_reason": text.response_reason,
        "due": _day(each.due_on) or words.NO_DATE,
        "current": _day(each.current_due_on),
        "moved": each.due_changed_reason,
        "evidence": each.evidence or words.NO_EVIDENCE,
        "evidence_on": _day(each.evidence_on),
        "strength": each.evidence_strength,
        "officers": words.assessed(each.officer_assessment),
        "members": words.assessed(each.member_assessment),
        "signed_off": _day(each.signed_off_on),
        "minute": each.signed_off_minute,
        "impact": each.impact,
    }
    return ((words.FACTS[name], value or "") for name, value in said.items())


def tracker_csv(found: Iterable[Tracked]) -> bytes:
    """The rows of the tracker in its order."""
    return csv_bytes(words.CSV_COLUMNS, map(_line, found))


def _line(one: Tracked) -> Sequence[object]:
    each, text, standing = one.standing.recommendation, one.text, one.standing
    return (
        each.code,
        text.title,
        each.review,
        STATES[standing.state],
        standing.days_overdue,
        each.addressee,
        each.owner,
        words.RESPONSES[each.response] if each.response else "",
        each.due_on,
        each.due,
        words.assessed(each.officer_assessment),
        words.assessed(each.member_assessment),
        each.evidence,
        each.evidence_on,
        each.evidence_strength,
        text.evidence_source,
    )


def _day(value: date | None) -> str:
    return day(value) if value else ""
