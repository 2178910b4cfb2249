"""Whatever was accepted can be sent again, as kept or as written, and changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.datasets import dataset
from indicators.submissions.canonical import rows_of
from indicators.submissions.checking import check_in
from tests.submissions.submission_samples import TODAY, observations, registers

COLUMNS = ("numerator", "lower", "note")
NUMBERS = st.decimals(-1000, 1000, allow_nan=False, places=3)
VALUES = st.one_of(
    NUMBERS.map(str),
    NUMBERS.map(lambda number: f"{number:,}"),
    NUMBERS.map(lambda number: f"£{number:+}m"),
    st.sampled_from(["", "-", "n/a", "*", "c", "(45)", "−3.5", ".5", "007", "1e400"]),
)
ROW = st.fixed_dictionaries(
    {
        "indicator_code": st.just("KSI-CAS"),
        "period": st.builds("{}/{:02} Q{}".format, st.just(2008), st.just(9), st.integers(1, 4)),
        "value": VALUES,
        "numerator": VALUES,
        "status": st.sampled_from(["final", "Provisional", "suppressed", "not_collected"]),
        "note": st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=10).map(
            lambda note: note.replace(",", ";").replace('"', "'")
        ),
    }
)


@pytest.fixture(scope="module")
def work():
    with registers() as opened:
        yield opened


def check(work, raw):
    return check_in(work, "observation", raw, "x.csv", today=TODAY)


@settings(max_examples=12)
@given(rows=st.lists(ROW, min_size=1, max_size=4, unique_by=lambda row: row["period"]), order=st.randoms())
def test_an_accepted_file_sent_again_changes_nothing(work, rows, order):
    raw = observations(*rows, columns=COLUMNS)
    first = check(work, raw)
    if first.is_refused:
        assert first.rows is None
        return
    kept = rows_of(first.rows)
    assert len(kept) == len(rows)
    work.remember(dataset("observation"))
    order.shuffle(kept)
    exported = observations(
        *({name: cell or "" for name, cell in row.items()} for row in kept), columns=COLUMNS
    )
    for again in (raw, first.rows, exported):
        checked = check(work, again)
        assert not checked.is_refused
        assert checked.preview.counts == {"added": 0, "revised": 0, "unchanged": len(rows), "removed": 0}
    assert check(work, first.rows).rows == first.rows
