"""What a benefit was planned to come to and what has come, on one scale with nought on it."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.charts.lines import Line
from indicators.charts.palette import Palette
from indicators.charts.prevention_years import prevention_years_figure

AIR = 0.08


def realisation_figure(actual: Line | None, planned: Line | None, *, colours: Palette, y_title: str) -> dict:
    """The figure as a plain dict in Plotly's JSON shape: what has come bold, the plan dashed, and a rule at nought.

    Args:
        actual: None where nothing can be counted.
        planned: None where nothing was planned.
        colours: palette of the reader's scheme.
        y_title: the unit in words.

    Raises:
        ValueError: neither of the two, or one of them without any value.
    """
    lines = [line for line in (actual, planned) if line is not None]
    dashed = {planned.name} if planned is not None else set()
    figure = prevention_years_figure(lines, dashed=dashed, cut=None, colours=colours, y_title=y_title)
    axis = figure["layout"]["yaxis"]
    axis["range"] = _with_nought(axis["range"])
    axis.update(zeroline=True, zerolinecolor=colours.quiet, zerolinewidth=1.5)
    return figure


def _with_nought(scale: Sequence[float]) -> list[float]:
    """The scale with nought on it and some air beyond."""
    low, high = min(scale[0], 0.0), max(scale[1], 0.0)
    air = (high - low) * AIR or 1.0
    return [low if low < 0 and scale[0] <= low else -air, high if high > 0 else air]
