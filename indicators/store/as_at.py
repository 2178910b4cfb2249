"""As-at: which moment of the ledger somebody means."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from indicators.store.errors import EntryUnknown, MomentUnreadable
from indicators.store.history import history
from indicators.store.snapshot import Snapshot

LONDON = ZoneInfo("Europe/London")
LONGEST_DATE = len("2007-09-20")


class Recorded(Protocol):
    """What of an entry matters here."""

    @property
    def seq(self) -> int:
        """Its place in the ledger."""

    @property
    def id(self) -> str:
        """What people call it."""

    @property
    def recorded_at(self) -> datetime:
        """When it was recorded, with a time zone."""


def sequence_at(source: Snapshot | Iterable[Recorded], text: str) -> int:
    """The sequence that was the newest at the moment that `text` names; 0 before the first entry.

    A sequence (`12`) or an entry's id names itself. A date means the end of that day in Europe/London, a date and
    time without a zone is London's. Order is the sequence and not the clock: where clocks disagreed, all entries up
    to the last one recorded by that moment are taken.

    Raises:
        EntryUnknown: there is no such sequence or entry.
        MomentUnreadable: it is none of these.
    """
    entries = list(history(source) if isinstance(source, Snapshot) else source)
    asked = text.strip()
    if asked.isdecimal():
        return _sequence_of(entries, int(asked), asked)
    for entry in entries:
        if entry.id == asked.lower():
            return entry.seq
    before = _end_of(asked)
    return max((entry.seq for entry in entries if entry.recorded_at < before), default=0)


def today() -> date:
    """Today in the county."""
    return day_in_london(datetime.now(tz=UTC))


def day_in_london(moment: datetime) -> date:
    """The day that a moment belongs to on the clocks of the county."""
    return moment.astimezone(LONDON).date()


def as_of(snapshot: Snapshot, at: int) -> date:
    """The day by which freshness is judged: today for the newest moment, otherwise the day of the moment looked back to.

    Where the entry of that moment is damaged, the moment bears the day of the one before it.

    Raises:
        ValueError: no entry is known by then.
    """
    if at >= snapshot.version.seq:
        return today()
    entry = next((entry for entry in history(snapshot) if entry.seq <= at), None)
    if entry is None:
        raise ValueError(f"nothing was recorded by entry {at}")
    return day_in_london(entry.recorded_at)


def _sequence_of(entries: list[Recorded], seq: int, asked: str) -> int:
    if seq and seq not in {entry.seq for entry in entries}:
        raise EntryUnknown(asked=asked, found=0)
    return seq


def _end_of(text: str) -> datetime:
    """The first moment, in UTC, that no longer belongs to the day or second that `text` names."""
    try:
        if len(text) > LONGEST_DATE:
            named = datetime.fromisoformat(text)
            local = named if named.tzinfo else named.replace(tzinfo=LONDON)
            return local.astimezone(UTC) + timedelta(seconds=1)
        day = date.fromisoformat(text) + timedelta(days=1)
        return datetime.combine(day, time(), LONDON).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise MomentUnreadable(text=text) from error
