"""The benefits map: output, business change, intermediate outcome, benefit, objective, each leading to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.analysis.finding import Finding
from indicators.scrutiny.graph import cycles

MapKind = Literal["output", "business_change", "intermediate_outcome", "benefit", "objective"]
ShownKind = MapKind | Literal["dis_benefit"]


@dataclass(frozen=True)
class MapEdge:
    """One arrow, between names of which some are codes of benefits."""

    start: str
    start_kind: MapKind
    end: str
    end_kind: MapKind


@dataclass(frozen=True)
class BenefitMap:
    """The map: every name with its kind in the order of first mention, every arrow, and what is wrong with it.

    Findings: `cycle`, a map goes one way; `two_kinds`, a name that stands for two kinds of thing, of which the first counts.
    """

    kinds: dict[str, ShownKind]
    edges: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


def benefit_map(edges: Iterable[MapEdge], dis_benefits: Collection[str] = ()) -> BenefitMap:
    """The whole map from its arrows; what the register has as a dis-benefit is one here too, where an arrow says benefit."""
    known = list(edges)
    kinds: dict[str, list[MapKind]] = defaultdict(list)
    for each in known:
        for name, kind in ((each.start, each.start_kind), (each.end, each.end_kind)):
            if kind not in kinds[name]:
                kinds[name].append(kind)
    arrows = tuple(dict.fromkeys((each.start, each.end) for each in known))
    findings = [Finding("cycle", group[0], {"nodes": group}) for group in cycles(arrows)]
    findings += [
        Finding("two_kinds", name, {"kinds": tuple(found)}) for name, found in kinds.items() if len(found) > 1
    ]
    shown: dict[str, ShownKind] = {name: found[0] for name, found in kinds.items()}
    shown |= {name: "dis_benefit" for name in dis_benefits if shown.get(name) == "benefit"}
    return BenefitMap(shown, arrows, tuple(findings))


def around(whole: BenefitMap, name: str) -> BenefitMap:
    """The part of the map that leads to `name` or from it; empty where the map does not hold it."""
    if name not in whole.kinds:
        return BenefitMap({}, (), ())
    kept = {name} | _reached(whole.edges, name) | _reached([(end, start) for start, end in whole.edges], name)
    return BenefitMap(
        {each: kind for each, kind in whole.kinds.items() if each in kept},
        tuple((start, end) for start, end in whole.edges if start in kept and end in kept),
        tuple(
            each for each in whole.findings if each.subject in kept or kept & {*each.figures.get("nodes", ())}
        ),
    )


def _reached(edges: Sequence[tuple[str, str]], name: str) -> set[str]:
    following: dict[str, set[str]] = defaultdict(set)
    for start, end in edges:
        following[start].add(end)
    found: set[str] = set()
    to_visit = {name}
    while to_visit:
        to_visit = {end for each in to_visit for end in following.get(each, ())} - found
        found |= to_visit
    return found
