"""A disk that takes no more and a process that is killed in the middle: said, nothing acknowledged lost, nothing half."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.store import open_store
from indicators.store.errors import StoreError
from indicators.submissions import accept
from indicators.wording import commands as words
from indicators.wording.problems import problem
from tests.submissions.submission_samples import REGISTERS, observations
from tests.submissions.submitting import figures

PROGRAM = Path(__file__).with_name("dying.py")
ROOT = PROGRAM.parents[2]
ROWS = 900
LIMIT = 40_000  # bytes a file may have; the rows come to more
SENT = {"by": "an officer", "note": "figures"}


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A home whose ledger holds the registers and one figure."""
    folder = tmp_path_factory.mktemp("begun")
    with open_store(folder) as store:
        for name, content in REGISTERS.items():
            accept(store, name, content.encode(), f"{name}.csv", **SENT)
        accept(store, "observation", observations({}), "first.csv", **SENT)
        store.snapshot()
    return folder


@pytest.fixture
def home(tmp_path, begun):
    """A copy of it."""
    return shutil.copytree(begun, tmp_path / "home")


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


# Where the process is killed: whether the entry stands then, whether its receipt was given, and what is left lying about.
PLACES = {
    "checking": (False, False, 0),
    "storing": (False, False, 0),
    "prepared": (False, False, 1),
    "published": (True, False, 0),
    "recorded": (True, False, 0),
    "replayed": (True, True, 0),
    "projected": (True, True, 0),
}


@pytest.fixture(scope="module")
def dying():
    """The program that is killed wherever it is told to be."""
    program = subprocess.Popen(
        [sys.executable, PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    yield program
    program.communicate(timeout=30)


@pytest.mark.parametrize("place", PLACES)
def test_killed_at_this_place_all_is_there_or_nothing(home, dying, place):
    stands, acknowledged, left_over = PLACES[place]
    print(home, place, ROWS, file=dying.stdin, flush=True)
    said = []
    while not (line := dying.stdout.readline()).startswith("ended"):
        assert line, "the program ended"
        said.append(line)
    assert line == f"ended by {signal.SIGKILL}\n"
    assert bool(said) == acknowledged
    count = 6 if stands else 5
    with open_store(home) as store:
        assert store.ledger.verify().left_over == left_over
        assert bool(words.left_over(store.ledger.left_over())) == bool(left_over)
    everything_is_there(home, count)
    with open_store(home) as store:
        receipt = accept(store, "observation", figures("1", 0, ROWS), "1.csv", **SENT)
        assert receipt.already is stands
        assert store.ledger.left_over() == 0
        if acknowledged:
            assert said == [f"acknowledged {receipt.id}\n"]
    everything_is_there(home, 6)
