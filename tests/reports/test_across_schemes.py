"""Schemes that read the same tags do not confirm each other: how many codings they rest on is worked out from the record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.assessments.audited import audit
from indicators.prevention.rows import Coders
from indicators.reports.across_schemes import across
from indicators.submissions.first_start import ready_store

WELSH, THREE = "WELSH-2018", "THREE-CLASS"
OURS = [Coders(WELSH, "suggested", 68, "product team"), Coders(THREE, "suggested", 62, "product team")]
SECOND = Coders(THREE, "second", 3, "an officer")
ALL_WELSH = {"DEMOS-PDEL": WELSH, "SCOTTISH-2025": WELSH, WELSH: WELSH, THREE: WELSH}
CASES = {
    "as embedded": (None, None, "4 schemes", "They rest on 2 codings, both ours."),
    "one of them was coded by others too": (None, [*OURS, SECOND], "4 schemes", "They rest on 2 codings, 1 of them ours."),
    "both were coded by others": (
        None,
        [Coders(WELSH, "moderated", 1, "an officer"), SECOND],
        "4 schemes",
        "They rest on 2 codings.",
    ),
    "all read one coding": (ALL_WELSH, None, "4 schemes", "They rest on one coding, which is ours."),
    "all read one that others made": (ALL_WELSH, [Coders(WELSH, "first", 1, "an officer")], "4 schemes", "They rest on one coding."),
}  # fmt: skip


@pytest.fixture(scope="module")
def embedded():
    snapshot = ready_store().snapshot()
    return audit(snapshot, "2024-25", snapshot.version.seq)


@pytest.mark.parametrize(("codings", "coders", "schemes", "rest"), CASES.values(), ids=CASES)
def test_how_many_codings_the_schemes_rest_on(embedded, codings, coders, schemes, rest):
    rows = embedded.rows
    changed = replace(rows, codings_read=codings or rows.codings_read, coders=coders or rows.coders)
    said = across(replace(embedded, rows=changed))
    assert said.startswith(f"It is 18.1% by each of the {schemes} ")
    assert said.endswith(rest)


def test_of_the_coding_that_is_shown_only(embedded):
    assert "each of the 3 schemes" in across(embedded, only_shown=True)
    assert across(embedded, only_shown=True).endswith("They rest on one coding, which is ours.")


def test_one_scheme_is_no_range(embedded):
    only = [each for each in embedded.schemes if each.scheme.code == WELSH]
    assert across(replace(embedded, schemes=only)) == ""
