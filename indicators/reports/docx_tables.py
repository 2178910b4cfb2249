"""Tables of a DOCX: a heading row that is repeated, thin rules, numbers at the right; and figures beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Docx
from docx.shared import Length

from indicators.charts.palette import LIGHT
from indicators.reports.document import KeyFigures, Table
from indicators.reports.document_columns import column_shares
from indicators.reports.docx_xml import line, made
from indicators.wording.writable import writable

RULE, QUIET, ACCENT = (colour.removeprefix("#") for colour in (LIGHT.rule, LIGHT.quiet, LIGHT.accent))
HALF_A_POINT, ONE_POINT, THICK = 4, 8, 12  # in eighths of a point
CELL_MARGIN = 60  # in twentieths of a point


def add_table(file: Docx, one: Table, width: Length) -> None:
    """A table as wide as the text."""
    shares = column_shares(one)
    widths = [round(width.twips * share / sum(shares)) for share in shares]
    style = file.styles["Cell"].style_id
    rows = []
    for position, texts in enumerate((one.columns, *one.rows)):
        size, colour = (HALF_A_POINT, RULE) if position else (ONE_POINT, QUIET)
        cells = [
            _cell(
                [_paragraph(text, style, bold=not position, right=column in one.numeric)],
                widths[column],
                line("bottom", size=size, colour=colour),
            )
            for column, text in enumerate(texts)
        ]
        kept = [made("w:cantSplit"), *([] if position else [made("w:tblHeader")])]
        rows.append(made("w:tr", made("w:trPr", *kept), *cells))
    _add(file, rows, widths, one.caption)


def add_key_figures(file: Docx, block: KeyFigures, width: Length) -> None:
    """Two to four figures beside one another, each under a rule."""
    quiet, large = file.styles["Quiet"].style_id, file.styles["Figure"].style_id
    widths = [width.twips // len(block.figures)] * len(block.figures)
    cells = [
        _cell(
            [
                _paragraph(text, style)
                for text, style in ((each.label, quiet), (each.figure, large), (each.note, quiet))
                if text
            ],
            widths[0],
            line("top", size=THICK, colour=ACCENT),
        )
        for each in block.figures
    ]
    _add(file, [made("w:tr", made("w:trPr", made("w:cantSplit")), *cells)], widths, "")
    file.add_paragraph(style="Quiet")


def _add(file: Docx, rows: Sequence[Any], widths: Sequence[int], caption: str) -> None:
    """The table before the end of the text; its caption is what a screen reader says before it reads it."""
    sides = [made(f"w:{side}", w=CELL_MARGIN, type="dxa") for side in ("left", "right")]
    properties = made(
        "w:tblPr",
        made("w:tblW", w=sum(widths), type="dxa"),
        made("w:tblLayout", type="fixed"),
        made("w:tblCellMar", *sides),
        made("w:tblLook", val="0020", firstRow=1),
        *([made("w:tblCaption", val=writable(caption))] if caption else []),
    )
    grid = made("w:tblGrid", *[made("w:gridCol", w=width) for width in widths])
    file.element.body.insert_element_before(made("w:tbl", properties, grid, *rows), "w:sectPr")


def _cell(paragraphs: Sequence[Any], width: int, edge: Any) -> Any:
    properties = made("w:tcPr", made("w:tcW", w=width, type="dxa"), made("w:tcBorders", edge))
    return made("w:tc", properties, *paragraphs)


def _paragraph(text: str, style: str, *, bold: bool = False, right: bool = False) -> Any:
    looks = [made("w:pStyle", val=style), *([made("w:jc", val="right")] if right else [])]
    run = made("w:r", *([made("w:rPr", made("w:b"))] if bold else []))
    run.text = writable(text)
    return made("w:p", made("w:pPr", *looks), run)
