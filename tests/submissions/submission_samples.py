"""Files as people send them, made by code: texts, workbooks cell by cell, and a small ledger to send them to."""

from __future__ import annotations

import io
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from indicators.datasets import dataset
from indicators.submissions.checking import check_in
from indicators.submissions.workspace import nothing_stored
from indicators.wording.file_findings import sentence

OBSERVATION = dataset("observation")
HEADINGS = ("indicator_code", "area_code", "period", "value", "status", "source", "source_key")
TODAY = date(2026, 11, 21)

SOURCES = "source_key,publisher,title,location\nTEST,a publisher,a title,a place\n"
AREAS = (
    "area_code,name,kind,parent_code,position,source,source_key\n"
    "E10000025,Oxfordshire,county,,1,a page,TEST\n"
    "E07000178,Oxford,district,E10000025,2,a page,TEST\n"
)
THEMES = "theme_code,title,framework,position,source,source_key\nT,a theme,a plan,1,a page,TEST\n"
INDICATORS = (
    "indicator_code,title,theme_code,unit,decimals,polarity,frequency,period_length,measure_kind,publisher,"
    "source_title,source,source_key\n"
    "EMP-RATE,Employment rate,T,per cent,1,higher,annual,P1Y,percentage,a publisher,a title,a page,TEST\n"
    "KSI-CAS,Casualties,T,people,0,lower,quarterly,P3M,count,a publisher,a title,a page,TEST\n"
)
REGISTERS = {"source": SOURCES, "area": AREAS, "theme": THEMES, "indicator": INDICATORS}


def observation(**cells):
    """The cells of one observation in the order of HEADINGS."""
    row = {
        "indicator_code": "EMP-RATE",
        "area_code": "E10000025",
        "period": "2008",
        "value": "77.5",
        "status": "final",
        "source": "a page",
        "source_key": "TEST",
    }
    return [*(row | cells).values()]


def text(*rows, headings=HEADINGS, delimiter=",", line_end="\n"):
    """A delimited text; cells are written as they are given."""
    return "".join(delimiter.join(row) + line_end for row in (headings, *rows))


def observations(*rows, columns=()):
    """A file of observations: each row a dict of the cells that differ from the usual one."""
    headings = (*HEADINGS, *columns)
    lines = [
        [row.get(name, cell) for name, cell in zip(HEADINGS, observation(), strict=True)] for row in rows
    ]
    more = [[row.get(name, "") for name in columns] for row in rows]
    quoted = [[in_quotes(cell) for cell in (*a, *b)] for a, b in zip(lines, more, strict=True)]
    return text(*quoted, headings=headings).encode()


def in_quotes(cell):
    """A cell in quotes where it must be."""
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if set(cell) & set(',"\n') else cell


@contextmanager
def registers():
    """A workspace in which the registers above are stored, and nothing else."""
    with nothing_stored() as work:
        for name, content in REGISTERS.items():
            put(work, name, content.encode())
        yield work


def put(work, name, raw):
    """Check a file and let it count as stored."""
    checked = check_in(work, name, raw, f"{name}.csv", today=TODAY)
    assert not checked.is_refused, checked.findings
    work.remember(dataset(name))


def found(checked):
    """The findings in short: line, column and rule. Each of them can be said."""
    for finding in checked.findings:
        assert sentence(finding.rule, finding.figures)
    return [(finding.line, finding.column, finding.rule) for finding in checked.findings]


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True)
class Cell:
    """The content of a cell as XML, and the attributes of its element."""

    content: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def cell(content, **attributes):
    return Cell(content, attributes)


def shown(value):
    """A cell of text, number, or XML of its own."""
    if isinstance(value, Cell):
        return value
    if isinstance(value, str):
        return cell(f"<is><t>{escape(value)}</t></is>", t="inlineStr")
    return cell(f"<v>{value}</v>")


def sheet(rows, first_row=1):
    """The XML of a sheet: rows of values; None leaves a cell out."""
    lines = []
    for number, row in enumerate(rows, first_row):
        cells = [
            element("c", each.content, r=f"{chr(65 + place)}{number}", **each.attributes)
            for place, value in enumerate(row)
            if value is not None
            for each in [shown(value)]
        ]
        lines.append(element("row", "".join(cells), r=str(number)))
    return element("worksheet", element("sheetData", "".join(lines)), xmlns=MAIN)


def element(name, content, **attributes):
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>"


def styles(*formats):
    """A style for each number format, the first one general."""
    declared = "".join(
        element("numFmt", "", numFmtId=str(200 + place), formatCode=code)
        for place, code in enumerate(formats)
    )
    used = "".join(element("xf", "", numFmtId=str(200 + place)) for place in range(len(formats)))
    content = element("numFmts", declared) + element("cellXfs", element("xf", "", numFmtId="0") + used)
    return element("styleSheet", content, xmlns=MAIN)


def workbook(
    *sheets, names=None, hidden=(), shared=(), style=None, parts=None, compression=zipfile.ZIP_DEFLATED
):
    """The bytes of an xlsx file made of the XML of its sheets."""
    names = names or [f"Sheet{number}" for number in range(1, len(sheets) + 1)]
    relations = {
        f"rId{number}": ("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)
    }
    content = {f"xl/worksheets/sheet{number}.xml": xml for number, xml in enumerate(sheets, 1)}
    if shared:
        relations["rId98"] = ("sharedStrings", "sharedStrings.xml")
        texts = "".join(element("si", element("t", escape(each))) for each in shared)
        content["xl/sharedStrings.xml"] = element("sst", texts, xmlns=MAIN)
    if style:
        relations["rId99"] = ("styles", "styles.xml")
        content["xl/styles.xml"] = style
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"{" state=" + chr(34) + "hidden" + chr(34) if name in hidden else ""}/>'
        for number, name in enumerate(names, 1)
    )
    content["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{element("sheets", listed)}</workbook>'
    )
    content["xl/_rels/workbook.xml.rels"] = relationships(relations)
    content["_rels/.rels"] = relationships({"rId1": ("officeDocument", "xl/workbook.xml")})
    content["[Content_Types].xml"] = element("Types", "", xmlns=f"{PACKAGE}/content-types")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, data in {**content, **(parts or {})}.items():
            archive.writestr(name, data)
    return packed.getvalue()


def relationships(relations):
    items = "".join(
        element("Relationship", "", Id=key, Type=f"{OFFICE}/{kind}", Target=target)
        for key, (kind, target) in relations.items()
    )
    return element("Relationships", items, xmlns=f"{PACKAGE}/relationships")
