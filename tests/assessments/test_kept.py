"""Slow work is done once, behind the page, and what was made is remembered."""

from __future__ import annotations

from threading import Event, current_thread

import pytest

from indicators.assessments.kept import Jobs


def test_an_answer_is_made_once_and_in_another_thread():
    jobs, made = Jobs(), []
    for _ in range(3):
        assert jobs.ask("key", lambda: made.append(current_thread().name) or 7).result(5) == 7
    assert made == ["assessments"]


def test_asking_does_not_wait():
    jobs, go = Jobs(), Event()
    slow = jobs.ask("slow", lambda: go.wait(5))
    assert not slow.done()
    go.set()
    assert slow.result(5)


def test_jobs_are_done_in_the_order_asked():
    jobs, done = Jobs(), []
    last = [jobs.ask(number, lambda number=number: done.append(number)) for number in range(5)][-1]
    last.result(5)
    assert done == [0, 1, 2, 3, 4]


def test_the_oldest_answer_is_forgotten():
    jobs, made = Jobs(kept=2), []
    for key in ("a", "b", "a", "c", "a", "b"):
        jobs.ask(key, lambda key=key: made.append(key)).result(5)
    assert made == ["a", "b", "c", "b"]


def test_what_failed_is_logged_and_tried_again_after_a_while(caplog, monkeypatch):
    clock = [100.0]
    monkeypatch.setattr("indicators.assessments.kept.monotonic", lambda: clock[0])
    jobs, tries = Jobs(retry_after=60), []

    def fails_once():
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError("no")
        return "yes"

    with pytest.raises(RuntimeError):
        jobs.ask("key", fails_once).result(5)
    assert "not assessed" in caplog.text
    clock[0] += 59
    assert jobs.any_failed()
    with pytest.raises(RuntimeError):
        jobs.ask("key", fails_once).result(5)
    assert len(tries) == 1
    clock[0] += 1
    assert not jobs.any_failed()
    assert jobs.ask("key", fails_once).result(5) == "yes"
    assert not jobs.any_failed()


def test_a_failure_that_was_forgotten_is_no_failure_any_more():
    jobs = Jobs(kept=1)
    with pytest.raises(ZeroDivisionError):
        jobs.ask("bad", lambda: 1 / 0).result(5)
    assert jobs.any_failed()
    jobs.ask("good", lambda: 1).result(5)
    assert not jobs.any_failed()
