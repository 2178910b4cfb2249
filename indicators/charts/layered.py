"""Where the nodes of a drawing stand that is read from left to right: each to the right of all that lead to it.

The layered drawing of Sugiyama, Tagawa and Toda (1981): columns by the longest way from a beginning, rows so that few arrows
cross, and an arrow that passes a column gets a place of its own in it, so that it runs round the nodes and not through them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Edge = tuple[str, str]
Point = tuple[float, float]
SWEEPS = 6
Slot = tuple[str, ...]  # a node, or the place of an arrow in a column that it passes


@dataclass(frozen=True)
class Placed:
    """Column and row of every node, both from nought, rows counted upwards from the middle; bends of arrows on their way."""

    at: dict[str, Point]
    bends: dict[Edge, tuple[Point, ...]]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return 1 + max((round(x) for x, _ in self.at.values()), default=0)

    @property
    def half_height(self) -> float:
        """How far the farthest thing is from the middle, in rows."""
        bends = (y for way in self.bends.values() for _, y in way)
        return max((abs(y) for y in (*(y for _, y in self.at.values()), *bends)), default=0.0)


def placed(nodes: Sequence[str], edges: Iterable[Edge]) -> Placed:
    """Place the nodes; an arrow that closes a circle, or points at its own start, moves nothing.

    Raises:
        ValueError: an arrow begins or ends at something that is no node.
    """
    arrows = list(dict.fromkeys(edges))
    for edge in arrows:
        for end in edge:
            if end not in nodes:
                raise ValueError(f"the arrow {edge} ends at {end!r}, which is no node")
    forward = _without_circles(nodes, arrows)
    column = _columns(nodes, forward)
    slots, ways = _slots(nodes, forward, column)
    rows = _rows(slots, ways)
    at = {node: (float(column[node]), rows[(node,)]) for node in nodes}
    bends = {
        edge: tuple((float(column[edge[0]] + i), rows[slot]) for i, slot in enumerate(way[1:-1], start=1))
        for edge, way in ways.items()
    }
    return Placed(at, bends)


def _without_circles(nodes: Sequence[str], edges: Sequence[Edge]) -> list[Edge]:
    """The edges that are left when each that leads back to a node still being looked at is taken out."""
    following: dict[str, list[str]] = defaultdict(list)
    for start, end in edges:
        following[start].append(end)
    open_now: set[str] = set()
    done: set[str] = set()
    kept: set[Edge] = set()
    for first in nodes:
        stack = [(first, iter(following[first]))] if first not in done else []
        open_now.update(node for node, _ in stack)
        while stack:
            node, ends = stack[-1]
            end = next(ends, None)
            if end is None:
                stack.pop()
                open_now.discard(node)
                done.add(node)
            elif end not in open_now:
                kept.add((node, end))
                if end not in done:
                    open_now.add(end)
                    stack.append((end, iter(following[end])))
    return [edge for edge in edges if edge in kept]


def _columns(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """The longest way to each node; one that nothing leads to stands just before the first that it leads to."""
    column = dict.fromkeys(nodes, 0)
    for _ in nodes:
        moved = False
        for start, end in edges:
            if column[end] <= column[start]:
                column[end] = column[start] + 1
                moved = True
        if not moved:
            break
    led_to = {end for _, end in edges}
    for node in nodes:
        nexts = [column[end] for start, end in edges if start == node]
        if node not in led_to and nexts:
            column[node] = min(nexts) - 1
    return column


def _slots(
    nodes: Sequence[str], edges: Sequence[Edge], column: dict[str, int]
) -> tuple[list[list[Slot]], dict[Edge, list[Slot]]]:
    """What stands in each column, and the places that each arrow goes through, its two nodes among them."""
    columns: list[list[Slot]] = [[] for _ in range(1 + max(column.values(), default=0))]
    for node in nodes:
        columns[column[node]].append((node,))
    ways = {}
    for start, end in edges:
        passed: list[Slot] = [(start, end, str(i)) for i in range(column[start] + 1, column[end])]
        for i, slot in enumerate(passed, start=column[start] + 1):
            columns[i].append(slot)
        ways[start, end] = [(start,), *passed, (end,)]
    return columns, ways


def _rows(columns: list[list[Slot]], ways: dict[Edge, list[Slot]]) -> dict[Slot, float]:
    """Rows by the mean of the neighbours', from the left and from the right in turn; each column about the middle."""
    before: dict[Slot, list[Slot]] = defaultdict(list)
    after: dict[Slot, list[Slot]] = defaultdict(list)
    for way in ways.values():
        for left, right in pairwise(way):
            before[right].append(left)
            after[left].append(right)
    rows: dict[Slot, float] = {}
    for column in columns:
        _stack(column, rows)
    for sweep in range(SWEEPS):
        neighbours = after if sweep % 2 else before
        for column in reversed(columns) if sweep % 2 else columns:
            wanted = {
                slot: sum(rows[each] for each in neighbours[slot]) / len(neighbours[slot])
                if neighbours[slot]
                else rows[slot]
                for slot in column
            }
            column.sort(key=lambda slot: -wanted[slot])
            _stack(column, rows)
    return rows


def _stack(column: list[Slot], rows: dict[Slot, float]) -> None:
    for i, slot in enumerate(column):
        rows[slot] = (len(column) - 1) / 2 - i
