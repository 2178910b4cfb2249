"""A program whose children append to a ledger, each saying on a line of its own what was acknowledged.

    python appending_children.py LEDGER CHILDREN APPENDS

starts so many children at once and waits for them. With 0 children it starts one for every line on its standard
input, says its process number, and says `ended` when it is no more; whoever asked may kill it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from indicators.store.ledger import Ledger
from tests.store.store_samples import submit, theme


def say(text):
    os.write(sys.stdout.fileno(), f"{text}\n".encode())


def child(folder, name, appends):
    """Fork a child that appends, and return its process number; forking spares it the start of Python."""
    number = os.fork()
    if number:
        return number
    try:
        ledger = Ledger(folder)
        for each in range(appends):
            entry = submit(ledger, "theme", [theme(f"{name}-{each}", "x" * 20_000)], by=name)
            say(f"{name} {entry.id}")
        os._exit(0)
    finally:
        os._exit(1)


def main(folder, children, appends):
    numbers = [child(folder, f"p{each}", appends) for each in range(children)]
    failed = [number for number in numbers if os.waitpid(number, 0)[1] != 0]
    if not children:
        for name in sys.stdin:
            number = child(folder, name.strip(), appends)
            say(number)
            os.waitpid(number, 0)
            say("ended")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
