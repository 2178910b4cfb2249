"""What to ask about how a delivery chain is recorded: circles, loose ends, weak links that nobody mends, late actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from indicators.analysis.finding import Finding
from indicators.scrutiny.chains import WEAK, ChainAction, ChainLink, ChainNode
from indicators.scrutiny.graph import cycles


def chain_findings(
    nodes: Sequence[ChainNode], links: Sequence[ChainLink], actions: Sequence[ChainAction], as_of: date
) -> tuple[Finding, ...]:
    """Everything to ask about how a chain is recorded: its shape, and its actions on the day `as_of`."""
    return (*_shape(nodes, links), *_unattended(links, actions), *_late(actions, as_of))


def _shape(nodes: Sequence[ChainNode], links: Sequence[ChainLink]) -> Iterable[Finding]:
    """`link_to_unknown_node`, `cycle`, `node_without_link`, `linked_twice`."""
    known = {node.code for node in nodes}
    for link in links:
        for end in dict.fromkeys((link.start, link.end)):
            if end not in known:
                yield Finding("link_to_unknown_node", link.code, {"node": end})
    for group in cycles((link.start, link.end) for link in links):
        yield Finding("cycle", group[0], {"nodes": group})
    linked = {end for link in links for end in (link.start, link.end)}
    for node in nodes:
        if node.code not in linked:
            yield Finding("node_without_link", node.code, {"links": len(links)})
    repeated = Counter((link.start, link.end, link.link_type) for link in links)
    for (start, end, link_type), count in repeated.items():
        if count > 1:
            yield Finding("linked_twice", start, {"end": end, "link_type": link_type, "count": count})


def _unattended(links: Sequence[ChainLink], actions: Sequence[ChainAction]) -> Iterable[Finding]:
    """`weak_link_without_action`: a critical link of strength 2 or less that nothing open or done is to mend."""
    attended = {action.link for action in actions if action.status != "dropped"}
    for link in links:
        if link.is_critical and link.strength <= WEAK and link.code not in attended:
            yield Finding("weak_link_without_action", link.code, {"strength": link.strength})


def _late(actions: Sequence[ChainAction], as_of: date) -> Iterable[Finding]:
    for action in actions:
        if action.status == "open" and action.due_on is not None and action.due_on < as_of:
            figures = {"due_on": action.due_on, "days": (as_of - action.due_on).days}
            yield Finding("action_overdue", action.code, figures)
