"""What a request asks about: a version of the figures, a moment, an indicator, a place. What does not exist is refused."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from indicators.server.api.parameters import LONGEST_MOMENT
from indicators.server.api.problems import Refused
from indicators.store import Snapshot, StoreError, queries
from indicators.store.as_at import sequence_at
from indicators.store.history import HistoryEntry, history
from indicators.store.open_queries import Page
from indicators.wording.open_api import near

NEAREST = 3
NEAR_ENOUGH = 0.5


@dataclass(frozen=True)
class Asked:
    """A request whose parameters have been read.

    `path` is the address without its query; `moment` the newest entry of the moment asked for, and `at` its sequence.
    """

    path: str
    code: str | None
    values: Mapping[str, Any]
    snapshot: Snapshot
    moment: HistoryEntry

    @property
    def at(self) -> int:
        """The sequence that the answer stands for."""
        return self.moment.seq

    @property
    def page(self) -> Page:
        """The rows asked for, and one more, by which it is known whether others follow."""
        return Page(self.values["limit"] + 1, self.values["offset"])


def moment_of(snapshot: Snapshot, text: str | None) -> HistoryEntry:
    """The newest entry at the moment that a text names; without a text the newest of all.

    Raises:
        Refused: the text names no moment, or one before the first entry.
    """
    at = snapshot.version.seq if text is None else _sequence(snapshot, text)
    entry = next((entry for entry in history(snapshot) if entry.seq <= at), None)
    if entry is None:
        raise Refused(HTTPStatus.NOT_FOUND, "nothing_recorded_yet", asked=text or "now")
    return entry


def _sequence(snapshot: Snapshot, text: str) -> int:
    if not text.isascii() or len(text) > LONGEST_MOMENT:
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "moment_unreadable", asked=text)
    try:
        return sequence_at(snapshot, text)
    except StoreError as error:
        if error.code == "entry_unknown":
            raise Refused(
                HTTPStatus.NOT_FOUND, "moment_unknown", asked=text, last=snapshot.version.seq
            ) from None
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "moment_unreadable", asked=text) from None


def known_indicator(asked: Asked, code: str | None) -> str | None:
    """The code of an indicator that exists at the moment asked for; None where none is asked for.

    Raises:
        Refused: there is no such indicator; the nearest codes are in the figures.
    """
    if code is None:
        return None
    codes = [one.code for one in queries.indicators(asked.snapshot, asked.at)]
    if code not in codes:
        close = difflib.get_close_matches(code[:LONGEST_MOMENT].upper(), codes, n=NEAREST, cutoff=NEAR_ENOUGH)
        raise Refused(HTTPStatus.NOT_FOUND, "indicator_unknown", asked=code, near=near(close))
    return code


def known_area(asked: Asked, code: str | None) -> str | None:
    """The code of a place that exists at the moment asked for; None where none is asked for.

    Raises:
        Refused: there is no such place; all that there are stand in the figures.
    """
    if code is None:
        return None
    areas = queries.areas(asked.snapshot, asked.at)
    if code not in (one.code for one in areas):
        places = "; ".join(f"{one.code} {one.name}" for one in areas)
        raise Refused(HTTPStatus.NOT_FOUND, "area_unknown", asked=code, places=places)
    return code
