"""The store: the ledger keeps every submission, the projection makes tables of them, queries read those.

- `ledger` (with chain, entry, appending, examination, entry_examination, seen, redactions): plain files, the system of
  record.
- `projection` (with state, building, replay, loading, tables): immutable DuckDB files, made again at will.
- `opening` (with snapshot): one version of the data for whoever reads.
- `would_be`, `withdrawing`: the version after one more entry, made aside; undo, unless others need what would go.
- `queries`, `revisions`, `as_at`: the questions, one .sql file each.
- `tokens`: which machines may submit.
"""

from __future__ import annotations

from indicators.store.errors import StoreError
from indicators.store.home import home
from indicators.store.opening import Store, open_store
from indicators.store.snapshot import Snapshot
from indicators.store.state import Version

__all__ = ["Snapshot", "Store", "StoreError", "Version", "home", "open_store"]
