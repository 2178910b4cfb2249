"""How a DOCX looks: its styles, its page, its foot, its properties. Every look is a style, so that a reader can change it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph

from indicators.charts.palette import LIGHT
from indicators.reports.document import Density, Document
from indicators.reports.docx_xml import line, made
from indicators.wording import document as words
from indicators.wording.screens import APP
from indicators.wording.writable import writable

FONT = "Calibri"  # what every Word has; others put their own of the same widths in its place
LANGUAGE = "en-GB"
GROUND = "F3F5F8"
INK, QUIET, ACCENT = LIGHT.ink, LIGHT.quiet, LIGHT.accent
# Style: size in points, bold, colour, space before and after in points; of a normal and of a compact document.
LOOKS: dict[Density, dict[str, tuple[float, bool, str, float, float]]] = {
    "normal": {
        "Normal": (10.5, False, INK, 0, 6),
        "Title": (24, True, INK, 0, 6),
        "Heading 1": (15, True, ACCENT, 18, 6),
        "Heading 2": (12, True, INK, 12, 4),
        "Heading 3": (10.5, True, QUIET, 10, 4),
        "Lead": (12.5, False, INK, 4, 8),
        "Quiet": (9, False, QUIET, 0, 4),
        "Caption": (10.5, True, INK, 10, 4),
        "Chart": (10.5, False, INK, 0, 2),
        "Missing": (10.5, False, INK, 6, 8),
        "Fact": (10.5, False, INK, 0, 3),
        "Cell": (9, False, INK, 1.5, 1.5),
        "Figure": (21, True, INK, 0, 0),
        "List Bullet": (10.5, False, INK, 0, 3),
        "List Number": (10.5, False, INK, 0, 3),
    },
    "compact": {
        "Normal": (9, False, INK, 0, 3),
        "Title": (17, True, INK, 0, 3),
        "Heading 1": (11, True, ACCENT, 8, 3),
        "Heading 2": (9.5, True, INK, 6, 2),
        "Heading 3": (9, True, QUIET, 5, 2),
        "Lead": (10, False, INK, 2, 4),
        "Quiet": (8, False, QUIET, 0, 2),
        "Caption": (9, True, INK, 5, 2),
        "Chart": (9, False, INK, 0, 1),
        "Missing": (9, False, INK, 3, 4),
        "Fact": (9, False, INK, 0, 1),
        "Cell": (8, False, INK, 1, 1),
        "Figure": (14, True, INK, 0, 0),
        "List Bullet": (9, False, INK, 0, 1),
        "List Number": (9, False, INK, 0, 1),
    },
}
MARGINS = {"normal": (2.2, 2.2), "compact": (1.8, 1.5)}  # at the sides, at top and foot, in centimetres
KEPT_WITH_NEXT = ("Heading 1", "Heading 2", "Heading 3", "Caption", "Chart")


def dress(file: Docx, density: Density) -> None:
    """The styles and the page: A4, one typeface, British English."""
    for name, (size, bold, colour, before, after) in LOOKS[density].items():
        style = _style(file, name)
        _set_type(style, size, colour, bold=bold)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.1
        style.paragraph_format.keep_with_next = name in KEPT_WITH_NEXT
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
        language.set(qn("w:eastAsia"), LANGUAGE)
    _box(file.styles["Missing"])
    _no_rule(file.styles["Title"])
    section = file.sections[0]
    sides, ends = MARGINS[density]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(sides)
    section.top_margin = section.bottom_margin = Cm(ends)
    section.footer_distance = Cm(0.8)
    _set_compatibility(file)


def set_properties(file: Docx, document: Document) -> None:
    """Title, author, language, and the day of the figures in the place of the clock."""
    told = file.core_properties
    day = datetime.combine(document.dated, time(), UTC).replace(tzinfo=None)
    told.title = writable(document.title)
    told.author = told.last_modified_by = APP
    told.language = LANGUAGE
    told.comments = told.keywords = ""
    told.created = told.modified = day
    told.revision = 1
    thumbnails = [key for key, rel in file.part.package.rels.items() if rel.reltype.endswith("/thumbnail")]
    for key in thumbnails:
        file.part.package.rels.pop(key)


def set_footer(file: Docx, text: str, width: Length) -> None:
    """The text at the left and the number of the page at the right."""
    paragraph = file.sections[0].footer.paragraphs[0]
    paragraph.style = _style(file, "Quiet")
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{text}\t{words.PAGE} ")
    _field(paragraph, "PAGE")
    paragraph.add_run(f" {words.OF} ")
    _field(paragraph, "NUMPAGES")


def _style(file: Docx, name: str) -> Any:
    if name not in [style.name for style in file.styles]:
        made_style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made_style.base_style = file.styles["Normal"]
    return file.styles[name]


def _set_type(style: Any, size: float, colour: str, *, bold: bool) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, made("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))


def _box(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    edge = line("left", size=20, colour=QUIET.removeprefix("#"), space=6)
    properties.insert_element_before(made("w:pBdr", edge), "w:shd", "w:spacing", "w:ind", "w:jc")
    properties.insert_element_before(
        made("w:shd", val="clear", color="auto", fill=GROUND), "w:spacing", "w:ind", "w:jc"
    )


def _no_rule(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for rule in properties.findall(qn("w:pBdr")):
        properties.remove(rule)


def _set_compatibility(file: Docx) -> None:
    """Else Word opens the file in the mode of an old Word."""
    for setting in file.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _field(paragraph: Paragraph, code: str) -> None:
    """What the reader's program fills in."""
    run = made("w:r")
    run.text = "1"
    paragraph._p.append(made("w:fldSimple", run, instr=code))  # noqa: SLF001 - python-docx has no name for it
