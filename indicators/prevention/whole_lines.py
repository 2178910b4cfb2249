"""A line put together again from its parts: one line, with every level that it is put at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from indicators.prevention.rows import LineKey, TaggedLine


@dataclass(frozen=True)
class WholeLine:
    """A line with all its parts: the levels in force and their shares, empty where nobody has judged it."""

    organisation: str
    key: LineKey
    amount: Decimal
    levels: tuple[tuple[str, Decimal], ...]
    first: TaggedLine


def whole_lines(parts: Iterable[TaggedLine]) -> list[WholeLine]:
    """The parts put together, the largest line first."""
    grouped: dict[tuple[str, LineKey], list[TaggedLine]] = {}
    for part in parts:
        grouped.setdefault((part.organisation, part.key), []).append(part)
    found = [
        WholeLine(
            organisation,
            key,
            known[0].line_amount,
            tuple((part.level, part.proportion or Decimal(1)) for part in known if part.level is not None),
            known[0],
        )
        for (organisation, key), known in grouped.items()
    ]
    return sorted(found, key=lambda line: (-line.amount, line.organisation, line.key))
