"""A disk that takes no more and a process that is killed in the middle: said, nothing acknowledged lost, nothing half."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.store import open_store
from indicators.store.errors import StoreError
from indicators.submissions import accept
from indicators.wording.problems import problem
from tests.submissions.submission_samples import REGISTERS, observations
from tests.submissions.submitting import figures

PROGRAM = Path(__file__).with_name("submitting.py")
ROOT = PROGRAM.parents[2]
ROWS = 900
LIMIT = 40_000  # bytes a file may have; the rows come to more
SENT = {"by": "an officer", "note": "figures"}


@pytest.fixture
def home(tmp_path):
    """A home whose ledger holds the registers and one figure."""
    with open_store(tmp_path) as store:
        for name, content in REGISTERS.items():
            accept(store, name, content.encode(), f"{name}.csv", **SENT)
        accept(store, "observation", observations({}), "first.csv", **SENT)
        store.snapshot()
    return tmp_path


def everything_is_there(home, count):
    with open_store(home) as store:
        found = store.ledger.verify()
        assert found.ok, found.problems
        assert found.entries == count
        assert len(
            store.snapshot().query("series", code="EMP-RATE", area="E10000025", as_at=count)
        ) == 1 + ROWS * (count - 5)


def test_a_file_that_cannot_be_written_whole_is_not_written_at_all(home):
    """The limit on the size of a file stands for a disk that is full in the middle of the rows."""
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    raw = figures("1", 0, ROWS)
    with open_store(home) as store:
        store.snapshot()
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, kept[1]))
            with pytest.raises(StoreError) as refused:
                accept(store, "observation", raw, "figures.csv", **SENT)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, kept)
            signal.signal(signal.SIGXFSZ, handler)
        assert refused.value.code == "ledger_unwritable"
        message, way_out = problem(refused.value.code, refused.value.figures)
        assert str(home) in message
        assert "Nothing that was recorded is lost" in way_out
        everything_is_there(home, 5)
        assert accept(store, "observation", raw, "figures.csv", **SENT).counts["added"] == ROWS
    everything_is_there(home, 6)


@pytest.mark.parametrize("stage", ["checking", "storing"])
def test_a_process_killed_in_the_middle_leaves_all_or_nothing(home, stage):
    program = subprocess.Popen(
        [sys.executable, PROGRAM, str(home), "1", "1", str(ROWS)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TELL": "yes"},
    )
    with program.stdout as said:
        acknowledged = next((False for line in said if line.startswith(stage)), True)
        program.kill()
        acknowledged = acknowledged or "False" in said.read()
    program.wait(timeout=30)
    with open_store(home) as store:
        count = len(store.ledger.entries())
    assert count == 6 or not acknowledged
    everything_is_there(home, count)
    with open_store(home) as store:
        receipt = accept(store, "observation", figures("1", 0, ROWS), "1-0.csv", **SENT)
        assert receipt.already is (count == 6)
    everything_is_there(home, 6)
