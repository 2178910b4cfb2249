"""A submitting process is killed at any moment: nothing acknowledged is lost, nothing is half, and work goes on."""

from __future__ import annotations

import os
import random
import signal
import time

from tests.store.programs import start
from tests.store.store_samples import submit, theme

KILLS, KILLS_MOST = 40, 400


def test_killed_at_any_moment_nothing_is_lost_and_nothing_is_half(ledger):
    moments = random.Random(2007)  # noqa: S311
    acknowledged = set()
    interrupted = 0
    program = start("appending_children.py", ledger.folder, 0, 10_000)
    for number in range(KILLS_MOST):
        print(f"p{number}", file=program.stdin, flush=True)
        child = int(program.stdout.readline())
        time.sleep(moments.uniform(0, 0.12))
        os.kill(child, signal.SIGKILL)
        while (line := program.stdout.readline()) != "ended\n":
            acknowledged.add(line.split()[1])
        interrupted += any((ledger.folder / ".incoming").glob("*"))
        found = ledger.verify()
        assert found.ok, found.problems
        assert acknowledged <= {entry.id for entry in ledger.entries()}
        # Kills must come after appends and in the middle of them, or this proves little; on a busy machine that takes more of them.
        if number + 1 >= KILLS and len(acknowledged) >= 10 and interrupted >= 3:
            break
    program.communicate(timeout=20)
    assert len(acknowledged) >= 10
    assert interrupted >= 3
    newest = submit(ledger, "theme", [theme("after")])
    assert newest.seq == len(ledger.entries()) > len(acknowledged)
    assert ledger.verify().ok
