"""The sectors that partners come from, and the two groups in which equality between partners is looked at.

Public bodies are councils, health, police and education; the other partners are business, voluntary and community groups, and
faith. The two groups are fixed beforehand, so that nobody can choose the pair of sectors with the largest gap.
"""

from __future__ import annotations

from typing import Literal, get_args

Sector = Literal["public", "private", "voluntary_community", "faith", "education", "health", "police"]
SectorGroup = Literal["public_bodies", "other_partners"]

SECTORS: tuple[Sector, ...] = get_args(Sector)
GROUPS: dict[SectorGroup, tuple[Sector, ...]] = {
    "public_bodies": ("public", "education", "health", "police"),
    "other_partners": ("private", "voluntary_community", "faith"),
}


def group_of(sector: Sector) -> SectorGroup:
    """The group that a sector belongs to.

    Raises:
        ValueError: the sector is none of the declared ones.
    """
    for group, members in GROUPS.items():
        if sector in members:
            return group
    raise ValueError(f"sector must be one of {SECTORS}, got {sector!r}")
