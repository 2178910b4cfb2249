"""Every check of a file at once: one `union all` of named checks, those of the declaration and the dataset's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from indicators.datasets import Dataset
from indicators.submissions.benefit_rules import benefit_checks
from indicators.submissions.cell_rules import cell_rules
from indicators.submissions.claim_rules import CLAIM, claim_checks, claim_rules
from indicators.submissions.commentary_rules import commentary_rules
from indicators.submissions.declared_checks import absent_columns, declared_checks
from indicators.submissions.edition_rules import edition_checks
from indicators.submissions.findings import Finding
from indicators.submissions.limits import FINDINGS_PER_RULE_AND_COLUMN_MOST
from indicators.submissions.nearest import with_nearest
from indicators.submissions.observation_rules import observation_rules
from indicators.submissions.question_rules import question_checks, question_rules
from indicators.submissions.rules import broken
from indicators.submissions.tag_rules import tag_checks
from indicators.submissions.unit_rules import changed_units, written_units
from indicators.submissions.workspace import Workspace


def check(
    work: Workspace,
    declared: Dataset,
    columns: tuple[str | None, ...],
    today: date,
    *,
    may_hold_controls: bool,
) -> tuple[Finding, ...]:
    """Everything that the checks find in `cleaned`.

    Args:
        work: a workspace in which the file is staged and cleaned.
        declared: the dataset that the file is for.
        columns: the declared columns that were staged.
        today: the day against which future periods are told.
        may_hold_controls: whether there may be control characters in the file.
    """
    rules = cell_rules(declared, may_hold_controls=may_hold_controls)
    checks = [
        *declared_checks(work, declared, columns),
        *(rule.findings for rule in broken(work, rules)),
    ]
    if declared.name == "observation":
        checks += [rule.findings for rule in broken(work, observation_rules(work, today))]
        checks += [rule.findings for rule in written_units(work)] if "value" in columns else []
    if declared.name == "indicator":
        checks += [rule.findings for rule in changed_units(work)]
    if declared.name == "commentary":
        checks += [rule.findings for rule in broken(work, commentary_rules(work, declared))]
    if declared.name == "scrutiny_question":
        checks += [rule.findings for rule in broken(work, question_rules())]
        checks += question_checks()
    if declared.name == "prevention_tag":
        checks += tag_checks()
    if declared.name == CLAIM:
        checks += [*(rule.findings for rule in broken(work, claim_rules())), *claim_checks()]
    checks += benefit_checks(declared.name)
    checks += edition_checks(work, declared)
    rows = work.run(
        "findings",
        checks="\nunion all\n".join(f"({each})" for each in checks),
        most=FINDINGS_PER_RULE_AND_COLUMN_MOST,
    )
    found = [Finding(*row[:5], json.loads(row[5])) for row in rows]
    totals = {(rule, column): times for _, column, _, rule, _, _, times in rows}
    return (
        *absent_columns(work, declared, columns),
        *with_nearest(work, declared, found),
        *_left_out(totals),
    )


def _left_out(totals: dict[tuple[str, str], int]) -> Iterator[Finding]:
    for (rule, column), times in totals.items():
        if times > FINDINGS_PER_RULE_AND_COLUMN_MOST:
            left_out = times - FINDINGS_PER_RULE_AND_COLUMN_MOST
            yield Finding(None, column, None, "more_findings", "warning", {"of": rule, "count": left_out})
