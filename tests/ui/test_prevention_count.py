"""Lines classified differently as the address has them: written and read again, and refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.ui.prevention_count import MOST, read, written
from indicators.ui.prevention_differently import with_line

LEVELS = {"PP": "Primary", "SP": "Secondary", "AS": "Acute"}
KEY = ("return", "service", "line")
HALVES = ((KEY, (("SP", Decimal("0.5")), ("AS", Decimal("0.5")))),)

names = st.text(min_size=1, max_size=12)
codings = st.integers(min_value=1, max_value=99).map(
    lambda n: (("SP", Decimal(n) / 100), ("AS", 1 - Decimal(n) / 100))
)


def any_line(_):
    return True


@given(st.lists(st.tuples(st.tuples(names, names, names), codings), max_size=5, unique_by=lambda o: o[0]))
def test_what_is_written_is_read_again(overrides):
    assert read(written(overrides), LEVELS, any_line) == (tuple(overrides), ())


def test_the_address_is_as_it_is_documented():
    assert written(HALVES) == "return~service~line~SP:0.5+AS:0.5"


def test_a_plus_that_became_a_blank_is_read():
    assert read("return~service~line~SP:0.5 AS:0.5", LEVELS, any_line) == (HALVES, ())


REFUSED = {
    "no names": ("SP:1", "unreadable"),
    "too many names": ("a~b~c~d~SP:1", "unreadable"),
    "no levels": ("a~b~c~", "unreadable"),
    "no share": ("a~b~c~SP", "unreadable"),
    "words for a share": ("a~b~c~SP:half", "unreadable"),
    "not a number": ("a~b~c~SP:NaN", "unreadable"),
    "endless": ("a~b~c~SP:Infinity", "unreadable"),
    "nought": ("a~b~c~SP:0+AS:1", "unreadable"),
    "below nought": ("a~b~c~SP:-1+AS:2", "unreadable"),
    "too fine": ("a~b~c~SP:0.0000001+AS:0.9999999", "unreadable"),
    "huge": ("a~b~c~SP:1e999999", "unreadable"),
    "a level twice": ("a~b~c~SP:0.5+SP:0.5", "unreadable"),
    "another scheme's level": ("a~b~c~MX:1", "no_level"),
    "not whole": ("a~b~c~SP:0.5+AS:0.4", "not_whole"),
}


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused(text, why):
    counted, refused = read(text, LEVELS, any_line)
    assert counted == ()
    assert [each.why for each in refused] == [why]


def test_a_line_that_is_not_there_is_refused_and_the_others_count():
    text = "return~service~line~SP:0.5+AS:0.5|a~b~gone~SP:1"
    counted, refused = read(text, LEVELS, lambda key: key == KEY)
    assert counted == HALVES
    assert [(each.why, each.named) for each in refused] == [("no_line", "gone")]


def test_there_is_an_end_to_how_many():
    text = "|".join(f"a~b~{number}~SP:1" for number in range(MOST + 1))
    counted, refused = read(text, LEVELS, any_line)
    assert len(counted) == MOST
    assert [each.why for each in refused] == ["too_many"]


FORM = {
    "the whole of it": (("SP", 100, "AS"), (("SP", Decimal(1)),)),
    "a part": (("SP", 30, "AS"), (("SP", Decimal("0.3")), ("AS", Decimal("0.7")))),
    "the rest at the same": (("SP", 30, "SP"), (("SP", Decimal(1)),)),
}


@pytest.mark.parametrize(("filled", "levels"), FORM.values(), ids=FORM)
def test_the_form_makes_a_whole_in_place_of_what_was(filled, levels):
    assert with_line(HALVES, KEY, *filled) == ((KEY, levels),)
