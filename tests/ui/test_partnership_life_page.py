"""Partnership life: empty on the embedded data, and part by part with the example."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.assessments.partnership_life import board_names, board_seats
from indicators.datasets.example_files import example
from indicators.submissions import accept
from indicators.ui.partnership_life_screen import NAMES
from indicators.wording import register
from tests.ui.conftest import markup, words


def send(store, *names):
    for name in names:
        accept(store, name, example(name), f"{name}.csv", by="a test", note="trying")
        store.snapshot()


EMPTY = {
    "seats": ("Recommendation R4, Private sector voice", "Board seats"),
    "secondments": ("Recommendation R8, Secondments", "Secondments"),
    "cases": ("Recommendation R9, Case study", "Case studies"),
    "publicity": ("Partnership website to be updated by the end of September 2008", "Publicity activities"),
}


@pytest.mark.parametrize(("part", "said"), EMPTY.items(), ids=EMPTY)
def test_a_part_of_which_nothing_is_known_says_what_belongs_there(screen, part, said):
    test = screen("partnership_life", part=part)
    text = words(test)
    assert test.title[0].value == "Partnership life"
    assert register.EMPTY in text
    assert register.EXAMPLE in text
    assert all(each in text for each in said)


def test_seats_with_their_vacancies(own_home, screen):
    send(own_home, "board_seat", "board_appointment")
    text = words(screen("partnership_life"))
    assert "of 9 seats are vacant, the longest for" in text
    assert "The private sector fills 1 of its 2 seats." in text
    assert "since 1 October 2025" in text
    assert "Institute of Directors, county branch" in text
    assert "Nobody is recorded who may fill it." in text
    assert "The term ended on 31 May 2026" in text
    assert "× abolished" in text
    assert register.EXAMPLE_STANDS in text


def test_of_another_board_there_is_no_seat(own_home):
    send(own_home, "board_seat", "board_appointment")
    snapshot = own_home.snapshot()
    at = snapshot.version.seq
    assert board_names(snapshot, at) == {"OXFORDSHIRE-PARTNERSHIP": "Oxfordshire Partnership"}
    of_both = [
        board_seats(snapshot, at, date(2026, 11, 22), board)
        for board in ("OXFORDSHIRE-PARTNERSHIP", "PUBLIC-SERVICE-BOARD")
    ]
    assert [len(each.seats) for each in of_both] == [10, 0]
    assert of_both[1].years == of_both[1].sectors == ()


def test_the_other_parts(own_home, screen):
    send(own_home, *(name for name in NAMES if not name.startswith("board")))
    text = words(screen("partnership_life", part="secondments"))
    assert "2 secondments run." in text
    assert "3 of the 4 that have begun cross sectors; 1 of the 2 that have ended has a learning note." in text
    cases = screen("partnership_life", part="cases")
    assert "1 of 3 case studies may be public. 1 is recorded as public and must not be." in words(cases)
    assert 'href="partnership_life?part=cases&amp;case=EXAMPLE-CASE1"' in markup(cases)
    publicity = words(screen("partnership_life", part="publicity"))
    assert "4 activities are recorded. For 2 of them enough people were asked" in publicity
    assert "290,000" in publicity
    assert "fewer than 8" in publicity
    assert "Too few people were asked" in publicity


def test_the_text_of_a_case_study_is_shown_only_where_it_may_be_public(own_home, screen):
    send(own_home, "case_study")
    open_one = words(screen("partnership_life", part="cases", case="EXAMPLE-CASE1"))
    assert "Cold homes sent older residents to hospital each winter." in open_one
    assert "Open Government Licence v3.0" in open_one
    ended = words(screen("partnership_life", part="cases", case="EXAMPLE-CASE2"))
    assert "Young carers told their story" not in ended
    assert "the time for which they agreed is over" in ended
    nobody = words(screen("partnership_life", part="cases", case="NOPE"))
    assert "There is no case study “NOPE” at this moment." in nobody


def test_as_it_was_before_nothing_is_offered_to_try(own_home, screen):
    before = own_home.snapshot().version.seq
    send(own_home, "secondment")
    text = words(screen("partnership_life", part="secondments", as_at=str(before)))
    assert "Nothing was recorded here at this moment." in text
    assert register.EXAMPLE not in text
    edit = words(screen("partnership_life", part="edit", as_at=str(before)))
    assert "can be edited as they stand now" in edit


def test_hostile_titles_are_shown_as_they_stand(own_home, screen):
    hostile = "Example: <b>free</b> **money** $1$ [x](https://example.org)"
    raw = example("case_study").decode().replace("Example: warm homes in three villages", hostile)
    accept(own_home, "case_study", raw.encode(), "case_study.csv", by="a test", note="trying")
    own_home.snapshot()
    test = screen("partnership_life", part="cases", case="EXAMPLE-CASE1")
    assert "<b>" not in markup(test)
    assert "\\*\\*money" in test.header[0].value
