"""The texts of a chart: Plotly's few marks read, widths estimated, lines broken, and drawn where their anchor says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Literal

from indicators.charts.drawing_svg import characters, element

LINE_HEIGHT = 1.3
ASCENT = 0.78  # of the size of the type: from the top of a capital's line to its foot
HALF_A_CAPITAL = 0.34
MARKS = re.compile(r"</?(?:b|i|em|strong|span|sub|sup)(?:\s[^>]*)?>")
BOLD = re.compile(r"<(?:b|strong)>")
BREAK = re.compile(r"<br\s*/?>")
# Shares of the size of the type, of a humanist sans: near enough to keep words inside a picture.
NARROW, WIDE, CAPITAL, OTHER = 0.29, 0.84, 0.6, 0.51
NARROW_LETTERS = frozenset(" .,:;!|'ijltfr()[]/")
WIDE_LETTERS = frozenset("mwMW%@")

Across = Literal["start", "middle", "end"]
Down = Literal["top", "middle", "bottom"]
ACROSS: dict[str, Across] = {"left": "start", "center": "middle", "right": "end"}


@dataclass(frozen=True)
class Words:
    """A text as it is drawn: its lines, and whether it is bold."""

    lines: tuple[str, ...]
    bold: bool


def words(text: str) -> Words:
    """The text of an annotation or a label without its marks.

    >>> words("<b>England &amp; Wales</b><br>18.4%")
    Words(lines=('England & Wales', '18.4%'), bold=True)
    """
    lines = tuple(unescape(MARKS.sub("", line)) for line in BREAK.split(text))
    return Words(lines, bool(BOLD.search(text)))


def width_of(line: str, size: float) -> float:
    """About how wide a line is, in the unit of `size`.

    >>> width_of("lili", 10) < width_of("abcd", 10) < width_of("WWWW", 10)
    True
    """
    return size * sum(_share(letter) for letter in line)


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """The words of a text on as many lines as the room asks for; a word is never divided.

    >>> wrapped("More or less spending", 10, 60)
    ('More or less', 'spending')
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines) or ("",)


def text_element(
    said: Words,
    x: float,
    y: float,
    *,
    size: float,
    colour: str,
    across: Across = "start",
    down: Down = "middle",
) -> str:
    """The lines of a text, the whole of them at the top, in the middle or at the bottom of the point."""
    height = size * LINE_HEIGHT
    first = {
        "top": y + ASCENT * size,
        "middle": y + HALF_A_CAPITAL * size - height * (len(said.lines) - 1) / 2,
        "bottom": y - (LINE_HEIGHT - 1) * size / 2 - height * (len(said.lines) - 1),
    }[down]
    weight = 700 if said.bold else None
    return "".join(
        element(
            "text",
            characters(line),
            x=x,
            y=first + height * position,
            font_size=size,
            font_weight=weight,
            fill=colour,
            text_anchor=None if across == "start" else across,
        )
        for position, line in enumerate(said.lines)
        if line
    )


def _share(letter: str) -> float:
    if letter in NARROW_LETTERS:
        return NARROW
    if letter in WIDE_LETTERS:
        return WIDE
    return CAPITAL if letter.isupper() else OTHER
