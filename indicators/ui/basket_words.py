"""The Basket in its final words and markup, made once for each version and choice, whoever looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.assessments import Assessment, assess_basket
from indicators.assessments.kept import ready_whole
from indicators.assessments.recipes import DEFAULT, by_recipe
from indicators.assessments.whole import Whole
from indicators.charts.palette import Palette
from indicators.reports.basket_lines import summary
from indicators.reports.evidence_words import luck
from indicators.reports.recipe_words import difference_from_recommended
from indicators.store import Snapshot, queries
from indicators.store.kept import kept_by_version
from indicators.ui.basket_rows import chosen_rows
from indicators.ui.basket_table import basket_csv, basket_table
from indicators.wording import screens

# A place and a moment in every order and theme take some dozens; each is about 100 kB.
KEPT = 64


@dataclass(frozen=True)
class Asked:
    """What the Basket shows by: place, sequence, day, theme and status (empty for all), order, palette, rule of rating.

    `kept` are query parameters that links carry along, as `&name=value` or empty.
    """

    area_code: str
    at: int
    as_of: date
    theme: str
    status: str
    order: str
    kept: str
    colours: Palette
    recipe: str = DEFAULT


@dataclass(frozen=True)
class BasketWords:
    """The Basket as it is read: sentences on the whole, and the table (empty where no row passes the filters).

    `is_whole` says whether the evidence was there; without it the columns on it say that it is being made.
    """

    sentences: tuple[str, ...]
    table: str
    is_whole: bool


def basket_words(snapshot: Snapshot, asked: Asked) -> BasketWords | None:
    """The Basket by these choices at once, with the evidence or without; None where there is no basket."""
    if ready_whole(snapshot, asked.area_code, asked.at, asked.as_of) is None:
        return _words(snapshot, asked)
    return _kept_words(snapshot, asked)


def basket_file(snapshot: Snapshot, asked: Asked) -> bytes:
    """The rows that are shown, as CSV."""
    rows, whole = _rows(snapshot, asked)
    return basket_csv(_chosen(rows, asked), whole)


@kept_by_version(KEPT)
def _kept_words(snapshot: Snapshot, asked: Asked) -> BasketWords | None:
    return _words(snapshot, asked)


def _words(snapshot: Snapshot, asked: Asked) -> BasketWords | None:
    everything, whole = _rows(snapshot, asked)
    if not everything:
        return None
    place = next(area.name for area in queries.areas(snapshot) if area.code == asked.area_code)
    shown = _chosen(everything, asked)
    caption = screens.BASKET_CAPTION.format(
        shown=len(shown), total=len(everything), place=place, order=screens.ORDER_RULES[asked.order]
    )
    table = basket_table(
        shown,
        whole,
        colours=asked.colours,
        kept=asked.kept,
        caption=caption,
        grouped=asked.order == "theme",
    )
    differs = difference_from_recommended(everything, asked.recipe)
    said = (
        summary(everything, place),
        *([differs] if differs else []),
        luck(whole) if whole else screens.BEING_WORKED_OUT,
    )
    return BasketWords(said, table if shown else "", whole is not None)


def _rows(snapshot: Snapshot, asked: Asked) -> tuple[Sequence[Assessment], Whole | None]:
    place_and_moment = (asked.area_code, asked.at, asked.as_of)
    rated = [by_recipe(one, asked.recipe) for one in assess_basket(snapshot, *place_and_moment)]
    return rated, ready_whole(snapshot, *place_and_moment)


def _chosen(rows: Sequence[Assessment], asked: Asked) -> list[Assessment]:
    return chosen_rows(rows, theme=asked.theme, status=asked.status, order=asked.order)
