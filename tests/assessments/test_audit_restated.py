"""A published edition is read as it was published, whatever is corrected later; a restatement says what it says otherwise."""

from __future__ import annotations

from decimal import Decimal

import pytest

from indicators.assessments.audit_restated import restated
from indicators.assessments.audited import audit, editions
from indicators.reports import audit_assurance, audit_words
from indicators.store import open_store
from indicators.store.errors import EditionPublished
from indicators.store.withdrawing import withdraw
from indicators.wording import prevention
from tests.store.store_samples import SOURCED, submit
from tests.store.test_prevention_questions import YEAR, line, tag

D = Decimal
FIRST, SECOND = "2024-25", "2024-25-R1"
LEVELS = {"PP": "core", "SP": "core", "TP": "broad", "AS": "acute"}


def edition(code, status, **more):
    row = {
        "edition_code": code,
        "period": YEAR,
        "scheme_code": "W",
        "price_base": YEAR,
        "deflator_series": "X",
        "status": status,
        "scope": "all",
        "published_on": "" if status == "tagging" else "2026-06-01",
        **SOURCED,
    }
    return row | more


def returned(code, parent="Children"):
    row = {"edition_code": code, "organisation": "County", "measure": "M", "parent": parent}
    return row | {"basis": "outturn", **SOURCED}


@pytest.fixture
def store(tmp_path):
    """An edition that is published, then a restatement of it that is open: one line recoded, one corrected, one return more."""
    with open_store(tmp_path / "home") as opened:
        scheme = {
            "scheme_code": "W",
            "title": "A scheme",
            "version": "1",
            "made_by": "us",
            "standing": "published",
        }
        submit(opened.ledger, "classification_scheme", [{**scheme, "definition": "d", **SOURCED}])
        submit(
            opened.ledger,
            "classification_level",
            [
                {
                    "scheme_code": "W",
                    "prevention_level": code,
                    "title": code,
                    "definition": code,
                    "counts_as": counts,
                    **SOURCED,
                }
                for code, counts in LEVELS.items()
            ],
        )
        spending = [line("Youth", 100), line("Care", 300), line("Roads", 100, parent="Highways")]
        submit(opened.ledger, "spending_line", spending)
        submit(opened.ledger, "prevention_edition", [edition(FIRST, "tagging")])
        submit(opened.ledger, "partner_return", [returned(FIRST)])
        submit(opened.ledger, "prevention_tag", [tag("Youth", "PP"), tag("Care", "AS")])
        submit(opened.ledger, "prevention_edition", [edition(FIRST, "published")])
        said = {"restates": FIRST, "changes": "Youth was coded anew."}
        submit(opened.ledger, "prevention_edition", [edition(SECOND, "tagging", **said)])
        submit(opened.ledger, "partner_return", [returned(SECOND), returned(SECOND, "Highways")])
        anew = [tag("Youth", "TP", edition_code=SECOND), tag("Care", "AS", edition_code=SECOND)]
        submit(opened.ledger, "prevention_tag", anew)
        submit(opened.ledger, "spending_line", [line("Care", 500)])
        yield opened


PUBLISHED = 7  # the entry with which the first edition was


def core_and_all(snapshot, code, at=None):
    shares = audit(snapshot, code, snapshot.version.seq if at is None else at).this_year.shares
    return shares.core, shares.in_scope


def test_a_published_edition_keeps_the_figures_that_it_was_published_with(store):
    snapshot = store.snapshot()
    assert core_and_all(snapshot, FIRST) == (100, 400)
    assert core_and_all(snapshot, SECOND) == (0, 700)
    found = audit(snapshot, FIRST, snapshot.version.seq)
    assert found.rows.read_at == PUBLISHED
    assert "those of entry 7" in audit_assurance.frozen(found)
    assert audit_assurance.frozen(audit(snapshot, SECOND, snapshot.version.seq)) == ""


def test_its_status_and_the_opinions_on_it_go_on(store):
    submit(store.ledger, "prevention_edition", [edition(FIRST, "scrutinised")])
    given = {"edition_code": FIRST, "stage": "self_assessed", "organisation": "All organisations"}
    submit(
        store.ledger, "assurance_opinion", [{**given, "given_by": "us", "given_on": "2026-07-01", **SOURCED}]
    )
    snapshot = store.snapshot()
    found = audit(snapshot, FIRST, snapshot.version.seq)
    assert (found.edition.status, found.rows.read_at) == ("scrutinised", PUBLISHED)
    assert found.stages[0].state == "passed"


@pytest.mark.parametrize("brought", ["prevention_tag", "partner_return"])
def test_what_brought_it_cannot_be_withdrawn(store, brought):
    entry = next(each for each in store.ledger.entries() if each.dataset == brought)
    with pytest.raises(EditionPublished):
        withdraw(store, entry.id, by="us", note="a test")


def test_a_publication_is_not_withdrawn_to_be_made_again_with_other_figures(store):
    published = store.ledger.entries()[PUBLISHED - 1]
    with pytest.raises(EditionPublished) as refused:
        withdraw(store, published.id, by="us", note="too early")
    assert refused.value.figures == {"entry": published.id, "editions": FIRST}
    assert core_and_all(store.snapshot(), FIRST) == (100, 400)


def test_before_it_was_published_it_is_read_as_it_stood(store):
    snapshot = store.snapshot()
    assert audit(snapshot, FIRST, 6).rows.read_at == 6
    assert [each.code for each in editions(snapshot, 6)] == [FIRST]


def test_the_restatement_says_what_it_says_otherwise(store):
    snapshot = store.snapshot()
    found = restated(snapshot, SECOND, snapshot.version.seq)
    assert (found.restates, found.words) == (FIRST, "Youth was coded anew.")
    measures = {each.measure: (each.before, each.now) for each in found.measures}
    assert measures["core"] == (100, 0)
    assert measures["broad"] == (100, 100)
    assert measures["in_scope"] == (400, 700)
    assert measures["core_share"] == (D("0.25"), 0)
    assert [(each.key[2], each.before, each.now, each.moved) for each in found.recoded] == [
        ("Youth", {"PP": 1}, {"TP": 1}, 100)
    ]
    assert [(each.key[2], each.before, each.now) for each in found.revised] == [("Care", 300, 500)]
    assert found.returns_added == (("County", "M", "Highways"),)
    assert found.returns_left == ()
    assert not found.changes_nothing


def test_it_is_said_in_words_and_rows(store):
    snapshot = store.snapshot()
    found = restated(snapshot, SECOND, snapshot.version.seq)
    said = " ".join(audit_assurance.restated_summary(found))
    assert "The core share is 0.0%, where edition 2024-25 said 25.0%." in said
    assert "Counted in addition: County, Highways (M)." in said
    assert ("Core share", "25.0%", "0.0%", "−25.0 points") in audit_assurance.measure_rows(found)
    assert audit_assurance.recoded_rows(found, {}) == [
        ("Children: Youth", "0.1", "primary prevention", "tertiary prevention")
    ]
    assert audit_assurance.revised_rows(found) == [("County, Children: Care", "0.3", "0.5")]


def test_an_edition_that_restates_none_is_beside_nothing(store):
    snapshot = store.snapshot()
    assert restated(snapshot, FIRST, snapshot.version.seq) is None
    assert restated(snapshot, "1999-00", snapshot.version.seq) is None


def test_a_restatement_of_nothing_says_so(store):
    submit(
        store.ledger,
        "prevention_edition",
        [edition("2024-25-R2", "tagging", restates=FIRST, changes="Words.")],
    )
    submit(store.ledger, "partner_return", [returned("2024-25-R2")])
    codes = {"edition_code": "2024-25-R2"}
    submit(store.ledger, "prevention_tag", [tag("Youth", "PP", **codes), tag("Care", "AS", **codes)])
    submit(store.ledger, "spending_line", [line("Care", 300)])
    snapshot = store.snapshot()
    found = restated(snapshot, "2024-25-R2", snapshot.version.seq)
    assert found.changes_nothing
    assert "In figures and coding nothing differs." in audit_assurance.restated_summary(found)


OURS, FIRST_CODED, SECOND_CODED = {"role": "suggested"}, {"coder": "one"}, {"role": "second", "coder": "two"}
PARTLY = "Of £0.4 million in scope £{} million is still counted by our own suggestion, unmoderated."
# Who coded Youth (100) and Care (300), what of it is counted by our own suggestion, and what is said of that.
WHOSE = {
    "we alone": ([OURS], [OURS], 400, prevention.OURS),
    "we, and a second coder who counts for nothing": (
        [OURS, SECOND_CODED],
        [OURS],
        400,
        PARTLY.format("0.4"),
    ),
    "we, and a first coder of one line": ([OURS, FIRST_CODED], [OURS], 300, PARTLY.format("0.3")),
    "a first coder of both lines": ([OURS, FIRST_CODED], [OURS, FIRST_CODED], 0, ""),
    "we, and one line moderated": ([OURS], [{"role": "moderated"}], 100, PARTLY.format("0.1")),
    "we, one line, and the other nobody": ([OURS], [], 100, prevention.OURS),
    "nobody": ([], [], 0, ""),
}


@pytest.mark.parametrize(("youth", "care", "ours", "said"), WHOSE.values(), ids=WHOSE)
def test_it_says_how_much_is_counted_by_our_own_suggestion(store, youth, care, ours, said):
    code = "2024-25-R2"
    submit(store.ledger, "prevention_edition", [edition(code, "tagging", restates=FIRST, changes="Words.")])
    submit(store.ledger, "partner_return", [returned(code)])
    submit(store.ledger, "spending_line", [line("Care", 300)])
    coded = [tag("Youth", "PP", edition_code=code, **who) for who in youth]
    coded += [tag("Care", "AS", edition_code=code, **who) for who in care]
    if coded:
        submit(store.ledger, "prevention_tag", coded)
    snapshot = store.snapshot()
    found = audit(snapshot, code, snapshot.version.seq)
    assert found.ours == ours
    assert audit_words.status(found) == f"Edition {code}: lines are being coded. {said}".strip()
