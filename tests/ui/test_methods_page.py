"""The Methods page: every rule with its example, the same cases as the tests, the record and the glossary."""

from __future__ import annotations

import pytest

from indicators.assessments import kept
from indicators.model import COUNTY
from indicators.reports.method_tables import TABLES, cases, glossary
from indicators.store.as_at import today
from indicators.submissions.first_start import ready_store
from indicators.wording import rules
from tests.ui.conftest import words


@pytest.fixture(scope="module")
def worked_out():
    snapshot = ready_store().snapshot()
    kept.wait_whole(snapshot, COUNTY, snapshot.version.seq, today())
    return kept.wait_record(snapshot)


def test_every_rule_stands_in_words_with_an_example(screen, worked_out):
    text = words(screen("methods"))
    for name, said in rules.EVIDENCE:
        assert name in text
        assert said in text
    assert text.count("For example,") == 8


def test_every_table_of_the_rules_is_shown_whole(screen, worked_out):
    text = words(screen("methods"))
    for file in TABLES.glob("*.csv"):
        for row in cases(file.stem).rows:
            assert row[0] in text


def test_the_record_is_shown_with_what_came_true(screen, worked_out):
    text = words(screen("methods"))
    assert f"of {worked_out.series} series" in text
    for score in worked_out.words:
        assert f"{score.came_true:,}" in text


def test_the_glossary_is_whole(screen, worked_out):
    text = words(screen("methods"))
    assert len(glossary()) > 30
    assert all(word in text for word, _ in glossary())


def test_without_evidence_the_page_stands_all_the_same(screen, monkeypatch):
    monkeypatch.setattr("indicators.ui.methods_screen.ready_whole", lambda *_: None)
    monkeypatch.setattr("indicators.ui.methods_screen.ready_record", lambda *_: None)
    text = words(screen("methods"))
    assert "being worked out" in text
    assert "Glossary" in text
