"""A store with the embedded data, loaded once; every test that writes gets a copy of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators.store import open_store
from indicators.submissions import load_embedded

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def loaded(tmp_path_factory):
    """The home of a store with the embedded data, and the receipts of its first start."""
    home = tmp_path_factory.mktemp("loaded")
    with open_store(home) as store:
        receipts = load_embedded(store, DATA)
        store.snapshot()
    return home, receipts


@pytest.fixture
def store(loaded, tmp_path):
    """A store with the embedded data that a test may write to."""
    shutil.copytree(loaded[0], tmp_path / "home")
    with open_store(tmp_path / "home") as opened:
        yield opened
