"""The delivery chain behind a target: who must act together, how strong each link is, and where the chain would break.

A chain is no stronger than its weakest critical link, so that is its rating; the mean of all links is shown beside it and
never instead. No official scale of link strength was found: 1 missing or broken, 2 weak, 3 adequate, 4 strong is ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from indicators.model import Reason

Tier = Literal["national", "regional", "county", "district", "neighbourhood", "front_line", "user"]
Role = Literal["set_policy", "fund", "commission", "coordinate", "deliver", "regulate", "influence"]
LinkType = Literal[
    "funding",
    "accountability",
    "commissioning",
    "referral",
    "information",
    "incentive",
    "co_delivery",
    "informal",
]
Criticality = Literal["critical_path", "supporting"]
ChainColour = Literal["red", "amber", "amber_green", "green"]
ActionStatus = Literal["open", "done", "dropped"]

COLOURS: dict[int, ChainColour] = {1: "red", 2: "amber", 3: "amber_green", 4: "green"}
WEAK = 2


@dataclass(frozen=True)
class ChainNode:
    """One body in the chain, at its tier and with its role."""

    code: str
    organisation: str
    tier: Tier
    role: Role


@dataclass(frozen=True)
class ChainLink:
    """One link from a node to the next, with its strength from 1 to 4."""

    code: str
    start: str
    end: str
    link_type: LinkType
    strength: int
    criticality: Criticality
    lever: str | None = None
    weakness: str | None = None
    assessed_on: date | None = None

    @property
    def is_critical(self) -> bool:
        """Whether the outcome cannot be reached without it."""
        return self.criticality == "critical_path"


@dataclass(frozen=True)
class ChainAction:
    """What is to be done about a link, by which post and by when, and the lesson learnt."""

    code: str
    link: str
    owner: str | None
    due_on: date | None
    status: ActionStatus
    lesson: str | None = None
    action: str = ""


@dataclass(frozen=True)
class ChainRating:
    """How strong a chain is.

    `weakest` is the strength of its weakest critical link, 1 to 4, `weakest_links` are all critical links of that strength;
    `mean` is over all links, exact. Without a critical link `weakest` and `colour` are None with `reason` `no_critical_link`.
    """

    weakest: int | None
    colour: ChainColour | None
    weakest_links: tuple[str, ...]
    mean: Fraction | None
    links: int
    reason: Reason | None = None


def chain_rating(links: Iterable[ChainLink]) -> ChainRating:
    """The rating of a chain from its links.

    Raises:
        ValueError: a strength outside 1 to 4.
    """
    known = list(links)
    for each in known:
        if each.strength not in COLOURS:
            raise ValueError(f"link {each.code} has strength {each.strength}, not 1 to 4")
    mean = Fraction(sum(each.strength for each in known), len(known)) if known else None
    critical = [each for each in known if each.is_critical]
    if not critical:
        return ChainRating(
            None, None, (), mean, len(known), Reason("no_critical_link", {"links": len(known)})
        )
    weakest = min(each.strength for each in critical)
    return ChainRating(
        weakest,
        COLOURS[weakest],
        tuple(each.code for each in critical if each.strength == weakest),
        mean,
        len(known),
    )
