"""Plans of benefits on the right side of nought, and a benefits map that goes one way, checked where they are sent."""

from __future__ import annotations

import csv
import io
from itertools import permutations

import pytest

from indicators.datasets import dataset
from indicators.store import open_store
from indicators.submissions import accept, check_file
from tests.store.store_samples import SOURCED, submit

OURS = SOURCED | {"source_key": "S"}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A store with a benefit, a dis-benefit, and two arrows: a leads to b, b to c."""
    with open_store(tmp_path_factory.mktemp("benefits")) as opened:
        source = {"source_key": "S", "publisher": "P", "title": "T", "location": "L"}
        submit(opened.ledger, "source", [source])
        accept(
            opened, "benefit", as_file("benefit", benefit("B"), benefit("D", "dis_benefit")), "b.csv", **SENT
        )
        accept(
            opened, "benefit_edge", as_file("benefit_edge", arrow("a", "b"), arrow("b", "c")), "e.csv", **SENT
        )
        yield opened


SENT = {"by": "an officer", "note": "a test"}


def as_file(name, *rows):
    text = io.StringIO(newline="")
    columns = [*dataset(name).columns, *(["remove"] if any("remove" in row for row in rows) else [])]
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def benefit(code, kind="benefit"):
    fixed = {"title": "T", "value_class": "qualitative", "unit": "none", "status": "identified"}
    return {"benefit_code": code, "kind": kind, **fixed, **OURS}


def plan(code, planned):
    return {"benefit_code": code, "period": "2024/25", "planned": planned, **OURS}


def arrow(start, end, **more):
    return {"start": start, "start_kind": "output", "end": end, "end_kind": "benefit", **OURS, **more}


def found(store, name, *rows):
    checked = check_file(store, name, as_file(name, *rows), "file.csv")
    return [(each.rule, each.line, each.column) for each in checked.findings]


PLANS = {
    "a gain": (plan("B", "5"), False),
    "nothing yet": (plan("B", "0"), False),
    "a gain below nought": (plan("B", "-0.5"), True),
    "a harm": (plan("D", "-5"), False),
    "a harm of nothing": (plan("D", "0"), False),
    "a harm above nought": (plan("D", "5"), True),
}


@pytest.mark.parametrize(("row", "is_wrong"), PLANS.values(), ids=PLANS)
def test_a_plan_on_the_wrong_side_of_nought(store, row, is_wrong):
    assert found(store, "benefit_plan", row) == [("planned_on_wrong_side", 2, "planned")] * is_wrong


ARROWS = {
    "onwards": ([arrow("c", "d")], []),
    "a second way": ([arrow("a", "c")], []),
    "back by one that is stored": ([arrow("b", "a")], [2]),
    "back by two that are stored": ([arrow("c", "a")], [2]),
    "back by another of the file": ([arrow("x", "y"), arrow("y", "x")], [2, 3]),
    "to its own start": ([arrow("x", "x")], [2]),
    "stored and sent together": ([arrow("c", "d"), arrow("d", "a"), arrow("d", "e")], [2, 3]),
    "the stored one is taken out": ([arrow("b", "c", remove="remove"), arrow("c", "a")], []),
}


@pytest.mark.parametrize(("rows", "lines"), ARROWS.values(), ids=ARROWS)
def test_a_map_goes_one_way(store, rows, lines):
    assert found(store, "benefit_edge", *rows) == [("leads_back", line, "end") for line in lines]


@pytest.mark.parametrize("order", list(permutations("xyz")), ids="".join)
def test_a_long_circle_is_found_whatever_the_order(store, order):
    rows = [arrow(start, {"x": "y", "y": "z", "z": "x"}[start]) for start in order]
    assert [line for _, line, _ in found(store, "benefit_edge", *rows)] == [2, 3, 4]
