"""A ledger and a store in folders of their own."""

from __future__ import annotations

import pytest

from indicators.store import open_store
from indicators.store.ledger import Ledger


@pytest.fixture
def ledger(tmp_path):
    return Ledger(tmp_path / "ledger")


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path) as opened:
        yield opened
