"""The words of one rule that asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Line:
    """What is asked, the figures that prompted it, what a good answer would contain, and whom to ask where nobody is named."""

    question: str
    why: Callable[[Mapping[str, Any]], str]
    good_answer: str
    ask: str
