"""What a screen shows by: the place, the moment, the reader's colours, each from a control whose state is the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from indicators.assessments.recipes import DEFAULT
from indicators.charts.palette import Palette, palette
from indicators.model import COUNTY, Area
from indicators.store import Snapshot, StoreError, queries
from indicators.store.as_at import as_of, day_in_london, sequence_at
from indicators.ui.choices import choose_one, chosen, query
from indicators.ui.loaders import current
from indicators.ui.markup import link, linked_list, paragraph
from indicators.wording import recipes, screens
from indicators.wording.dates import day, moment

LATEST = ""
MOMENTS_MOST = 20  # all of twenty years would be sent with every view


@dataclass(frozen=True)
class View:
    """What every screen shows by: one version of the figures, one place, one moment, one palette.

    `at` is a sequence of the ledger; `as_of` the day on which freshness is judged.
    """

    snapshot: Snapshot
    areas: dict[str, Area]
    area: Area
    at: int
    as_of: date
    colours: Palette


def choose_view_of() -> View:
    """The controls for place and moment, and everything that follows from them."""
    snapshot = current()
    areas = {area.code: area for area in queries.areas(snapshot)}
    if not areas:
        st.info(screens.NOTHING_AT_ALL)
        st.stop()
    area = place_choice(areas)
    at = moment_choice(snapshot)
    return View(snapshot, areas, area, at, as_of(snapshot, at), colours())


def moment_choice(snapshot: Snapshot) -> int:
    """The control for the moment, and the sequence that it stands at."""
    entries = queries.history(snapshot)
    given = chosen("as_at")
    found = _sequence(snapshot, given)
    listed = entries[:MOMENTS_MOST] + [entry for entry in entries[MOMENTS_MOST:] if entry.seq == found]
    options = {LATEST: screens.LATEST} | {
        str(entry.seq): f"{moment(entry.recorded_at)} · {entry.note}" for entry in listed
    }
    if given and found is None:
        st.info(screens.NO_SUCH_MOMENT.format(given=given))
    picked = choose_one(
        screens.AS_AT,
        "as_at",
        options,
        default=LATEST,
        read=lambda _: None if not found else str(found),
        help_text=screens.AS_AT_HELP,
    )
    if found == 0:
        oldest = min(entries, key=lambda entry: entry.seq)
        st.info(screens.NOTHING_RECORDED.format(first=day(day_in_london(oldest.recorded_at))))
        st.html(linked_list("", [link(query(["area"]) or "?", screens.SHOW_LATEST)]))
        st.stop()
    return int(picked) if picked else snapshot.version.seq


def say_moment() -> None:
    """On screen and on paper alike, which moment is shown where it is not the latest."""
    snapshot = current()
    seq = _sequence(snapshot, chosen("as_at"))
    recorded = next((entry.recorded_at for entry in queries.history(snapshot) if entry.seq == seq), None)
    if recorded is not None and seq != snapshot.version.seq:
        st.html(paragraph(screens.AS_RECORDED.format(moment=moment(recorded), seq=seq)))


def place_choice(areas: dict[str, Area], default: str = COUNTY) -> Area:
    """The control for the place; a code that does not exist is said."""
    given = chosen("area")
    if given and given not in areas:
        st.info(screens.NO_SUCH_PLACE.format(given=given, place=areas[default].name))
    code = choose_one(
        screens.PLACE, "area", {code: area.name for code, area in areas.items()}, default=default
    )
    return areas[code]


def recipe_choice() -> str:
    """The control for the rule of rating."""
    return choose_one(recipes.RECIPE, "recipe", recipes.NAMES, default=DEFAULT, help_text=recipes.RECIPE_HELP)


def colours() -> Palette:
    """The palette of the reader's scheme."""
    return palette(st.context.theme.type)


def _sequence(snapshot: Snapshot, given: str | None) -> int | None:
    """The sequence that the address asks for: None where it asks for none or cannot be read."""
    if not given:
        return None
    try:
        return sequence_at(snapshot, given)
    except StoreError:
        return None
