"""Slow work in a process of its own: it shares neither Python's lock nor its memory with the process that sends pages.

The process begins with the first question and ends when none has come for a while, which gives back what judging took. It
runs `indicators.assessments.at_work`; questions and answers go by pipes, pickled by our own two programs for each other.
What it cannot do, whatever the reason, is done here: the store of this process can make a damaged or missing file again, and
an error is the one that whoever asked would have met anyhow.
"""

from __future__ import annotations

import logging
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import TypeVar

Answer = TypeVar("Answer")

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "indicators.assessments.at_work"
IDLE_SECONDS = 10.0  # several questions come one after another: the evidence, then the record
END_SECONDS = 5.0
log = logging.getLogger("indicators.assessments")


class WorkEndedError(RuntimeError):
    """What was asked is not worked out any more, since the server is ending."""


class NotAnsweredError(Exception):
    """The process could not work it out; the message says why."""


class Apart:
    """One process that works out one question after another. Safe to share by threads."""

    def __init__(self, idle_seconds: float = IDLE_SECONDS) -> None:
        """No process yet; one that was asked nothing for `idle_seconds` is ended."""
        self._idle_seconds = idle_seconds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._ending: Timer | None = None
        self._is_closed = False

    def work_out(self, make: Callable[[], Answer]) -> Answer:
        """What `make` returns: there, if it and its answer can be sent, else here.

        Raises:
            WorkEndedError: this was closed.
            Exception: what `make` raises.
        """
        try:
            return self._ask(pickle.dumps(make))
        except Exception as error:  # noqa: BLE001 - whatever it is, the work is done here
            reason = f"{type(error).__name__}: {error}"
        # Beyond the `except`, so that no error holds on to what was asked about.
        if self._is_closed:
            raise WorkEndedError
        log.info("worked out in the server itself, since elsewhere it could not be: %s", reason)
        return make()

    def close(self) -> None:
        """End the process, also amid its work; whoever asks from now on gets WorkEndedError."""
        self._is_closed = True
        process = self._process
        if process is not None:
            process.kill()
        with self._lock:
            self._stay()
            self._end()

    def _ask(self, question: bytes) -> Answer:
        with self._lock:
            self._stay()
            try:
                answer, error = self._exchange(question)
            except Exception:
                self._end()
                raise
            finally:
                self._end_when_idle()
        if answer is None:
            raise NotAnsweredError(error)
        return pickle.loads(answer)  # noqa: S301 - our own program's

    def _exchange(self, question: bytes) -> tuple[bytes | None, str]:
        process = self._running()
        pickle.dump(question, process.stdin)
        process.stdin.flush()
        return pickle.load(process.stdout)  # noqa: S301 - our own program's

    def _running(self) -> subprocess.Popen[bytes]:
        if self._is_closed:
            raise WorkEndedError
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(  # noqa: S603 - this Python, a module of ours
                [sys.executable, "-m", PROGRAM], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        return self._process

    def _end_when_idle(self) -> None:
        if self._process is not None:
            self._ending = Timer(self._idle_seconds, self._end_if_idle)
            self._ending.daemon = True
            self._ending.start()

    def _end_if_idle(self) -> None:
        # Who holds the lock is asking something: the process is not idle.
        if self._lock.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._lock.release()

    def _stay(self) -> None:
        if self._ending is not None:
            self._ending.cancel()
            self._ending = None

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            process.stdin.close()  # it reads to the end, then ends
        process.stdout.close()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
