"""What is asked of influence claims beyond their declaration: a grade that counts as demonstrated rests on what it names.

The grades are those of the influence evidence: I3 needs the spending body's own decision, a written counterfactual and its finance
officer's confirmation; I4 needs an independent check as well, unless the money lies in a pool that the partnership controls.
"""

from __future__ import annotations

from indicators.model import DEMONSTRATED_GRADES
from indicators.store.published import EDITION, SPENDING
from indicators.submissions.rules import Rule
from indicators.submissions.statements import literals, statement
from indicators.submissions.workspace import stored

CLAIM = "influence_claim"
# Each rule with the column that a person should look at; its condition is the file of its name.
_COLUMNS = {
    "claim_undecided": "decision_ref",
    "claim_without_counterfactual": "counterfactual",
    "claim_unconfirmed": "confirmed_by",
    "claim_unchecked": "reviewer",
}


def claim_rules() -> list[Rule]:
    """The rules for the lines of `cleaned`."""
    demonstrated = literals(DEMONSTRATED_GRADES)
    return [
        Rule(
            rule=name,
            severity="error",
            column=column,
            relation="cleaned",
            condition=statement(f"{CLAIM}/{name}", demonstrated=demonstrated),
            value=column,
            figures="cast(json_object('grade', influence_grade) as varchar)",
        )
        for name, column in _COLUMNS.items()
    ]


def claim_checks() -> list[str]:
    """The statement that lists claims of more money than there was."""
    return [
        statement(
            f"{CLAIM}/claim_above_spending",
            editions=stored(EDITION),
            returns=stored("partner_return"),
            spending=stored(SPENDING),
        )
    ]
