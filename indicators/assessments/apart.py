"""Slow work in a process of its own: it shares neither Python's lock nor its memory with the process that sends pages.

The process begins with the first question and ends when none has come for a while, which gives back what judging took. It
runs `indicators.assessments.at_work`; questions and answers go by pipes, pickled by our own two programs for each other.
"""

from __future__ import annotations

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


class WorkEndedError(RuntimeError):
    """The process ended before it had answered."""


class Apart:
    """One process that works out one question after another. Safe to share by threads."""

    def __init__(self, idle_seconds: float = IDLE_SECONDS) -> None:
        """No process yet; one that was asked nothing for `idle_seconds` is ended."""
        self._idle_seconds = idle_seconds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._ending: Timer | None = None

    def work_out(self, make: Callable[[], Answer]) -> Answer:
        """What `make` returns there; it and its answer must be such as can be pickled.

        Raises:
            WorkEndedError: the process ended amid the work; the next question begins another.
            Exception: what `make` raised.
        """
        with self._lock:
            self._stay()
            try:
                is_answer, answer = self._ask(make)
            except (OSError, EOFError, pickle.UnpicklingError) as error:
                self._end()
                raise WorkEndedError(PROGRAM) from error
            self._end_when_idle()
        if not is_answer:
            raise answer
        return answer

    def close(self) -> None:
        """End the process, also amid its work: whoever waits for that gets WorkEndedError."""
        process = self._process
        if process is not None:
            process.kill()
        with self._lock:
            self._stay()
            self._end()

    def _ask(self, make: Callable[[], Answer]) -> tuple[bool, Answer]:
        question = pickle.dumps(
            make
        )  # whole before anything is sent, so that what cannot be pickled harms nothing
        process = self._running()
        process.stdin.write(question)
        process.stdin.flush()
        return pickle.load(process.stdout)  # noqa: S301 - our own program's

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(  # noqa: S603 - this Python, a module of ours
                [sys.executable, "-m", PROGRAM], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        return self._process

    def _end_when_idle(self) -> None:
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
