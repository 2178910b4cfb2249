"""A published edition of the audit, and what it rests on, cannot be changed by an undo either; what it does not rest on can."""

from __future__ import annotations

import pytest

from indicators.store.errors import EditionPublished
from indicators.store.withdrawing import withdraw
from tests.store.store_samples import SOURCED, submit
from tests.store.test_prevention_questions import EARLIER_YEAR, YEAR, line, tag

WHO = {"by": "an officer", "note": "wrong file"}
FIRST, OPEN, AGAIN = "2024-25", "2023-24", "2024-25-R1"
CLAIM = {
    "claim_code": "C-1",
    "edition_code": FIRST,
    "statement": "s",
    "mechanism": "advocacy",
    "organisation": "County",
    "gross": "5",
    "influence_grade": "I0",
    **dict.fromkeys(("deadweight", "leakage", "displacement", "substitution"), "0"),
    **SOURCED,
}
CASE = {
    "case_code": "S-1",
    "edition_code": FIRST,
    "organisation": "County",
    "period": YEAR,
    "title": "t",
    "cost": "5",
    "benefit": "6",
    "cashable": "yes",
    "basis": "planned",
    **SOURCED,
}
OPINION = {
    "edition_code": FIRST,
    "stage": "self_assessed",
    "organisation": "County",
    "given_by": "us",
    "given_on": "2026-05-01",
    **SOURCED,
}


def edition(code=FIRST, status="tagging", **more):
    row = {"edition_code": code, "period": YEAR, "scheme_code": "W", "price_base": YEAR, "scope": "all"}
    day = "" if status == "tagging" else "2026-06-01"
    return row | {"deflator_series": "X", "status": status, "published_on": day, **SOURCED, **more}


def returned(code=FIRST, organisation="County"):
    row = {"edition_code": code, "organisation": organisation, "measure": "M", "parent": "Children"}
    return row | {"basis": "outturn", **SOURCED}


PUBLISHED = ("prevention_edition", [edition(status="published")])
RESTATED = ("prevention_edition", [edition(AGAIN, restates=FIRST, changes="A line was wrong.")])
# What is withdrawn, what is submitted after it and before the withdrawal, and whether the withdrawal is refused.
CASES = {
    "its publication": (PUBLISHED, [], True),
    "its freezing": (("prevention_edition", [edition(status="frozen")]), [], True),
    "a tag of it": (("prevention_tag", [tag("Youth", "PP")]), [PUBLISHED], True),
    "a tag of an open edition": (
        ("prevention_tag", [tag("Youth", "PP", edition_code=OPEN)]),
        [PUBLISHED],
        False,
    ),
    "tags of both": (
        ("prevention_tag", [tag("Youth", "PP"), tag("Youth", "PP", edition_code=OPEN)]),
        [PUBLISHED],
        True,
    ),
    "a tag that says what is recorded already": (("prevention_tag", [tag("Care", "AS")]), [PUBLISHED], False),
    "a tag that was replaced before": (
        ("prevention_tag", [tag("Youth", "PP")]),
        [("prevention_tag", [tag("Youth", "PP", rationale="better")]), PUBLISHED],
        False,
    ),
    "a tag that it replaced": (
        ("prevention_tag", [tag("Care", "AS", rationale="better")]),
        [PUBLISHED],
        True,
    ),
    "the removal of a tag": (("prevention_tag", [tag("Care", "AS", remove="remove")]), [PUBLISHED], True),
    "a return of it": (("partner_return", [returned(organisation="City")]), [PUBLISHED], True),
    "a return of an open edition": (("partner_return", [returned(OPEN, "City")]), [PUBLISHED], False),
    "a claim of it": (("influence_claim", [CLAIM]), [PUBLISHED], True),
    "a claim of an open edition": (
        ("influence_claim", [{**CLAIM, "edition_code": OPEN}]),
        [PUBLISHED],
        False,
    ),
    "a saving case of it": (("saving_case", [CASE]), [PUBLISHED], True),
    "a saving case of an open edition": (
        ("saving_case", [{**CASE, "edition_code": OPEN}]),
        [PUBLISHED],
        False,
    ),
    "a line that it counts": (("spending_line", [line("Youth", 100)]), [PUBLISHED], True),
    "a line of another year": (
        ("spending_line", [line("Youth", 1, period=EARLIER_YEAR)]),
        [PUBLISHED],
        False,
    ),
    "a line of somebody whom it does not count": (
        ("spending_line", [line("Youth", 1, organisation="City")]),
        [PUBLISHED],
        False,
    ),
    "a line that it counts, once a restatement is open": (
        ("spending_line", [line("Youth", 100)]),
        [PUBLISHED, RESTATED],
        False,
    ),
    "a line that it counts, once the restatement is published": (
        ("spending_line", [line("Youth", 100)]),
        [PUBLISHED, RESTATED, ("prevention_edition", [edition(AGAIN, "published", restates=FIRST)])],
        True,
    ),
    "a tag of it, though a restatement is open": (
        ("prevention_tag", [tag("Youth", "PP")]),
        [PUBLISHED, RESTATED],
        True,
    ),
    "the restatement that is open": (RESTATED, [], False),
    "an opinion on it": (("assurance_opinion", [OPINION]), [PUBLISHED], False),
    "a tag of it before it is published": (("prevention_tag", [tag("Youth", "PP")]), [], False),
}


@pytest.fixture
def audit(store):
    """An edition of two years each with a coded line, both open; the later one counts one return."""
    open_ones = [edition(), edition(OPEN, period=EARLIER_YEAR)]
    submit(store.ledger, "prevention_edition", open_ones)
    submit(store.ledger, "partner_return", [returned()])
    submit(store.ledger, "spending_line", [line("Care", 300)])
    submit(store.ledger, "prevention_tag", [tag("Care", "AS")])
    return store


@pytest.mark.parametrize(("withdrawn", "then", "is_refused"), CASES.values(), ids=CASES)
def test_an_undo_is_refused_where_it_would_change_a_published_edition(audit, withdrawn, then, is_refused):
    if "frozen" in str(withdrawn):
        submit(audit.ledger, *PUBLISHED)
    entry = submit(audit.ledger, *withdrawn)
    for each in then:
        submit(audit.ledger, *each)
    head = audit.ledger.head()
    if not is_refused:
        assert withdraw(audit, entry.id, **WHO).withdraws == entry.id
        return
    with pytest.raises(EditionPublished) as refused:
        withdraw(audit, entry.id, **WHO)
    assert FIRST in refused.value.figures["editions"]
    assert audit.ledger.head() == head


def test_an_undo_is_not_undone_either_once_the_edition_is_published(audit):
    entry = submit(audit.ledger, "prevention_tag", [tag("Youth", "PP")])
    undone = withdraw(audit, entry.id, **WHO)
    submit(audit.ledger, *PUBLISHED)
    with pytest.raises(EditionPublished):
        withdraw(audit, undone.id, **WHO)


def test_what_is_published_is_not_taken_away_in_two_steps(audit):
    """The publication of an edition that has been frozen since changes nothing any more; its freezing does."""
    published = submit(audit.ledger, *PUBLISHED)
    frozen = submit(audit.ledger, "prevention_edition", [edition(status="frozen")])
    withdraw(audit, published.id, **WHO)
    with pytest.raises(EditionPublished):
        withdraw(audit, frozen.id, **WHO)
