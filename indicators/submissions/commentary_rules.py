"""What is asked of commentary beyond its declaration: how it may move from state to state, and that nobody rewrites it on the way."""

from __future__ import annotations

from indicators.datasets import Dataset
from indicators.model import COMMENTARY_MOVES
from indicators.store.tables import literal
from indicators.submissions.declared_checks import same_key
from indicators.submissions.rules import Rule
from indicators.submissions.statements import statement
from indicators.submissions.workspace import Workspace, stored

# Each rule with the column that a person should look at; its condition is the file of its name.
_COLUMNS = {
    "move_not_allowed": "state",
    "text_changed": "state",
    "approver_missing": "approved_by",
    "judgement_unexplained": "judged_reason",
}


def commentary_rules(work: Workspace, declared: Dataset) -> list[Rule]:
    """The rules for the lines of `commentary_line`, which is made for them."""
    work.run("commentary/beside_stored", stored=stored(declared.name), same_key=same_key(declared))
    parts = {
        "states": ", ".join(map(literal, declared.field("state").choices)),
        "moves": ", ".join(
            literal(f"{was or ''} {state}") for was, states in COMMENTARY_MOVES.items() for state in states
        ),
    }
    return [
        Rule(
            rule=name,
            severity="error",
            column=column,
            relation="commentary_line",
            condition=statement(f"commentary/{name}", **parts),
            value=column,
            figures="cast(json_object('was', was, 'now', state) as varchar)",
        )
        for name, column in _COLUMNS.items()
    ]
