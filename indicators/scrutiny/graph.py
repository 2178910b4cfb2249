"""Directed graphs of a few dozen nodes: which of them go round in circles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

Edge = tuple[str, str]


def cycles(edges: Iterable[Edge]) -> tuple[tuple[str, ...], ...]:
    """The groups of nodes that lead back to themselves, each in alphabetical order, the groups by their first node.

    Nodes of one group can all reach each other; a node that points at itself is a group of its own.
    """
    reached = _reached(edges)
    groups = {
        tuple(sorted(other for other in reached if other in reached[node] and node in reached[other]))
        for node in reached
        if node in reached[node]
    }
    return tuple(sorted(groups))


def _reached(edges: Iterable[Edge]) -> dict[str, set[str]]:
    """For every node those that can be reached from it in one step or more."""
    following: dict[str, set[str]] = defaultdict(set)
    for start, end in edges:
        following[start].add(end)
    reached: dict[str, set[str]] = {}
    for node, after in following.items():
        found: set[str] = set()
        to_visit = set(after)
        while to_visit:
            found |= to_visit
            to_visit = {end for each in to_visit for end in following.get(each, ())} - found
        reached[node] = found
    return reached
