"""A published edition of the prevention audit stays as it is, and its assurance comes stage by stage: findings at every door."""

from __future__ import annotations

import csv
import io

import pytest

from indicators.datasets import dataset
from indicators.submissions.checking import check_in
from tests.submissions.submission_samples import TODAY, found, put, registers

SOURCED = {"source": "a page", "source_key": "TEST"}
YEAR, OTHER_YEAR = "2024-04-01/P1Y", "2023-04-01/P1Y"
COUNTY, NHS = "County", "NHS"


def file(name, *rows):
    """A file of a dataset: rows by column; `remove` marks one for removal."""
    declared = dataset(name)
    text = io.StringIO()
    writer = csv.DictWriter(text, [*declared.columns, "remove"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def edition(code="2024-25", status="published", **more):
    row = {
        "edition_code": code,
        "period": YEAR,
        "scheme_code": "W",
        "price_base": YEAR,
        "deflator_series": "X",
        "status": status,
        "scope": "all",
        **SOURCED,
    }
    return row | ({"published_on": "2026-01-10"} if status == "published" else {}) | more


def tag(edition_code="2024-25", level="PP", **more):
    row = {
        "edition_code": edition_code,
        "scheme_code": "W",
        "organisation": "All organisations",
        "measure": "M",
        "parent": "P",
        "line": "Youth",
        "role": "first",
        "prevention_level": level,
        "proportion": "1",
        "method": "whole_line",
        "rationale": "why",
        "coder": "an officer",
        "coded_on": "2026-05-01",
        **SOURCED,
    }
    return row | more


def partner(edition_code="2024-25", organisation=COUNTY, **more):
    row = {"edition_code": edition_code, "organisation": organisation, "measure": "M", "parent": "P"}
    return row | {"basis": "outturn", **SOURCED} | more


def spent(amount="10", *, period=YEAR, line="Youth", organisation=COUNTY, **more):
    row = {
        "organisation": organisation,
        "area_code": "E10000025",
        "period": period,
        "measure": "M",
        "parent": "P",
        "line": line,
        "level": "line",
        "amount": amount,
        "price_basis": "cash",
        "role": "own",
        **SOURCED,
    }
    return row | more


def claim(code="C-1", edition_code="2024-25", **more):
    shares = dict.fromkeys(("deadweight", "leakage", "displacement", "substitution"), "0")
    row = {
        "claim_code": code,
        "edition_code": edition_code,
        "statement": "s",
        "mechanism": "advocacy",
        "organisation": COUNTY,
        "gross": "5",
        "influence_grade": "I0",
        **shares,
        **SOURCED,
    }
    return row | more


def opinion(stage, organisation="All organisations", day="2026-05-01", edition_code="2024-25", **more):
    row = {"edition_code": edition_code, "stage": stage, "organisation": organisation}
    return row | {"given_by": "somebody", "given_on": day, **SOURCED} | more


SCHEME = {
    "scheme_code": "W",
    "title": "a scheme",
    "version": "1",
    "made_by": "somebody",
    "standing": "published",
    "definition": "a definition",
    **SOURCED,
}


@pytest.fixture
def audit():
    """A workspace with one published edition that counts one return of two lines, and one open edition of the year before."""
    with registers() as work:
        put(work, "classification_scheme", file("classification_scheme", SCHEME))
        put(work, "spending_line", file("spending_line", spent(), spent(line="Care")))
        older = edition("2023-24", "tagging", period=OTHER_YEAR)
        put(work, "prevention_edition", file("prevention_edition", edition(status="tagging"), older))
        put(work, "partner_return", file("partner_return", partner(), partner("2023-24")))
        put(work, "prevention_tag", file("prevention_tag", tag(), tag("2023-24")))
        put(work, "influence_claim", file("influence_claim", claim(), claim("C-2", "2023-24")))
        put(work, "prevention_edition", file("prevention_edition", edition()))
        yield work


def findings(work, name, *rows):
    return found(check_in(work, name, file(name, *rows), f"{name}.csv", today=TODAY))


REMOVE = {"remove": "remove"}
# What is sent, and the rules that refuse it.
FROZEN = {
    "a tag of the published edition": (
        "prevention_tag",
        [tag(level="SP"), tag(**REMOVE)],
        ["edition_frozen"] * 2,
    ),
    "a second coding of it": (
        "prevention_tag",
        [tag(role="second", coder="another")],
        ["edition_frozen"],
    ),
    "the same tag again": ("prevention_tag", [tag()], []),
    "the same tag, written otherwise": ("prevention_tag", [tag(proportion="1.000")], []),
    "a tag of an open edition": ("prevention_tag", [tag("2023-24", rationale="better")], []),
    "another return": ("partner_return", [partner(organisation=NHS)], ["edition_frozen"]),
    "another total of its return": ("partner_return", [partner(total_in_scope="20")], ["edition_frozen"]),
    "its return again": ("partner_return", [partner()], []),
    "a claim of it": ("influence_claim", [claim("C-3")], ["edition_frozen"]),
    "a claim taken away from it": ("influence_claim", [claim(edition_code="2023-24")], ["edition_frozen"]),
    "a claim brought to it": ("influence_claim", [claim("C-2")], ["edition_frozen"]),
    "a claim of it removed": ("influence_claim", [{"claim_code": "C-1", **REMOVE}], ["edition_frozen"]),
    "a claim of the open edition": ("influence_claim", [claim("C-2", "2023-24", gross="6")], []),
    "a line that it counts": ("spending_line", [spent("11")], ["line_frozen"]),
    "a line more in its return": ("spending_line", [spent(line="Early help")], ["line_frozen"]),
    "a line of it removed": ("spending_line", [spent(**REMOVE)], ["line_frozen"]),
    "its line again": ("spending_line", [spent("10.0")], []),
    "a line of another year": ("spending_line", [spent("11", period=OTHER_YEAR)], []),
    "a line of somebody whom it does not count": ("spending_line", [spent("11", organisation=NHS)], []),
}


@pytest.mark.parametrize(("name", "rows", "rules"), FROZEN.values(), ids=FROZEN)
def test_what_a_published_edition_rests_on_stays(audit, name, rows, rules):
    assert [rule for _, _, rule in findings(audit, name, *rows)] == rules


def test_a_line_can_be_corrected_once_a_restatement_is_open(audit):
    row = edition("2024-25-R1", "tagging", restates="2024-25", changes="A line was wrong.")
    put(audit, "prevention_edition", file("prevention_edition", row))
    assert findings(audit, "spending_line", spent("11")) == []
    assert findings(audit, "prevention_tag", tag("2024-25-R1", "SP")) == []
    assert [rule for _, _, rule in findings(audit, "prevention_tag", tag(level="SP", proportion="0"))] == [
        "edition_frozen"
    ]


RESTATING = {"restates": "2024-25", "changes": "A line was wrong."}
EDITIONS = {
    "its status goes on": ([edition(status="frozen", published_on="2026-01-10")], []),
    "its status goes back": (
        [edition(status="tagging", published_on="2026-01-10")],
        ["status_goes_back"],
    ),
    "another scope": ([edition(scope="half")], ["published_edition_changed"]),
    "another day of publication": ([edition(published_on="2026-01-11")], ["published_edition_changed"]),
    "removed": (
        [{"edition_code": "2024-25", **REMOVE}],
        ["published_edition_changed", *["still_referred_to"] * 3],
    ),
    "the same again": ([edition()], []),
    "an open one changed": ([edition("2023-24", "tagging", period=OTHER_YEAR, scope="half")], []),
    "published without a day": (
        [edition("2023-24", "published", period=OTHER_YEAR, published_on="")],
        ["publication_undated", "published_unassured"],
    ),
    "another of its year": ([edition("2024-25-R1", "tagging")], ["year_published"]),
    "a restatement": ([edition("2024-25-R1", "tagging", **RESTATING)], []),
    "a restatement that says nothing": (
        [edition("2024-25-R1", "tagging", restates="2024-25")],
        ["restatement_unexplained"],
    ),
    "a restatement of another year": (
        [edition("2023-24-R1", "tagging", period=OTHER_YEAR, **RESTATING)],
        ["restates_other_year"],
    ),
    "another edition of a year that is not published": (
        [edition("2023-24B", "tagging", period=OTHER_YEAR)],
        [],
    ),
}


@pytest.mark.parametrize(("rows", "rules"), EDITIONS.values(), ids=EDITIONS)
def test_editions_are_restated_and_never_changed(audit, rows, rules):
    assert sorted(rule for _, _, rule in findings(audit, "prevention_edition", *rows)) == sorted(rules)


GIVEN = [opinion("self_assessed", day="2026-02-01")]
SECOND, THIRD = "second_coded", "finance_certified"
STAGES = {
    "the first": ([], [opinion("self_assessed")], []),
    "the second without the first": ([], [opinion(SECOND)], ["stage_out_of_order"]),
    "both in one file": ([], [opinion("self_assessed"), opinion(SECOND)], []),
    "the second after the first": (GIVEN, [opinion(SECOND)], []),
    "the third without the second": (GIVEN, [opinion(THIRD)], ["stage_out_of_order"]),
    "before the one that it rests on": (GIVEN, [opinion(SECOND, day="2026-01-31")], ["stage_too_early"]),
    "of a partner, after one of all": (GIVEN, [opinion(SECOND, COUNTY)], []),
    "of all, after that of the only partner": (
        [*GIVEN, opinion(SECOND, COUNTY)],
        [opinion(THIRD)],
        [],
    ),
    "of all, after that of somebody else": (
        [*GIVEN, opinion(SECOND, NHS)],
        [opinion(THIRD)],
        ["stage_out_of_order"],
    ),
    "of a partner, after that of another": (
        [*GIVEN, opinion(SECOND, NHS)],
        [opinion(THIRD, COUNTY)],
        ["stage_out_of_order"],
    ),
    "the one that another rests on removed": (
        [*GIVEN, opinion(SECOND)],
        [opinion("self_assessed", **REMOVE)],
        ["later_stage_stands"],
    ),
    "both removed": (
        [*GIVEN, opinion(SECOND)],
        [opinion("self_assessed", **REMOVE), opinion(SECOND, **REMOVE)],
        [],
    ),
    "of another edition": (GIVEN, [opinion(SECOND, edition_code="2023-24")], ["stage_out_of_order"]),
}


@pytest.mark.parametrize(("given", "rows", "rules"), STAGES.values(), ids=STAGES)
def test_stages_come_in_order(audit, given, rows, rules):
    if given:
        put(audit, "assurance_opinion", file("assurance_opinion", *given))
    told = [rule for _, _, rule in findings(audit, "assurance_opinion", *rows)]
    assert [rule for rule in told if rule != "nothing_second_coded"] == rules


def test_second_coded_without_a_second_coding_is_remarked_on(audit):
    put(audit, "assurance_opinion", file("assurance_opinion", *GIVEN))
    assert [rule for _, _, rule in findings(audit, "assurance_opinion", opinion(SECOND))] == [
        "nothing_second_coded"
    ]
    put(
        audit, "prevention_edition", file("prevention_edition", edition("2024-25-R1", "tagging", **RESTATING))
    )
    put(audit, "prevention_tag", file("prevention_tag", tag("2024-25-R1", role="second")))
    given = [opinion("self_assessed", edition_code="2024-25-R1"), opinion(SECOND, edition_code="2024-25-R1")]
    assert findings(audit, "assurance_opinion", *given) == []
