"""The two signals of an indicator side by side, each with its shape and word."""

from __future__ import annotations

from html import escape

from indicators.assessments import Assessment
from indicators.charts.palette import Palette
from indicators.reports.signals import in_signs
from indicators.ui import markup
from indicators.wording import screens


def status_line(one: Assessment, colours: Palette) -> str:
    """Against target, movement and freshness in one line of HTML."""
    signs = in_signs(one)
    items = [
        (screens.STATUS, markup.sign(signs.status.shape, signs.status.word, colours.rag(one.rating.rag))),
        (screens.MOVEMENT, markup.sign(signs.movement.shape, signs.movement.word, colours.ink)),
        (screens.HOW_FRESH, escape(" · ".join(part for part in signs.fresh if part))),
    ]
    if one.rating.illustrative:
        items.insert(1, (screens.TARGET, escape(screens.ILLUSTRATIVE)))
    return "".join(
        f'<span class="basket-key"><span class="basket-quiet">{escape(name)}:</span> {value}</span>'
        for name, value in items
    )
