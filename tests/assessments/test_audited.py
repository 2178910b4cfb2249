"""The first edition of the prevention audit on the embedded figures: what they show, and what they cannot."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from indicators.assessments.audited import SchemeNotReadable, audit, audit_findings, editions
from indicators.reports import audit_words
from indicators.rounding import round_half_away
from indicators.submissions.first_start import ready_store
from indicators.wording import prevention

EDITION = "2024-25"
S251 = ("gross expenditure (Section 251 outturn)", "Children's services (S251)")
FAMILY_SUPPORT = (*S251, "Family support services")


@pytest.fixture(scope="module")
def snapshot():
    return ready_store().snapshot()


@pytest.fixture(scope="module")
def edition(snapshot):
    return audit(snapshot, EDITION, snapshot.version.seq)


def tenths(share):
    return str(round_half_away(audit_words.exact(share) * 100, 1))


def by_year(years):
    return {period[:4]: tenths(shares.core_of_in_scope) for period, shares in years.items()}


def test_core_share_of_the_county_year_by_year(edition):
    assert by_year({year.period: year.shares for year in edition.years}) == {
        "2015": "33.3",
        "2016": "36.1",
        "2017": "19.8",
        "2018": "20.5",
        "2019": "19.0",
        "2020": "17.6",
        "2021": "18.0",
        "2022": "19.6",
        "2023": "17.8",
        "2024": "18.1",
    }


def test_core_share_of_the_benchmarks_by_the_same_rule(edition):
    places = {name: by_year(years) for name, years in edition.benchmarks.items()}
    ends = {name: (years["2016"], years["2024"]) for name, years in places.items()}
    assert ends == {
        "South East (all authorities)": ("26.6", "16.9"),
        "England (all authorities)": ("25.2", "18.4"),
    }


def test_cash_fell_and_came_back_and_is_less_in_real_terms(edition):
    years = {year.period[:4]: year for year in edition.years}
    cash = [str(round_half_away(years[year].core.cash / 1000, 1)) for year in ("2016", "2017", "2024")]
    assert cash == ["32.9", "17.7", "32.3"]
    assert years["2024"].core.real == years["2024"].core.cash
    assert tenths(years["2024"].core_since(years["2016"])) == "-25.2"
    assert 1.9 < years["2024"].in_scope.cash / years["2016"].in_scope.cash < 2


def test_the_fall_is_a_step_or_a_recoding_which_statistics_cannot_tell(edition):
    said = audit_words.course(edition)
    assert "fell by 16.3 points in the single year 2017/18" in said
    assert "a step or a recoding, which statistics cannot tell with 2 years before it" in said
    assert "Since then it has stayed within its usual variation." in said


def test_lines_of_the_county_add_up_and_those_that_do_not_are_named(edition):
    own = [total for total in edition.totals if total.role == "own"]
    assert len(own) == 10
    assert all(total.adds_up for total in own)
    astray = {
        (total.organisation.split(" (")[0], total.period[:4]) for total in edition.totals if not total.adds_up
    }
    assert astray == {("England", "2017"), ("England", "2022"), ("South East", "2017")}


def test_the_range_is_none_to_all_because_no_preventative_tag_is_of_high_confidence(edition):
    shares = [edition.range.high, edition.range.high_and_medium, edition.range.all]
    assert [tenths(each.core_of_in_scope) for each in shares] == ["0.0", "15.2", "18.1"]
    assert tenths(edition.this_year.shares.broad_of_in_scope) == "19.4"


def test_parts_of_the_movement_add_up(edition):
    steps = edition.movement.money
    assert steps.before + steps.price + steps.volume + steps.within + steps.mix == steps.after
    assert steps.mix == 0
    assert edition.movement.no_reclassification.code == "no_earlier_edition"


def test_every_scheme_that_can_read_the_coding_is_there(edition):
    read = {
        each.scheme.code: each.shares and tenths(each.shares.broad_of_in_scope) for each in edition.schemes
    }
    assert read == {
        "CIPFA-2025": None,
        "DEMOS-PDEL": "18.1",
        "SCOTTISH-2025": "19.4",
        "THREE-CLASS": "18.1",
        "WELSH-2018": "19.4",
    }


def test_the_coding_is_ours_and_everything_else_opens_empty(edition):
    assert edition.is_all_ours
    assert edition.ours == edition.this_year.shares.classified
    assert prevention.OURS in audit_words.status(edition)
    assert edition.agreement.reason.code == "no_double_coding"
    assert edition.influence.reason.code == "no_claims"
    assert (edition.rows.opinions, edition.rows.contributions, edition.rows.evidence) == ([], [], [])


def test_counting_by_another_scheme(snapshot):
    other = audit(snapshot, EDITION, snapshot.version.seq, "THREE-CLASS")
    assert (other.scheme.code, other.rows.coding) == ("THREE-CLASS", "THREE-CLASS")
    assert tenths(other.this_year.shares.core_of_in_scope) == "18.1"
    demos = audit(snapshot, EDITION, snapshot.version.seq, "DEMOS-PDEL")
    assert (demos.scheme.code, demos.rows.coding) == ("DEMOS-PDEL", "WELSH-2018")


def test_a_scheme_that_cannot_read_it_is_refused_with_those_that_can(snapshot):
    with pytest.raises(SchemeNotReadable) as refused:
        audit(snapshot, EDITION, snapshot.version.seq, "CIPFA-2025")
    assert refused.value.schemes == ["DEMOS-PDEL", "SCOTTISH-2025", "THREE-CLASS", "WELSH-2018"]


def test_a_line_classified_differently_moves_headline_trend_and_benchmarks(snapshot, edition):
    half = ((FAMILY_SUPPORT, (("SP", Decimal("0.5")), ("AS", Decimal("0.5")))),)
    changed = audit(snapshot, EDITION, snapshot.version.seq, None, half)
    assert tenths(changed.this_year.shares.core_of_in_scope) == "10.8"
    assert changed.this_year.shares.in_scope == edition.this_year.shares.in_scope
    for before, after in zip(edition.years, changed.years, strict=True):
        assert after.shares.core < before.shares.core
    for place, years in changed.benchmarks.items():
        assert all(shares.core < edition.benchmarks[place][period].core for period, shares in years.items())
    demos = next(each for each in changed.schemes if each.scheme.code == "DEMOS-PDEL")
    assert demos.shares.core == changed.this_year.shares.core
    assert audit(snapshot, EDITION, snapshot.version.seq).this_year == edition.this_year


def test_an_answer_is_kept_for_its_version(snapshot, edition):
    assert audit(snapshot, EDITION, snapshot.version.seq) is edition


def test_before_anything_was_coded_there_is_no_edition(snapshot):
    assert editions(snapshot, 1) == ()
    assert audit(snapshot, EDITION, 1) is None
    assert audit_findings(snapshot, EDITION, 1, date(2026, 11, 22)) == ()


def test_questions_about_the_first_coding(snapshot):
    found = audit_findings(snapshot, EDITION, snapshot.version.seq, date(2026, 11, 22))
    assert {each.rule for each in found} == {"lines_do_not_add_up", "exactly_half"}
    assert len(found) == 9
