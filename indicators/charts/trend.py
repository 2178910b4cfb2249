"""The chart of one indicator in one place: values, limits, trajectory to its last year, breaks, events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

from indicators.charts.axes import layout, rule_at, text_at, value_range
from indicators.charts.lines import Break, FanPoint, Line, Mark, Point, TargetLine
from indicators.charts.palette import Palette
from indicators.charts.proposed import proposed_label, proposed_trace

RIGHT_MARGIN = 150
LABEL_GAP = 0.06  # labels nearer than this share of the drawn height are pushed apart


def trend_figure(
    line: Line,
    target: TargetLine | None,
    *,
    breaks: Sequence[Break] = (),
    marks: Sequence[Mark] = (),
    fan: Sequence[FanPoint] = (),
    step: Break | None = None,
    proposed: TargetLine | None = None,
    colours: Palette,
    y_title: str,
) -> dict:
    """The figure as a plain dict in Plotly's JSON shape.

    Args:
        line: the values in time order; at least one point with a value.
        target: the trajectory, or None.
        breaks: where the line must not be read across.
        marks: numbered events.
        fan: the intervals of the coming figures, in time order: two tints and never a line.
        step: the date of a change of level, with its word.
        proposed: a trajectory that is not agreed yet.
        colours: palette of the reader's scheme.
        y_title: the unit in words.

    Raises:
        ValueError: no point has a value.
    """
    drawn = [point for point in line.points if point.value is not None]
    if not drawn:
        raise ValueError(f"nothing to draw for {line.name}: no point has a value")
    planned = [point for line in (target, proposed) if line for point in line.points]
    days = [point.day for point in drawn] + [day for day, _ in planned]
    days += [point.day for point in fan]
    padding = max(timedelta(days=120), (max(days) - min(days)) / 40)
    figure_layout = layout(
        colours,
        y_title=y_title,
        right_margin=RIGHT_MARGIN,
        dates=(min(days) - padding, max(days) + padding),
        values=value_range(_heights(drawn, [level for _, level in planned], fan)),
    )
    data = [
        *_fan(drawn[-1], fan, colours),
        *_band(drawn, colours),
        _values(line, breaks, colours),
        *_target(target, colours),
        *proposed_trace(proposed, colours),
    ]
    for cut in [*breaks, *([step] if step else [])]:
        shape, label = rule_at(cut.day, cut.word, colours=colours)
        figure_layout["shapes"].append(shape)
        figure_layout["annotations"].append(label)
    figure_layout["annotations"] += _end_labels(drawn, target, proposed, colours)
    bottom, top = figure_layout["yaxis"]["range"]
    figure_layout["annotations"] += proposed_label(proposed, target, top - bottom, colours)
    figure_layout["annotations"] += [_mark(mark, colours) for mark in marks]
    return {"data": data, "layout": figure_layout}


def _heights(drawn: Sequence[Point], planned: Sequence[float], fan: Sequence[FanPoint]) -> list[float]:
    """Every height that must be seen: values, their limits, the trajectories, the coming figures."""
    heights = [point.value for point in drawn]
    heights += [limit for point in drawn for limit in (point.lower, point.upper) if limit is not None]
    heights += [bound for point in fan for bound in (point.low95, point.high95)]
    return [*heights, *planned]


def _fan(latest: Point, fan: Sequence[FanPoint], colours: Palette) -> list[dict]:
    """The two intervals of the coming figures as tints that open from the latest value."""
    if not fan:
        return []
    there = [latest.day.isoformat(), *(point.day.isoformat() for point in fan)]
    outer, inner = colours.fan
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": there + there[::-1],
            "y": [latest.value, *highs, *lows[::-1], latest.value],
            "fill": "toself",
            "fillcolor": tint,
            "line": {"width": 0},
            "hoverinfo": "skip",
        }
        for tint, lows, highs in (
            (outer, [point.low95 for point in fan], [point.high95 for point in fan]),
            (inner, [point.low80 for point in fan], [point.high80 for point in fan]),
        )
    ]


def _band(points: Sequence[Point], colours: Palette) -> list[dict]:
    """The confidence limits as one faint band a run of points that have both."""
    bands: list[dict] = []
    run: list[Point] = []
    for point in [*points, None]:
        if point is not None and point.lower is not None and point.upper is not None:
            run.append(point)
            continue
        if len(run) > 1:
            there = [p.day.isoformat() for p in run]
            bands.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "x": there + there[::-1],
                    "y": [p.upper for p in run] + [p.lower for p in run][::-1],
                    "fill": "toself",
                    "fillcolor": colours.band,
                    "line": {"width": 0},
                    "hoverinfo": "skip",
                }
            )
        run = []
    return bands


def _values(line: Line, breaks: Sequence[Break], colours: Palette) -> dict:
    """The line itself; a break between two points lifts the pen."""
    x: list[str | None] = []
    y: list[float | None] = []
    text: list[str] = []
    symbols: list[str] = []
    before: date | None = None
    for point in line.points:
        if before and any(before < cut.day <= point.day for cut in breaks):
            x.append(point.day.isoformat())
            y.append(None)
            text.append("")
            symbols.append("circle")
        x.append(point.day.isoformat())
        y.append(point.value)
        text.append(point.text)
        symbols.append("circle-open" if point.hollow else "circle")
        before = point.day
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": x,
        "y": y,
        "text": text,
        "hovertemplate": "%{text}<extra></extra>",
        "connectgaps": False,
        "line": {"width": 3, "color": colours.accent},
        "marker": {"size": 7, "color": colours.accent, "symbol": symbols, "line": {"width": 2}},
    }


def _target(target: TargetLine | None, colours: Palette) -> list[dict]:
    if target is None:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": [day.isoformat() for day, _ in target.points],
            "y": [level for _, level in target.points],
            "hoverinfo": "skip",
            "line": {"width": 2, "dash": "dash", "color": colours.ink},
            "marker": {
                "size": [0] * (len(target.points) - 1) + [10],
                "symbol": "diamond",
                "color": colours.ink,
            },
        }
    ]


def _end_labels(
    drawn: Sequence[Point], target: TargetLine | None, proposed: TargetLine | None, colours: Palette
) -> list[dict]:
    """The latest value and the target's end, written where the lines end and never over one another."""
    latest = drawn[-1]
    labels = []
    shift = 0
    if target:
        end, level = target.points[-1]
        values = [point.value for point in drawn] + [level for _, level in target.points]
        height = (max(values) - min(values)) or 1
        if end <= latest.day:  # both labels stand at the right: keep them apart
            close = abs(level - latest.value) / height < LABEL_GAP
            shift = (14 if latest.value >= level else -14) if close else 0
            labels.append(text_at(end, level, target.label, colour=colours.ink, shift=-18, anchor="left"))
        else:
            labels.append(text_at(end, level, target.label, colour=colours.ink))
            shift = 16 if latest.value >= level else -16
    if proposed and not shift:  # the line that starts here must not run through the label
        shift = 16 if latest.value >= proposed.points[-1][1] else -16
    labels.append(
        text_at(latest.day, latest.value, latest.label, colour=colours.accent, shift=shift, bold=True)
    )
    return labels


def _mark(mark: Mark, colours: Palette) -> dict:
    return {
        "x": mark.day.isoformat(),
        "y": 0,
        "yref": "paper",
        "text": f"<b>{mark.number}</b>",
        "hovertext": escape(mark.text),
        "yanchor": "bottom",
        "showarrow": False,
        "bordercolor": colours.quiet,
        "borderwidth": 1,
        "borderpad": 2,
        "bgcolor": colours.background,
        "font": {"size": 12, "color": colours.quiet},
    }
