"""Slow work in a process of its own: the answers, the errors, and when that process begins and ends."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import subprocess
import sys
import time
from fractions import Fraction
from functools import partial
from types import SimpleNamespace
from weakref import ref

import psutil
import pytest

from indicators.assessments import kept
from indicators.assessments.apart import Apart, WorkEndedError
from indicators.assessments.judged import assess_basket
from indicators.assessments.recipes import DEFAULT, by_recipe
from indicators.assessments.whole import evidence_of, whole
from indicators.model import COUNTY
from indicators.store import home, open_store, queries
from indicators.store.as_at import today
from indicators.store.errors import ProjectionUnwritable
from indicators.store.reopening import beyond_repair
from indicators.submissions.first_start import ready_store

LONG = 30.0


@pytest.fixture
def apart():
    one = Apart()
    yield one
    one.close()


@pytest.fixture(scope="module")
def snapshot():
    return ready_store().snapshot()


def wait_until(holds):
    ends = time.monotonic() + LONG
    while not holds() and time.monotonic() < ends:
        time.sleep(0.02)
    assert holds()


def test_it_is_answered_by_another_process_and_always_the_same(apart):
    first = apart.work_out(os.getpid)
    assert first not in (os.getpid(), None)
    assert apart.work_out(os.getpid) == first


def test_it_gives_way_to_the_process_that_sends_pages(apart):
    assert psutil.Process(apart.work_out(os.getpid)).nice() > psutil.Process().nice()


def test_an_error_is_the_one_of_the_work_itself_and_the_process_goes_on(apart):
    first = apart.work_out(os.getpid)
    with pytest.raises(ZeroDivisionError):
        apart.work_out(partial(Fraction, 1, 0))
    with pytest.raises(ProjectionUnwritable, match="EIO"):
        apart.work_out(partial(beyond_repair, SimpleNamespace(path="x"), None))
    assert apart.work_out(os.getpid) == first


@pytest.mark.parametrize("make", [lambda: 1, partial(open, os.devnull)], ids=["question", "answer"])
def test_what_cannot_be_sent_there_or_back_is_done_here_and_harms_nothing(apart, make):
    first = apart.work_out(os.getpid)
    found = apart.work_out(make)
    assert found == 1 or found.close() is None
    assert apart.work_out(os.getpid) == first
    assert apart._ending.is_alive()


def test_a_process_that_was_killed_is_followed_by_another_and_nothing_is_lost(apart):
    first = apart.work_out(os.getpid)
    assert apart.work_out(partial(ends_elsewhere_than, os.getpid())) == "worked out here"
    assert apart.work_out(os.getpid) not in (first, os.getpid())


def ends_elsewhere_than(process):
    if os.getpid() != process:
        signal.raise_signal(signal.SIGKILL)
    return "worked out here"


def test_a_file_that_is_gone_or_damaged_is_read_by_the_store_that_can_make_it_again(apart, tmp_path):
    shutil.copytree(home(), tmp_path / "home")
    with open_store(tmp_path / "home") as store:
        there = store.snapshot()
        asked = partial(queries.themes, there, there.version.seq)
        expected = asked()
        assert apart.work_out(asked) == expected
        there.path.write_bytes(b"no database")
        assert apart.work_out(asked) == expected
        there.path.unlink()
        assert apart.work_out(asked) == expected


def test_nothing_that_went_wrong_holds_on_to_what_was_asked_about(apart):
    asked = partial(str, "held")
    kept_by = ref(asked)
    jobs = kept.Jobs()
    jobs.by = apart.work_out
    apart.close()
    answer = jobs.ask("key", asked)
    with pytest.raises(WorkEndedError):
        answer.result(LONG)
    jobs.ask("next", int)
    del asked
    wait_until(lambda: kept_by() is None)


def test_it_ends_when_nobody_asks_and_begins_again():
    apart = Apart(idle_seconds=0.1)
    first = apart.work_out(os.getpid)
    wait_until(lambda: not psutil.pid_exists(first))
    assert apart.work_out(os.getpid) != first
    apart.close()


def test_closing_does_not_wait_for_what_is_being_worked_out():
    apart = Apart()
    apart.work_out(os.getpid)
    begun = time.monotonic()
    jobs = kept.Jobs()
    jobs.by = apart.work_out
    slow, behind = jobs.ask("slow", partial(time.sleep, LONG)), jobs.ask("behind", os.getpid)
    wait_until(apart._lock.locked)
    apart.close()
    assert time.monotonic() - begun < LONG
    for answer in (slow, behind):
        with pytest.raises(WorkEndedError):
            answer.result(LONG)


def test_it_ends_with_the_process_that_asked():
    program = (
        "import os; from indicators.assessments.apart import Apart; "
        "print(Apart().work_out(os.getpid), flush=True); os._exit(9)"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=LONG, check=False
    )
    assert found.returncode == 9
    wait_until(lambda: not psutil.pid_exists(int(found.stdout)))


def test_evidence_worked_out_there_is_the_evidence(apart, snapshot):
    at, day = snapshot.version.seq, today()
    assert apart.work_out(partial(whole, snapshot, COUNTY, at, day)) == whole(snapshot, COUNTY, at, day)
    one = by_recipe(assess_basket(snapshot, COUNTY, at, day)[0], DEFAULT)
    assert apart.work_out(partial(evidence_of, snapshot, one, at)) == evidence_of(snapshot, one, at)


def test_a_server_judges_there(snapshot, monkeypatch, caplog):
    monkeypatch.setattr(kept, "_jobs", kept.Jobs())
    with kept.judged_apart():
        assert kept._jobs.ask("who", os.getpid).result(LONG) != os.getpid()
        found = kept.wait_whole(snapshot, COUNTY, snapshot.version.seq, today())
    assert found == whole(snapshot, COUNTY, snapshot.version.seq, today())
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
