"""The same document as PDF and as DOCX: the same words, the same bytes again, a way in for a screen reader."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import docx
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from indicators.charts.compare import compare_figure
from indicators.charts.lines import Line, Point
from indicators.charts.palette import LIGHT
from indicators.reports import document_typst
from indicators.reports.document import (
    Bullets,
    Chart,
    Document,
    Facts,
    Heading,
    KeyFigure,
    KeyFigures,
    Missing,
    PageBreak,
    Paragraph,
    table,
)
from indicators.reports.document_file import document_file
from indicators.wording.writable import writable
from tests.reports.printed import part, pdf, squeezed, structure, words_of_docx, words_of_pdf

FIGURE = compare_figure(
    [Line("County", tuple(Point(date(2020 + i, 7, 2), v, "", "") for i, v in enumerate((3.5, 4.25, 2.75))))],
    colours=LIGHT,
    y_title="people",
)


def document(*blocks, **others):
    return Document(
        **{
            "title": "A report",
            "lines": ("As recorded at 20 November 2026.",),
            "footer": "A report, 2026",
            "dated": date(2026, 11, 20),
            "blocks": blocks,
            **others,
        }
    )


WHOLE = document(
    Paragraph("The share fell by 16.3 points.", "lead"),
    KeyFigures((KeyFigure("Core share", "18.1%", "of £178.8 million"), KeyFigure("Coverage", "100.0%"))),
    Heading("1. Scope"),
    Paragraph("Nobody certified it.", label="Certified"),
    Paragraph("A remark.", "quiet"),
    Bullets(("South East: 16.9%", "England: 18.4%")),
    Bullets(("First", "Second"), numbered=True),
    Heading("Figures", 2),
    table(
        "Money by year",
        ("Year", "£m"),
        [("2023/24", "29.0"), ("2024/25", "−32.3")],
        numeric=(1,),
        note="Cash.",
    ),
    Chart("It rose, then fell", FIGURE, "Three values: 3.5, 4.25 and 2.75.", "Source: a survey."),
    Facts((("Self-assessed", "not yet"), ("Owner", "the council"))),
    Missing("Missing: no claim of influence."),
    PageBreak(),
    Bullets(("Third", "Fourth"), numbered=True),
)
SAID = [
    "A report",
    "As recorded at 20 November 2026.",
    "The share fell by 16.3 points.",
    *("Core share", "18.1%", "of £178.8 million", "Coverage", "100.0%"),
    "1. Scope",
    "Nobody certified it.",
    "A remark.",
    *("South East: 16.9%", "England: 18.4%", "First", "Second"),
    *("Figures", "Money by year", "Year", "£m", "2023/24", "29.0", "2024/25", "−32.3", "Cash."),
    *("It rose, then fell", "Source: a survey.", "not yet", "the council"),
    "Missing: no claim of influence.",
    *("Third", "Fourth"),
]


@pytest.fixture(scope="module")
def files():
    return {kind: document_file(WHOLE, kind) for kind in ("pdf", "docx")}


def test_both_say_everything_in_order(files):
    in_docx, in_pdf = "\n".join(words_of_docx(files["docx"])), words_of_pdf(files["pdf"])
    here = there = 0
    for said in SAID:
        here = in_docx.index(said, here) + len(said)
        there = in_pdf.index(squeezed(said), there)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_same_document_gives_the_same_bytes(files, kind):
    assert document_file(WHOLE, kind) == files[kind]


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_another_word_gives_other_bytes(files, kind):
    other = document(*WHOLE.blocks[1:], Paragraph("Another word."))
    assert document_file(other, kind) != files[kind]


def test_the_pdf_is_tagged_with_title_language_and_bookmarks(files):
    read = pdf(files["pdf"])
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower() == "en-gb"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata.title == "A report"
    assert read.metadata.author == "Indicator Basket"
    assert read.metadata.creation_date.date() == date(2026, 11, 20)
    assert [each.title for each in flat(read.outline)] == ["1. Scope", "Figures"]
    kinds = structure(files["pdf"])
    assert [
        kinds.count(kind) for kind in ("H1", "H2", "Table", "THead", "TH", "TD", "Figure", "L", "LI")
    ] == [
        *(1, 1, 1, 1, 2, 4, 1),
        *(kinds.count("L"), kinds.count("LI")),
    ]
    assert kinds.count("L") >= 3
    assert b"PDF/UA" not in files["pdf"][:8]
    assert "pdfuaid" in read.xmp_metadata.rdf_root.toxml()


def flat(outline):
    for each in outline:
        if isinstance(each, list):
            yield from flat(each)
        else:
            yield each


def test_the_picture_says_what_it_shows_in_both(files):
    alt = "Three values: 3.5, 4.25 and 2.75."
    assert f'descr="{alt}"' in part(files["docx"], "word/document.xml")
    assert alt in alternatives(files["pdf"])


def alternatives(file):
    """The alternative texts in the structure tree."""
    found = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if "/Alt" in node:
                found.append(str(node["/Alt"]))
            if "/K" in node:
                walk(node["/K"])

    walk(pdf(file).trailer["/Root"]["/StructTreeRoot"])
    return found


def test_the_chart_is_lines_in_the_pdf_and_a_fine_picture_in_the_docx(files):
    assert not [image for page in pdf(files["pdf"]).pages for image in page.images]
    (shape,) = docx.Document(BytesIO(files["docx"])).inline_shapes
    pictures = [
        rel.target_part.blob
        for rel in docx.Document(BytesIO(files["docx"])).part.rels.values()
        if "image" in rel.reltype
    ]
    with Image.open(BytesIO(pictures[0])) as picture:
        assert picture.width >= 1300
        assert picture.width / picture.height == pytest.approx(shape.width / shape.height, rel=0.01)


def test_the_docx_has_real_headings_a_repeated_row_and_british_english(files):
    file = docx.Document(BytesIO(files["docx"]))
    styles = {paragraph.text: paragraph.style.name for paragraph in file.paragraphs}
    assert styles["A report"] == "Title"
    assert (styles["1. Scope"], styles["Figures"]) == ("Heading 1", "Heading 2")
    assert styles["South East: 16.9%"] == "List Bullet"
    xml = part(files["docx"], "word/document.xml")
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count("<w:cantSplit/>") == 1 + 3  # key figures, table
    assert xml.count("<w:tcBorders><w:bottom") == 6
    assert 'w:val="en-GB"' in part(files["docx"], "word/styles.xml")
    assert "en-US" not in part(files["docx"], "word/styles.xml")
    told = file.core_properties
    assert (told.title, told.language, told.author) == ("A report", "en-GB", "Indicator Basket")
    assert told.created.date() == told.modified.date() == date(2026, 11, 20)
    foot = " ".join(paragraph.text for paragraph in file.sections[0].footer.paragraphs)
    assert "A report, 2026" in foot


def test_each_numbered_list_begins_at_one(files):
    numbers = re.findall(r'<w:numId w:val="(\d+)"/>', part(files["docx"], "word/document.xml"))
    assert len(numbers) == 4
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    assert "1.First2.Second" in words_of_pdf(files["pdf"])
    assert "1.Third2.Fourth" in words_of_pdf(files["pdf"])


HOSTILE = {
    "markup": "<b>bold</b> & <script>alert(1)</script>",
    "typesetting": '#import "x": * $x^2$ @label _a_ *b* = c // d \\ [e] `f` ~ -- --- ... \'q\' "r"',
    "spreadsheet": "=HYPERLINK(1)",
    "greek and cyrillic": "Σύνολο Итого",
    "signs": "● ▲ ■ ○ – − £ € % ½ é ï",
    "control": "a\x00\x07b",
    "half a letter": "a\ud800b",
    "long word": "pneumonoultramicroscopicsilicovolcanoconiosis" * 4,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_comes_out_as_typed(text):
    made = document(
        Heading(text),
        Paragraph(text, label=text),
        Bullets((text,)),
        Facts(((text, text),)),
        KeyFigures((KeyFigure(text, text, text), KeyFigure("a", "b"))),
        table(text, (text, "b"), [(text, "c")], note=text),
        Missing(text),
    )
    assert "\n".join(words_of_docx(document_file(made, "docx"))).count(writable(text)) == 14
    assert words_of_pdf(document_file(made, "pdf")).count(squeezed(writable(text))) == 14


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا بالعالم", "😀 smile"])
def test_scripts_from_beyond_are_kept(text):
    made = document(Paragraph(text))
    assert text in words_of_docx(document_file(made, "docx"))
    assert document_file(made, "pdf").startswith(b"%PDF")


@pytest.mark.parametrize("text", ["😀 smile", "漢字 smile"])
def test_a_letter_that_no_font_has_stops_no_report(monkeypatch, text):
    ours = document_typst._fonts(machine=False)
    monkeypatch.setattr(document_typst, "_fonts", lambda **_: ours)
    made = document(Paragraph(text), Chart("F", FIGURE, "Alt"))
    file = document_file(made, "pdf")
    assert pdf(file).trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "smile" in words_of_pdf(file)
    assert "pdfuaid" not in pdf(file).xmp_metadata.rdf_root.toxml()


TEXTS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], max_codepoint=0x17F), max_size=40
)


@settings(max_examples=8, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # to shrink one takes minutes
@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_any_words_are_in_both(items, rows):
    made = document(Bullets(tuple(items)), table("T", ("a", "b"), rows))
    in_docx, in_pdf = words_of_docx(document_file(made, "docx")), words_of_pdf(document_file(made, "pdf"))
    for text in [*items, *(cell for row in rows for cell in row)]:
        assert writable(text) in in_docx
        assert squeezed(text) in in_pdf


def test_a_long_table_repeats_its_heading_on_every_page():
    made = document(
        table("Long", ("Line", "£m"), [(f"Line {i}", f"{i}.0") for i in range(200)], numeric=(1,))
    )
    pages = [page.extract_text() for page in pdf(document_file(made, "pdf")).pages]
    assert len(pages) > 3
    assert all("Line" in text and "£m" in text for text in pages)
    assert "Page 2 of" in pages[1]


def test_a_heading_never_stands_alone_at_the_foot_of_a_page():
    for lines in range(30, 50):
        made = document(
            *[Paragraph(f"Line {i}.") for i in range(lines)], Heading("Alone?"), Paragraph("Not alone.")
        )
        pages = [page.extract_text() for page in pdf(document_file(made, "pdf")).pages]
        where = [("Alone?" in text, "Not alone." in text) for text in pages]
        assert all(heading == after for heading, after in where)
