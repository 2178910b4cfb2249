"""Which of a publisher's indicators are ours: stated in `publishers_indicators.csv`, or by the name in the source.

A row of the table names a publisher's indicator by its code or its name, and with Fingertips also whom it is about; an
empty sex or age means any. An indicator that the table does not name is ours where its name is the `source_title` of
exactly one of our indicators.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from indicators.submissions.downloads import Publisher
from indicators.submissions.headings import plain

TABLE = Path(__file__).with_suffix(".csv")
_EVERYBODY = frozenset({"", "persons", "not applicable"})


@dataclass(frozen=True)
class OurIndicator:
    """What is known of one of our indicators: its name in the source, the ISO length of its periods, its source."""

    code: str
    source_title: str
    period_length: str
    source_key: str


@dataclass(frozen=True)
class Stated:
    """One row of the table."""

    publisher: str
    code: str
    name: str
    sex: str
    age: str
    indicator_code: str

    def is_about(self, sex: str, age: str) -> bool:
        """Whether these are the people whom the row means."""
        return self.sex in ("", sex) and self.age in ("", age)


@cache
def stated() -> tuple[Stated, ...]:
    """The rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(Stated(**row) for row in csv.DictReader(file))


class Ours:
    """Our indicators, as one publisher calls them."""

    def __init__(self, publisher: Publisher, indicators: Iterable[OurIndicator]) -> None:
        """The indicators of ours that are stored."""
        self._ours: Mapping[str, OurIndicator] = {each.code: each for each in indicators}
        titles = Counter(plain(each.source_title) for each in self._ours.values())
        self._by_title = {
            plain(each.source_title): each
            for each in self._ours.values()
            if titles[plain(each.source_title)] == 1
        }
        self._stated: dict[str, list[Stated]] = {}
        for row in stated():
            if row.publisher == publisher and row.indicator_code in self._ours:
                for name in {plain(row.code), plain(row.name)}:
                    self._stated.setdefault(name, []).append(row)

    def knows(self, code: str, name: str) -> bool:
        """Whether any indicator of ours has this code or this name with the publisher."""
        return any(plain(each) in known for each in (code, name) for known in (self._stated, self._by_title))

    def find(self, code: str, name: str, sex: str, age: str) -> OurIndicator | None:
        """Our indicator for a publisher's, of these people; None where there is none."""
        rows = self._stated.get(plain(code)) or self._stated.get(plain(name))
        if rows is not None:
            return next((self._ours[row.indicator_code] for row in rows if row.is_about(sex, age)), None)
        ours = self._by_title.get(plain(name)) or self._by_title.get(plain(code))
        return ours if plain(sex) in _EVERYBODY else None
