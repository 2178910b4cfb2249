"""Undo is refused while rows that stay in force need what would be gone, and can itself be undone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.store import open_store
from indicators.store.errors import EntryUnknown, NeededByOthers, NotWithdrawable
from indicators.store.rows_in_force import rows_in_force
from indicators.store.withdrawing import withdraw
from tests.store.store_samples import area, indicator, observation, submit, theme

SOURCE = {"source_key": "TEST", "publisher": "us", "title": "a test", "location": "here"}
WHO = {"by": "an officer", "note": "wrong file"}


@pytest.fixture
def registers(store):
    """Entries 1 to 4: what observations name."""
    submit(store.ledger, "source", [SOURCE])
    submit(store.ledger, "area", [area("A")])
    submit(store.ledger, "theme", [theme("T")])
    submit(store.ledger, "indicator", [indicator("I"), indicator("J")])
    return store


def in_force(store, name="observation"):
    return len(rows_in_force(store.snapshot(), name))


def test_what_nobody_needs_is_withdrawn_and_put_back(registers):
    entry = submit(registers.ledger, "observation", [observation("I", "2008-04-01/P3M", 1)])
    assert in_force(registers) == 1
    withdrawal = withdraw(registers, entry.id, **WHO)
    assert (withdrawal.withdraws, in_force(registers)) == (entry.id, 0)
    back = withdraw(registers, withdrawal.id, **WHO)
    assert (back.withdraws, in_force(registers)) == (withdrawal.id, 1)
    withdraw(registers, back.id, **WHO)
    assert in_force(registers) == 0


@pytest.mark.parametrize(
    ("seq", "named"), [(1, "TEST"), (2, "A"), (4, "I")], ids=["source", "area", "indicator"]
)
def test_what_a_later_entry_names_is_kept_and_the_entry_is_named(registers, seq, named):
    entry = submit(registers.ledger, "observation", [observation("I", "2008-04-01/P3M", 1)])
    with pytest.raises(NeededByOthers) as refused:
        withdraw(registers, str(seq), **WHO)
    figures = refused.value.figures
    assert entry.id in figures["needed_by"]
    assert named in figures["named"]
    assert registers.ledger.head().seq == 5


def test_once_the_later_entry_is_gone_the_earlier_one_may_go(registers):
    more = submit(registers.ledger, "indicator", [indicator("K")])
    entry = submit(registers.ledger, "observation", [observation("K", "2008-04-01/P3M", 1)])
    with pytest.raises(NeededByOthers):
        withdraw(registers, more.id, **WHO)
    withdraw(registers, entry.id, **WHO)
    assert withdraw(registers, more.id, **WHO).withdraws == more.id


def test_what_another_entry_brings_too_is_not_missed(registers):
    again = submit(registers.ledger, "indicator", [indicator("I", title="Another title")])
    submit(registers.ledger, "observation", [observation("I", "2008-04-01/P3M", 1)])
    assert withdraw(registers, again.id, **WHO).withdraws == again.id


def test_an_undo_is_not_undone_while_what_it_took_out_would_name_nothing(registers):
    more = submit(registers.ledger, "indicator", [indicator("K")])
    entry = submit(registers.ledger, "observation", [observation("K", "2008-04-01/P3M", 1)])
    first = withdraw(registers, entry.id, **WHO)
    second = withdraw(registers, more.id, **WHO)
    with pytest.raises(NeededByOthers) as refused:
        withdraw(registers, first.id, **WHO)
    assert refused.value.figures == {"entry": first.id, "needed_by": (entry.id,), "rows": 1, "named": ("K",)}
    withdraw(registers, second.id, **WHO)
    withdraw(registers, first.id, **WHO)
    assert in_force(registers) == 1


def test_a_later_removal_by_marker_needs_nothing(registers):
    entry = submit(registers.ledger, "observation", [observation("I", "2008-04-01/P3M", 1)])
    submit(registers.ledger, "observation", [observation("I", "2008-04-01/P3M", 1, remove="remove")])
    withdraw(registers, entry.id, **WHO)
    assert in_force(registers) == 0


def test_a_reference_that_was_never_met_hinders_nobody(store):
    entry = submit(store.ledger, "indicator", [indicator("I")])
    submit(store.ledger, "area", [area("A", parent_code="NOWHERE")])
    assert withdraw(store, entry.id, **WHO).withdraws == entry.id


def test_the_same_entry_is_not_withdrawn_twice(registers):
    entry = submit(registers.ledger, "observation", [observation("I", "2008-04-01/P3M", 1)])
    withdraw(registers, entry.id, **WHO)
    with pytest.raises(NotWithdrawable):
        withdraw(registers, entry.id, **WHO)


def test_an_entry_that_is_not_there_is_not_withdrawn(registers):
    with pytest.raises(EntryUnknown):
        withdraw(registers, "99", **WHO)


steps = st.lists(
    st.one_of(
        st.tuples(st.just("indicator"), st.sampled_from("IJ")),
        st.tuples(st.just("observation"), st.sampled_from("IJ")),
        st.tuples(st.just("withdraw"), st.integers(0, 5)),
    ),
    min_size=3,
    max_size=6,
)


def in_words_of_python(entries):
    """The slow way: the newest row that counts of each key, and which observations name an indicator that is not there."""
    silenced = set()
    for entry in reversed(entries):
        if entry["kind"] == "withdraw" and entry["id"] not in silenced:
            silenced.add(entry["of"])
    counting = [entry for entry in entries if entry["kind"] != "withdraw" and entry["id"] not in silenced]
    known = {entry["code"] for entry in counting if entry["kind"] == "indicator"}
    return {entry["code"] for entry in counting if entry["kind"] == "observation"} - known


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_an_undo_is_refused_if_and_only_if_something_would_name_nothing(tmp_path_factory, steps):
    with open_store(tmp_path_factory.mktemp("home")) as store:
        submit(store.ledger, "source", [SOURCE])
        submit(store.ledger, "area", [area("A")])
        submit(store.ledger, "theme", [theme("T")])
        told = []
        for number, (kind, what) in enumerate(steps):
            if kind == "withdraw":
                if not told:
                    continue
                target = told[what % len(told)]
                silent = {each["of"] for each in told if each["kind"] == "withdraw"}
                if target["id"] in silent:
                    continue
                after = [*told, {"kind": "withdraw", "id": f"new-{number}", "of": target["id"]}]
                if in_words_of_python(after) - in_words_of_python(told):
                    with pytest.raises(NeededByOthers):
                        withdraw(store, target["id"], **WHO)
                else:
                    done = withdraw(store, target["id"], **WHO)
                    told.append({"kind": "withdraw", "id": done.id, "of": target["id"]})
                continue
            rows = [indicator(what)] if kind == "indicator" else [observation(what, "2008-04-01/P3M", number)]
            entry = submit(store.ledger, kind, rows)
            told.append({"kind": kind, "id": entry.id, "code": what})
