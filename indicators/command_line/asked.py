"""What a command was asked about: the store, a place, a moment, an indicator. What does not exist is named, with the nearest."""

from __future__ import annotations

import difflib
import errno
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from indicators.assessments.since import SinceDate, read_since
from indicators.command_line.answers import Refused
from indicators.model import Area, Indicator
from indicators.store import Snapshot, Store, home, open_store, queries
from indicators.store.as_at import as_of, day_in_london, sequence_at
from indicators.store.errors import LedgerUnreadable
from indicators.store.history import HistoryEntry, history
from indicators.wording import commands
from indicators.wording.dates import day
from indicators.wording.verification import damage

NEAREST = 3
NEAR_ENOUGH = 0.5


@dataclass(frozen=True)
class Moment:
    """A moment of the ledger: its sequence, its entry, and the day by which freshness is judged."""

    at: int
    entry: HistoryEntry
    as_of: date


def recorded() -> Store:
    """The store as it is, be it empty.

    Raises:
        LedgerUnreadable: a file stands where its folder should be.
    """
    folder = home()
    if folder.is_file():
        raise LedgerUnreadable(path=str(folder), reason=errno.errorcode[errno.ENOTDIR])
    return open_store(folder)


def figures() -> Snapshot:
    """The newest version of the figures; an empty ledger is first filled with the embedded ones, which is said.

    What is damaged and has been left out is said too.

    Raises:
        StoreError: it cannot be read or written.
    """
    # What reads and checks files is loaded only where figures are asked for: `history` and `verify` do without.
    from indicators.submissions.first_start import ready_store  # noqa: PLC0415

    with recorded() as store:
        is_first_start = store.ledger.head().seq == 0
    snapshot = ready_store().snapshot()
    if is_first_start:
        sys.stderr.write(f"{commands.FIRST_START}\n")
    for problem in snapshot.problems:
        sys.stderr.write(f"{damage(problem.code, problem.entry, problem.file, problem.figures)}\n")
    return snapshot


def moment(snapshot: Snapshot, asked: str | None) -> Moment:
    """The moment that a text names; without a text the newest one, whose freshness is judged today.

    Where the entry of that moment is damaged, the moment bears the name of the one before it.

    Raises:
        Refused: nothing was recorded by then.
        StoreError: the text names no moment.
    """
    entries = history(snapshot)
    at = snapshot.version.seq if asked is None else sequence_at(snapshot, asked)
    entry = next((entry for entry in entries if entry.seq <= at), None)
    if entry is None:
        first = day(day_in_london(entries[-1].recorded_at)) if entries else ""
        raise Refused("nothing_recorded_yet" if first else "nothing_readable", asked=asked, first=first)
    return Moment(at, entry, as_of(snapshot, at))


def area(snapshot: Snapshot, at: int, asked: str) -> Area:
    """The place with this code or name.

    Raises:
        Refused: there is none.
    """
    known = queries.areas(snapshot, at)
    if not known:
        raise Refused("no_places")
    for one in known:
        if asked.strip().casefold() in (one.code.casefold(), one.name.casefold()):
            return one
    places = "; ".join(f"{one.code} {one.name}" for one in known)
    raise Refused("area_unknown", asked=asked, places=places)


def since(snapshot: Snapshot, code: str, at: int, asked: str) -> SinceDate:
    """The day that a period, a day or the code of an event names.

    Raises:
        Refused: it names none.
    """
    found = read_since(asked, queries.events_of(snapshot, code, at))
    if found is None:
        raise Refused("since_unreadable", asked=asked)
    return found


def indicator(snapshot: Snapshot, at: int, asked: str) -> Indicator:
    """The indicator with this code, in capitals or not.

    Raises:
        Refused: there is none; the nearest codes and names are in the figures.
    """
    known = {one.code: one for one in queries.indicators(snapshot, at)}
    code = asked.strip().upper()
    if code in known:
        return known[code]
    near = nearest(asked, {one.code: one.title for one in known.values()})
    raise Refused(
        "indicator_unknown", asked=asked, nearest=commands.nearest([(one, known[one].title) for one in near])
    )


def nearest(asked: str, titles: Mapping[str, str]) -> list[str]:
    """The codes that come nearest to what was typed, by their own letters or by those of the title."""
    by_code = difflib.get_close_matches(asked.upper(), titles, n=NEAREST, cutoff=NEAR_ENOUGH)
    return list(dict.fromkeys([*by_code, *_by_title(asked, titles)]))[:NEAREST]


def _by_title(asked: str, titles: Mapping[str, str]) -> Iterable[str]:
    words = asked.casefold()
    return [code for code, title in titles.items() if words in title.casefold()]
