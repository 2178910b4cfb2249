"""Board seats: which are vacant and for how long, by sector, and over the years."""

from __future__ import annotations

import streamlit as st

from indicators.assessments.partnership_life import BoardSeats, SeatStanding, board_names, board_seats
from indicators.ui.choices import choose_one, query
from indicators.ui.markup import Cell, paragraph, table
from indicators.ui.pager import pager, pages
from indicators.ui.partnership_drawing import show_drawing
from indicators.ui.partnership_life_charts import seats_drawing
from indicators.ui.register_view import Moment
from indicators.wording import history, sectors
from indicators.wording import partnership_life as words
from indicators.wording import partnership_life_sentences as sentences
from indicators.wording.dates import day
from indicators.wording.numbers import NO_VALUE, number
from indicators.wording.scrutiny_findings import days, sentence

PAGE = 25
ALL = ""
KEEP = ("as_at", "part", "board")


def show_seats(moment: Moment) -> bool:
    """The part; whether there was a seat to show."""
    names = board_names(moment.snapshot, moment.at)
    board = ALL
    if len(names) > 1:
        with st.container(key="screen-only-board"):
            board = choose_one(words.BOARD, "board", {ALL: words.ALL_BOARDS, **names}, default=ALL)
    found = board_seats(moment.snapshot, moment.at, moment.as_of, board or None)
    if not found.seats:
        return False
    st.html(paragraph(_headline(found)))
    show_drawing(seats_drawing(found.years, moment.colours), "life-seats")
    if found.years:
        st.html(_years(found) + paragraph(sectors.GROUPS_MEAN, quiet=True))
    st.header(words.BY_SECTOR)
    st.html(_sectors(found))
    st.header(words.THE_SEATS)
    _list(found, names)
    return True


def _headline(found: BoardSeats) -> str:
    private = next((each.filled for each in found.sectors if each.sector == "private"), None)
    there = [each for each in found.seats if each.state in ("vacant", "filled")]
    waits = [each.days_vacant for each in there if each.days_vacant is not None]
    return sentences.seats_headline(
        len(there),
        len(waits),
        None if private is None else (private.part, private.whole),
        max(waits, default=None),
    )


def _sectors(found: BoardSeats) -> str:
    rows = [
        [
            Cell(sectors.SECTORS[each.sector]),
            Cell(number(each.filled.whole, 0), numeric=True),
            Cell(number(each.filled.part, 0), numeric=True),
            Cell(number(each.filled.whole - each.filled.part, 0), numeric=True),
            Cell(NO_VALUE if each.longest_vacancy is None else days(each.longest_vacancy), numeric=True),
            Cell(sentences.attended(each.attendance), numeric=True),
        ]
        for each in found.sectors
    ]
    return table(words.SECTOR_COLUMNS, rows, caption=words.SECTORS_CAPTION, blocks=True)


def _years(found: BoardSeats) -> str:
    rows = [
        [
            Cell(day(each.day)),
            *(Cell(number(each.filled[group], 0), numeric=True) for group in each.filled),
            Cell(number(each.vacant, 0), numeric=True),
        ]
        for each in found.years
    ]
    columns = (words.DAY, *(sectors.GROUPS[group] for group in found.years[0].filled), words.VACANT)
    return table(columns, rows, caption=words.YEARS_CAPTION, blocks=True)


def _list(found: BoardSeats, names: dict[str, str]) -> None:
    here = pages("rows", len(found.seats), PAGE)
    rows = [_row(each, names) for each in found.seats[here.first - 1 : here.last]]
    html = table(words.SEAT_COLUMNS, rows, caption=words.SEATS_CAPTION, blocks=True)
    if here.count > 1:
        html += pager(
            here,
            words.SEATS_WORD,
            lambda page: f"partnership_life{query(KEEP, rows=page)}",
            back=history.BACK,
            forward=history.FORWARD,
        )
    st.html(html)


def _row(each: SeatStanding, names: dict[str, str]) -> list[Cell]:
    seat, holder = each.seat, each.holder
    state = words.STATES[each.state]
    if each.vacant_since and each.days_vacant:
        state = sentences.vacancy(each.vacant_since, each.days_vacant)
    said = " ".join(sentence(finding.rule, finding.figures) for finding in each.findings)
    return [
        Cell(seat.title, quiet=names.get(seat.board, seat.board)),
        Cell(sectors.SECTORS[seat.sector]),
        Cell(f"{words.SHAPES[each.state]} {state}", quiet=said),
        Cell(seat.nominating_body or words.NOT_STATED),
        Cell(
            holder.holder_role if holder else NO_VALUE,
            quiet=sentences.term(holder.term_ends_on) if holder else "",
        ),
        Cell(sentences.attended(each.attendance), numeric=True),
    ]
