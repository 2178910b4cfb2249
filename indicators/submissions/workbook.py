"""Workbooks to rows of text, as a person sees the cells; read by python-calamine."""

from __future__ import annotations

import datetime as dt
import io
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from indicators.submissions.delimited import Record
from indicators.submissions.findings import Unreadable, error
from indicators.submissions.limits import WORKBOOK_TEXT_MOST
from indicators.submissions.workbook_archive import WORKBOOK_PART, Archive, open_archive
from indicators.submissions.workbook_scan import (
    Cell,
    SheetFacts,
    bound,
    elements,
    longest_shared_text,
    percentage_styles,
    scan_sheet,
)

_STYLES = "xl/styles.xml"
_SHARED_TEXTS = "xl/sharedStrings.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


@dataclass(frozen=True)
class Sheet:
    """One visible sheet: its rows as text with their numbers, what was noted of its cells, and the sheets beside it."""

    name: str
    rows: tuple[Record, ...]
    facts: SheetFacts
    others: tuple[str, ...]


def sheets(raw: bytes) -> Iterator[Sheet]:
    """The visible sheets in their order, each looked through before it is read.

    Raises:
        Unreadable: as `open_archive`, and `workbook_too_large` (cells, rows or characters, most).
    """
    archive = open_archive(raw)
    parts = _parts_by_name(archive)
    styles = percentage_styles(archive.part(_STYLES)) if _STYLES in archive.members else set()
    longest = longest_shared_text(archive.part(_SHARED_TEXTS)) if _SHARED_TEXTS in archive.members else 0
    try:
        with CalamineWorkbook.from_object(io.BytesIO(raw)) as workbook:
            names = _visible(workbook)
            for name in names:
                facts = scan_sheet(archive.part(parts.get(name, name)), styles)
                bound("characters", facts.shared_texts * longest, WORKBOOK_TEXT_MOST)
                others = tuple(other for other in names if other != name)
                yield Sheet(name, tuple(_rows(workbook, name, facts)), facts, others)
    except CalamineError as fault:
        raise Unreadable(error("broken_workbook")) from fault


def _parts_by_name(archive: Archive) -> dict[str, str]:
    """The part of the archive in which each sheet stands."""
    targets = {
        attributes.get("Id"): posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip(
            "/"
        )
        for name, attributes in elements(archive.part(_RELATIONS))
        if name == "Relationship"
    }
    return {
        attributes.get("name", ""): targets.get(_relation(attributes), "")
        for name, attributes in elements(archive.part(WORKBOOK_PART))
        if name == "sheet"
    }


def _relation(attributes: dict[str, str]) -> str | None:
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), None)


def _visible(workbook: CalamineWorkbook) -> list[str]:
    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]


def _rows(workbook: CalamineWorkbook, name: str, facts: SheetFacts) -> Iterator[Record]:
    if not facts.filled:
        return
    sheet = workbook.get_sheet_by_name(name)
    indent = [""] * (sheet.start[1] if sheet.start else 0)
    percentages = _columns_by_row(facts.percentages)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        texts = indent + [_as_text(cell) for cell in cells]
        for column in percentages.get(number, ()):
            if column <= len(texts):  # else the element of its value is empty, and the reader left it out
                texts[column - 1] = _as_percentage(cells[column - 1 - len(indent)])
        yield number, texts


def _columns_by_row(cells: Iterable[Cell]) -> dict[int, list[int]]:
    by_row: dict[int, list[int]] = {}
    for row, column in cells:
        by_row.setdefault(row, []).append(column)
    return by_row


def _as_percentage(cell: Any) -> str:
    """What is shown of a cell that holds 0.125 and is formatted as a percentage: 12.5%."""
    if isinstance(cell, float):
        return format(Decimal(f"{cell:.15g}").scaleb(2), "f") + "%"
    return _as_text(cell)


def _as_text(cell: Any) -> str:
    """A cell as text: whole numbers without a point, dates in ISO form, fractions to the 15 digits that Excel keeps."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return format(Decimal(f"{cell:.15g}"), "f")
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)
