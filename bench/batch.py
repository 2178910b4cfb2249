"""Every assessment of a large ledger in one command: how long it takes, and how much memory it holds on the way.

    OPENBLAS_NUM_THREADS=1 python -m bench.batch [--areas 1000] [--folder var/bench-ledgers]

The ledger holds 30 indicators by 80 quarters for each made-up area. The command is `evidence --all-areas`, run as anybody would
run it; its memory is read each time that it reports progress.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from bench.generated import QUARTERS, embedded_rows, home_of, linked_copy
from bench.rows import basket_rows
from indicators.datasets import dataset
from indicators.store import Store, open_store
from indicators.store.rows import REMOVE
from indicators.store.rows_in_force import rows_in_force

AREAS = 1_000
ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "bench-ledgers"
MEGABYTE = 1e6
FLAT = 1.25  # the most memory in the second half of the work beside the most in the first


def measure(areas: int = AREAS, folder: Path = FOLDER, *, say: Callable[[str], None] = print) -> dict:
    """Seconds, series and memory of one run over a ledger with so many made-up areas."""
    size = embedded_rows() + areas * len(basket_rows()) * QUARTERS
    home = linked_copy(home_of(size, folder, say), folder / f"{size}-quarterly")
    with open_store(home) as store:
        _make_quarterly(store)
        store.snapshot()
    began = time.perf_counter()
    readings, processor = _run(home, say)
    done = max(readings)
    halves = [
        max(memory for at, memory in readings.items() if (at > done / 2) == late) for late in (False, True)
    ]
    return {
        "series": done,
        "seconds": time.perf_counter() - began,
        "processor seconds": processor,
        "most MB in the first half": halves[0],
        "most MB in the second half": halves[1],
    }


def _run(home: Path, say: Callable[[str], None]) -> tuple[dict[int, float], float]:
    """Memory in MB by series done, and processor seconds."""
    readings: dict[int, float] = {}
    processor = 0.0
    environment = os.environ | {"INDICATOR_BASKET_HOME": str(home)}
    command = [
        sys.executable,
        "-m",
        "indicators",
        "evidence",
        "--all-areas",
        "--out",
        str(home / "judgements.csv"),
    ]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as run:
        process = psutil.Process(run.pid)
        for line in run.stderr or ():
            found = re.match(r"([\d,]+) of", line)
            if found is None or not psutil.pid_exists(run.pid) or process.status() == psutil.STATUS_ZOMBIE:
                continue
            readings[int(found[1].replace(",", ""))] = process.memory_info().rss / MEGABYTE
            processor = sum(process.cpu_times()[:2])
            say(f"{line.strip()}, {process.memory_info().rss / MEGABYTE:.0f} MB")
    if run.returncode:
        raise SystemExit(f"the command failed with {run.returncode}")
    return readings, processor


def _make_quarterly(store: Store) -> None:
    """The basket's indicators with the period length of the made-up figures, or these would make no series."""
    columns = dataset("indicator").columns
    codes = {row.code for row in basket_rows()}
    snapshot = store.snapshot()
    rows = [
        dict(zip(columns, row, strict=True))
        for row in rows_in_force(snapshot, "indicator", snapshot.version.seq)
    ]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [*columns, REMOVE], lineterminator="\n")
    writer.writeheader()
    chosen = [row for row in rows if row["indicator_code"] in codes]
    writer.writerows(row | {"frequency": "quarterly", "period_length": "P3M"} for row in chosen)
    store.ledger.append_submission(
        "indicator",
        text.getvalue().encode(),
        raw=b"the basket's indicators as quarterly ones\n",
        file_name="quarterly.csv",
        by="bench",
        note="Indicators as quarterly ones, for measuring",
        row_count=len(chosen),
    )


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--areas", type=int, default=AREAS)
    arguments.add_argument("--folder", type=Path, default=FOLDER)
    found = measure(**vars(arguments.parse_args()))
    for name, reading in found.items():
        print(f"{name:28} {reading:10,.0f}")
    raise SystemExit(int(found["most MB in the second half"] > FLAT * found["most MB in the first half"]))


if __name__ == "__main__":
    main()
