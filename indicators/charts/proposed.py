"""A trajectory that is not agreed yet, beside the one in force: dashed in the accent colour, labelled at its end."""

from __future__ import annotations

from indicators.charts.axes import text_at
from indicators.charts.lines import TargetLine
from indicators.charts.palette import Palette

# Two labels of two lines each need this share of the drawn height between them.
LABEL_ROOM = 0.16
LABEL_SHIFT = 40


def proposed_trace(proposed: TargetLine | None, colours: Palette) -> list[dict]:
    """The line itself; nothing where nothing is proposed."""
    if proposed is None:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": [day.isoformat() for day, _ in proposed.points],
            "y": [level for _, level in proposed.points],
            "hoverinfo": "skip",
            "line": {"width": 3, "dash": "dash", "color": colours.accent},
            "marker": {"size": 8, "symbol": "diamond-open", "color": colours.accent},
        }
    ]


def proposed_label(
    proposed: TargetLine | None, target: TargetLine | None, height: float, colours: Palette
) -> list[dict]:
    """Its label at its end, pushed away from that of the trajectory in force where the two would meet.

    Args:
        proposed: the trajectory that is not agreed yet.
        target: the one in force.
        height: of everything drawn, in the unit of the chart.
        colours: palette of the reader's scheme.
    """
    if proposed is None:
        return []
    end, level = proposed.points[-1]
    shift = 0
    if target is not None and abs(level - target.points[-1][1]) < LABEL_ROOM * height:
        shift = LABEL_SHIFT if level >= target.points[-1][1] else -LABEL_SHIFT
    return [text_at(end, level, proposed.label, colour=colours.accent, shift=shift, bold=True)]
