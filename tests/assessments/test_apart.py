"""Slow work in a process of its own: the answers, the errors, and when that process begins and ends."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from datetime import date
from fractions import Fraction
from functools import partial

import psutil
import pytest

from indicators.assessments import kept
from indicators.assessments.apart import Apart, WorkEndedError
from indicators.assessments.judged import assess_basket
from indicators.assessments.recipes import DEFAULT, by_recipe
from indicators.assessments.whole import evidence_of, whole
from indicators.model import COUNTY
from indicators.store.as_at import today
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


def test_an_error_comes_back_and_the_process_goes_on(apart):
    first = apart.work_out(os.getpid)
    with pytest.raises(ZeroDivisionError):
        apart.work_out(partial(Fraction, 1, 0))
    with pytest.raises(ValueError, match="day"):
        apart.work_out(partial(date, 2026, 2, 30))
    assert apart.work_out(os.getpid) == first


def test_what_cannot_be_sent_there_or_back_is_an_error_and_harms_nothing(apart):
    first = apart.work_out(os.getpid)
    with pytest.raises((AttributeError, TypeError)):
        apart.work_out(lambda: 1)
    with pytest.raises(TypeError):
        apart.work_out(partial(open, os.devnull))
    assert apart.work_out(os.getpid) == first


def test_a_process_that_was_killed_is_told_and_followed_by_another(apart):
    first = apart.work_out(os.getpid)
    with pytest.raises(WorkEndedError):
        apart.work_out(partial(signal.raise_signal, signal.SIGKILL))
    assert apart.work_out(os.getpid) != first


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
    answer = jobs.ask("slow", partial(time.sleep, LONG))
    wait_until(apart._lock.locked)
    apart.close()
    assert time.monotonic() - begun < LONG
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


def test_a_server_judges_there_and_only_while_it_runs(snapshot, monkeypatch, caplog):
    monkeypatch.setattr(kept, "_jobs", kept.Jobs())
    with kept.judged_apart():
        assert kept._jobs.ask("who", os.getpid).result(LONG) != os.getpid()
        found = kept.wait_whole(snapshot, COUNTY, snapshot.version.seq, today())
    assert kept._jobs.ask("who then", os.getpid).result(LONG) == os.getpid()
    assert found == whole(snapshot, COUNTY, snapshot.version.seq, today())
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
