"""A program that submits a file and is killed at an exact place, once for every line `HOME PLACE ROWS` that it is given.

For each it says what was acknowledged, and at last the signal that ended the child. Forking spares each child the start
of Python; nothing has been opened by then.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from pathlib import Path

from indicators.store import building, durable, open_store
from indicators.store.projection import Projection
from tests.submissions.submitting import figures

accepting = import_module("indicators.submissions.accept")  # the package gives the function of the same name


def say(text):
    os.write(sys.stdout.fileno(), f"{text}\n".encode())


def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)


def dying_after(function):
    def work(*arguments, **more):
        function(*arguments, **more)
        die()

    return work


def dying_at_the_ledger(sync_folder):
    """The folder of the ledger is synchronised only once the entry stands in it."""

    def work(folder):
        if folder.name == "ledger":
            die()
        sync_folder(folder)

    return work


def set_trap(place):
    """Let this process be killed at a place; returns what is told of the stages."""
    if place in ("checking", "storing"):
        return lambda stage, _: stage == place and die()
    module, name, trap = {
        "prepared": (durable, "publish_folder", lambda _: die),
        "published": (durable, "sync_folder", dying_at_the_ledger),
        "recorded": (accepting, "receipt", lambda _: die),
        "replayed": (building, "replay", dying_after),
        "projected": (Projection, "_make", dying_after),
    }[place]
    setattr(module, name, trap(getattr(module, name)))
    return lambda *_: None


def submit(home, place, rows):
    """Submit and show; the first of both ends in the trap, or the second does."""
    with open_store(home) as store:
        store.snapshot()
        tell = set_trap(place)
        sent = {"by": "process 1", "note": "cut off"}
        receipt = accepting.accept(store, "observation", figures("1", 0, rows), "1.csv", **sent, tell=tell)
        say(f"acknowledged {receipt.id}")
        store.snapshot()


def main():
    for line in sys.stdin:
        home, place, rows = line.split()
        child = os.fork()
        if not child:
            try:
                submit(Path(home), place, int(rows))
            finally:
                os._exit(1)
        say(f"ended by {-os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}")


if __name__ == "__main__":
    main()
