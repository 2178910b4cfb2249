"""Which groups of those who answered a survey may be shown together, so that no small group can be worked out from them.

A group of 1 to 7 people is never shown, as in hospital statistics for local areas. That is not enough where a total is shown too: all
less the others would give the small group away. So groups are taken away, the smallest that helps first and the whole never, until no
set of sectors with 1 to 7 people is a sum or a difference of groups that are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Literal

import numpy as np

from indicators.analysis.suppression import LARGEST_HIDDEN
from indicators.scrutiny.sectors import GROUPS, SECTORS, Sector, SectorGroup

Everybody = Literal["all"]
SurveyGroup = Sector | SectorGroup | Everybody
ALL: Everybody = "all"
FEWEST_SHOWN = LARGEST_HIDDEN + 1


def members(group: SurveyGroup) -> tuple[Sector, ...]:
    """The sectors that a group is made of."""
    if group == ALL:
        return SECTORS
    for name, sectors in GROUPS.items():
        if group == name:
            return sectors
    return tuple(sector for sector in SECTORS if sector == group)


def shown_groups(answered: Mapping[Sector, int]) -> frozenset[SurveyGroup]:
    """The groups that may be shown, given how many people of each sector answered.

    Raises:
        ValueError: a number below nought.
    """
    if min(answered.values(), default=0) < 0:
        raise ValueError(f"fewer than nobody answered: {dict(answered)}")
    sectors = tuple(sector for sector in SECTORS if answered.get(sector, 0))
    groups = {
        group: row
        for group in (*sectors, *GROUPS, ALL)
        if _size(row := tuple(sector in members(group) for sector in sectors), sectors, answered)
        >= FEWEST_SHOWN
    }
    small = _small_sets(sectors, answered)
    while given_away := [each for each in small if _can_be_had(each, groups.values())]:
        parts = [group for group in groups if group != ALL]
        del groups[min(parts, key=lambda group: _cost(group, groups, given_away, sectors, answered))]
    return frozenset(groups)


def _small_sets(sectors: Sequence[Sector], answered: Mapping[Sector, int]) -> list[tuple[bool, ...]]:
    """Every set of sectors that 1 to 7 people answered from, as a row of whether each sector is in it."""
    return [
        tuple(sector in chosen for sector in sectors)
        for many in range(1, len(sectors) + 1)
        for chosen in combinations(sectors, many)
        if sum(answered[sector] for sector in chosen) < FEWEST_SHOWN
    ]


def _can_be_had(wanted: tuple[bool, ...], rows: Iterable[tuple[bool, ...]]) -> bool:
    """Whether the row is a combination of the others: then they give its number away."""
    known = [*rows]
    if not known:
        return False
    ranks = [np.linalg.matrix_rank(np.array(each, dtype=float)) for each in (known, [*known, wanted])]
    return bool(ranks[0] == ranks[1])


def _cost(
    group: SurveyGroup,
    groups: Mapping[SurveyGroup, tuple[bool, ...]],
    given_away: Sequence[tuple[bool, ...]],
    sectors: Sequence[Sector],
    answered: Mapping[Sector, int],
) -> tuple[int, int, str]:
    """How many small sets would still be given away without the group, then how many people it has; its name decides between equals."""
    others = [row for name, row in groups.items() if name != group]
    left = sum(_can_be_had(each, others) for each in given_away)
    return left, _size(groups[group], sectors, answered), group


def _size(row: Sequence[bool], sectors: Sequence[Sector], answered: Mapping[Sector, int]) -> int:
    return sum(answered[sector] for sector, is_in in zip(sectors, row, strict=True) if is_in)
