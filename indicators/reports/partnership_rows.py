"""Partnerships in words and as a file: the same for the page and for whoever takes the rows away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from indicators.assessments.partnerships import Entry
from indicators.reports.csv_file import csv_bytes
from indicators.wording import partnerships as words
from indicators.wording.dates import day
from indicators.wording.scrutiny import INSIDE
from indicators.wording.scrutiny_findings import sentence


def findings(one: Entry) -> list[str]:
    """What stands out in how a partnership is recorded, in sentences."""
    return [sentence(each.rule, each.figures) for each in one.findings]


def level(one: Entry) -> str:
    """Its significance in words."""
    significance = one.partnership.significance
    return words.LEVELS[significance] if significance else words.NOT_JUDGED


def kind(one: Entry) -> str:
    """What kind of body it is, and as of when."""
    return words.kind_as_of(one.text.kind, _date(one.text.as_of), one.text.as_of)


def health(one: Entry) -> tuple[str, str]:
    """Its health check in short."""
    return words.health(one.health.mean, len(one.health.scores), one.health.weakest)


def facts(one: Entry, as_of: date) -> Iterator[tuple[str, str]]:
    """Everything that is recorded of a partnership, by its words; what is not recorded is empty or said."""
    each, text = one.partnership, one.text
    said: dict[str, str | None] = {
        "purpose": text.purpose,
        "kind": text.kind,
        "stands": INSIDE[one.stands],
        "basis": text.inside_basis,
        "theme": each.theme,
        "significance": level(one),
        "status": words.STATUS[each.status] if each.status else words.NOT_RECORDED,
        "lead": text.lead_role,
        "reports_to": text.reports_to or words.NOT_RECORDED,
        "agreement": each.agreement or words.NO_AGREEMENT,
        "exit": each.exit_arrangements or words.NO_EXIT,
        "review": words.review(each.review_due_on, as_of),
        "verified": words.verified(each.last_verified_on, text.verified_by),
        "as_of": text.as_of if (on := _date(text.as_of)) is None else day(on),
        "note": text.note,
    }
    return ((words.FACTS[name], value or "") for name, value in said.items())


def register_csv(entries: Iterable[Entry]) -> bytes:
    """The rows of the register."""
    return csv_bytes(words.CSV_COLUMNS, map(_line, entries))


def _line(one: Entry) -> Sequence[object]:
    each, text = one.partnership, one.text
    return (
        each.code,
        each.name,
        INSIDE[one.stands],
        each.theme,
        text.kind,
        level(one),
        words.STATUS[each.status] if each.status else "",
        each.agreement,
        each.exit_arrangements,
        each.review_due_on,
        each.last_verified_on,
        health(one)[0],
        text.as_of,
        text.source,
    )


def _date(text: str) -> date | None:
    """The date that the source gives; None where it gives words."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
