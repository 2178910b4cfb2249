"""What is asked of units: that a figure written with the sign of one has its indicator's, and that an indicator keeps its own."""

from __future__ import annotations

from indicators.store.tables import literal, quoted
from indicators.submissions.rules import Rule, broken
from indicators.submissions.statements import statement
from indicators.submissions.workspace import Workspace

_MEANING = ("unit", "measure_kind", "period_length")


def written_units(work: Workspace) -> list[Rule]:
    """The rule that lines of observations break whose value has another sign than that of the indicator's unit."""
    work.run("units/written")
    rule = Rule(
        rule="unit_differs",
        severity="error",
        column="value",
        relation="figure_unit",
        condition=statement("units/unit_differs"),
        value="written",
        figures="cast(json_object('sign', sign, 'unit', unit) as varchar)",
    )
    return broken(work, [rule])


def changed_units(work: Workspace) -> list[Rule]:
    """The rules that lines of indicators break which change what recorded figures mean."""
    found = []
    for column in _MEANING:
        view = f"indicator_{column}"
        work.run("units/changed", column=quoted(column), view=view)
        rule = Rule(
            rule="meaning_changed",
            severity="warning",
            column=column,
            relation=view,
            condition=statement("units/meaning_changed"),
            value="now",
            figures=f"cast(json_object('column', {literal(column)}, 'was', was, 'figures', figures) as varchar)",
        )
        found += broken(work, [rule])
    return found
