"""Downloads of publishers as they come: Fingertips, and the Explore Local Statistics of the ONS. Known by their headings.

Fingertips names its parent in a heading ("Compared to Region value or percentiles"), so only the headings that are
needed are looked for, and all others may be called what they like.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.submissions.findings import Finding, error
from indicators.submissions.headings import plain

Publisher = Literal["fingertips", "explore_local_statistics"]


@dataclass(frozen=True)
class Download:
    """What a publisher's file holds: for each part of a figure the headings under which it may stand.

    Without a heading for each of `needed` a file is not theirs.
    """

    publisher: Publisher
    headings: Mapping[str, tuple[str, ...]]
    needed: frozenset[str]


FINGERTIPS = Download(
    "fingertips",
    {
        "indicator": ("indicator id",),
        "name": ("indicator name",),
        "area_code": ("area code",),
        "sex": ("sex",),
        "age": ("age",),
        "category": ("category",),
        "period": ("time period",),
        "value": ("value",),
        "lower": ("lower ci 95.0 limit", "lower ci limit"),
        "upper": ("upper ci 95.0 limit", "upper ci limit"),
        "numerator": ("count",),
        "denominator": ("denominator",),
        "note": ("value note",),
    },
    frozenset({"indicator", "name", "area_code", "sex", "age", "category", "period", "value"}),
)
EXPLORE_LOCAL_STATISTICS = Download(
    "explore_local_statistics",
    {
        "indicator": ("indicator",),
        "area_code": ("areacd",),
        "period": ("period", "date"),
        "value": ("observation", "value"),
        "lower": ("lci 95", "lower confidence interval 95", "lci"),
        "upper": ("uci 95", "upper confidence interval 95", "uci"),
        "status": ("status", "observation status"),
        "note": ("notes",),
    },
    frozenset({"indicator", "area_code", "period", "value"}),
)
DOWNLOADS = {each.publisher: each for each in (FINGERTIPS, EXPLORE_LOCAL_STATISTICS)}


def publisher_of(headings: Sequence[str]) -> Publisher | None:
    """Whose download has these headings; None for a file that is nobody's.

    >>> publisher_of(("indicator", "areacd", "date", "lci", "uci", "value"))
    'explore_local_statistics'
    """
    for download in DOWNLOADS.values():
        if download.needed <= places(headings, download).keys():
            return download.publisher
    return None


def places(headings: Sequence[str], download: Download) -> dict[str, int]:
    """Where each part of a figure stands, from 0; the first place where a heading is repeated."""
    written = [plain(heading) for heading in headings]
    found = {
        part: next((place for place, each in enumerate(written) if each in known), None)
        for part, known in download.headings.items()
    }
    return {part: place for part, place in found.items() if place is not None}


def heading_findings(headings: Sequence[str], publisher: Publisher, line: int) -> tuple[Finding, ...]:
    """The headings that could mean the same part of a figure."""
    written = [plain(heading) for heading in headings]
    counted = {
        part: sum(each in known for each in written) for part, known in DOWNLOADS[publisher].headings.items()
    }
    return tuple(
        error("repeated_column", line=line, column=headings[place], times=counted[part])
        for part, place in places(headings, DOWNLOADS[publisher]).items()
        if counted[part] > 1
    )
