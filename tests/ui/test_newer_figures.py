"""What a page says while the figures recorded last are being made ready, and where they cannot be."""

from __future__ import annotations

import pytest
from filelock import FileLock

from indicators.store import StoreError
from indicators.store.projection import Projection
from indicators.submissions import accept
from indicators.ui.loaders import read_what_was_recorded
from indicators.wording import screens
from tests.ui.conftest import NEXT_FIGURE, words

NEW = "299"


@pytest.fixture
def recorded(own_home):
    """A store in which a figure was recorded that no version shows yet."""
    own_home.snapshot()
    accept(own_home, "observation", NEXT_FIGURE, "next.csv", by="Officer", note="Figures of 2015")
    return own_home


def test_until_they_are_ready_the_version_before_them_is_shown_and_said(screen, recorded):
    with FileLock(recorded.home / "projection" / ".lock"):
        said = words(screen("indicator", code="KSI-CAS"))
        assert screens.NEWER_FIGURES in said
        assert NEW not in said
    read_what_was_recorded(recorded)
    said = words(screen("indicator", code="KSI-CAS"))
    assert screens.NEWER_FIGURES not in said
    assert NEW in said


def test_where_they_cannot_be_made_ready_it_is_said_and_the_version_before_them_stays(
    screen, recorded, monkeypatch
):
    monkeypatch.setattr(Projection, "ensure", refuse)
    recorded.snapshot(wait=False)
    recorded._builder.join()
    read_what_was_recorded(recorded)
    said = words(screen("indicator", code="KSI-CAS"))
    assert screens.NEWER_FIGURES_FAILED in said
    assert NEW not in said


def refuse(*_, **__):
    raise StoreError(path="somewhere")
