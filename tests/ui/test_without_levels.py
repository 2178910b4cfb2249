"""Pages of the prevention audit where the levels of its scheme were withdrawn: each says so with the way out."""

from __future__ import annotations

import pytest

from indicators.assessments import audits
from indicators.store.withdrawing import withdraw
from indicators.wording import tagging
from tests.ui.conftest import words


@pytest.fixture
def without(own_home):
    """The embedded figures without the levels of all schemes."""
    withdraw(own_home, "14", by="Officer", note="Wrong file")
    return own_home.snapshot()


def test_the_workbench_has_nothing_to_code_by(screen, without):
    assert tagging.NO_LEVELS.format(scheme="WELSH-2018") in words(screen("tagging"))


def test_the_audit_says_what_is_missing(screen, without):
    at = without.version.seq
    audits.ready_audit(without, "2024-25", at, None, patience=60)
    assert "No levels of the scheme WELSH-2018 are recorded." in words(screen("prevention"))
