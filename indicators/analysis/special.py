"""SciPy's special functions, imported when the first of them is called.

They bring 17 MB with them, which a process that judges nothing, such as the one that sends pages, need not hold.
"""

from __future__ import annotations

from typing import Any


def __getattr__(name: str) -> Any:
    """The function `name` of `scipy.special`; from then on it is an attribute like any other."""
    import scipy.special  # noqa: PLC0415 - that it comes late is what this module is for

    found = getattr(scipy.special, name)
    globals()[name] = found
    return found
