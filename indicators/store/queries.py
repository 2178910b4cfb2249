"""The questions that pages ask of a snapshot: one function each, its SQL in the file of the same name.

`at` is a sequence of the ledger: the answer is what was in force when that entry was the newest. None means now.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from indicators.model import Area, Event, Indicator, Observation, Target, Theme
from indicators.store.history import HistoryEntry, history
from indicators.store.kept import kept_by_version
from indicators.store.revisions import Revision, revisions
from indicators.store.snapshot import Snapshot

__all__ = [
    "BasketRow",
    "HistoryEntry",
    "Revision",
    "SourceRow",
    "area_series",
    "areas",
    "areas_observed",
    "areas_with_data",
    "basket",
    "basket_series",
    "comparison",
    "events",
    "events_of",
    "history",
    "indicator",
    "indicators",
    "long_series",
    "recorded_before_promises",
    "revisions",
    "series",
    "sources",
    "suppressed",
    "targets",
    "targets_of",
    "themes",
    "unpublished_indicators",
]


# Registers that every screen asks for again at each run; a few versions and moments of each are kept.
KEPT = 32


@dataclass(frozen=True)
class BasketRow:
    """An indicator's place in a basket; `theme` is None where the indicator names one that is not declared."""

    basket_code: str
    position: int
    indicator: Indicator
    theme: Theme | None
    joined_on: date
    no_target_reason: str | None
    note: str | None


@dataclass(frozen=True)
class SourceRow:
    """Where figures were read."""

    key: str
    publisher: str
    title: str
    location: str
    licence: str | None
    note: str | None


@kept_by_version(KEPT)
def basket(snapshot: Snapshot, at: int | None = None) -> list[BasketRow]:
    """The members of the basket in its order; one that had left by the day of the as-at moment is not among them.

    A member whose indicator is not declared at that moment is left out, having nothing to show.
    """
    declared = {indicator.code: indicator for indicator in indicators(snapshot, at)}
    theme_by_code = {theme.code: theme for theme in themes(snapshot, at)}
    return [
        BasketRow(
            basket_code=member["basket_code"],
            position=member["position"],
            indicator=declared[member["indicator_code"]],
            theme=theme_by_code.get(declared[member["indicator_code"]].theme_code),
            joined_on=member["joined_on"],
            no_target_reason=member["no_target_reason"],
            note=member["note"],
        )
        for member in snapshot.query("basket_members", as_at=sequence(snapshot, at))
        if member["indicator_code"] in declared
    ]


@kept_by_version(KEPT)
def indicators(snapshot: Snapshot, at: int | None = None) -> list[Indicator]:
    """All indicators, by theme."""
    return snapshot.records("indicators", Indicator, as_at=sequence(snapshot, at))


def indicator(snapshot: Snapshot, code: str, at: int | None = None) -> Indicator | None:
    """The indicator with this code, or None."""
    found = snapshot.records("indicator", Indicator, code=code, as_at=sequence(snapshot, at))
    return found[0] if found else None


@kept_by_version(KEPT)
def themes(snapshot: Snapshot, at: int | None = None) -> list[Theme]:
    """All themes in their order."""
    return snapshot.records("themes", Theme, as_at=sequence(snapshot, at))


@kept_by_version(KEPT)
def areas(snapshot: Snapshot, at: int | None = None) -> list[Area]:
    """All areas in their order."""
    return snapshot.records("areas", Area, as_at=sequence(snapshot, at))


def areas_with_data(snapshot: Snapshot, code: str, at: int | None = None) -> list[str]:
    """The codes of the areas that have an observation of the indicator, in the order of areas."""
    found = snapshot.query("areas_with_data", code=code, as_at=sequence(snapshot, at))
    return [row["code"] for row in found]


def sources(snapshot: Snapshot, at: int | None = None) -> list[SourceRow]:
    """All sources by their key."""
    return snapshot.records("sources", SourceRow, as_at=sequence(snapshot, at))


def series(snapshot: Snapshot, code: str, area: str, at: int | None = None) -> list[Observation]:
    """The observations of one indicator for one area by the last day of their period."""
    return snapshot.records("series", Observation, code=code, area=area, as_at=sequence(snapshot, at))


def basket_series(snapshot: Snapshot, area: str, at: int | None = None) -> dict[str, list[Observation]]:
    """For each indicator that is or was in a basket, by code, its observations for one area as `series` gives them.

    An indicator without any is not among the keys.
    """
    found = snapshot.records("basket_series", Observation, area=area, as_at=sequence(snapshot, at))
    by_code = groupby(found, key=lambda observation: observation.indicator_code)
    return {code: list(observations) for code, observations in by_code}


def area_series(snapshot: Snapshot, area: str, at: int | None = None) -> dict[str, list[Observation]]:
    """For each indicator with observations for one area, by code, in the basket or not, those observations as `series` gives them."""
    found = snapshot.records("area_series", Observation, area=area, as_at=sequence(snapshot, at))
    by_code = groupby(found, key=lambda observation: observation.indicator_code)
    return {code: list(observations) for code, observations in by_code}


def areas_observed(snapshot: Snapshot, at: int | None = None) -> dict[str, int]:
    """How many indicators each area has observations of, by the area's code, whether or not the area is declared."""
    found = snapshot.query("areas_observed", as_at=sequence(snapshot, at))
    return {row["code"]: row["indicators"] for row in found}


def suppressed(snapshot: Snapshot) -> set[tuple[str, str, str]]:
    """Indicator, area and period of every observation that is marked as suppressed now."""
    found = snapshot.query("suppressed", as_at=snapshot.version.seq)
    return {(row["indicator_code"], row["area_code"], row["period"]) for row in found}


def unpublished_indicators(snapshot: Snapshot) -> set[str]:
    """The codes of indicators of which some observation in force now was neither read on the web nor has a source with terms of reuse."""
    return {row["code"] for row in snapshot.query("unpublished_indicators", as_at=snapshot.version.seq)}


def long_series(snapshot: Snapshot, *, least: int, most: int) -> list[tuple[str, str]]:
    """Indicator and area of every series of `least` figures or more; of more than `most`, so many by lot, always the same."""
    found = snapshot.query("long_series", as_at=snapshot.version.seq, least=least, most=most)
    return [(row["indicator_code"], row["area_code"]) for row in found]


def comparison(snapshot: Snapshot, code: str, at: int | None = None) -> dict[str, list[Observation]]:
    """For each area, by code, its observations of one indicator as `series` gives them.

    An area without any is not among the keys.
    """
    found = snapshot.records("comparison", Observation, code=code, as_at=sequence(snapshot, at))
    by_area = groupby(found, key=lambda observation: observation.area_code)
    return {area: list(observations) for area, observations in by_area}


def targets(snapshot: Snapshot, area: str, at: int | None = None) -> list[Target]:
    """All targets for one area by their date, those of no indicator among them."""
    return snapshot.records("targets", Target, area=area, as_at=sequence(snapshot, at))


def targets_of(snapshot: Snapshot, code: str, area: str, at: int | None = None) -> list[Target]:
    """The targets of one indicator for one area by their date."""
    return snapshot.records("targets_of", Target, code=code, area=area, as_at=sequence(snapshot, at))


def events(snapshot: Snapshot, at: int | None = None) -> list[Event]:
    """All events by their date."""
    return snapshot.records("events", Event, as_at=sequence(snapshot, at))


def events_of(snapshot: Snapshot, code: str, at: int | None = None) -> list[Event]:
    """The events of one indicator by their date, with the milestones that concern every indicator."""
    return snapshot.records("events_of", Event, code=code, as_at=sequence(snapshot, at))


def recorded_before_promises(snapshot: Snapshot, at: int | None = None) -> dict[str, set[str]]:
    """By question, the periods of which a figure had been recorded when its promise was."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in snapshot.query("recorded_before_promises", as_at=sequence(snapshot, at)):
        found[row["code"]].add(row["period"])
    return dict(found)


def sequence(snapshot: Snapshot, at: int | None) -> int:
    """The sequence to ask at: the newest of the version where none is given."""
    return snapshot.version.seq if at is None else at
