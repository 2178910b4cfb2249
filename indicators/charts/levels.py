"""Money by level of prevention, one bar a level, partners beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.charts.bars import bar_layout
from indicators.charts.palette import Palette

PATTERNS = ("", "/", "x", ".")
LABELLED = 2  # partners up to which every bar has room for its figure


@dataclass(frozen=True)
class Tiers:
    """One partner: its money by level, in the order of the levels, with the text over each bar."""

    partner: str
    amounts: tuple[float, ...]
    texts: tuple[str, ...]


def levels_figure(partners: Sequence[Tiers], names: Sequence[str], *, colours: Palette, y_title: str) -> dict:
    """The figure as a plain dict in Plotly's JSON shape; partners differ by colour and by pattern, and are named in a legend.

    Args:
        partners: at most four; more stand in the table.
        names: of the levels, in order.
        colours: palette of the reader's scheme.
        y_title: the unit in words.

    Raises:
        ValueError: no partner, more than four, or amounts that do not match the levels.
    """
    if not 1 <= len(partners) <= len(PATTERNS):
        raise ValueError(f"{len(partners)} partners: one to {len(PATTERNS)} can be told apart")
    if any(len(each.amounts) != len(names) for each in partners):
        raise ValueError(f"every partner needs an amount for each of {len(names)} levels")
    data = [
        {
            "type": "bar",
            "name": each.partner,
            "x": list(names),
            "y": list(each.amounts),
            "text": list(each.texts) if len(partners) <= LABELLED else None,
            "textposition": "outside",
            "textfont": {"color": colours.ink, "size": 14},
            "hovertemplate": f"{each.partner}: %{{y:.1f}}<extra></extra>",
            "marker": {"color": tint, "pattern": {"shape": pattern}},
            "cliponaxis": False,
        }
        for each, tint, pattern in zip(
            partners, (colours.accent, *colours.comparators), PATTERNS, strict=False
        )
    ]
    amounts = [amount for each in partners for amount in each.amounts]
    frame = bar_layout(colours, title=y_title, highest=max(amounts), lowest=min(amounts))
    frame["showlegend"] = len(partners) > 1
    return {"data": data, "layout": frame}
