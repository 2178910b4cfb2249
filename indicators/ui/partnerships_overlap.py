"""Which partnerships overlap: a drawing of the pairs, and the table of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from indicators.assessments.partnerships import PartnershipRegister
from indicators.charts.overlap import Pair, overlap_figure
from indicators.scrutiny.overlap import Overlap
from indicators.ui import markup
from indicators.ui.choices import query
from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.markup import Cell
from indicators.ui.pager import pager, pages
from indicators.ui.partnerships_table import address
from indicators.ui.register_view import Moment
from indicators.wording import partnership_ties
from indicators.wording import partnerships as words

DRAWN_MOST = 30
SIZE = 50


def show_overlaps(register: PartnershipRegister, moment: Moment, keep: Sequence[str]) -> None:
    """The finding, the drawing and the table, or that nothing overlaps."""
    st.html(markup.paragraph(partnership_ties.OVERLAP_ABOUT))
    if not any(each.members for each in register.entries):
        st.html(markup.paragraph(partnership_ties.NO_MEMBERS_AT_ALL))
    found = register.overlaps
    if not found:
        st.html(markup.paragraph(partnership_ties.NO_OVERLAPS))
        return
    finding = partnership_ties.overlap_finding(
        len(found), sum(each.same_theme for each in found), sum(each.by_members for each in found)
    )
    st.header(finding)
    drawn = most_overlapping(found, DRAWN_MOST)
    names = {each.code: each.partnership.name for each in register.entries}
    pairs = _pairs(found, drawn, names)
    alt = f"{finding}. {'. '.join(pair.text for pair in pairs)}."
    figure = overlap_figure(
        [names[code] for code in drawn], pairs, partnership_ties.OVERLAP_KEY, colours=moment.colours
    )
    st.plotly_chart(figure, config=PLOTLY, alt=alt, key="partnerships-overlap", width=CHART_WIDTH)
    every = {code for each in found for code in (each.first, each.second)}
    if len(drawn) < len(every):
        st.html(
            markup.paragraph(partnership_ties.DRAWN_MOST.format(drawn=len(drawn), of=len(every)), quiet=True)
        )
    on_page = pages("page", len(found), SIZE)
    st.html(overlap_table(found[on_page.first - 1 : on_page.last], register, keep))
    if on_page.count > 1:
        st.html(
            pager(
                on_page,
                words.PARTS["overlap"].lower(),
                lambda number: f"partnerships{query(('as_at', 'part'), page=number)}",
                back=words.BEFORE,
                forward=words.AFTER,
            )
        )


def most_overlapping(found: Sequence[Overlap], most: int) -> list[str]:
    """The codes with the most overlaps, at most so many, those that overlap beside one another."""
    counts = Counter(code for each in found for code in (each.first, each.second))
    chosen = {code for code, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]}
    ordered = dict.fromkeys(code for each in found for code in (each.first, each.second) if code in chosen)
    return list(ordered)


def overlap_table(found: Sequence[Overlap], register: PartnershipRegister, keep: Sequence[str]) -> str:
    """One row a pair."""
    entries = {each.code: each for each in register.entries}
    rows = []
    for each in found:
        first, second = entries[each.first], entries[each.second]
        rows.append(
            [
                Cell(markup=markup.link(address(first.code, keep), first.partnership.name)),
                Cell(markup=markup.link(address(second.code, keep), second.partnership.name)),
                Cell(first.partnership.theme or "" if each.same_theme else ""),
                Cell(", ".join(each.shared)),
                Cell(words.share(each.share), numeric=True),
            ]
        )
    return markup.table(
        partnership_ties.OVERLAP_COLUMNS, rows, caption=partnership_ties.OVERLAP_CAPTION, blocks=True
    )


def _pairs(found: Sequence[Overlap], drawn: Sequence[str], names: Mapping[str, str]) -> list[Pair]:
    place = {code: number for number, code in enumerate(drawn)}
    pairs = []
    for each in found:
        if each.first in place and each.second in place:
            kind = (
                "both" if each.same_theme and each.by_members else "members" if each.by_members else "theme"
            )
            text = f"{names[each.first]} and {names[each.second]}: {partnership_ties.OVERLAP_KEY[kind]}"
            pairs.append(Pair(place[each.first], place[each.second], kind, text))
    return pairs
