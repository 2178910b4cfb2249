"""Assurance, restatement and invest-to-save of an edition in words: who gave which stage, what is said otherwise, what came back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from indicators.model import Reason
from indicators.wording import reasons
from indicators.wording.dates import day
from indicators.wording.numbers import NO_VALUE, number
from indicators.wording.prevention import STAGES, per_cent

Amount = float | Decimal

STAGE_COLUMNS = ("Stage", "How it stands", "Given by", "Opinion")
STAGES_CAPTION = "Assurance, stage by stage"
STATES = {
    "passed": "● given",
    "partly": "▲ given for some partners",
    "next": "○ next",
    "later": "○ not yet",
}
OPINIONS = {
    "substantial": "substantial assurance",
    "reasonable": "reasonable assurance",
    "limited": "limited assurance",
    "none": "no assurance",
}
STAGES_ARE_COMPUTED = "Each stage stands only where somebody gave an opinion on it, in this order; nobody can set a stage by hand."
NO_STAGE = "No stage of assurance has been given yet."
FROZEN = (
    "This edition is published and stays as it is: its figures are those of entry {entry}, with which it was published. Tags, "
    "lines, returns and claims for it are refused; only a new edition can restate it."
)
RESTATED_BY = "It is restated by edition {edition}."
RESTATEMENT = "What this edition says otherwise"
RESTATES = "This edition restates {edition}, which stays readable as it was published."
NO_WORDS = "It does not say what changed."
NOTHING_DIFFERS = "In figures and coding nothing differs."
MEASURES = {
    "core_share": "Core share",
    "broad_share": "Broad share",
    "coverage": "Coverage",
    "core": "Core, £ million",
    "broad": "Broad, £ million",
    "acute": "Acute, £ million",
    "in_scope": "In scope, £ million",
}
SHARES = ("core_share", "broad_share", "coverage")
MEASURE_COLUMNS = ("Measure", "Edition {before}", "Edition {now}", "Difference")
MEASURE_CAPTION = "{now} beside {before}, which it restates"
RECODED_COLUMNS = ("Line", "£ million", "Before", "Now")
RECODED_CAPTION = "Lines put at other levels"
REVISED_COLUMNS = ("Line", "Before, £ million", "Now, £ million")
REVISED_CAPTION = "Lines with other amounts"
RETURN_ADDED = "Counted in addition: {organisation}, {parent} ({measure})."
RETURN_LEFT = "No longer counted: {organisation}, {parent} ({measure})."
SAVING = "Invest to save"
SAVING_COLUMNS = (
    "Case",
    "Basis",
    "Cost, £m",
    "Benefit, £m",
    "Cashable, £m",
    "Paid back",
    "Paid back in cash",
    "Worth in its first year, £m",
)
SAVING_NUMERIC = (2, 3, 4, 7)
BASES = {"planned": "planned", "actual": "actual", "mixed": "partly planned"}
SAVING_CAPTION = "Invest-to-save cases"
BALANCE_COLUMNS = ("Case", "Partner", "Gain less cost, £m")
BALANCE_CAPTION = "Who pays and who gains"
SAVING_RULE = (
    "What is planned is what the case says, not what has come. Paid back counts all of the benefit from the first year on, paid back "
    "in cash only what frees money. What a case is worth is told for its first year, at the Green Book's 3.5 per cent a year."
)


def given(organisation: str, given_by: str, given_on: date, *, for_everybody: bool) -> str:
    """Who gave an opinion, when, and for whom where it is not for all.

    >>> given("Oxford City", "section 151 officer", date(2026, 5, 1), for_everybody=False)
    'section 151 officer, 1 May 2026 (Oxford City)'
    """
    said = f"{given_by}, {day(given_on)}"
    return said if for_everybody else f"{said} ({organisation})"


def opinion(kind: str | None, words: str | None) -> str:
    """An opinion: its grade, and what was written.

    >>> opinion("limited", "Half of the tags have no reason."), opinion(None, None)
    ('limited assurance. Half of the tags have no reason.', '')
    """
    return ". ".join(filter(None, (OPINIONS[kind] if kind else "", words or "")))


def without(partners: Sequence[str]) -> str:
    """For whom a stage is still to come.

    >>> without(["NHS", "Police"])
    'still to come: NHS, Police'
    """
    return f"still to come: {', '.join(partners)}" if partners else ""


def summary(passed: Sequence[str], following: str | None) -> str:
    """How far assurance has come, in a sentence.

    >>> summary(["self_assessed", "second_coded"], "finance_certified")
    'Assurance has come to “Second-coded” (2 of 5 stages). Next: “Certified by finance”.'
    >>> summary([], "self_assessed")
    'No stage of assurance has been given yet. Next: “Self-assessed”.'
    """
    ahead = f" Next: “{STAGES[following]}”." if following else ""
    if not passed:
        return f"{NO_STAGE}{ahead}"
    return f"Assurance has come to “{STAGES[passed[-1]]}” ({len(passed)} of {len(STAGES)} stages).{ahead}"


def measured(measure: str, value: Amount | None) -> str:
    """A measure of an edition: a share in per cent, money in millions.

    >>> measured("core_share", Decimal("0.18057")), measured("in_scope", Decimal("178822.6")), measured("core", None)
    ('18.1%', '178.8', '–')
    """
    if value is None:
        return NO_VALUE
    return per_cent(value) if measure in SHARES else number(Decimal(str(value)) / 1000, 1)


def paid_back(years: Amount | None, reason: Reason | None, basis: str) -> str:
    """When the money has come back, or is to come back.

    >>> paid_back(Decimal("2.8"), None, "actual"), paid_back(1, None, "planned"), paid_back(2, None, "mixed")
    ('after 2.8 years', 'after 1.0 year, as planned', 'after 2.0 years, partly as planned')
    """
    if years is None:
        return reasons.sentence(reason) if reason else NO_VALUE
    said = number(years, 1)
    as_planned = {"actual": "", "planned": ", as planned"}.get(basis, ", partly as planned")
    return f"after {said} year{'' if said == '1.0' else 's'}{as_planned}"


def worth(thousands: Amount | None, first_year: str) -> str:
    """What a case is worth in its first year, which is named.

    >>> worth(Decimal("226.67"), "2020/21")
    '0.2 (2020/21)'
    """
    return f"{in_millions(thousands)} ({first_year})"


def difference(then: Amount | None, now: Amount | None, edition: str) -> str:
    """The headline of a restatement.

    >>> difference(Decimal("0.181"), Decimal("0.172"), "2024-25")
    'The core share is 17.2%, where edition 2024-25 said 18.1%.'
    >>> difference(Decimal("0.181"), Decimal("0.181"), "2024-25")
    'The core share is 18.1%, as in edition 2024-25.'
    """
    if then == now:
        return f"The core share is {per_cent(now)}, as in edition {edition}."
    return f"The core share is {per_cent(now)}, where edition {edition} said {per_cent(then)}."


def in_millions(thousands: Amount | None) -> str:
    """Thousands of pounds in millions, without the sign of a currency.

    >>> in_millions(Decimal("32289.964")), in_millions(None)
    ('32.3', '–')
    """
    return NO_VALUE if thousands is None else number(Decimal(str(thousands)) / 1000, 1)
