"""Seats on the boards of the partnership: who holds each, how long one has been vacant, and how many stand filled by sector.

A seat is vacant on every day on which nobody holds it; its vacancy is counted in days from the day after the last holder left, or
from the seat's first day, that day and today included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from indicators.analysis.finding import Finding
from indicators.scrutiny.board_seat import Appointment, Seat
from indicators.scrutiny.measure import Measure, measure
from indicators.scrutiny.sectors import SECTORS, Sector

SeatState = Literal["vacant", "filled", "to_come", "abolished"]
IN_ORDER: tuple[SeatState, ...] = ("vacant", "filled", "to_come", "abolished")


@dataclass(frozen=True)
class SeatStanding:
    """A seat on a day.

    `holder` is None unless it is filled; `vacant_since` and `days_vacant` are None unless it is vacant. `attendance` counts the
    meetings of the present holder; it is None where they are not recorded.
    """

    seat: Seat
    state: SeatState
    holder: Appointment | None
    vacant_since: date | None
    days_vacant: int | None
    attendance: tuple[int, int] | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class SectorSeats:
    """The seats of one sector that are there on a day: how many are filled, the longest vacancy in days, and the attendance.

    `attendance` counts the meetings of all present holders of whom they are recorded, attended and held; None where of none.
    """

    sector: Sector
    filled: Measure
    longest_vacancy: int | None
    attendance: tuple[int, int] | None


def seat_standing(seat: Seat, appointments: Iterable[Appointment], as_of: date) -> SeatStanding:
    """One seat at the end of the day `as_of`, from all appointments to it."""
    known = sorted(appointments, key=lambda each: each.appointed_on)
    holder = next((each for each in reversed(known) if each.holds(as_of)), None)
    state = _state(seat, as_of, is_held=holder is not None)
    since = _vacant_since(seat, known, as_of) if state == "vacant" else None
    return SeatStanding(
        seat,
        state,
        holder if state == "filled" else None,
        since,
        (as_of - since).days + 1 if since else None,
        _attendance(holder) if state == "filled" and holder else None,
        tuple(_findings(seat, state, known, holder, as_of)),
    )


def seats_of(
    seats: Iterable[Seat], appointments: Mapping[str, Sequence[Appointment]], as_of: date
) -> tuple[SeatStanding, ...]:
    """Every seat in the order of `IN_ORDER`, the longest vacancy first; `appointments` are by the code of the seat."""
    found = [seat_standing(seat, appointments.get(seat.code, ()), as_of) for seat in seats]
    return tuple(
        sorted(found, key=lambda each: (IN_ORDER.index(each.state), -(each.days_vacant or 0), each.seat.code))
    )


def seats_by_sector(standings: Sequence[SeatStanding]) -> tuple[SectorSeats, ...]:
    """Each sector that has a seat, in the order of the sectors; a seat to come or abolished is none."""
    there = [each for each in standings if each.state in ("vacant", "filled")]
    return tuple(
        SectorSeats(
            sector,
            measure(each.state == "filled" for each in of_sector),
            max((each.days_vacant for each in of_sector if each.days_vacant is not None), default=None),
            _together(each.attendance for each in of_sector if each.attendance),
        )
        for sector in SECTORS
        if (of_sector := [each for each in there if each.seat.sector == sector])
    )


def _together(attendances: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    known = list(attendances)
    return (sum(pair[0] for pair in known), sum(pair[1] for pair in known)) if known else None


def seat_state(seat: Seat, appointments: Iterable[Appointment], as_of: date) -> SeatState:
    """Whether a seat is there on a day, and held."""
    return _state(seat, as_of, is_held=any(each.holds(as_of) for each in appointments))


def _state(seat: Seat, as_of: date, *, is_held: bool) -> SeatState:
    if as_of < seat.established_on:
        return "to_come"
    if seat.abolished_on is not None and seat.abolished_on < as_of:
        return "abolished"
    return "filled" if is_held else "vacant"


def _vacant_since(seat: Seat, known: Sequence[Appointment], as_of: date) -> date:
    left = [each.left_on for each in known if each.left_on is not None and each.left_on < as_of]
    return max([seat.established_on, *(day + timedelta(days=1) for day in left)])


def _attendance(holder: Appointment) -> tuple[int, int] | None:
    held, attended = holder.meetings_held, holder.meetings_attended
    return None if held is None or attended is None or attended > held else (attended, held)


def _findings(
    seat: Seat, state: SeatState, known: Sequence[Appointment], holder: Appointment | None, as_of: date
) -> Iterator[Finding]:
    if state == "filled" and holder and holder.term_ends_on is not None and holder.term_ends_on < as_of:
        yield Finding("term_ended", seat.code, {"ended_on": holder.term_ends_on})
    if state == "vacant" and not seat.nominating_body:
        yield Finding("nobody_to_nominate", seat.code)
    if any(first.holds(second.appointed_on) for first, second in pairwise(known)):
        yield Finding("held_twice", seat.code)
    for each in known:
        if each.left_on is not None and each.left_on < each.appointed_on:
            yield Finding("left_before_appointed", seat.code, {"appointed_on": each.appointed_on})
        held, attended = each.meetings_held, each.meetings_attended
        if held is not None and attended is not None and attended > held:
            yield Finding("attended_more_than_held", seat.code, {"attended": attended, "held": held})
