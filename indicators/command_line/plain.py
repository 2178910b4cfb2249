"""Our results as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any


def to_json(data: Mapping[str, Any]) -> str:
    """A result as JSON: dataclasses by the names of their fields, days and moments in ISO 8601, numbers as numbers.

    Raises:
        TypeError: it holds something that no result of ours should hold.
        ValueError: it holds a number that is not finite.

    >>> print(to_json({"on": date(2010, 12, 31), "level": Decimal("326.4")}))
    {
      "on": "2010-12-31",
      "level": 326.4
    }
    """
    return json.dumps(data, default=_plain, ensure_ascii=False, indent=2, allow_nan=False)


def _plain(value: Any) -> Any:
    """What JSON has for a value that Python's own encoder does not know, one level deep."""
    if isinstance(value, date):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Decimal | Fraction):
        return float(value)
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} is not made for JSON")
