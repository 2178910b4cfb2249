"""A program that reads a store until it has so many entries, saying each time how many themes it found.

    python reading.py HOME ENTRIES

Every entry brings one theme, so the two must be the same whenever it looks.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from indicators.store import open_store, queries


def main(home, entries):
    deadline = time.monotonic() + 50
    with open_store(home) as store:
        while time.monotonic() < deadline:
            snapshot = store.snapshot(wait=False)
            found = len(queries.themes(snapshot))
            if found != snapshot.version.seq:
                return 1
            print(found, flush=True)  # noqa: T201
            if found == entries:
                return 0
            time.sleep(0.02)
    return 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
