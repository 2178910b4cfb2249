"""Cells as written to cells as kept: each different text of a column is read once, however many lines hold it.

Numbers that need no reading are passed over in SQL; what a text means is decided by `values` and `dates` alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from indicators.datasets import Dataset, Field
from indicators.store.rows import REMOVE
from indicators.store.tables import literal, quoted
from indicators.submissions.dates import read_dates
from indicators.submissions.period_ends import PERIOD, read_period_ends
from indicators.submissions.statements import statement
from indicators.submissions.values import (
    PLAIN_NUMBER,
    PLAIN_WHOLE_NUMBER,
    Meaning,
    choice_of,
    number,
    period,
    removal,
    whole_number,
)
from indicators.submissions.workspace import Workspace

VALUE, STATUS, SUPPRESSED = "value", "status", "suppressed"
# Our own exports put an apostrophe before what a spreadsheet would take for a formula; sent back, it is no part of the text.
_GUARD = literal("'")
_GUARDED = literal(r"^'[=+\-@\t\r\n]")
_PLAIN = {"number": PLAIN_NUMBER, "integer": PLAIN_WHOLE_NUMBER}

Texts = set[str]


def clean(work: Workspace, declared: Dataset, columns: Sequence[str | None]) -> None:
    """Make `cleaned` of `staged`, and `meanings`: what each text that is not kept as it stands was taken for.

    `cleaned` has every declared column and `remove`; those that are not among the file's `columns` are empty. A text
    that cannot be read stays as it is in `cleaned`, and its row of `meanings` names the rule.
    """
    work.run("meanings")
    read: dict[str, set[str]] = {}
    questions = list(_questions(declared, columns))
    for column, text in work.query(" union all ".join(questions)) if questions else ():
        read.setdefault(column, set()).add(text)
    for column, texts in read.items():
        rows = list(_rows(column, _reader(column, declared)(texts), declared))
        if rows:
            work.append("meanings", rows)
    touched = [column for (column,) in work.run("meanings_columns")]
    has_period_ends = read_period_ends(work, declared, touched)
    joins = [
        statement("meanings_join", alias=_alias(column), label=literal(column), column=quoted(column))
        for column in touched
    ]
    if has_period_ends:
        joins.append(statement("period_ends/joined"))
    work.run(
        "cleaned",
        columns=", ".join(
            _cleaned(column, touched, declared, has_period_ends=has_period_ends)
            if column in columns
            else f"cast(null as varchar) as {quoted(column)}"
            for column in (*declared.columns, REMOVE)
        ),
        joins=" ".join(joins),
    )


def work_out(work: Workspace) -> None:
    """Make a table of `cleaned`. Of a large file it stays a view, for a second copy would cost more than it saves."""
    work.run("cleaned_rows")


def can_suppress(declared: Dataset) -> bool:
    """Whether the dataset can say that a value was withheld."""
    return {VALUE, STATUS} <= set(declared.columns) and SUPPRESSED in declared.field(STATUS).choices


def _questions(declared: Dataset, columns: Sequence[str | None]) -> Iterator[str]:
    """Which texts of which columns have to be read."""
    for field in declared.fields:
        if field.name not in columns:
            continue
        parts = {"label": literal(field.name), "column": quoted(field.name)}
        if field.type in _PLAIN:
            yield statement("texts_odd", **parts, plain=literal(_PLAIN[field.type]))
        elif field.type in ("date", "period") or field.choices:
            yield statement("texts", **parts)
    if REMOVE in columns:
        yield statement("texts", label=literal(REMOVE), column=quoted(REMOVE))


def _reader(column: str, declared: Dataset) -> Callable[[Texts], dict[str, Meaning]]:
    if column == REMOVE:
        return partial(_each, removal)
    field: Field = declared.field(column)
    if field.type == "date":
        return read_dates
    by_type = {"number": number, "integer": whole_number, "period": period}
    return partial(_each, by_type.get(field.type) or choice_of(field.choices))


def _each(read: Callable[[str], Meaning], texts: Texts) -> dict[str, Meaning]:
    return {text: read(text) for text in texts}


def _rows(
    column: str, meanings: dict[str, Meaning], declared: Dataset
) -> Iterator[tuple[str | bool | None, ...]]:
    """The rows of `meanings` for the texts of a column that are not kept as they stand."""
    for text, meaning in meanings.items():
        rule, severity, clean_text = meaning.rule, meaning.severity, meaning.clean
        if meaning.suppressed and not can_suppress(declared):
            rule, severity = "mark_without_status", "error"
        if rule and severity == "error":
            clean_text = text
        if rule or clean_text != text:
            figures = json.dumps(meaning.figures, default=str)
            yield column, text, clean_text, rule, severity, figures, meaning.suppressed


def _cleaned(column: str, touched: list[str], declared: Dataset, *, has_period_ends: bool) -> str:
    """The expression of one column of `cleaned`: its meaning where it has one, else the cell as it stands."""
    kept = f"staged.{quoted(column)}"
    if column in touched:
        kept = f"if({_alias(column)}.text is null, {kept}, {_alias(column)}.clean)"
    elif column != REMOVE and declared.field(column).type == "string":
        bare = f"if(regexp_matches({kept}, {_GUARDED}), substr({kept}, 2), {kept})"
        kept = f"if(starts_with({kept}, {_GUARD}), {bare}, {kept})"
    if column == PERIOD and has_period_ends:
        kept = f"if(period_end.text is null, {kept}, coalesce(period_end.clean, period_end.text))"
    if column == STATUS and VALUE in touched and can_suppress(declared):
        kept = f"if({_alias(VALUE)}.suppressed, {literal(SUPPRESSED)}, {kept})"
    return f"{kept} as {quoted(column)}"


def _alias(column: str) -> str:
    return quoted(f"meaning_of_{column}")
