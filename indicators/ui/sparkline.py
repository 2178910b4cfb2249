"""A small drawing of a series with its target's tail, as an SVG image that prints and carries an alt text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

from indicators.charts.palette import Palette

WIDTH, HEIGHT, PADDING = 148, 34, 4


def sparkline(
    points: Sequence[tuple[date, float]],
    target: Sequence[tuple[date, float]],
    *,
    colours: Palette,
    breaks: Sequence[date] = (),
) -> str:
    """The drawing as a `data:` address for an `img` element.

    Args:
        points: days and values in time order; at least one.
        target: the trajectory's points, or none.
        colours: palette of the reader's scheme.
        breaks: days at which the line is not to be joined.

    Raises:
        ValueError: there are no points.
    """
    if not points:
        raise ValueError("a sparkline needs at least one point")
    everything = [*points, *target]
    days = [day.toordinal() for day, _ in everything]
    values = [value for _, value in everything]
    width = (max(days) - min(days)) or 1
    height = (max(values) - min(values)) or 1

    def place(day: date, value: float) -> str:
        x = PADDING + (day.toordinal() - min(days)) / width * (WIDTH - 2 * PADDING)
        y = HEIGHT - PADDING - (value - min(values)) / height * (HEIGHT - 2 * PADDING)
        return f"{x:.1f} {y:.1f}"

    parts = []
    if len(target) > 1:
        path = "M" + "L".join(place(*point) for point in target)
        parts.append(
            f'<path d="{path}" fill="none" stroke="{colours.ink}" stroke-width="1.2" stroke-dasharray="3 2.5"/>'
        )
    if target:
        x, y = place(*target[-1]).split()
        parts.append(
            f'<path d="M{x} {float(y) - 3.2:.1f}l3.2 3.2l-3.2 3.2l-3.2 -3.2z" fill="{colours.ink}"/>'
        )
    drawn = "".join(
        ("M" if _cut(points, i, breaks) else "L") + place(*point) for i, point in enumerate(points)
    )
    parts.append(f'<path d="{drawn}" fill="none" stroke="{colours.accent}" stroke-width="1.9"/>')
    x, y = place(*points[-1]).split()
    parts.append(f'<circle cx="{x}" cy="{y}" r="2.8" fill="{colours.accent}"/>')
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(parts)}</svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe=" =:/'")


def _cut(points: Sequence[tuple[date, float]], i: int, breaks: Sequence[date]) -> bool:
    """Whether the pen is lifted before point `i`."""
    return i == 0 or any(points[i - 1][0] < cut <= points[i][0] for cut in breaks)
