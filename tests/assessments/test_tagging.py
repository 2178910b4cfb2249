"""Lines for a coder from a small ledger: which are listed, in which order, how far the coding has come, and who sees what."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pytest

from indicators.assessments.tagging import (
    EVERYBODY,
    Workplace,
    coded_before,
    lines_named,
    listed_lines,
    organisations,
)
from indicators.assessments.tagging_effect import effect_of
from indicators.datasets import dataset
from indicators.store import open_store
from indicators.store.rows import canonical_rows
from tests.assessments.test_audit_restated import LEVELS, edition, returned
from tests.store.store_samples import SOURCED, submit
from tests.store.test_prevention_questions import EARLIER_YEAR, line, tag

D = Decimal
NOW, BEFORE = "2024-25", "2023-24"
SPENT = {"Care": 3000, "Youth": 1500, "Early help": 900, "Play": 10}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """Four lines of the county and one of the city; the first coder has done three of them, the second two."""
    with open_store(tmp_path_factory.mktemp("tagging") / "home") as store:
        scheme = {"scheme_code": "W", "title": "W", "version": "1", "made_by": "us", "standing": "published"}
        submit(store.ledger, "classification_scheme", [{**scheme, "definition": "d", **SOURCED}])
        levels = [
            {
                "scheme_code": "W",
                "prevention_level": code,
                "title": code,
                "definition": code,
                "counts_as": counts,
            }
            for code, counts in LEVELS.items()
        ]
        submit(store.ledger, "classification_level", [{**each, **SOURCED} for each in levels])
        own = [line(name, amount) for name, amount in SPENT.items()]
        others = [line("Care", 200, organisation="City"), line("Roads", 70, parent="Highways")]
        submit(store.ledger, "spending_line", [*own, *others, line("All", 1, level="total")])
        submit(
            store.ledger,
            "prevention_edition",
            [edition(NOW, "tagging"), edition(BEFORE, "tagging", period=EARLIER_YEAR)],
        )
        city = {**returned(NOW), "organisation": "City"}
        submit(store.ledger, "partner_return", [returned(NOW), city, returned(BEFORE)])
        submit(
            store.ledger,
            "prevention_tag",
            [
                tag("Care", "AS"),
                tag("Youth", "PP", "0.5"),
                tag("Youth", "SP", "0.5"),
                tag("Early help", "SP"),
                tag("Care", "AS", role="second"),
                tag("Youth", "TP", role="second", rationale="the second coder's reason"),
                tag("Play", "PP", edition_code=BEFORE, rationale="last year's reason"),
            ],
        )
        yield store.snapshot()


def at(role, organisation=EVERYBODY):
    return Workplace(NOW, "W", organisation, role)


def listed(snapshot, role, which="all", *, first=0, most=25, organisation=EVERYBODY):
    place = at(role, organisation)
    return listed_lines(snapshot, snapshot.version.seq, place, which, first=first, most=most)


def names(found):
    return [each.key[2] for each in found.lines]


WHICH = {
    "all": ("first", "all", ["Care", "Youth", "Early help", "Play"]),
    "first coder, to do": ("first", "to_do", ["Play"]),
    "first coder, done": ("first", "done", ["Care", "Youth", "Early help"]),
    "second coder, to do": ("second", "to_do", ["Early help", "Play"]),
    "second coder, done": ("second", "done", ["Care", "Youth"]),
    "coded differently": ("moderated", "differ", ["Youth"]),
    "moderated": ("moderated", "done", []),
}


@pytest.mark.parametrize(("role", "which", "expected"), WHICH.values(), ids=WHICH)
def test_which_lines(snapshot, role, which, expected):
    found = listed(snapshot, role, which)
    assert names(found) == expected
    assert found.of == len(expected)


def test_lines_of_all_organisations_are_summed_and_those_of_one_are_its_own(snapshot):
    assert [each.amount for each in listed(snapshot, "first").lines] == [3200, 1500, 900, 10]
    assert [(each.key[2], each.amount) for each in listed(snapshot, "first", organisation="City").lines] == [
        ("Care", 200)
    ]
    assert organisations(snapshot, snapshot.version.seq, NOW) == ("City", "County")


def test_progress_is_over_all_lines_whatever_is_listed(snapshot):
    found = listed(snapshot, "second", "to_do").progress
    assert (found.lines, found.coded, found.differing) == (4, 2, 0)
    assert (found.money, found.money_coded) == (5610, 4700)
    assert listed(snapshot, "moderated", "done").progress.differing == 1


def test_pages(snapshot):
    assert names(listed(snapshot, "first", first=1, most=2)) == ["Youth", "Early help"]
    beyond = listed(snapshot, "first", first=100, most=2)
    assert (names(beyond), beyond.of) == ([], 0)


def test_the_lines_to_code_twice_are_the_large_ones_and_one_in_ten_by_their_name(tmp_path):
    """A slow second way: the first four bytes of the MD5 of the line's whole name, as a number divisible by ten."""

    def is_drawn(name):
        digest = hashlib.md5(f"M\x1fChildren\x1f{name}".encode(), usedforsecurity=False).hexdigest()
        return int(digest[:8], 16) % 10 == 0

    small = [f"Small {number}" for number in range(60)]
    with open_store(tmp_path / "home") as store:
        spending = [line("Large", 1000), line("Not so large", 999), *(line(name, 5) for name in small)]
        submit(store.ledger, "spending_line", spending)
        submit(store.ledger, "prevention_edition", [edition(NOW, "tagging")])
        submit(store.ledger, "partner_return", [returned(NOW)])
        found = names(listed(store.snapshot(), "second", "sample", most=100))
    drawn = [name for name in ("Not so large", *small) if is_drawn(name)]
    assert 0 < len(drawn) < 15
    assert sorted(found) == sorted(["Large", *drawn])
    assert found[0] == "Large"


def test_no_coder_sees_the_other_and_who_moderates_sees_both(snapshot):
    for role in ("first", "second"):
        for each in listed(snapshot, role).lines:
            assert each.beside == {}
    assert "the second coder's reason" not in repr(listed(snapshot, "first"))
    assert "why" not in repr(listed(snapshot, "second", "to_do"))
    (youth,) = listed(snapshot, "moderated", "differ").lines
    assert set(youth.beside) == {"first", "second"}


def test_last_years_coding_is_suggested(snapshot):
    play = listed(snapshot, "first", "to_do").lines[0]
    assert (play.suggestion.origin, play.suggestion.edition) == ("year_before", BEFORE)
    assert play.suggestion.coded.rationale == "last year's reason"


def test_the_coding_that_counts_now(snapshot):
    keys = [("M", "Children", name) for name in ("Youth", "Play")]
    found = coded_before(snapshot, snapshot.version.seq, at("moderated"), keys)
    assert found == {keys[0]: {"PP": D("0.5"), "SP": D("0.5")}}
    assert lines_named(snapshot, snapshot.version.seq, at("first"), ()) == ()


def test_the_effect_on_the_edition_is_known_before_it_is_recorded(snapshot):
    rows = [tag("Youth", "AS", role="moderated"), tag("Play", "PP", "0.5"), tag("Play", "AS", "0.5")]
    found = effect_of(snapshot, at("moderated"), canonical_rows(dataset("prevention_tag"), rows), len(rows))
    shares = [one.this_year.shares for one in (found.before, found.after)]
    assert [each.core for each in shares] == [2400, 905]
    assert {(each.rule, each.subject) for each in found.new_questions} == {
        ("exactly_half", "Children: Play"),
        ("largest_tag_change", "Children: Play"),
    }
    assert listed(snapshot, "moderated", "differ").of == 1
