"""Spending with its tags: which coding is in force for a line, what sums to what, and as at which moment."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest

from tests.store.store_samples import SOURCED, submit

D = Decimal
EVERYBODY = "All organisations"
YEAR, EARLIER_YEAR = "2024-04-01/P1Y", "2023-04-01/P1Y"


def line(name, amount, *, organisation="County", period=YEAR, level="line", role="own", parent="Children"):
    return {
        "organisation": organisation,
        "area_code": "A",
        "period": period,
        "measure": "M",
        "parent": parent,
        "line": name,
        "level": level,
        "amount": str(amount),
        "price_basis": "cash",
        "role": role,
        **SOURCED,
    }


def tag(name, level, proportion="1", **more):
    return {
        "edition_code": "2024-25",
        "scheme_code": "W",
        "organisation": EVERYBODY,
        "measure": "M",
        "parent": "Children",
        "line": name,
        "role": "first",
        "prevention_level": level,
        "proportion": str(proportion),
        "method": "whole_line",
        "confidence": "high",
        "rationale": "why",
        "coder": "an officer",
        "coded_on": "2026-05-01",
        **SOURCED,
        **more,
    }


@pytest.fixture
def figures(store):
    """Three lines of two councils, coded in several ways; the last entry moderates one of them."""
    submit(
        store.ledger,
        "spending_line",
        [
            *(line("Youth", 100, organisation=name) for name in ("County", "City")),
            *(line("Care", 300, organisation=name) for name in ("County", "City")),
            line("Other", 50),
            line("Split", 40),
            line("All lines", 490, level="total"),
            line("Youth clubs", 60, level="sub-line"),
            line("Youth", 80, period=EARLIER_YEAR),
            line("Roads", 70, parent="Highways"),
        ],
    )
    submit(
        store.ledger,
        "prevention_tag",
        [
            tag("Youth", "PP", "0.333333"),
            tag("Youth", "SP", "0.666667", confidence="low"),
            tag("Youth", "AS", role="second", coder="another"),
            tag("Youth", "TP", organisation="City", confidence=""),
            tag("Care", "UC", role="suggested"),
            tag("Care", "AS"),
            tag("Split", "PP", "0.9"),
            tag("Care", "SP", scheme_code="X"),
            tag("Care", "SP", edition_code="2023-24"),
        ],
    )
    submit(store.ledger, "prevention_tag", [tag("Care", "TP", role="moderated", coded_on="2026-06-01")])
    return store.snapshot()


def amounts(snapshot, at=None, **asked):
    asked = {"edition": "2024-25", "scheme": "W", "period": None, **asked}
    rows = snapshot.query("prevention_amounts", as_at=at or snapshot.version.seq, **asked)
    return {
        (row["organisation"], row["period"][:4], row["level"], row["confidence"]): row["amount"]
        for row in rows
    }


def test_spending_is_summed_by_level_and_confidence_exactly(figures):
    assert amounts(figures) == {
        ("City", "2024", "TP", None): D(100),
        ("City", "2024", "TP", "high"): D(300),
        ("County", "2023", "PP", "high"): D("26.66664"),
        ("County", "2023", "SP", "low"): D("53.33336"),
        ("County", "2024", "PP", "high"): D("33.3333"),
        ("County", "2024", "SP", "low"): D("66.6667"),
        ("County", "2024", "TP", "high"): D(300),
        ("County", "2024", None, None): D(90),
    }


def test_a_year_can_be_asked_for_alone(figures):
    assert {key[1] for key in amounts(figures, period=EARLIER_YEAR)} == {"2023"}


def test_before_it_was_moderated_the_first_coding_counted_not_the_suggested_one(figures):
    at = amounts(figures, at=2)
    assert at["County", "2024", "AS", "high"] == 300
    assert ("County", "2024", "TP", "high") not in at


def test_another_scheme_and_another_edition_have_their_own_coding(figures):
    assert amounts(figures, scheme="X")["City", "2024", "SP", "high"] == 300
    assert amounts(figures, edition="2023-24")["City", "2024", "SP", "high"] == 300


def test_nothing_is_lost_or_counted_twice(figures):
    by_council = defaultdict(Decimal)
    for (organisation, year, _, _), amount in amounts(figures).items():
        by_council[organisation, year] += amount
    assert by_council == {("County", "2024"): 490, ("City", "2024"): 400, ("County", "2023"): 80}


def test_a_return_that_is_counted_is_there_before_anything_is_coded(figures, store):
    row = {
        "edition_code": "2024-25",
        "organisation": "County",
        "measure": "M",
        "parent": "Highways",
        "basis": "outturn",
        **SOURCED,
    }
    submit(store.ledger, "partner_return", [row])
    found = store.snapshot().query("prevention_amounts", as_at=4, edition="2024-25", scheme="W", period=None)
    assert {row["amount"] for row in found if row["parent"] == "Highways"} == {D(70)}


def lines(snapshot, **asked):
    nothing = dict.fromkeys(("measure", "parent", "line", "period", "organisations"))
    asked = {"edition": "2024-25", "scheme": "W", "limit": 100, **nothing, **asked}
    return snapshot.query("prevention_lines", as_at=snapshot.version.seq, **asked)


def test_lines_sum_to_the_amounts(figures):
    found = defaultdict(Decimal)
    for row in lines(figures, parent="Children"):
        share = 1 if row["proportion"] is None else row["proportion"]
        key = row["organisation"], row["period"][:4], row["level"], row["confidence"]
        found[key] += row["line_amount"] * share
    assert found == amounts(figures)


def test_lines_say_who_judged_and_come_largest_first(figures):
    found = lines(figures, line="Youth", organisations=["County"], period=YEAR)
    assert [(row["level"], row["proportion"], row["coder_role"]) for row in found] == [
        ("PP", D("0.333333"), "first"),
        ("SP", D("0.666667"), "first"),
    ]
    assert [row["line_amount"] for row in lines(figures, limit=2)] == [300, 300]


def test_a_coding_that_makes_no_whole_is_named(figures):
    found = figures.query("prevention_splits", as_at=3, edition="2024-25", scheme="W")
    assert [(row["line"], row["whole"]) for row in found] == [("Split", D("0.9"))]


NEVER = date(9000, 1, 1)


def codings(snapshot, late=NEVER, earlier=None, most=100):
    asked = {"as_at": 3, "edition": "2024-25", "earlier": earlier, "scheme": "W", "late": late}
    return snapshot.query("prevention_codings", **asked, period=YEAR, most=most)


def named(rows):
    return {(row["edition"], row["line"], row["organisation"], row["role"], row["level"]) for row in rows}


def test_lines_without_a_question_are_not_asked_about(figures):
    assert codings(figures) == []


def test_lines_that_changed_since_the_edition_before_are_asked_about_with_both_codings(figures):
    found = codings(figures, earlier="2023-24")
    assert named(found) == {
        ("2023-24", "Care", EVERYBODY, "first", "SP"),
        ("2024-25", "Care", EVERYBODY, "moderated", "TP"),
    }
    assert {row["amount"] for row in found} == {D(600)}


def test_lines_that_were_coded_late_are_asked_about(figures):
    assert {row["line"] for row in codings(figures, late=date(2026, 6, 1))} == {"Care"}


def test_lines_that_are_halved_are_asked_about(figures, store):
    submit(store.ledger, "prevention_tag", [tag("Other", "PP", "0.5"), tag("Other", "AS", "0.5")])
    found = store.snapshot().query(
        "prevention_codings",
        as_at=4,
        edition="2024-25",
        earlier=None,
        scheme="W",
        late=NEVER,
        period=YEAR,
        most=100,
    )
    assert {row["line"] for row in found} == {"Other"}


def test_the_largest_lines_are_asked_about_first(figures):
    early = date(2026, 1, 1)
    assert [row["line"] for row in codings(figures, late=early, most=1)] == ["Care"]
    assert {row["line"] for row in codings(figures, late=early)} == {"Care", "Split", "Youth"}


def agreement(snapshot, at):
    rows = snapshot.query("prevention_agreement", as_at=at, edition="2024-25", scheme="W", period=YEAR)
    return {(row["first"], row["second"]): (row["lines"], row["amount"], row["alike"]) for row in rows}


def test_lines_that_were_coded_twice_are_paired_by_their_main_level(figures, store):
    assert agreement(figures, 3) == {("SP", "AS"): (1, D(200), D(0))}
    second = {"role": "second", "coder": "another"}
    again = [tag("Care", "AS", "0.75", **second), tag("Care", "TP", "0.25", **second)]
    halves = [tag("Other", "PP", "0.5"), tag("Other", "AS", "0.5"), tag("Other", "PP", "1", **second)]
    submit(store.ledger, "prevention_tag", [*again, *halves])
    assert agreement(store.snapshot(), 4) == {
        ("SP", "AS"): (1, D(200), D(0)),
        ("AS", "AS"): (1, D(600), D(450)),
        ("AS", "PP"): (1, D(50), D(25)),
    }


@pytest.mark.parametrize("coder", ["an officer", " An Officer "])
def test_two_codings_by_one_person_are_no_agreement(figures, store, coder):
    submit(store.ledger, "prevention_tag", [tag("Care", "AS", role="second", coder=coder)])
    assert agreement(store.snapshot(), 4) == agreement(figures, 3)


def test_who_coded_how_many_lines(figures):
    found = figures.query("prevention_coders", as_at=3, edition="2024-25")
    assert {(row["scheme"], row["role"]): (row["lines"], row["coders"]) for row in found} == {
        ("W", "first"): (4, "an officer"),
        ("W", "second"): (1, "another"),
        ("W", "suggested"): (1, "an officer"),
        ("W", "moderated"): (1, "an officer"),
        ("X", "first"): (1, "an officer"),
    }


def test_lines_are_set_beside_the_published_total(figures):
    found = figures.query("control_totals", as_at=3)
    rows = {
        (row["organisation"], row["parent"], row["period"][:4]): (
            row["lines"],
            row["sum_of_lines"],
            row["published"],
            row["places"],
        )
        for row in found
    }
    assert rows["County", "Children", "2024"] == (4, D(490), D(490), 0)
    assert rows["City", "Children", "2024"] == (2, D(400), None, 0)
    assert len(rows) == 4
