"""The first start: the store of this process, with the embedded data in it when nothing was recorded before."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock

from indicators.store import Store, home, open_store
from indicators.submissions.load import LedgerNotEmpty, how_many, load_embedded

EMBEDDED = Path(__file__).resolve().parents[2] / "data"
_opening = Lock()


def ready_store() -> Store:
    """The store at `home()`, one for each process and home; an empty ledger is filled with the embedded data.

    Raises:
        StoreError: it cannot be read or written.
    """
    with _opening:
        return _ready(home())


@cache
def _ready(folder: Path) -> Store:
    store = open_store(folder)
    if store.ledger.head().seq < how_many(EMBEDDED):
        # Empty, or a first start that was stopped half-way, which goes on. Where the entries are somebody's own,
        # or another process that starts at the same moment was quicker, nothing is added.
        with suppress(LedgerNotEmpty):
            load_embedded(store, EMBEDDED)
    return store
