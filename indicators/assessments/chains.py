"""The delivery chains of one version of the ledger: judged when first asked, then kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from indicators.scrutiny.chain_questions import ChainAnswer
from indicators.scrutiny.chain_risks import ChainRisk
from indicators.scrutiny.chain_whole import DeliveryChain, JudgedChain, judge_chain, weakest_first
from indicators.scrutiny.chains import ChainAction, ChainLink, ChainNode
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

__all__ = ["DeliveryChain", "JudgedChain", "NamedTarget", "judged_chains", "target_of"]

KEPT = 8
Part = TypeVar("Part")


@dataclass(frozen=True)
class NamedTarget:
    """What a target says, who set it, and whether it is agreed or illustrative."""

    title: str
    set_by: str
    status: str


@kept_by_version(KEPT)
def judged_chains(snapshot: Snapshot, at: int, as_of: date) -> tuple[JudgedChain, ...]:
    """Every delivery chain, the weakest first.

    Args:
        snapshot: the version that is read.
        at: sequence of the ledger.
        as_of: the day on which actions and reviews are due.
    """
    nodes = _by_chain(snapshot, at, "chain_nodes", ChainNode)
    links = _by_chain(snapshot, at, "chain_links", ChainLink)
    answers = _by_chain(snapshot, at, "chain_answers", ChainAnswer)
    actions = _by_chain(snapshot, at, "chain_actions", ChainAction)
    risks = _by_chain(snapshot, at, "chain_risks", ChainRisk)
    return weakest_first(
        judge_chain(
            chain,
            nodes=nodes[chain.code],
            links=links[chain.code],
            answers=answers[chain.code],
            actions=actions[chain.code],
            risks=risks[chain.code],
            as_of=as_of,
        )
        for chain in snapshot.records("delivery_chains", DeliveryChain, as_at=at)
    )


def target_of(snapshot: Snapshot, at: int, chain: DeliveryChain) -> NamedTarget | None:
    """The target that a chain is behind; None where it names none that there is."""
    found = snapshot.records("target_named", NamedTarget, code=chain.target_code, as_at=at)
    return found[0] if found else None


def _by_chain(snapshot: Snapshot, at: int, question: str, cls: type[Part]) -> dict[str, list[Part]]:
    """The rows that answer a question, each as a `cls`, by the chain that they belong to."""
    found: dict[str, list[Part]] = defaultdict(list)
    for row in snapshot.query(question, as_at=at):
        found[row.pop("chain")].append(cls(**row))
    return found
