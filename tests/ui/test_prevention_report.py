"""The report of an edition on its page: made when asked for, offered beside the same figures only."""

from __future__ import annotations

import time

import pytest

from indicators.ui.prevention_report import MADE
from indicators.wording.prevention_page import BEING_WORKED_OUT
from tests.ui.conftest import words


@pytest.fixture
def audit(screen):
    """The page, when the audit has been made."""
    test = screen("prevention")
    while BEING_WORKED_OUT in words(test):
        time.sleep(0.2)
        test.run()
    return test


def saves(test):
    return [each.proto.label for each in test.get("download_button")]


def press(test, kind):
    test.button(key=f"prevention-report-{kind}").click()
    test.run()
    assert not test.exception, test.exception


def test_nothing_is_made_before_it_is_asked_for(audit):
    assert MADE not in audit.session_state
    assert saves(audit) == []


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_a_file_is_made_with_progress_and_offered(audit, kind, begins):
    press(audit, kind)
    assert audit.status[0].label == "The report is ready"
    (label,) = saves(audit)
    assert label.startswith(f"Save prevention-audit-2024-25.{kind} (")
    assert audit.session_state[MADE][2].startswith(begins)


def test_it_is_not_offered_beside_other_figures(audit):
    press(audit, "pdf")
    audit.query_params["scheme"] = "DEMOS-PDEL"
    audit.run()
    assert saves(audit) == []
