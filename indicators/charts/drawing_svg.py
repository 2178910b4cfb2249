"""Elements of an SVG picture as text, with everything from outside escaped."""

from __future__ import annotations

from xml.sax.saxutils import escape

from indicators.wording.writable import writable

Value = str | float


def element(name: str, content: str = "", **attributes: Value | None) -> str:
    """One element; `content` is SVG already. Names of attributes are written with _ for -; None leaves one out.

    >>> element("line", x1=0, y1=2.5, stroke_width=1.0, stroke=None)
    '<line x1="0" y1="2.5" stroke-width="1"/>'
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_written(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def characters(text: str) -> str:
    """Text as the content of an element.

    >>> characters('R&D < "£5"')
    'R&amp;D &lt; "£5"'
    """
    return escape(writable(text))


def path(points: list[tuple[float, float]], *, closed: bool = False) -> str:
    """The way through points, for the attribute d.

    >>> path([(0, 0), (10.125, 5)], closed=True)
    'M0 0L10.13 5Z'
    """
    return "M" + "L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in points) + ("Z" if closed else "")


def coordinate(value: float) -> str:
    """A length in pixels to the hundredth, as short as it can be written.

    >>> coordinate(10.0), coordinate(0.126), coordinate(-0.001)
    ('10', '0.13', '0')
    """
    rounded = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if rounded == "-0" else rounded


def _written(value: Value) -> str:
    return escape(value, {'"': "&quot;"}) if isinstance(value, str) else coordinate(value)
