"""Slow assessments, each made once for a version of the ledger, in one background thread, and kept in memory.

A page asks `ready_whole` and goes on at once, with the answer or without; it asks again when it is run again. Commands and
tests wait. What failed is logged, and tried again when it is asked for after a minute; until then a page can say so.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import date
from functools import partial
from operator import call
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any

from indicators.analysis.calibration import Calibration
from indicators.assessments.apart import Apart, WorkEndedError
from indicators.assessments.evidence import Evidence
from indicators.assessments.judged import Assessment
from indicators.assessments.recipes import DEFAULT, by_recipe
from indicators.assessments.record import record
from indicators.assessments.whole import Whole, evidence_of, whole
from indicators.store import Snapshot

KEPT = 64
RETRY_AFTER = 60.0  # seconds: what fails at once would fail each time that a page looks again
log = logging.getLogger("indicators.assessments")


class Jobs:
    """Work done one after another in one thread; the answers of the last `kept` keys are remembered.

    `by` works a job out: in the thread itself, until it is told otherwise.
    """

    def __init__(self, kept: int = KEPT, retry_after: float = RETRY_AFTER) -> None:
        """An empty memory; the thread begins with the first job."""
        self.by: Callable[[Callable[[], Any]], Any] = call
        self._kept = kept
        self._retry_after = retry_after
        self._failed_at: dict[Hashable, float] = {}
        self._lock = Lock()
        self._answers: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._waiting: SimpleQueue[tuple[Hashable, Future[Any], Callable[[], Any]]] = SimpleQueue()
        self._thread: Thread | None = None

    def ask(self, key: Hashable, make: Callable[[], Any]) -> Future[Any]:
        """The answer to come for `key`; `make` is queued unless it was asked for before, or failed a moment ago."""
        with self._lock:
            if key in self._failed_at and not self._is_waiting(key):
                del self._failed_at[key], self._answers[key]
            found = self._answers.get(key)
            if found is None:
                found = self._answers[key] = Future()
                self._waiting.put((key, found, make))
                while len(self._answers) > self._kept:
                    self._failed_at.pop(self._answers.popitem(last=False)[0], None)
            self._answers.move_to_end(key)
            if self._thread is None:
                # It ends with the process: a half-made assessment is of no use to anybody.
                self._thread = Thread(target=self._work, name="assessments", daemon=True)
                self._thread.start()
        return found

    def any_failed(self) -> bool:
        """Whether something failed and is not due to be tried again yet."""
        with self._lock:
            return any(map(self._is_waiting, self._failed_at))

    def _is_waiting(self, key: Hashable) -> bool:
        return monotonic() - self._failed_at[key] < self._retry_after

    def _work(self) -> None:
        while True:
            key, answer, make = self._waiting.get()
            try:
                answer.set_result(self.by(make))
            except Exception as error:
                if not isinstance(error, WorkEndedError):
                    log.exception("not assessed: %s", key)
                with self._lock:
                    if key in self._answers:
                        self._failed_at[key] = monotonic()
                # Its traceback would hold the snapshot for as long as it is remembered that this failed.
                answer.set_exception(error.with_traceback(None))
            del make, answer  # else the last snapshot would be held until the next job


_jobs = Jobs()


@contextmanager
def judged_apart() -> Iterator[None]:
    """Work out evidence and record in a process of their own: for a server, whose pages are made meanwhile.

    After it nothing more is worked out, else what still waits would begin while the server ends.
    """
    apart = Apart()
    _jobs.by = apart.work_out
    try:
        yield
    finally:
        apart.close()


def ready_whole(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> Whole | None:
    """The evidence of the whole basket if it is made already; else None, and it is being made."""
    return _now(_whole(snapshot, area_code, at, as_of))


def wait_whole(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> Whole:
    """The evidence of the whole basket, however long it takes."""
    return _whole(snapshot, area_code, at, as_of).result()


def ready_evidence(snapshot: Snapshot, one: Assessment, at: int, as_of: date) -> tuple[Evidence, bool] | None:
    """The evidence for one indicator if it is made already, and whether its step is among the established ones.

    One outside the basket is judged alone: its step is never among them.
    """
    if one.basket is None:
        key = ("evidence", *_of(snapshot), one.indicator.code, one.area_code, at, as_of)
        alone = _now(_jobs.ask(key, partial(evidence_of, snapshot, by_recipe(one, DEFAULT), at)))
        return None if alone is None else (alone, False)
    made = ready_whole(snapshot, one.area_code, at, as_of)
    code = one.indicator.code
    return None if made is None else (made.evidence[code], code in made.established)


def ready_record(snapshot: Snapshot) -> Calibration | None:
    """How past forecasts turned out, if that is known already; else None, and it is being found out."""
    return _now(_record(snapshot))


def wait_record(snapshot: Snapshot) -> Calibration:
    """How past forecasts turned out, however long it takes."""
    return _record(snapshot).result()


def any_failed() -> bool:
    """Whether something that pages wait for failed, and is not due to be tried again yet."""
    return _jobs.any_failed()


def warm(snapshot: Snapshot, area_code: str, as_of: date) -> None:
    """Begin with what the first visitor will ask for: the place's evidence, then the record."""
    _whole(snapshot, area_code, snapshot.version.seq, as_of)
    _record(snapshot)


def _of(snapshot: Snapshot) -> tuple[Hashable, ...]:
    """What tells one version of one home's figures from every other."""
    return snapshot.path, snapshot.version


def _whole(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> Future[Whole]:
    key = ("whole", *_of(snapshot), area_code, at, as_of)
    return _jobs.ask(key, partial(whole, snapshot, area_code, at, as_of))


def _record(snapshot: Snapshot) -> Future[Calibration]:
    return _jobs.ask(("record", *_of(snapshot)), partial(record, snapshot))


def _now(answer: Future[Any]) -> Any:
    return answer.result() if answer.done() and answer.exception() is None else None
