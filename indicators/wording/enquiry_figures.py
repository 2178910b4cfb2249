"""The figures of a question as they are read: values in their unit, periods, shares, probabilities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indicators.periods import parse
from indicators.wording import dates
from indicators.wording.numbers import with_unit

Figures = Mapping[str, Any]
HIGHEST = 0.999


def value(f: Figures, name: str) -> str:
    """A figure of the question in the unit of its indicator."""
    return with_unit(f[name], f["decimals"], f["unit"])


def period(f: Figures, name: str = "period") -> str:
    """A period of the question as a county writes it."""
    return parse(f[name]).label


def during(f: Figures, name: str = "period") -> str:
    """A period of the question within a sentence: on a day, in any other."""
    return dates.during(parse(f[name]))


def share(part: Any) -> str:
    """A part from 0 to 1 in per cent.

    >>> share(0.25)
    '25.0%'
    """
    return with_unit(float(part) * 100, 1, "%")


def chance(f: Figures) -> str:
    """The probability of the question; never a certainty.

    >>> chance({"probability": 0.9999}), chance({"probability": 0.95})
    ('more than 99.9%', '95.0%')
    """
    return f"more than {share(HIGHEST)}" if f["probability"] > HIGHEST else share(f["probability"])
