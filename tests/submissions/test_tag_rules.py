"""The two coders of a line are two: for every way to send one person twice a case, and its twin with somebody else."""

from __future__ import annotations

import pytest

from tests.submissions.submission_samples import put, registers
from tests.submissions.test_edition_rules import SCHEME, edition, file, findings, tag

FIRST, SECOND, SOMEBODY_ELSE = {"role": "first"}, {"role": "second"}, {"coder": "somebody else"}
ONE = "coded_by_one"
HALVES = [{"level": "PP", "proportion": "0.5"}, {"level": "SP", "proportion": "0.5"}]

# What is stored and what is sent, both as changes to the tag of an officer; the rules that the file breaks.
CODERS = {
    "the first coder again": ([FIRST], [SECOND], [ONE]),
    "somebody else": ([FIRST], [SECOND | SOMEBODY_ELSE], []),
    "the second coder as the first": ([SECOND], [FIRST], [ONE]),
    "the same, written otherwise": ([FIRST], [SECOND | {"coder": "An Officer"}], [ONE]),
    "both in one file": ([], [FIRST, SECOND], [ONE]),
    "two in one file": ([], [FIRST, SECOND | SOMEBODY_ELSE], []),
    "both levels of a divided line": ([FIRST], [{**SECOND, **each} for each in HALVES], [ONE, ONE]),
    "the first coding taken over by somebody else": ([FIRST], [FIRST | SOMEBODY_ELSE, SECOND], []),
    "the first coding taken away": ([FIRST], [FIRST | {"remove": "remove"}, SECOND], []),
    "the second coding taken away": (
        [FIRST, SECOND | SOMEBODY_ELSE],
        [SECOND | SOMEBODY_ELSE | {"remove": "remove"}],
        [],
    ),
    "of another line": ([FIRST], [SECOND | {"line": "Care"}], []),
    "of another organisation": ([FIRST], [SECOND | {"organisation": "County"}], []),
    "of another edition": ([FIRST], [SECOND | {"edition_code": "2024-25B"}], []),
    "who moderates": ([FIRST], [{"role": "moderated"}], []),
    "of what we suggested": ([{"role": "suggested"}], [SECOND], []),
}


@pytest.fixture
def open_edition():
    """A workspace with two open editions of one year, in which nothing is coded."""
    with registers() as work:
        put(work, "classification_scheme", file("classification_scheme", SCHEME))
        rows = [edition(status="tagging"), edition("2024-25B", "tagging")]
        put(work, "prevention_edition", file("prevention_edition", *rows))
        yield work


@pytest.mark.parametrize(("before", "sent", "rules"), CODERS.values(), ids=CODERS)
def test_one_person_is_not_both_coders(open_edition, before, sent, rules):
    if before:
        put(open_edition, "prevention_tag", file("prevention_tag", *(tag(**row) for row in before)))
    told = findings(open_edition, "prevention_tag", *(tag(**row) for row in sent))
    assert [rule for _, _, rule in told] == rules
