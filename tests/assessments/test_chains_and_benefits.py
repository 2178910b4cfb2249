"""Chains and benefits read from a ledger: at any moment, with small counts hidden, by either way of reading figures."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.assessments import benefits
from indicators.assessments.benefits import judged_benefits, the_map, totals
from indicators.assessments.chains import judged_chains, target_of
from indicators.store import open_store
from tests.store.store_samples import SOURCED, area, event, indicator, observation, submit, target

TODAY = date(2026, 11, 20)
PEOPLE = {"measure_kind": "count", "unit": "people", "frequency": "annual", "period_length": "P1Y"}
YEARS = [f"{2019 + n}-01-01/P1Y" for n in range(4)]


def benefit(code, **more):
    return {
        "benefit_code": code,
        "title": f"Benefit {code}",
        "kind": "benefit",
        "value_class": "quantified_not_monetised",
        "unit": "people",
        "indicator_code": "I",
        "area_code": "A",
        "baseline_period": YEARS[0],
        "status": "realising",
        **SOURCED,
        **more,
    }


def plan(code, period, amount):
    return {"benefit_code": code, "period": period, "planned": str(amount), **SOURCED}


def link(code, strength, **more):
    return {
        "link_code": code,
        "chain_code": "C",
        "start_node": "N1",
        "end_node": "N2",
        "link_type": "funding",
        "strength": str(strength),
        "criticality": "critical_path",
        **SOURCED,
        **more,
    }


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("registers")) as opened:
        ledger = opened.ledger
        submit(ledger, "area", [area("A"), area("B", 2)])
        submit(ledger, "indicator", [indicator("I", **PEOPLE), indicator("J", **PEOPLE)])
        figures = [
            observation("I", period, value) for period, value in zip(YEARS, (100, 4, 140, 150), strict=True)
        ]
        figures += [observation("J", period, 3, "B") for period in YEARS]
        submit(ledger, "observation", figures)
        submit(ledger, "benefit", [benefit("B1"), benefit("B2", indicator_code="J", area_code="B")])
        submit(
            ledger,
            "benefit_plan",
            [plan("B1", YEARS[2], 50), plan("B1", YEARS[3], 80), plan("B2", YEARS[3], 9)],
        )
        submit(
            ledger,
            "benefit_edge",
            [{"start": "work", "start_kind": "output", "end": "B1", "end_kind": "benefit", **SOURCED}],
        )
        submit(ledger, "target", [target("T", "2030-12-31", 200)])
        submit(
            ledger,
            "delivery_chain",
            [{"chain_code": "C", "title": "A chain", "outcome": "Better", "target_code": "T", **SOURCED}],
        )
        node = {"chain_code": "C", "organisation": "A body", "tier": "county", "role": "fund", **SOURCED}
        submit(ledger, "chain_node", [{"node_code": code, **node} for code in ("N1", "N2")])
        submit(ledger, "chain_link", [link("L1", 4)])
        submit(ledger, "chain_link", [link("L1", 2)])
        action = {"action_code": "X", "link_code": "L1", "action": "Mend it", "status": "open", **SOURCED}
        submit(ledger, "chain_action", [action])
        risk = {"risk": "It ends", "likelihood": "4", "impact": "4", "status": "open", **SOURCED}
        submit(ledger, "chain_risk", [{"risk_code": "R", "chain_code": "C", **risk}])
        submit(ledger, "event", [event("E", "2022-01-01", "break", title="Counted anew", indicator_code="I")])
        yield opened


def by_code(store, at=None):
    snapshot = store.snapshot()
    found = judged_benefits(snapshot, snapshot.version.seq if at is None else at, TODAY)
    return {each.benefit.code: each for each in found}


def test_a_small_count_is_hidden_before_anything_is_worked_out(store):
    found = by_code(store)
    assert [(point.period, point.actual) for point in found["B1"].realisation.curve] == [
        (YEARS[2], 40),
        (YEARS[3], None),
    ]
    hidden = found["B2"]
    assert (hidden.baseline, hidden.latest) == (None, None)
    assert hidden.realisation.reason.code == "no_baseline_figure"


def test_after_a_break_nothing_is_counted_from_a_baseline_before_it(store):
    found = by_code(store)["B1"]
    assert (found.realisation.period, found.left_out.code) == (YEARS[2], "basis_changed_since")
    before = by_code(store, store.snapshot().version.seq - 1)["B1"]
    assert (before.realisation.period, before.left_out) == (YEARS[3], None)


def test_figures_are_the_same_however_they_are_read(store, monkeypatch):
    one_by_one = by_code(store)
    monkeypatch.setattr(benefits, "ONE_BY_ONE", 0)
    judged_again = judged_benefits.__wrapped__(store.snapshot(), store.snapshot().version.seq, TODAY)
    assert {each.benefit.code: each for each in judged_again} == one_by_one


def test_totals_are_those_of_the_period(store):
    (found,) = totals(tuple(by_code(store).values()), YEARS[2])
    assert (found.planned, found.actual, found.without_figure) == (50, 40, ("B2",))


def test_the_map_is_read_from_its_arrows(store):
    snapshot = store.snapshot()
    assert the_map(snapshot, snapshot.version.seq).edges == (("work", "B1"),)


def test_a_chain_is_judged_as_it_was_recorded_at_the_moment(store):
    snapshot = store.snapshot()
    ratings = {
        at: [each.rating.weakest for each in judged_chains(snapshot, at, TODAY)]
        for at in (8, 9, 10, 11, snapshot.version.seq)
    }
    assert list(ratings.values()) == [[None], [None], [4], [2], [2]]


def test_a_chain_has_its_actions_risks_and_target(store):
    snapshot = store.snapshot()
    at = snapshot.version.seq
    (found,) = judged_chains(snapshot, at, TODAY)
    assert [each.action for each in found.actions] == ["Mend it"]
    assert [(each.code, each.score, each.link) for each in found.risks] == [("R", 16, None)]
    assert target_of(snapshot, at, found.chain).set_by == "the Board"
    assert target_of(snapshot, 6, found.chain) is None


def test_an_empty_ledger_has_no_chains_and_no_benefits(tmp_path):
    with open_store(tmp_path) as store:
        snapshot = store.snapshot()
        assert judged_chains(snapshot, 0, TODAY) == ()
        assert judged_benefits(snapshot, 0, TODAY) == ()
        assert the_map(snapshot, 0).kinds == {}
