"""How much of the width each column of a table takes."""

from __future__ import annotations

from indicators.reports.document import Table

LINE = 104  # letters that stand beside one another in a table as wide as the text
MOST = 40  # letters: longer text is read on several lines
AIR = 3  # letters: the space between two columns


def column_shares(one: Table) -> tuple[float, ...]:
    """The shares of the columns: as stated, or first the longest word of each, then the rest by how long their texts are."""
    if one.widths:
        return one.widths
    texts = [[name, *(row[position] for row in one.rows)] for position, name in enumerate(one.columns)]
    needed = [
        max((len(word) for text in column for word in text.split()), default=1) + AIR for column in texts
    ]
    wanted = [min(max(map(len, column)), MOST) + AIR for column in texts]
    more = [max(want - need, 0) for want, need in zip(wanted, needed, strict=True)]
    left = max(LINE - sum(needed), 0)
    if not sum(more):
        return tuple(map(float, needed))
    return tuple(need + left * each / sum(more) for need, each in zip(needed, more, strict=True))
