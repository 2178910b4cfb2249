"""What a declaration asks of single cells: filled, in the pattern, within bounds, and fit to be shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from indicators.datasets import Dataset, Field
from indicators.store.tables import literal, quoted
from indicators.submissions.limits import CELL_CHARACTERS_MOST
from indicators.submissions.rules import Rule
from indicators.submissions.statements import statement
from indicators.submissions.values import SPREADSHEET_ERRORS


def cell_rules(declared: Dataset, *, may_hold_controls: bool) -> list[Rule]:
    """The rules for the cells of `cleaned`; of texts that hold no control character anywhere none is looked for."""
    return [
        rule
        for field in declared.fields
        for rule in _rules(field, declared, may_hold_controls=may_hold_controls)
    ]


def _rules(field: Field, declared: Dataset, *, may_hold_controls: bool) -> Iterator[Rule]:
    if field.required:
        yield _rule("required", field, {}, is_key=str(field.name in declared.key).lower())
    if field.pattern is not None:
        yield _rule("pattern", field, {"pattern": field.pattern}, pattern=literal(field.pattern))
    if field.minimum is not None:
        yield _rule("below_minimum", field, {"minimum": field.minimum}, minimum=repr(field.minimum))
    if field.maximum is not None:
        yield _rule("above_maximum", field, {"maximum": field.maximum}, maximum=repr(field.maximum))
    if field.type == "string" and not field.choices:
        errors = ", ".join(map(literal, sorted(SPREADSHEET_ERRORS)))
        yield _rule("cell_too_long", field, {"most": CELL_CHARACTERS_MOST}, most=CELL_CHARACTERS_MOST)
        yield _rule("spreadsheet_error", field, {}, spreadsheet_errors=errors)
        if may_hold_controls:
            yield _rule("control_character", field, {})


def _rule(rule: str, field: Field, figures: dict[str, Any], **parts: object) -> Rule:
    return Rule(
        rule=rule,
        severity="error",
        column=field.name,
        relation="cleaned",
        condition=statement(f"cells/{rule}", column=quoted(field.name), **parts),
        value=quoted(field.name),
        figures=literal(json.dumps(figures)),
    )
