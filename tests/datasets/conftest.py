"""A home with the embedded figures that a test may add to."""

from __future__ import annotations

import shutil

import pytest

from indicators.store import home
from indicators.submissions.first_start import ready_store


@pytest.fixture
def own_home(tmp_path, monkeypatch):
    """The store of a copy of the embedded figures."""
    ready_store().snapshot()
    shutil.copytree(home(), tmp_path / "home")
    monkeypatch.setenv("INDICATOR_BASKET_HOME", str(tmp_path / "home"))
    return ready_store()
