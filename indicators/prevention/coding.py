"""The coding of a line: its shares sum to exactly 1, and a line can be classified differently to see what follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from indicators.prevention.rows import LineKey, TaggedAmount, TaggedLine

Coding = Mapping[str, Decimal]  # level to share of the line


def check_coding(coding: Coding) -> None:
    """Whether the shares of a line make a whole.

    Raises:
        ValueError: a share outside 0 to 1, or shares that do not sum to exactly 1.
    """
    outside = {level: share for level, share in coding.items() if not 0 <= share <= 1}
    if outside:
        raise ValueError(f"shares must lie between 0 and 1: {outside}")
    total = sum(coding.values(), Decimal(0))
    if total != 1:
        raise ValueError(f"shares of a line sum to {total}, not 1")


def classified_differently(
    amounts: Iterable[TaggedAmount], lines: Sequence[TaggedLine], codings: Mapping[LineKey, Coding]
) -> list[TaggedAmount]:
    """The amounts as they would be had these lines been coded so: taken out of the level that they are at, put at the new ones.

    Args:
        amounts: all of them.
        lines: every part of every line named in `codings`, in every year and place that is asked about.
        codings: for each line the new coding. What is put in keeps the confidence of what is taken out, so that the range by
            confidence moves with the levels only.

    Raises:
        ValueError: shares that do not sum to 1.
    """
    for coding in codings.values():
        check_coding(coding)
    moved: dict[tuple[str | None, ...], Decimal] = defaultdict(Decimal)
    rows = {_place(each): each for each in amounts}
    for key, each in rows.items():
        moved[key] += each.amount
    for line in lines:
        share = Decimal(1) if line.proportion is None else line.proportion
        moved[_at(line, line.level, line.confidence)] -= line.line_amount * share
        for level, new_share in codings[line.key].items():
            moved[_at(line, level, line.confidence)] += line.line_amount * share * new_share
    return [
        replace(rows[key], amount=amount) if key in rows else TaggedAmount(*key, amount)
        for key, amount in moved.items()
    ]


def _place(amount: TaggedAmount) -> tuple[str | None, ...]:
    return (
        *(amount.organisation, amount.role, amount.period, amount.measure, amount.parent),
        *(amount.level, amount.confidence),
    )


def _at(line: TaggedLine, level: str | None, confidence: str | None) -> tuple[str | None, ...]:
    return line.organisation, line.role, line.period, line.measure, line.parent, level, confidence
