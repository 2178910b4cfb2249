"""What a document may hold: the refusals of the content model, and how wide its columns are."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.reports.document import Document, Heading, Paragraph, table
from indicators.reports.document_columns import column_shares


def document(*blocks, title="A report"):
    return Document(title, (), "", date(2026, 11, 20), blocks)


REFUSED = {
    "no title": (lambda: document(title=" "), "without a title"),
    "a second level first": (lambda: document(Heading("Part", 2)), "'Part' has level 2 under level 0"),
    "a skipped level": (
        lambda: document(Heading("One"), Heading("Deep", 3)),
        "'Deep' has level 3 under level 1",
    ),
    "a level that is none": (lambda: document(Heading("Nought", 0)), "'Nought' has level 0"),
    "no column": (lambda: table("T", (), []), "without a column"),
    "a short row": (lambda: table("T", ("a", "b"), [("1",)]), r"2 columns, and rows of \[1\] cells"),
    "a numeric column that is not there": (lambda: table("T", ("a",), [], numeric=(1,)), r"of which \[1\]"),
    "widths of another length": (lambda: table("T", ("a",), [], widths=(1, 2)), "1 columns and 2 widths"),
}


@pytest.mark.parametrize(("make", "why"), REFUSED.values(), ids=REFUSED)
def test_what_no_document_can_be_is_refused(make, why):
    with pytest.raises(ValueError, match=why):
        make()


def test_headings_may_come_up_again_by_any_number_of_levels():
    levels = (1, 2, 3, 1, 2, 2, 1)
    made = document(*(Heading(str(level), level) for level in levels), Paragraph("end"))
    assert [each.level for each in made.blocks if isinstance(each, Heading)] == list(levels)


COLUMNS = {
    "stated": (table("T", ("a", "b"), [], widths=(1, 3)), (1, 3)),
    "the longest word": (table("T", ("a", "responsibilities"), [("1", "2")]), (4, 19)),
    "the rest of the line by the texts": (table("T", ("a", "b"), [("1", "word " * 60)]), (4, 7 + 93)),
    "shared by two": (table("T", ("a", "b"), [("ab cd", "ab cd ef gh")]), (5 + 94 / 4, 5 + 94 * 3 / 4)),
}


@pytest.mark.parametrize(("one", "shares"), COLUMNS.values(), ids=COLUMNS)
def test_columns_take_what_their_words_need(one, shares):
    assert column_shares(one) == pytest.approx(shares)


def test_no_word_is_broken_while_there_is_room():
    one = table("T", ("Line", "Confidence"), [("a long text " * 20, "high"), ("b", "medium")])
    shares = column_shares(one)
    assert shares[1] / sum(shares) * 104 >= len("Confidence") + 2
