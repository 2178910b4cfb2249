"""Starting the small programs beside the tests of the store."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def start(name, *arguments):
    """Start the program `name`; lines go to it by `.stdin` and come from it by `.stdout`."""
    return subprocess.Popen(
        [sys.executable, HERE / name, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
