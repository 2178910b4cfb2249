"""Where this installation keeps its ledger and everything derived from it."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "INDICATOR_BASKET_HOME"


def home() -> Path:
    """The folder named by the environment variable INDICATOR_BASKET_HOME, else `var` beside the library."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else Path(__file__).resolve().parents[2] / "var"
