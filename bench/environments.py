"""Where a contender's packages are: the dashboard's beside this command, each peer's in an environment of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from start import RefusalError, python_of, ready_environment

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = HERE.parent / "var" / "bench-envs"


class MissingEnvironmentError(Exception):
    """A peer's packages could not be installed; the peer is named and left out."""


def own_python() -> Path:
    """The Python that runs this, which has the dashboard's packages."""
    return Path(sys.executable)


def peer_python(name: str) -> Path:
    """The Python of a peer, with exactly the packages that its requirements name; made when first asked for.

    Raises:
        MissingEnvironmentError: it could not be made.
    """
    folder = ENVIRONMENTS / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        ready_environment(folder, HERE / "peers" / f"requirements-{name}.txt")
    except (RefusalError, OSError) as problem:
        raise MissingEnvironmentError(f"{name} is left out: {problem}") from problem
    return python_of(folder)
