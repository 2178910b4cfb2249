"""Seats, secondments, case studies and publicity of one version of the ledger: judged when first asked for, then kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from indicators.scrutiny.board_seat import Appointment, Seat
from indicators.scrutiny.board_seats import SeatStanding, SectorSeats, seats_by_sector, seats_of
from indicators.scrutiny.case_studies import CaseStudy, Clearance, clearances
from indicators.scrutiny.publicity import (
    AwarenessChange,
    PublicityActivity,
    PublicityMeasures,
    activities_of,
    awareness_change,
    publicity_measures,
)
from indicators.scrutiny.seats_over_time import SeatsOn, seats_over_time
from indicators.scrutiny.secondments import (
    Secondment,
    SecondmentMeasures,
    SecondmentStanding,
    secondment_measures,
    secondments_of,
)
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

__all__ = [
    "BoardSeats",
    "Clearance",
    "Publicity",
    "SeatStanding",
    "SeatsOn",
    "SecondmentStanding",
    "Secondments",
    "SectorSeats",
    "board_names",
    "board_seats",
    "case_studies",
    "publicity",
    "secondments",
]

KEPT = 8


@dataclass(frozen=True)
class BoardSeats:
    """The seats of one board, or of all: each where it stands, by sector, and over the years."""

    seats: tuple[SeatStanding, ...]
    sectors: tuple[SectorSeats, ...]
    years: tuple[SeatsOn, ...]


@dataclass(frozen=True)
class Secondments:
    """Every secondment, and what they come to."""

    standings: tuple[SecondmentStanding, ...]
    measures: SecondmentMeasures


@dataclass(frozen=True)
class Publicity:
    """Every activity with the change of awareness after it, and what they come to."""

    activities: tuple[tuple[PublicityActivity, AwarenessChange], ...]
    measures: PublicityMeasures


@kept_by_version(KEPT)
def board_names(snapshot: Snapshot, at: int) -> dict[str, str]:
    """The name of every board that has a seat, by its code."""
    return {row["code"]: row["name"] for row in snapshot.query("board_names", as_at=at)}


@kept_by_version(KEPT)
def board_seats(snapshot: Snapshot, at: int, as_of: date, board: str | None = None) -> BoardSeats:
    """The seats at the end of the day `as_of`: of the board with this code, of all without one."""
    seats = [
        seat
        for seat in snapshot.records("board_seats", Seat, as_at=at)
        if board is None or seat.board == board
    ]
    appointments: dict[str, list[Appointment]] = defaultdict(list)
    for each in snapshot.records("board_appointments", Appointment, as_at=at):
        appointments[each.seat_code].append(each)
    found = seats_of(seats, appointments, as_of)
    return BoardSeats(found, seats_by_sector(found), seats_over_time(seats, appointments, as_of))


@kept_by_version(KEPT)
def secondments(snapshot: Snapshot, at: int, as_of: date) -> Secondments:
    """The secondments at the end of the day `as_of`."""
    found = secondments_of(snapshot.records("secondments", Secondment, as_at=at), as_of)
    return Secondments(found, secondment_measures(found))


@kept_by_version(KEPT)
def case_studies(snapshot: Snapshot, at: int, as_of: date) -> tuple[Clearance, ...]:
    """The case studies, and whether each may be public on the day `as_of`."""
    return clearances(snapshot.records("case_studies", CaseStudy, as_at=at), as_of)


@kept_by_version(KEPT)
def publicity(snapshot: Snapshot, at: int) -> Publicity:
    """The publicity activities, the latest first."""
    found = activities_of(snapshot.records("publicity_activities", PublicityActivity, as_at=at))
    return Publicity(
        tuple((each, awareness_change(each)) for each in found),
        publicity_measures(found),
    )
