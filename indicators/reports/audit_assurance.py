"""Assurance, restatement and invest-to-save of an edition as rows and sentences, for page, command and report."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from indicators.assessments.audit_restated import Restatement
from indicators.assessments.audited import Audit
from indicators.reports.audit_words import exact, year
from indicators.wording import prevention_assurance as words
from indicators.wording.numbers import NO_VALUE, change
from indicators.wording.prevention import STAGES, points
from indicators.wording.prevention_page import coded

SHOWN_MOST = 20
EVERYBODY = "All organisations"


def stages_summary(audit: Audit) -> str:
    """How far assurance has come, in a sentence."""
    passed = [stage.code for stage in audit.stages if stage.state == "passed"]
    following = next((stage.code for stage in audit.stages if stage.state in ("partly", "next")), None)
    return words.summary(passed, following)


def stage_rows(audit: Audit) -> list[tuple[str, str, str, str]]:
    """A row a stage for `STAGE_COLUMNS`: how it stands, who gave it and when, the opinion."""
    rows = []
    for stage in audit.stages:
        who = [
            words.given(
                each.organisation, each.given_by, each.given_on, for_everybody=each.organisation == EVERYBODY
            )
            for each in stage.opinions
        ]
        waiting = words.without(stage.without) if stage.opinions else ""
        said = [words.opinion(each.opinion, each.words) for each in stage.opinions]
        rows.append(
            (
                STAGES[stage.code],
                words.STATES[stage.state],
                "; ".join(filter(None, (*who, waiting))),
                "; ".join(filter(None, said)),
            )
        )
    return rows


def frozen(audit: Audit) -> str:
    """That a published edition stays as it is; nothing for an open one."""
    return words.FROZEN.format(entry=audit.rows.read_at) if audit.edition.is_published else ""


def restated_summary(found: Restatement) -> list[str]:
    """What a restatement says of itself, and what it does to the headline."""
    share = next(each for each in found.measures if each.measure == "core_share")
    said = [
        words.RESTATES.format(edition=found.restates),
        found.words or words.NO_WORDS,
        words.difference(_decimal(share.before), _decimal(share.now), found.restates),
    ]
    if found.changes_nothing:
        said.append(words.NOTHING_DIFFERS)
    for template, returns in (
        (words.RETURN_ADDED, found.returns_added),
        (words.RETURN_LEFT, found.returns_left),
    ):
        said += [
            template.format(organisation=organisation, measure=measure, parent=parent)
            for organisation, measure, parent in returns
        ]
    return said


def measure_rows(found: Restatement) -> list[tuple[str, str, str, str]]:
    """A row a measure: before, now and the difference, for `MEASURE_COLUMNS`."""
    return [
        (
            words.MEASURES[each.measure],
            words.measured(each.measure, _decimal(each.before)),
            words.measured(each.measure, _decimal(each.now)),
            _difference(each.measure, _decimal(each.before), _decimal(each.now)),
        )
        for each in found.measures
    ]


def recoded_rows(found: Restatement, titles: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """The lines at other levels, the most money first, for `RECODED_COLUMNS`."""
    return [
        (
            each.name,
            words.in_millions(each.amount),
            coded(sorted((each.before or {}).items()), titles),
            coded(sorted(each.now.items()), titles),
        )
        for each in found.recoded[:SHOWN_MOST]
    ]


def revised_rows(found: Restatement) -> list[tuple[str, str, str]]:
    """The lines with other amounts, the largest difference first, for `REVISED_COLUMNS`."""
    return [
        (
            f"{each.organisation}, {each.key[1]}: {each.key[2]}",
            words.in_millions(each.before),
            words.in_millions(each.now),
        )
        for each in found.revised[:SHOWN_MOST]
    ]


def saving_rows(audit: Audit) -> list[tuple[str, ...]]:
    """A row a case of invest to save, for `SAVING_COLUMNS`."""
    return [
        (
            f"{case.title} ({case.code})",
            words.BASES[case.basis],
            words.in_millions(case.cost),
            words.in_millions(case.benefit),
            words.in_millions(case.cashable),
            words.paid_back(exact(case.judged.payback), case.judged.reason, case.basis),
            words.paid_back(exact(case.in_cash.payback), case.in_cash.reason, case.basis),
            words.worth(exact(case.judged.net_present_value), year(case.first_year)),
        )
        for case in audit.savings
    ]


def balance_rows(audit: Audit) -> list[tuple[str, str, str]]:
    """Who pays and who gains in each case of more than one partner, for `BALANCE_COLUMNS`."""
    return [
        (case.title, partner, change(amount / 1000, 1, None))
        for case in audit.savings
        if len(case.balance) > 1
        for partner, amount in sorted(case.balance.items(), key=lambda item: (item[1], item[0]))
    ]


def _difference(measure: str, before: Decimal | None, now: Decimal | None) -> str:
    if before is None or now is None:
        return NO_VALUE
    return points(now - before) if measure in words.SHARES else change((now - before) / 1000, 1, None)


def _decimal(value: Fraction | Decimal | None) -> Decimal | None:
    return exact(value) if isinstance(value, Fraction) else value
