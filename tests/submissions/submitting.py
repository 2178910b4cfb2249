"""A program that submits one figure after the other, each a file of its own, and says what was acknowledged.

    python submitting.py HOME NAME FILES [ROWS]

With ROWS each file has so many rows.
"""

from __future__ import annotations

import sys
from pathlib import Path

from indicators.store import open_store
from indicators.submissions import accept
from tests.submissions.submission_samples import HEADINGS, observation, text


def figures(name, number, rows):
    """A file of so many figures that nobody else sends: days of years of its own."""
    first = f"{1900 + 10 * int(name) + number // 2}-{1 + 6 * (number % 2):02}-01"
    lines = [
        observation(period=f"{first}/P{days}D", value=f"{number % 100}.{days:03}")
        for days in range(1, rows + 1)
    ]
    return text(*lines, headings=HEADINGS).encode()


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main(home, name, files, rows):
    with open_store(home) as store:
        for number in range(files):
            raw = figures(name, number, rows)
            sent = {"by": f"process {name}", "note": "at once"}
            receipt = accept(store, "observation", raw, f"{name}-{number}.csv", **sent)
            say(f"{receipt.id} {receipt.already}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 1)
