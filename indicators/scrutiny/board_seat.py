"""A seat on a board and the times in it, as they are recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indicators.scrutiny.sectors import Sector


@dataclass(frozen=True)
class Seat:
    """One seat on one board; `abolished_on` is its last day."""

    code: str
    board: str
    title: str
    sector: Sector
    nominating_body: str | None
    established_on: date
    abolished_on: date | None = None


@dataclass(frozen=True)
class Appointment:
    """One time in a seat; `left_on` is the last day in it, `term_ends_on` the last day of the term."""

    seat_code: str
    holder_role: str
    appointed_on: date
    term_ends_on: date | None = None
    left_on: date | None = None
    meetings_held: int | None = None
    meetings_attended: int | None = None

    def holds(self, day: date) -> bool:
        """Whether the seat is held on that day; a term that has ended without a successor still holds it."""
        return self.appointed_on <= day and (self.left_on is None or day <= self.left_on)
