"""Memory that the process holds without need: what C's allocator keeps for later, on Linux with glibc; elsewhere nothing.

glibc gives each thread an arena of its own and keeps in it what that thread frees. Threads that load the figures and judge
them would leave 16 MB of a process of 130 MB unused for as long as it runs; Python's own lock lets one arena do.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache

M_ARENA_MAX = -8  # malloc.h


def share_one_arena() -> None:
    """Let all threads that begin from now on take memory from the same arena."""
    glibc = _glibc()
    if glibc is not None:
        glibc.mallopt(M_ARENA_MAX, 1)


def give_back() -> None:
    """Return to the operating system what was freed."""
    glibc = _glibc()
    if glibc is not None:
        glibc.malloc_trim(0)


@cache
def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    ours = ctypes.CDLL(None)
    return ours if hasattr(ours, "malloc_trim") and hasattr(ours, "mallopt") else None
