"""Every refusal of a cell is said in a sentence with its figures filled in."""

from __future__ import annotations

import pytest

from indicators.submissions.dates import read_dates
from indicators.submissions.values import choice_of, number, period, removal, whole_number
from indicators.wording.file_findings import FINDINGS, sentence

REFUSED = {
    "a decimal comma": (number("4,5"), "4.5 and not 4,5"),
    "a space": (number("1 234"), "space inside the number"),
    "scientific notation": (number("1.2E+05"), "Write the number in full"),
    "a formula": (number("=A1"), "Paste its value"),
    "an error of a spreadsheet": (number("#DIV/0!"), "shows an error"),
    "words": (number("many"), "not a number"),
    "too many digits": (number("1" * 40), "more than 30 digits"),
    "a scale": (number("1.2m"), "Read as 1200000."),
    "half of a whole": (whole_number("1.5"), "not a whole number"),
    "another word": (
        choice_of(("final", "revised"))("fnial"),
        "One of: final, revised. Did you mean “final”?",
    ),
    "a word far from all": (choice_of(("final", "revised"))("zebra"), "Write one of: final, revised."),
    "removal unclear": (removal("perhaps"), "Write “remove”"),
    "no period": (period("some time"), "Write it like 2008/09 Q1"),
    "a quarter of no year": (period("Q2"), "Quarter 2 of which year?"),
    "a year that does not follow": (period("2008/11"), "does not follow"),
    "two digits": (period("08/09"), "four digits"),
    "a year far away": (period("3008"), "not between 1900 and 2199"),
    "no such day of a period": (period("2008-02-31/P1D"), "no such day"),
    "a quarter that is none": (period("2008/09 Q5"), "no quarter 5"),
    "an unclear date": (read_dates(["03/04/2008"])["03/04/2008"], "Day or month first?"),
    "an American date": (read_dates(["04/23/2008"])["04/23/2008"], "as in America"),
    "a short year": (read_dates(["1/4/08"])["1/4/08"], "four digits"),
    "no day": (read_dates(["April 2008"])["April 2008"], "The day is missing"),
    "a serial number": (read_dates(["39539"])["39539"], "Format the cell as a date"),
    "no such day": (read_dates(["31 June 2008"])["31 June 2008"], "no such day"),
    "no date": (read_dates(["soon"])["soon"], "not a date"),
}


@pytest.mark.parametrize(("meaning", "expected"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_says_what_to_do(meaning, expected):
    said = sentence(meaning.rule, meaning.figures)
    assert expected in said or expected.lower() in said.lower()
    assert said.endswith((".", "?"))
    assert "{" not in said


def test_every_sentence_begins_with_a_capital_and_ends():
    for text in FINDINGS.values():
        if isinstance(text, str):
            assert text[0].isupper() or text[0] == "{", text
            assert text.endswith((".", "?")), text


def test_a_rule_that_is_not_known_is_no_sentence():
    with pytest.raises(KeyError):
        sentence("rumour", {})
