"""Any mix of files, withdrawals and undone withdrawals replays to the same rows; and what is exported changes nothing when sent."""

from __future__ import annotations

import csv
import io
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.datasets import dataset
from indicators.reports.open_data import cell
from indicators.store import open_store
from indicators.store.errors import NotWithdrawable
from indicators.store.rows_in_force import rows_in_force
from indicators.submissions import accept, check_file
from tests.submissions.submission_samples import HEADINGS, REGISTERS, observation, text

SENT = {"by": "an officer", "note": "figures"}
YEARS = st.sampled_from(["2006", "2007", "2008"])
# A figure for each year, or None to remove the row that is there.
FILE = st.dictionaries(YEARS, st.one_of(st.none(), st.integers(0, 100)), min_size=1)
STEP = st.one_of(FILE, st.integers(0, 9))  # a file, or which of the entries is withdrawn


@pytest.fixture(scope="module")
def registered(tmp_path_factory):
    """The home of a ledger that holds the registers."""
    home = tmp_path_factory.mktemp("registered")
    with open_store(home) as store:
        for name, content in REGISTERS.items():
            accept(store, name, content.encode(), f"{name}.csv", **SENT)
        store.snapshot()
    return home


def as_file(figures):
    rows = [
        [
            *observation(period=year, value="" if value is None else str(value)),
            "remove" if value is None else "",
        ]
        for year, value in figures.items()
    ]
    return text(*rows, headings=(*HEADINGS, "remove")).encode()


def as_it_should_be(steps):
    """The values in force by year, the slow and obvious way, from what was done in which order."""
    withdrawn = set()
    for number, (kind, what) in reversed(list(enumerate(steps))):
        if kind == "withdraw" and number not in withdrawn:
            withdrawn.add(what)
    found = {}
    for number, (kind, what) in enumerate(steps):
        if kind == "file" and number not in withdrawn:
            found |= what
    return {year: value for year, value in found.items() if value is not None}


def do(store, plan):
    """Carry out a plan; what came of it: each entry's kind, and its figures or the place of what it withdrew."""
    done = []
    first = len(REGISTERS) + 1
    for step in plan:
        if isinstance(step, dict):
            receipt = accept(store, "observation", as_file(step), "figures.csv", **SENT)
            if not receipt.already:
                done.append(("file", step))
        elif done:
            place = step % len(done)
            with suppress(NotWithdrawable):  # it is withdrawn already
                store.ledger.append_withdrawal(str(first + place), **SENT)
                done.append(("withdraw", place))
    return done


def in_force(store):
    return rows_in_force(store.snapshot(), "observation")


@settings(max_examples=5, deadline=None)
@given(plan=st.lists(STEP, min_size=1, max_size=5))
def test_any_history_replays_to_the_same_rows_and_its_export_changes_nothing(registered, plan):
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        shutil.copytree(registered, home)
        with open_store(home) as store:
            done = do(store, plan)
            rows = in_force(store)
            period, value = (dataset("observation").columns.index(name) for name in ("period", "value"))
            assert {row[period][:4]: row[value] for row in rows} == as_it_should_be(done)
            assert store.ledger.verify().ok
            exported = io.StringIO()
            writer = csv.writer(exported, lineterminator="\n")
            writer.writerow(dataset("observation").columns)
            writer.writerows(map(cell, row) for row in rows)
            again = check_file(store, "observation", exported.getvalue().encode(), "export.csv")
            if rows:
                assert not again.is_refused
                assert again.preview.counts == {
                    "added": 0,
                    "revised": 0,
                    "unchanged": len(rows),
                    "removed": 0,
                }
            else:
                assert [each.rule for each in again.findings] == ["no_rows"]
        # From the ledger alone, entry by entry never seen before.
        (Path(folder) / "anew").mkdir()
        shutil.copytree(home / "ledger", Path(folder) / "anew" / "ledger")
        with open_store(Path(folder) / "anew") as anew:
            assert in_force(anew) == rows


def test_the_slow_way_knows_that_an_undone_withdrawal_restores():
    first, second = ("file", {"2006": 1}), ("file", {"2006": 2, "2007": None})
    assert as_it_should_be([first, second]) == {"2006": 2}
    assert as_it_should_be([first, second, ("withdraw", 1)]) == {"2006": 1}
    assert as_it_should_be([first, second, ("withdraw", 1), ("withdraw", 2)]) == {"2006": 2}
