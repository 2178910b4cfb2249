"""Assurance, published editions, restatements, savings and linked indicators on the Prevention audit's page; and its failure."""

from __future__ import annotations

import time

import pytest

from indicators.assessments import audits
from indicators.datasets import dataset
from indicators.store.rows_in_force import rows_in_force
from indicators.submissions import accept
from indicators.wording import submit_page
from indicators.wording.prevention_page import BEING_WORKED_OUT, NOT_MADE
from tests.submissions.test_edition_rules import SOURCED, file, opinion
from tests.ui.conftest import markup, words
from tests.ui.test_tagging_page import EDITION, FAMILY, S251, coding

OURS = {"source_key": "OURS"}
RESTATEMENT = f"{EDITION}-R1"


def send(store, name, *rows):
    accept(store, name, file(name, *({**row, **OURS} for row in rows)), f"{name}.csv", by="us", note="a test")
    store.snapshot()


def recorded(store, name):
    """The only row of a dataset, as texts."""
    (row,) = rows_in_force(store.snapshot(), name)
    return {
        column: "" if value is None else str(value)
        for column, value in zip(dataset(name).columns, row, strict=True)
    }


def opened(screen, **query):
    test = screen("prevention", **query)
    while BEING_WORKED_OUT in words(test):
        time.sleep(0.2)
        test.run()
    assert not test.exception, test.exception
    return test


@pytest.fixture
def restated(own_home):
    """The embedded edition published after two stages of assurance, and an open restatement with one line coded anew."""
    coded = {"first": "SP", "second": "TP", "moderated": "SP"}
    send(own_home, "prevention_tag", *(coding(FAMILY, level, role) for role, level in coded.items()))
    send(own_home, "assurance_opinion", opinion("self_assessed", day="2026-11-02"))
    send(own_home, "assurance_opinion", opinion("second_coded", day="2026-11-03", opinion="limited"))
    published = recorded(own_home, "prevention_edition") | {
        "status": "published",
        "published_on": "2026-11-10",
    }
    returned = recorded(own_home, "partner_return")
    send(own_home, "prevention_edition", published)
    anew = {"edition_code": RESTATEMENT, "status": "tagging", "published_on": ""}
    said = {"restates": EDITION, "changes": "Family support was coded anew."}
    send(own_home, "prevention_edition", published | anew | said)
    send(own_home, "partner_return", returned | {"edition_code": RESTATEMENT})
    send(own_home, "prevention_tag", coding(FAMILY, "AS", "first", edition_code=RESTATEMENT))
    return own_home


def test_stages_are_shown_as_steps_with_who_and_when(screen, restated):
    text = words(opened(screen, edition=EDITION))
    assert "Assurance has come to “Second-coded” (2 of 5 stages). Next: “Certified by finance”." in text
    assert "● given somebody, 3 November 2026 limited assurance" in " ".join(text.split())
    assert "○ next" in text
    assert "○ not yet" in text


def test_a_published_edition_says_that_it_stays_and_what_restates_it(screen, restated):
    test = opened(screen, edition=EDITION)
    assert "This edition is published and stays as it is" in words(test)
    assert f"It is restated by edition {RESTATEMENT}." in words(test)
    assert f'href="prevention?edition={RESTATEMENT}"' in markup(test)


def test_what_a_published_edition_rests_on_cannot_be_undone_on_the_page(screen, restated):
    tags = next(each for each in restated.ledger.entries() if each.dataset == "prevention_tag")
    test = screen("submit", part="receipts", entry=tags.id)
    assert submit_page.FIXED.format(editions=EDITION) in words(test)
    assert not test.text_area


def test_a_restatement_says_what_it_says_otherwise(screen, restated):
    text = " ".join(words(opened(screen, edition=RESTATEMENT)).split())
    assert "Family support was coded anew." in text
    assert "where edition 2024-25 said" in text
    assert f"{RESTATEMENT} beside {EDITION}, which it restates" in text
    assert (
        "Children's services (S251): Family support services 25.9 secondary prevention acute spending" in text
    )


def test_linked_indicators_go_by_their_title(screen, own_home):
    study = {
        "evidence_code": "E-1",
        "measure": S251[0],
        "parent": S251[1],
        "line": FAMILY,
        "method_scale": "SMS",
        "native_rating": "3",
        "common_grade": "E3",
        "indicator_code": "EMP-RATE",
        "lag_years": "2",
        **SOURCED,
    }
    send(own_home, "intervention_evidence", study)
    test = opened(screen)
    assert f"{FAMILY}: People aged 16 to 64 in work, after 2.0 years" in words(test)
    assert 'href="indicator?code=EMP-RATE"' in markup(test)


def test_savings_are_shown_with_payback_and_who_pays(screen, own_home):
    case = {
        "case_code": "S-1",
        "edition_code": EDITION,
        "title": "Early help hubs",
        "cashable": "yes",
        "basis": "planned",
        **SOURCED,
    }
    flows = [("County", "2022-04-01/P1Y", 1000, 0), ("NHS", "2023-04-01/P1Y", 0, 2000)]
    rows = [
        {**case, "organisation": who, "period": year, "cost": str(cost), "benefit": str(benefit)}
        for who, year, cost, benefit in flows
    ]
    send(own_home, "saving_case", *rows)
    text = " ".join(words(opened(screen)).split())
    assert (
        "Early help hubs (S-1) planned 1.0 2.0 2.0 after 0.5 years, as planned after 0.5 years, as planned 0.9 (2022/23)"
        in text
    )
    assert "Early help hubs County −1.0" in text
    assert "Early help hubs NHS +2.0" in text


def test_without_savings_it_says_how_to_fill_them(screen):
    test = opened(screen)
    assert "no invest-to-save case has been recorded" in words(test)
    assert 'href="submit?dataset=saving_case"' in markup(test)


def test_an_audit_that_cannot_be_made_says_why_and_what_to_do(screen, monkeypatch):
    def fail(*_):
        raise ValueError("claim C-1 is of -3")

    monkeypatch.setattr(audits, "_jobs", audits.Jobs(audits.KEPT))
    monkeypatch.setattr(audits, "_made", fail)
    test = screen("prevention")
    assert [each.value for each in test.error] == [NOT_MADE]
    assert "Rows that are recorded do not go together: claim C-1 is of -3." in words(test)
    assert "Try again" in words(test)
    assert not test.get("plotly_chart")


def test_another_scheme_speaks_of_its_own_levels(screen):
    text = words(opened(screen, scheme="THREE-CLASS"))
    assert "was core prevention (prevention): 18.1%" in text
    assert "With mixed it is 18.1%." in text
    demos = words(opened(screen, scheme="DEMOS-PDEL"))
    assert "This scheme has no level that only the broad share counts." in demos
