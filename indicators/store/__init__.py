"""The store: the ledger keeps every submission, the projection makes tables of them, queries read those.

- `ledger` (with chain, entry, appending, examination, redactions): plain files, the system of record.
- `projection` (with state, building, replay, loading, tables): immutable DuckDB files, made again at will.
- `opening` (with snapshot): one version of the data for whoever reads.
- `queries`, `revisions`, `as_at`: the questions, one .sql file each.
"""

from __future__ import annotations

from indicators.store.errors import StoreError
from indicators.store.home import home
from indicators.store.opening import Store, open_store
from indicators.store.snapshot import Snapshot
from indicators.store.state import Version

__all__ = ["Snapshot", "Store", "StoreError", "Version", "home", "open_store"]
