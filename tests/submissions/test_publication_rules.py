"""An edition is moderated before it is published, and a status says nothing of assurance that nobody gave."""

from __future__ import annotations

import pytest

from indicators.submissions.checking import check_in
from tests.prevention.test_spec_tables import cases
from tests.submissions.submission_samples import TODAY, found, put, registers
from tests.submissions.test_edition_rules import (
    COUNTY,
    NHS,
    RESTATING,
    SCHEME,
    edition,
    file,
    opinion,
    partner,
    tag,
)

LEVELS = ("PP", "SP", "TP", "AS")
STAGES = ("self_assessed", "second_coded", "finance_certified", "internal_audit_reviewed")
EVERYBODY = "All organisations"


@pytest.fixture
def audit():
    """A workspace with one open edition of which two partners sent a return, and nothing is coded."""
    with registers() as work:
        put(work, "classification_scheme", file("classification_scheme", SCHEME))
        put(work, "prevention_edition", file("prevention_edition", edition(status="tagging")))
        put(work, "partner_return", file("partner_return", partner(), partner(organisation=NHS)))
        yield work


def told(work, severity="error", **cells):
    """The rules of one severity that a new state of the edition breaks."""
    checked = check_in(
        work, "prevention_edition", file("prevention_edition", edition(**cells)), "e.csv", today=TODAY
    )
    assert found(checked) is not None
    return [each.rule for each in checked.findings if each.severity == severity]


def code(work, *rows):
    put(work, "prevention_tag", file("prevention_tag", *rows))


def coded_twice(*pairs):
    """Tags of as many lines as there are pairs: the level of the first coder and that of the second."""
    return [
        tag(level=level, line=f"Line {number}", role=role, coder=role)
        for number, pair in enumerate(pairs)
        for role, level in zip(("first", "second"), pair, strict=True)
    ]


def moderated(*numbers):
    return [tag(line=f"Line {number}", role="moderated") for number in numbers]


def lines_of(table):
    counts = [list(map(int, line.split())) for line in table.split("/")]
    return [
        (LEVELS[down], LEVELS[across])
        for down, row in enumerate(counts)
        for across, count in enumerate(row)
        for _ in range(count)
    ]


@pytest.mark.parametrize("row", cases("prevention_agreement"), ids=lambda row: row["case"])
def test_publication_is_refused_where_the_method_says_that_agreement_blocks_it(audit, row):
    pairs = lines_of(row["first_coder_down_second_across"])
    if pairs:
        code(audit, *coded_twice(*pairs))
    assert told(audit) == (["agreement_too_low"] if row["blocks_publication"] == "yes" else [])


APART = [("PP", "AS"), ("AS", "PP"), ("TP", "TP")]
# What is recorded beside three lines of which the two coders see two otherwise, and whether publication is refused.
MODERATED = {
    "nothing": ([], True),
    "one of the two moderated": (moderated(0), True),
    "both moderated": (moderated(0, 1), False),
    "the one on which they agree moderated": (moderated(2), True),
    "both moderated for one partner only": (
        [{**row, "organisation": COUNTY} for row in moderated(0, 1)],
        True,
    ),
    "both moderated by another scheme": ([{**row, "scheme_code": "V"} for row in moderated(0, 1)], True),
}


@pytest.mark.parametrize(("more", "is_refused"), MODERATED.values(), ids=MODERATED)
def test_low_agreement_is_moderated_before_publication(audit, more, is_refused):
    put(audit, "classification_scheme", file("classification_scheme", {**SCHEME, "scheme_code": "V"}))
    code(audit, *coded_twice(*APART), *more)
    assert told(audit) == (["agreement_too_low"] if is_refused else [])
    assert told(audit, status="frozen", published_on="2026-01-10") == told(audit)


def test_an_edition_of_low_agreement_goes_on_as_long_as_it_is_open(audit):
    code(audit, *coded_twice(*APART))
    assert told(audit, status="moderation") == []


def test_the_finding_says_how_low_and_on_how_many_lines(audit):
    code(audit, *coded_twice(*APART), *moderated(0))
    checked = check_in(
        audit, "prevention_edition", file("prevention_edition", edition()), "e.csv", today=TODAY
    )
    (figures,) = [each.figures for each in checked.findings if each.rule == "agreement_too_low"]
    assert (figures["lines"], figures["open"]) == (3, 1)
    assert figures["kappa"] == pytest.approx((1 / 3 - 1 / 3) / (1 - 1 / 3))


def given(*stages, organisation=EVERYBODY):
    return [opinion(stage, organisation, "2026-05-01") for stage in stages]


ALL = given(*STAGES)
# The opinions that are recorded, the status, and the stage that it says was passed when it was not.
CLAIMED = {
    "certified without an opinion": ([], "finance_certified", True),
    "certified after the stage before": (ALL[:2], "finance_certified", True),
    "certified with the opinion": (ALL[:3], "finance_certified", False),
    "certified for one of two partners": (
        [*ALL[:2], *given("finance_certified", organisation=COUNTY)],
        "finance_certified",
        True,
    ),
    "certified for each of two partners": (
        [
            *ALL[:2],
            *given("finance_certified", organisation=COUNTY),
            *given("finance_certified", organisation=NHS),
        ],
        "finance_certified",
        False,
    ),
    "assured without internal audit": (ALL[:3], "assured", True),
    "assured by internal audit": (ALL, "assured", False),
    "scrutinised without scrutiny": (ALL, "scrutinised", True),
    "scrutinised": ([*ALL, *given("scrutiny_challenged")], "scrutinised", False),
    "being moderated": ([], "moderation", False),
    "published": ([], "published", False),
    "frozen": ([], "frozen", False),
}


@pytest.mark.parametrize(("opinions", "status", "is_refused"), CLAIMED.values(), ids=CLAIMED)
def test_a_status_says_only_what_an_opinion_says(audit, opinions, status, is_refused):
    if opinions:
        put(audit, "assurance_opinion", file("assurance_opinion", *opinions))
    assert told(audit, status=status, published_on="2026-01-10") == (
        ["stage_not_given"] if is_refused else []
    )


def test_a_status_that_was_reached_before_is_not_asked_again(audit):
    put(audit, "assurance_opinion", file("assurance_opinion", *ALL[:3]))
    put(audit, "prevention_edition", file("prevention_edition", edition(status="finance_certified")))
    put(
        audit,
        "assurance_opinion",
        file("assurance_opinion", opinion("finance_certified", remove="remove")),
    )
    assert told(audit, status="finance_certified", scope="half") == []


SUGGESTED = tag(line="Line 0", role="suggested")
# What is recorded, and what is remarked on when the edition is published all the same.
REMARKED = {
    "nothing": ([], [], ["published_unassured"]),
    "all stages but the one that comes afterwards": (ALL, [], []),
    "all but internal audit": (ALL[:3], [], ["published_unassured"]),
    "coded by us alone": (ALL, [SUGGESTED], ["published_ours"]),
    "coded by us and then by a first coder": (ALL, [SUGGESTED, tag(line="Line 0")], []),
    "coded by us, and a second coder beside": (
        ALL,
        [SUGGESTED, tag(line="Line 0", role="second")],
        ["published_ours"],
    ),
    "coded by us in a return that it does not count": (ALL, [{**SUGGESTED, "parent": "Roads"}], []),
}


@pytest.mark.parametrize(("opinions", "tags", "rules"), REMARKED.values(), ids=REMARKED)
def test_what_is_left_to_the_partnership_is_remarked_on(audit, opinions, tags, rules):
    if opinions:
        put(audit, "assurance_opinion", file("assurance_opinion", *opinions))
    if tags:
        code(audit, *tags)
    assert [rule for rule in told(audit, "warning") if rule != "nothing_second_coded"] == rules


def test_what_is_published_already_is_not_asked_again(audit):
    put(audit, "prevention_edition", file("prevention_edition", edition()))
    assert told(audit, "warning", status="frozen", published_on="2026-01-10") == []
    assert told(audit, "warning", code="2024-25-R1", status="tagging", **RESTATING) == []
