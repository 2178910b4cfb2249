"""How many seats stood filled, by group of sectors, at the end of each year: whether the other partners gained a place or lost it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indicators.scrutiny.board_seat import Appointment, Seat
from indicators.scrutiny.board_seats import seat_state
from indicators.scrutiny.sectors import GROUPS, SectorGroup, group_of

MOST_YEARS = 12  # bars that a reader can tell apart


@dataclass(frozen=True)
class SeatsOn:
    """The seats there on a day: those filled by group of sectors, and those vacant of any sector."""

    day: date
    filled: dict[SectorGroup, int]
    vacant: int


def seats_over_time(
    seats: Sequence[Seat], appointments: Mapping[str, Sequence[Appointment]], as_of: date
) -> tuple[SeatsOn, ...]:
    """The last days of the years since the first seat, at most the latest eleven, and the day `as_of` itself."""
    begun = [seat.established_on for seat in seats if seat.established_on <= as_of]
    if not begun:
        return ()
    years = range(min(begun).year, as_of.year + 1)
    ends = [date(year, 12, 31) for year in years]
    days = [*[day for day in ends if day < as_of][1 - MOST_YEARS :], as_of]
    return tuple(_on(seats, appointments, day) for day in days)


def _on(seats: Sequence[Seat], appointments: Mapping[str, Sequence[Appointment]], day: date) -> SeatsOn:
    states = [(seat.sector, seat_state(seat, appointments.get(seat.code, ()), day)) for seat in seats]
    holders = [group_of(sector) for sector, state in states if state == "filled"]
    vacant = sum(state == "vacant" for _, state in states)
    return SeatsOn(day, {group: holders.count(group) for group in GROUPS}, vacant)
