"""What is asked of questions of scrutiny beyond their declaration: an answer to what was asked, a promise that can be held against a figure."""

from __future__ import annotations

from indicators.store.tables import literal
from indicators.submissions.rules import Rule
from indicators.submissions.statements import statement
from indicators.submissions.workspace import stored

# Each rule with the column that a person should look at; its condition is the file of its name.
_COLUMNS = {
    "answered_unasked": "asked_on",
    "level_without_promise": "promise",
    "promise_without_figure": "figure_value",
}


def question_rules() -> list[Rule]:
    """The rules for the lines of `cleaned`."""
    return [
        Rule(
            rule=name,
            severity="error",
            column=column,
            relation="cleaned",
            condition=statement(f"scrutiny_question/{name}"),
            value=f"cast({column} as varchar)",
            figures="'{}'",
        )
        for name, column in _COLUMNS.items()
    ]


def question_checks() -> list[str]:
    """The statements that list what is strange in a question beside what is stored."""
    return [
        statement(
            "scrutiny_question/newer_figure_known",
            stored=stored("scrutiny_question"),
            observations=stored("observation"),
            label=literal("figure_period"),
        )
    ]
