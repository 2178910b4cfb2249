"""Rules about single lines: counted together in one pass, listed only where one is broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.store.tables import literal
from indicators.submissions.findings import Severity
from indicators.submissions.statements import statement
from indicators.submissions.workspace import Workspace


@dataclass(frozen=True)
class Rule:
    """One rule: a condition on the lines of a relation under which a line breaks it.

    `column` is the one that a person should look at; `value` and `figures` are expressions: what the person wrote there,
    and what else to tell, as JSON.
    """

    rule: str
    severity: Severity
    column: str
    relation: str
    condition: str
    value: str
    figures: str

    @property
    def findings(self) -> str:
        """The statement that lists the lines that break the rule."""
        return statement(
            "rule_findings",
            label=literal(self.column),
            value=self.value,
            rule=literal(self.rule),
            severity=literal(self.severity),
            figures=self.figures,
            relation=self.relation,
            condition=self.condition,
        )


def broken(work: Workspace, rules: Sequence[Rule]) -> list[Rule]:
    """The rules, all about one relation, that at least one line breaks."""
    counts = ", ".join(f"count(*) filter (where\n{rule.condition}\n)" for rule in rules)
    counted = work.run("rules_counted", counts=counts, relation=rules[0].relation)[0]
    return [rule for rule, count in zip(rules, counted, strict=True) if count]
