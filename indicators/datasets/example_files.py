"""Files that show what belongs into a dataset of which nothing is known yet. They can be submitted, looked at and withdrawn.

Nobody may take an example for a fact: its codes begin with `EXAMPLE-`, its titles with `Example:`, and its source says so.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from indicators.datasets import dataset

FOLDER = Path(__file__).parent / "examples"
MARK = "EXAMPLE-"


def example(name: str) -> bytes | None:
    """The example file of a dataset as it would be sent; None where there is none."""
    path = FOLDER / f"{name}.csv"
    return path.read_bytes() if path.exists() else None


def is_example(code: str) -> bool:
    """Whether something with this code is made up."""
    return code.startswith(MARK)


@cache
def example_names() -> tuple[str, ...]:
    """The datasets that have an example, each after those that it points at: the order in which they can be submitted."""
    waiting = sorted(path.stem for path in FOLDER.glob("*.csv"))
    placed: list[str] = []
    while waiting:
        ready = next(name for name in waiting if _needs(name) & set(waiting) <= {name})
        waiting.remove(ready)
        placed.append(ready)
    return tuple(placed)


def _needs(name: str) -> set[str]:
    return {key.reference for key in dataset(name).foreign_keys}
