"""How far a command has come, on the error stream of a terminal: what is read by a program stays as it is."""

from __future__ import annotations

import sys

from indicators.wording.submit_page import STAGES


def tell(stage: str, count: int) -> None:
    """Say which stage begins, with its count; nothing where nobody watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{STAGES[stage].format(count=count)}\n")
