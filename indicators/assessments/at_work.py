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
    """Read questions until there are no more, and write of each the answer, or None and why there is none.

    A question is a pickled function as bytes and so is its answer: what cannot be read leaves the next one whole.
    """
    while True:
        try:
            question = pickle.load(questions)  # noqa: S301 - our own program's
        except EOFError:
            return
        pickle.dump(_answer(question), answers)
        answers.flush()


def _answer(question: bytes) -> tuple[bytes | None, str]:
    try:
        return pickle.dumps(pickle.loads(question)()), ""  # noqa: S301 - our own program's
    except Exception as error:  # noqa: BLE001 - whoever asked works it out, and meets it again
        return None, f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    # An interrupt from the keyboard goes to both programs; this one ends when the other has.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(POLITE)
    to_the_asker, sys.stdout = sys.stdout.buffer, sys.stderr
    with suppress(BrokenPipeError):
        answer_all(sys.stdin.buffer, to_the_asker)
