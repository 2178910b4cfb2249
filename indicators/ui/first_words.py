"""The Basket's words for the first HTML of a visit, so that they can be read before the app's scripts have come.

The links are plain addresses and work at once; the choices are there when the app is. Drawn in both colour
schemes, because only the browser knows which one its reader has.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from urllib.parse import parse_qsl

from indicators.charts.palette import DARK, LIGHT, Palette
from indicators.model import COUNTY
from indicators.store import Snapshot, StoreError, queries
from indicators.store.as_at import today
from indicators.submissions.first_start import ready_store
from indicators.ui.basket_words import Asked, BasketWords, basket_words
from indicators.ui.markup import paragraph
from indicators.wording import rules, screens

HERE = Path(__file__).parent
STYLE = (HERE / "first_words.css").read_text(encoding="utf-8")
SCRIPT = (HERE / "first_words.js").read_text(encoding="utf-8")
CHOICES = frozenset({"area", "theme", "status", "order"})


def first_words(path: str, query: str) -> bytes | None:
    """Markup to stand after the app's root in the page at this address, UTF-8, or None where the app should speak first.

    That is every page but the Basket, an address with a choice that does not exist (the app says so), a look back at
    another moment, and figures that cannot be opened.

    Args:
        path: of the address.
        query: its query string, without the question mark.
    """
    if path != "/":
        return None
    try:
        snapshot = ready_store().snapshot(wait=False)
        return None if snapshot.problems else _basket(snapshot, dict(parse_qsl(query)))
    except StoreError:
        return None


def _basket(snapshot: Snapshot, choices: dict[str, str]) -> bytes | None:
    light, dark = (_words(snapshot, choices, colours) for colours in (LIGHT, DARK))
    if light is None or dark is None:
        return None
    return (
        f"<style>{STYLE}</style>"
        '<div id="first-words">'
        f"{_scheme('light', LIGHT, light)}{_scheme('dark', DARK, dark)}"
        f"</div><script>{SCRIPT}</script>"
    ).encode()


def _words(snapshot: Snapshot, choices: dict[str, str], colours: Palette) -> BasketWords | None:
    if not choices.keys() <= CHOICES:
        return None
    at = snapshot.version.seq
    area = choices.get("area", COUNTY)
    theme, status = choices.get("theme", ""), choices.get("status", "")
    order = choices.get("order", "first")
    known = (
        area in {one.code for one in queries.areas(snapshot)}
        and theme in {"", *(one.code for one in queries.themes(snapshot, at))}
        and status in {"", *screens.STATUSES}
        and order in screens.ORDERS
    )
    if not known:
        return None
    kept = f"&area={area}" if "area" in choices else ""
    found = basket_words(snapshot, Asked(area, at, today(), theme, status, order, kept, colours))
    return found if found and found.table else None


def _scheme(name: str, colours: Palette, words: BasketWords) -> str:
    late = escape(screens.FIRST_WORDS_LATE)
    return (
        f'<div class="first-words-{name}" style="background:{colours.background};color:{colours.ink}">'
        f"<h1>{escape(screens.BASKET)}</h1>"
        f"{''.join(map(paragraph, words.sentences))}"
        f'<p class="basket-quiet first-words-note" role="status" data-late="{late}">{escape(screens.FIRST_WORDS)}</p>'
        f"{words.table}"
        f"{paragraph(screens.ILLUSTRATIVE_NOTE, quiet=True)}{paragraph(rules.MOVEMENT_IS_NOT_PROOF, quiet=True)}"
        "</div>"
    )
