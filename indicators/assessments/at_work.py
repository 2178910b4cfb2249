"""The process that works out slow questions for another; see `apart`. It ends when nobody can ask any more.

python -m indicators.assessments.at_work
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import suppress
from typing import BinaryIO

POLITE = 5  # pages come first


def answer_all(questions: BinaryIO, answers: BinaryIO) -> None:
    """Read pickled functions until there are no more, and write of each whether it answered, and the answer or the error."""
    while True:
        try:
            make = pickle.load(questions)  # noqa: S301 - our own program's
        except EOFError:
            return
        try:
            found = pickle.dumps((True, make()))
        except Exception as error:  # noqa: BLE001 - whoever asked is told
            found = _told(error)
        del make
        answers.write(found)
        answers.flush()


def _told(error: Exception) -> bytes:
    try:
        return pickle.dumps((False, error.with_traceback(None)))
    except Exception:  # noqa: BLE001 - an error that cannot be sent is told in words
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))


if __name__ == "__main__":
    # An interrupt from the keyboard goes to both programs; this one ends when the other has.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(POLITE)
    to_the_asker, sys.stdout = sys.stdout.buffer, sys.stderr
    with suppress(BrokenPipeError):
        answer_all(sys.stdin.buffer, to_the_asker)
