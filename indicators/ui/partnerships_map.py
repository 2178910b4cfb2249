"""The map of the partnership: who stands in which column, the recorded ties between them, and the same as a table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import streamlit as st

from indicators.assessments.partnerships import Entry, PartnershipRegister
from indicators.charts.network import Line, Node, network_figure
from indicators.reports.partnership_rows import level
from indicators.scrutiny.ties import COLUMNS, Tie, column, most_significant, ties
from indicators.ui import markup
from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.markup import Cell
from indicators.ui.register_view import Moment
from indicators.wording import partnership_ties
from indicators.wording import partnerships as words
from indicators.wording.scrutiny import INSIDE

DRAWN_MOST = 45
KINDS = {
    "belongs": partnership_ties.MAP_BELONGS,
    "reports": partnership_ties.MAP_REPORTS,
    "shares": partnership_ties.MAP_SHARES,
}


def show_map(shown: Sequence[Entry], register: PartnershipRegister, moment: Moment) -> None:
    """The drawing of those that are let through and their table."""
    entries = {each.code: each for each in shown}
    drawn = most_significant([each.partnership for each in shown], DRAWN_MOST)
    found = ties(drawn, {each.code: each.text.reports_to for each in shown}, register.overlaps)
    columns = Counter(column(each) for each in drawn)
    finding = partnership_ties.map_finding(columns, len(found))
    used = [each for each in COLUMNS if columns[each]]
    nodes = [
        Node(
            each.code,
            each.name,
            used.index(column(each)),
            f"{each.name}: {INSIDE[entries[each.code].stands]}, {level(entries[each.code])}",
        )
        for each in drawn
    ]
    st.header(finding)
    figure = network_figure(
        nodes,
        [Line(tie.start, tie.end, KINDS[tie.kind]) for tie in found],
        [partnership_ties.MAP_GROUPS[each] for each in used],
        list(KINDS.values()),
        colours=moment.colours,
    )
    st.plotly_chart(
        figure, config=PLOTLY, alt=_alt(finding, nodes, used), key="partnerships-map", width=CHART_WIDTH
    )
    st.html(markup.paragraph(partnership_ties.MAP_ABOUT))
    if len(drawn) < len(shown):
        st.html(
            markup.paragraph(partnership_ties.MAP_MOST.format(drawn=len(drawn), of=len(shown)), quiet=True)
        )
    st.html(_table(nodes, [partnership_ties.MAP_GROUPS[each] for each in used], found, entries))


def _alt(finding: str, nodes: Sequence[Node], used: Sequence[str]) -> str:
    said = [
        f"{partnership_ties.MAP_GROUPS[each]}: {', '.join(node.name for node in nodes if node.group == place)}"
        for place, each in enumerate(used)
    ]
    return f"{finding}. {'. '.join(said)}."


def _table(
    nodes: Sequence[Node], columns: Sequence[str], found: Sequence[Tie], entries: dict[str, Entry]
) -> str:
    shares = defaultdict(list)
    for tie in found:
        if tie.kind == "shares":
            shares[tie.start].append(entries[tie.end].partnership.name)
            shares[tie.end].append(entries[tie.start].partnership.name)
    rows = [
        [
            Cell(node.name),
            Cell(columns[node.group]),
            Cell(entries[node.key].text.reports_to or words.NOT_RECORDED),
            Cell(", ".join(shares[node.key])),
        ]
        for node in sorted(nodes, key=lambda node: node.group)
    ]
    return markup.table(partnership_ties.MAP_COLUMNS, rows, caption=words.PARTS["map"], blocks=True)
