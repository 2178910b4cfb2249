"""Many processes submit at the same moment: all accepted in some order, none lost, none doubled, no error of a lock."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.store import open_store
from indicators.store.errors import LedgerBusy, LedgerUnwritable
from indicators.submissions import accept, turns
from tests.submissions.submission_samples import REGISTERS

PROGRAM = Path(__file__).with_name("submitting.py")
ROOT = PROGRAM.parents[2]
PROCESSES, FILES = 3, 2


@pytest.fixture
def home(tmp_path):
    """A home whose ledger holds the registers."""
    with open_store(tmp_path) as store:
        for name, content in REGISTERS.items():
            accept(store, name, content.encode(), f"{name}.csv", by="us", note="a register")
        store.snapshot()
    return tmp_path


def start(home, name, files, rows=1):
    return subprocess.Popen(
        [sys.executable, PROGRAM, str(home), str(name), str(files), str(rows)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def submit_at_once(home, processes, files):
    """The ids that each of the processes was told, once all have ended well."""
    programs = [start(home, name, files) for name in range(processes)]
    told = []
    for program in programs:
        said, wrong = program.communicate(timeout=900)
        assert program.returncode == 0, wrong
        told.append([line.split() for line in said.splitlines()])
    return told


def test_all_are_accepted_in_some_order_and_none_is_lost_or_doubled(home):
    told = submit_at_once(home, PROCESSES, FILES)
    assert [len(each) for each in told] == [FILES] * PROCESSES
    assert {already for each in told for _, already in each} == {"False"}
    ids = [entry_id for each in told for entry_id, _ in each]
    with open_store(home) as store:
        assert store.ledger.verify().ok
        entries = store.ledger.entries()[len(REGISTERS) :]
        assert sorted(ids) == [entry.id for entry in entries]
        assert [entry.seq for entry in entries] == list(
            range(len(REGISTERS) + 1, len(REGISTERS) + len(ids) + 1)
        )
        assert {entry.counts["added"] for entry in entries} == {1}
        in_force = store.snapshot().query("series", code="EMP-RATE", area="E10000025", as_at=entries[-1].seq)
        assert len(in_force) == PROCESSES * FILES


def test_whoever_holds_the_turn_keeps_the_others_waiting(tmp_path, monkeypatch):
    monkeypatch.setattr(turns, "SECONDS", 0.05)
    with turns.turn(tmp_path), pytest.raises(LedgerBusy), turns.turn(tmp_path):
        pass
    with turns.turn(tmp_path):
        pass


def test_a_home_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "home").write_text("a file in the way")
    with pytest.raises(LedgerUnwritable), turns.turn(tmp_path / "home"):
        pass
