"""What is asked of plans and maps of benefits beyond their declaration: gains above nought, harms below, and a map that goes one way."""

from __future__ import annotations

from indicators.store.tables import literal
from indicators.submissions.statements import statement
from indicators.submissions.workspace import stored


def benefit_checks(name: str) -> list[str]:
    """The statements that list what is wrong in a file for the dataset `name`; none for datasets without such rules."""
    if name == "benefit_plan":
        return [
            statement(
                "benefit_plan/planned_on_wrong_side", benefits=stored("benefit"), label=literal("planned")
            )
        ]
    if name == "benefit_edge":
        return [statement("benefit_edge/leads_back", stored=stored(name), label=literal("end"))]
    return []
