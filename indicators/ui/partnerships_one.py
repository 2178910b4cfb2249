"""One partnership: everything that is recorded of it, its members, its health check, its overlaps, and where it was read."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.assessments.partnerships import Entry, PartnershipRegister
from indicators.reports.partnership_rows import facts, findings, health
from indicators.scrutiny.health_check import HEADINGS
from indicators.ui import markup
from indicators.ui.choices import query
from indicators.ui.markup import Cell
from indicators.ui.partnerships_overlap import overlap_table
from indicators.ui.register_view import Moment
from indicators.wording import partnerships as words
from indicators.wording.dates import day


def show_one(register: PartnershipRegister, asked: str, moment: Moment, keep: Sequence[str]) -> None:
    """The partnership with the code that the address asks for."""
    one = next((each for each in register.entries if each.code == asked), None)
    if one is None:
        st.html(markup.paragraph(words.NO_SUCH.format(given=asked)))
    else:
        _show(one, register, moment, keep)
    st.html(markup.linked_list("", [markup.link(f"partnerships{query(keep)}", words.BACK)]))


def _show(one: Entry, register: PartnershipRegister, moment: Moment, keep: Sequence[str]) -> None:
    st.html(f"<h2>{markup.plain(one.partnership.name)}</h2>" + markup.facts(facts(one, moment.as_of)))
    sources = [(words.READ_AT, one.text.source), (words.SECOND_SOURCE, one.text.second_source)]
    links = [f"{markup.plain(name)}: {markup.read_at(source)}" for name, source in sources if source]
    st.html(markup.linked_list("", links))
    found = findings(one)
    if found:
        st.header(words.FINDINGS)
        st.html(markup.bullets(found))
    st.header(words.MEMBERS)
    st.html(_members(one) if one.members else markup.paragraph(words.NO_MEMBERS))
    st.header(words.HEALTH)
    st.html(
        markup.paragraph(": ".join(filter(None, health(one))))
        + markup.paragraph(words.HEALTH_ABOUT, quiet=True)
    )
    if one.scores:
        st.html(_health(one))
    overlapping = [each for each in register.overlaps if one.code in (each.first, each.second)]
    if overlapping:
        st.header(words.PARTS["overlap"])
        st.html(overlap_table(overlapping, register, keep))


def _members(one: Entry) -> str:
    rows = [
        [
            Cell(each.organisation),
            Cell(words.SECTORS[each.sector]),
            Cell(each.seat or ""),
            Cell(each.voting or words.NOT_RECORDED),
        ]
        for each in one.members
    ]
    return markup.table(words.MEMBER_COLUMNS, rows, caption=words.MEMBERS, blocks=True)


def _health(one: Entry) -> str:
    """All eight headings; one without a score says so."""
    known = {each.heading: each for each in one.scores}
    rows = []
    for heading in HEADINGS:
        score = known.get(heading)
        if score is None:
            rows.append([Cell(words.HEADINGS[heading]), Cell(words.NO_SCORE), Cell(), Cell(), Cell()])
            continue
        rows.append(
            [
                Cell(words.HEADINGS[heading]),
                Cell(str(score.score)),
                Cell(day(score.checked_on)),
                Cell(score.evidence or ""),
                Cell(score.action or ""),
            ]
        )
    return markup.table(words.HEALTH_COLUMNS, rows, caption=words.HEALTH, blocks=True)
