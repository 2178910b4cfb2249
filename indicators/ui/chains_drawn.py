"""From a judged chain to its drawings, each with its finding and its alt text."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.assessments.chains import JudgedChain
from indicators.charts.flow import Arrow, Box, Dash, Tone, flow_figure
from indicators.charts.layered import placed
from indicators.charts.palette import Palette
from indicators.ui.markup import sign
from indicators.wording import chains
from indicators.wording import chains_page as words
from indicators.wording.reasons import sentence

DASHES: dict[int, Dash] = {1: "dot", 2: "dash", 3: "longdash", 4: "solid"}
TONES: dict[int, Tone] = {1: "red", 2: "amber", 3: "green", 4: "green"}
LABELLED = 12  # links up to which each has room for its words; of more only the weak ones carry theirs
WEAK = 2


@dataclass(frozen=True)
class Drawing:
    """A figure, its finding, and the alt text that says it all in words."""

    figure: dict
    finding: str
    alt: str


@dataclass(frozen=True)
class Body:
    """One node as it is shown: its number from the left, its name, its tier and what it does (None: no node of the chain)."""

    code: str
    number: str
    name: str
    tier: str | None
    role: str | None
    is_linked: bool


def bodies(one: JudgedChain) -> list[Body]:
    """The nodes from left to right and from the top, with the ends of links that are no nodes of the chain."""
    known = {node.code: node for node in one.nodes}
    codes = list(dict.fromkeys([*known, *(end for link in one.links for end in (link.start, link.end))]))
    at = placed(codes, [(link.start, link.end) for link in one.links]).at
    linked = {end for link in one.links for end in (link.start, link.end)}
    ordered = sorted(codes, key=lambda code: (at[code][0], -at[code][1]))
    return [
        Body(
            code,
            str(number),
            known[code].organisation if code in known else code,
            chains.TIERS[known[code].tier] if code in known else None,
            chains.ROLES[known[code].role] if code in known else None,
            code in linked,
        )
        for number, code in enumerate(ordered, start=1)
    ]


def names_of(one: JudgedChain) -> dict[str, str]:
    """What each link and node is called, by its code."""
    nodes = {node.code: node.organisation for node in one.nodes}
    return nodes | {code: words.joins(*ends) for code, ends in one.ends.items()}


def weakest_names(one: JudgedChain) -> list[str]:
    """The weakest critical links by their ends; why there is none where there is none."""
    if one.rating.reason is not None:
        return [sentence(one.rating.reason)]
    names = names_of(one)
    return [names[code] for code in one.rating.weakest_links]


def rating_sign(one: JudgedChain, colours: Palette) -> str:
    """The rating as ready markup."""
    said = chains.rating(one.rating.weakest)
    tone = "grey" if one.rating.weakest is None else TONES[one.rating.weakest]
    return sign(said.shape, said.word, getattr(colours, tone))


def chain_drawing(one: JudgedChain, colours: Palette) -> Drawing | None:
    """The chain from left to right; None where it has no node."""
    shown = bodies(one)
    if not shown:
        return None
    names = {body.code: body.name for body in shown}
    boxes = [
        Box(
            body.code,
            body.number,
            body.name,
            ", ".join((body.name, *filter(None, (body.tier, body.role)))),
            hollow=body.tier is None or not body.is_linked,
        )
        for body in shown
    ]
    arrows = []
    for link in one.links:
        read = words.link_read(
            names[link.start], names[link.end], link.link_type, link.strength, link.criticality
        )
        is_told = len(one.links) <= LABELLED or (link.is_critical and link.strength <= WEAK)
        arrows.append(
            Arrow(
                link.start,
                link.end,
                read,
                words.link_label(link.link_type, link.strength) if is_told else "",
                DASHES[link.strength],
                link.is_critical,
                TONES[link.strength] if link.is_critical else "quiet",
            )
        )
    said = [arrow.text for arrow in arrows]
    finding = _finding(one)
    alt = " ".join([f"{finding}.", words.drawn(len(shown), len(arrows)), *(f"{text}." for text in said)])
    return Drawing(flow_figure(boxes, arrows, colours=colours), finding, alt)


def _finding(one: JudgedChain) -> str:
    if one.rating.weakest is None:
        return "; ".join(weakest_names(one)).rstrip(".")
    return words.weakest_finding(one.rating.weakest, weakest_names(one), one.rating.mean, one.rating.links)
