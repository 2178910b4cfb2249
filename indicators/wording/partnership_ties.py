"""The words of what ties partnerships together: their overlaps and their map."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.wording.commands import counted

OVERLAP_ABOUT = (
    "Two partnerships overlap here when the same theme is recorded for both, or when they have at least two members and half of "
    "all their members in common. An overlap is a question to their chairs and not a verdict. Closed ones are left out."
)
NO_OVERLAPS = "No two partnerships have the same theme or mostly the same members, as far as is recorded."
NO_MEMBERS_AT_ALL = "No members are recorded of any partnership, so only themes can be compared."
OVERLAP_COLUMNS = ("Partnership", "and", "Same theme", "Members in common", "Share of all their members")
OVERLAP_CAPTION = "Pairs that overlap, those with most members in common first"
OVERLAP_KEY = {
    "theme": "same theme",
    "members": "members in common",
    "both": "same theme and members in common",
}
DRAWN_MOST = "Drawn are the {drawn:,} of {of:,} with the most overlaps; the table holds every pair."

MAP_GROUPS = {
    "lsp": "The LSP and its board",
    "groups": "Inside: themes and subgroups",
    "outside": "Outside the LSP",
    "not_stated": "Not stated",
    "not_applicable": "After the LSP",
}
MAP_BELONGS = "belongs to the LSP, by its recorded relation"
MAP_REPORTS = "reports to, as recorded"
MAP_SHARES = "mostly the same members"
MAP_ABOUT = (
    "A group says how a partnership stands to the LSP. Arcs are drawn only from what is recorded: the relation to the LSP, the "
    "body it reports to, and members in common. That no arc is drawn does not mean that there is no tie."
)
MAP_MOST = "Drawn are {drawn:,} of {of:,}, the significant ones first; the register holds them all."
MAP_COLUMNS = ("Partnership", "Group", "Reports to", "Mostly the same members as")


def overlap_finding(pairs: int, themes: int, members: int) -> str:
    """The finding of the overlaps.

    >>> overlap_finding(12, 12, 0)
    '12 pairs of partnerships overlap: 12 by theme, none by members'
    >>> overlap_finding(1, 1, 1)
    '1 pair of partnerships overlaps: 1 by theme, 1 by members'
    """
    verb = "overlaps" if pairs == 1 else "overlap"
    by = ", ".join(
        f"{count:,} by {what}" if count else f"none by {what}"
        for count, what in ((themes, "theme"), (members, "members"))
    )
    return f"{counted(pairs, 'pair', 'pairs')} of partnerships {verb}: {by}"


def map_finding(columns: Mapping[str, int], lines: int) -> str:
    """The finding of the map.

    >>> map_finding({"lsp": 2, "groups": 8, "outside": 5}, 9)
    '15 partnerships drawn, of which 10 stand inside the LSP, and 9 recorded ties between them'
    >>> map_finding({"outside": 1}, 0)
    '1 partnership drawn, of which none stands inside the LSP; no tie is recorded'
    """
    every = sum(columns.values())
    inside = columns.get("lsp", 0) + columns.get("groups", 0)
    within = f"{inside:,} stand{'s' if inside == 1 else ''}" if inside else "none stands"
    ties = (
        f", and {lines:,} recorded {'tie' if lines == 1 else 'ties'} between them"
        if lines
        else "; no tie is recorded"
    )
    return f"{counted(every, 'partnership', 'partnerships')} drawn, of which {within} inside the LSP{ties}"
