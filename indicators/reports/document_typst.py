"""Typst with our typeface: it sets a document as PDF and makes pictures of drawings. It reads nothing but what it is given.

The typeface comes with the product, so that a document looks the same on every machine. Only a text in a script that it lacks is
set with what the machine has.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import typst

FONT = "Source Sans Pro"
PICTURE = b'#set page(width: auto, height: auto, margin: 0pt)\n#image("chart.svg", width: 480pt)\n'
DOTS_AN_INCH = 200
# Latin, Greek and Cyrillic, punctuation, signs, plain shapes: what the typeface and those within Typst have.
OURS = ((0x0000, 0x0530), (0x1E00, 0x2600), (0xFFFD, 0xFFFE))


def set_pages(template: bytes, document: bytes) -> bytes:
    """A tagged PDF of the template, with the document beside it as `document.json`, held to PDF/UA-1.

    A letter that no font of the machine has is drawn as an empty box; that standard forbids it, so the file is then tagged all the
    same but does not claim to keep it.

    Raises:
        typst.TypstError: it cannot be set, or not by the standard for another reason.
    """
    needs_more = _needs_more(document.decode("utf-8"))
    fonts = _fonts(machine=needs_more)
    try:
        return _pages(template, document, fonts, ["ua-1"])
    except typst.TypstError:
        if not needs_more:
            raise
        return _pages(template, document, fonts, [])


def _pages(template: bytes, document: bytes, fonts: typst.Fonts, standards: list[str]) -> bytes:
    return typst.compile(
        {"main.typ": template, "document.json": document},
        format="pdf",
        font_paths=fonts,
        pdf_standards=standards,
        timestamp=0,
    )


def picture(svg: str) -> bytes:
    """A drawing as PNG, for what cannot hold it as lines."""
    return typst.compile(
        {"main.typ": PICTURE, "chart.svg": svg.encode("utf-8")},
        format="png",
        ppi=DOTS_AN_INCH,
        font_paths=_fonts(machine=_needs_more(svg)),
    )


@cache
def _fonts(*, machine: bool) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=machine, font_paths=[str(files("font_source_sans_pro").joinpath("files"))]
    )


def _needs_more(text: str) -> bool:
    """Whether a text has letters that our fonts lack."""
    return any(not any(first <= ord(letter) < end for first, end in OURS) for letter in set(text))
