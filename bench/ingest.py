"""Files taken in: a year of quarters from bytes to findings and preview, and a million rows checked and committed.

The million is measured beside the same checks by pandas and pandera, which store nothing: a process each, round by round. That
the checks are the same is seen first, on a file with one error of each kind.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.environments import peer_python
from bench.ingested import Files, made
from bench.rows import DATA
from bench.submission import five_thousand_rows
from indicators.store import Store, open_store
from indicators.submissions import Checked, accept, check_file
from indicators.submissions.load import load_embedded

HERE = Path(__file__).resolve().parent
PEER = HERE / "peers" / "pandera_checks.py"
SMALL_ROWS, SMALL_ROUNDS = 4_800, 9
ROUNDS = 3
OURS, THEIRS = "checked and committed", "pandas and pandera, checks alone"

Say = Callable[[str], None]


def measure_ingest(workshop: Path, *, rounds: int = ROUNDS, say: Say) -> dict:
    """Milliseconds of a small file, seconds and memory of a large one, ours and the peer's.

    Raises:
        RuntimeError: the two do not find the same errors.
        MissingEnvironmentError: the peer's packages cannot be installed.
    """
    begun = os.getloadavg()[0]
    python = peer_python("pandera")
    home = workshop / "home"
    with open_store(home) as store:
        load_embedded(store, DATA)
        small = _small(store)  # as a county sends it, whose ledger knows no thousands of places
        files = made(workshop)
        accept(store, "area", files.areas.read_bytes(), "areas.csv", by="bench", note="made-up places")
        _see_the_same(store, files, python)
    say(f"The small file is read, load {os.getloadavg()[0]:.1f}.")
    readings: dict[str, list[dict]] = {OURS: [], THEIRS: []}
    for number in range(rounds):
        copy = workshop / f"home-{number}"
        shutil.copytree(home, copy)
        readings[OURS].append(_run([sys.executable, "-m", "bench.ingest", str(copy), str(files.million)]))
        readings[THEIRS].append(_run([str(python), str(PEER), str(files.million), str(files.registers)]))
        shutil.rmtree(copy)
        say(f"Round {number + 1}: {_told(readings)}, load {os.getloadavg()[0]:.1f}.")
    return {"small ms": small, "million": readings, "load": [begun, os.getloadavg()[0]]}


def _told(readings: dict[str, list[dict]]) -> str:
    return ", ".join(f"{name} {runs[-1]['seconds']:.1f} s" for name, runs in readings.items())


def _small(store: Store) -> list[float]:
    """Milliseconds from the bytes of 4,800 rows to findings and preview, in a warm process."""
    lines = five_thousand_rows()[0].splitlines(keepends=True)
    raw = b"".join([lines[0], *lines[-SMALL_ROWS:]])
    found = []
    for _ in range(SMALL_ROUNDS):
        began = time.perf_counter()
        checked = check_file(store, "observation", raw, "figures.csv")
        found.append(1000 * (time.perf_counter() - began))
        if checked.row_count != SMALL_ROWS:
            raise RuntimeError(f"of {SMALL_ROWS} rows {checked.row_count} were taken: {checked.findings[:3]}")
    return found


def _see_the_same(store: Store, files: Files, python: Path) -> None:
    ours = check_file(store, "observation", files.wrong.read_bytes(), "wrong.csv")
    theirs = _run([str(python), str(PEER), str(files.wrong), str(files.registers)])
    if _errors(ours) != {tuple(each) for each in theirs["errors"]}:
        raise RuntimeError(f"not the same errors: {sorted(_errors(ours))} and {theirs['errors']}")


def _errors(checked: Checked) -> set[tuple[int, str]]:
    return {(each.line or 0, each.column or "") for each in checked.findings if each.severity == "error"}


def _run(command: list[str]) -> dict:
    done = subprocess.run(command, capture_output=True, check=False, cwd=HERE.parent)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return json.loads(done.stdout)


def commit(home: Path, file: Path) -> dict:
    """Check and commit one file in a process of its own: what it cost from its bytes to the acknowledgement."""
    with open_store(home) as store:
        began, processor = time.perf_counter(), time.process_time()
        receipt = accept(
            store, "observation", file.read_bytes(), file.name, by="bench", note="a million rows"
        )
        return {
            "seconds": time.perf_counter() - began,
            "processor seconds": time.process_time() - processor,
            "most MB": most_memory(),
            "rows": receipt.counts["added"],
        }


def most_memory() -> float:
    """The most megabytes that this process held; what its parent held before it began does not count."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def ratio(readings: dict[str, list[dict]], what: str) -> float:
    """The middle of ours divided by theirs of the same round."""
    pairs = zip(readings[OURS], readings[THEIRS], strict=True)
    return median(ours[what] / theirs[what] for ours, theirs in pairs)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(commit(Path(sys.argv[1]), Path(sys.argv[2]))))
