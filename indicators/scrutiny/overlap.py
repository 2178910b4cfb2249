"""Which partnerships overlap: the same theme, or mostly the same members. A question to their chairs, not a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from indicators.scrutiny.partnerships import CLOSED, Partnership

LEAST_SHARED = 2
LEAST_SHARE = Fraction(1, 2)


@dataclass(frozen=True)
class Overlap:
    """Two partnerships that overlap.

    `shared` are the organisations in both, `members` how many are in either; `share` is the one over the other (Jaccard's
    coefficient), None where no members are recorded.
    """

    first: str
    second: str
    same_theme: bool
    shared: tuple[str, ...]
    members: int
    share: Fraction | None

    @property
    def by_members(self) -> bool:
        """Whether they have two members and half of all their members in common."""
        return len(self.shared) >= LEAST_SHARED and self.share is not None and self.share >= LEAST_SHARE


def overlaps(
    partnerships: Sequence[Partnership], members: Mapping[str, frozenset[str]]
) -> tuple[Overlap, ...]:
    """Every pair of living partnerships with the same theme, or with two members and half of all members in common.

    Those with most members in common come first, then those that share their theme, then by code.

    Args:
        partnerships: entries of the register.
        members: the organisations of each, by the code of the partnership.
    """
    living = sorted((each for each in partnerships if each.status != CLOSED), key=lambda each: each.code)
    themes = {each.code: _plain(each.theme) for each in living}
    found = (_overlap(first.code, second.code, themes, members) for first, second in combinations(living, 2))
    return tuple(
        sorted(
            filter(None, found),
            key=lambda each: (-(each.share or 0), not each.same_theme, each.first, each.second),
        )
    )


def _overlap(
    first: str, second: str, themes: Mapping[str, str], members: Mapping[str, frozenset[str]]
) -> Overlap | None:
    ours, theirs = members.get(first, frozenset()), members.get(second, frozenset())
    shared = ours & theirs
    either = len(ours) + len(theirs) - len(shared)
    same_theme = bool(themes[first]) and themes[first] == themes[second]
    if not same_theme and (len(shared) < LEAST_SHARED or len(shared) < LEAST_SHARE * either):
        return None
    share = Fraction(len(shared), either) if either else None
    return Overlap(first, second, same_theme, tuple(sorted(shared)), either, share)


def _plain(theme: str | None) -> str:
    return " ".join((theme or "").casefold().split())
