"""The map of the partnership: in which column each stands, and the ties that are recorded between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.scrutiny.overlap import Overlap
from indicators.scrutiny.partnerships import Partnership, stands

Column = Literal["lsp", "groups", "outside", "not_stated", "not_applicable"]
TieKind = Literal["belongs", "reports", "shares"]

COLUMNS: tuple[Column, ...] = ("lsp", "groups", "outside", "not_stated", "not_applicable")
_LEVELS = ("major", "moderate", "limited", None, "not_significant")


@dataclass(frozen=True)
class Tie:
    """A recorded tie between two partnerships, by their codes."""

    kind: TieKind
    start: str
    end: str


def column(partnership: Partnership) -> Column:
    """The column of the map: the LSP with its board, what else is inside, and how the others stand to it."""
    where = stands(partnership.relation)
    if where != "inside":
        return where
    return "lsp" if partnership.relation in ("lsp_itself", "lsp_board") else "groups"


def most_significant(partnerships: Sequence[Partnership], most: int) -> tuple[Partnership, ...]:
    """The first `most` of them, the significant ones before the rest, the LSP and its board before all, else by name."""

    def place(each: Partnership) -> tuple[bool, int, str, str]:
        return (
            column(each) != "lsp",
            _LEVELS.index(each.significance),
            each.name.casefold(),
            each.code,
        )

    return tuple(sorted(partnerships, key=place)[:most])


def ties(
    partnerships: Sequence[Partnership], reports_to: Mapping[str, str | None], overlaps: Sequence[Overlap]
) -> tuple[Tie, ...]:
    """Every recorded tie between these partnerships.

    A board, group or subgroup belongs to the LSP, or where it reports to another of them, to that one; outside the LSP a tie is
    drawn where one reports to another. Those with two members and half of all members in common share them. A body that is
    reported to is found by its code or its name, however its letters are written.

    Args:
        partnerships: those that are drawn.
        reports_to: for each, by its code, the body that it reports to, in the words of the register.
        overlaps: of the whole register.
    """
    known = {each.code: each for each in partnerships}
    names = {_plain(text): each.code for each in partnerships for text in (each.name, each.code)}
    lsp = next((each.code for each in partnerships if each.relation == "lsp_itself"), None)
    found = []
    for each in partnerships:
        above = names.get(_plain(reports_to.get(each.code)))
        if above not in (None, each.code):
            found.append(Tie("reports", each.code, above))
        elif lsp and each.code != lsp and stands(each.relation) == "inside":
            found.append(Tie("belongs", each.code, lsp))
    shared = [
        Tie("shares", each.first, each.second)
        for each in overlaps
        if each.by_members and each.first in known and each.second in known
    ]
    return (*found, *shared)


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().split())
