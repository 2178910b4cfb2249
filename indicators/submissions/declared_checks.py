"""The checks that a dataset's declaration asks for, each as one statement of `sql/checks/`."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.datasets import Dataset, ForeignKey, dataset, names
from indicators.store.rows import REMOVE
from indicators.store.tables import literal, quoted
from indicators.submissions.cleaning import STATUS, SUPPRESSED, VALUE, can_suppress
from indicators.submissions.findings import Finding, warning
from indicators.submissions.period_ends import period_end_checks
from indicators.submissions.statements import listed, statement
from indicators.submissions.workspace import Workspace, stored


def declared_checks(work: Workspace, declared: Dataset, columns: tuple[str | None, ...]) -> Iterator[str]:
    """One statement a check that can find something in the file whose headings mean `columns`."""
    yield from _unreadable(work, declared, columns)
    yield from period_end_checks(work, declared)
    yield _check(
        "duplicate_key",
        declared.key[0],
        key=listed(declared.key),
        cleaned_key=_key_of("cleaned", declared),
        numbers=", ".join(_both_numbers(declared)),
    )
    for key in declared.foreign_keys:
        yield _reference(key, declared)
    if work.run("removals")[0][0]:
        yield from _of_removals(declared)


def _check(name: str, column: str, **parts: object) -> str:
    return statement(f"checks/{name}", label=literal(column), column=quoted(column), **parts)


def _unreadable(work: Workspace, declared: Dataset, columns: tuple[str | None, ...]) -> Iterator[str]:
    """Cells that were refused or remarked on while they were cleaned, and marks of withheld numbers."""
    for column, has_rule, has_mark in work.run("meanings_to_report"):
        if has_rule:
            yield _check("unreadable", column)
        if has_mark and can_suppress(declared):
            yield from _marks(column, columns)


def _marks(column: str, columns: tuple[str | None, ...]) -> Iterator[str]:
    suppressed = literal(SUPPRESSED)
    if column != VALUE:
        yield _check("mark_dropped", column, status=quoted(STATUS), suppressed=suppressed)
    elif STATUS in columns:
        value = {"value": quoted(VALUE), "value_label": literal(VALUE)}
        yield _check("status_replaced", STATUS, suppressed=suppressed, **value)


def _reference(key: ForeignKey, declared: Dataset) -> str:
    within = key.reference == declared.name
    return _check(
        "unknown_reference_within" if within else "unknown_reference",
        key.field,
        reference=stored(key.reference),
        reference_label=literal(key.reference),
        reference_column=quoted(key.reference_field),
    )


def _both_numbers(declared: Dataset) -> Iterator[str]:
    """Each number of a row as a struct: its column, what stands on the first line with the key, and what stands here."""
    for field in declared.fields:
        if field.type in ("number", "integer") and field.name not in declared.key:
            name = quoted(field.name)
            yield f"{{'column': {literal(field.name)}, 'first': first_row.{name}, 'now': cleaned.{name}}}"


def absent_columns(work: Workspace, declared: Dataset, columns: tuple[str | None, ...]) -> list[Finding]:
    """Columns that the file leaves out though stored rows that it names again have something there."""
    absent = [column for column in declared.columns if column not in columns]
    if not absent:
        return []
    counts = work.run(
        "absent_counted",
        counts=", ".join(f"count(stored.{quoted(column)})" for column in absent),
        stored=stored(declared.name),
        same_key=same_key(declared),
    )[0]
    return [
        warning("absent_column", column=column, rows=count)
        for column, count in zip(absent, counts, strict=True)
        if count
    ]


def _of_removals(declared: Dataset) -> Iterator[str]:
    yield _check(
        "nothing_to_remove",
        REMOVE,
        stored=stored(declared.name),
        same_key=same_key(declared),
        cleaned_key=_key_of("cleaned", declared),
    )
    for name in names():
        for key in dataset(name).foreign_keys:
            if key.reference == declared.name:
                yield _check(
                    "still_referred_to",
                    key.reference_field,
                    referring=stored(name),
                    referring_label=literal(name),
                    referring_column=quoted(key.field),
                )


def same_key(declared: Dataset) -> str:
    """The condition under which a row of the file and a stored one have the same key."""
    return " and ".join(
        f"cleaned.{quoted(name)} = cast(stored.{quoted(name)} as varchar)" for name in declared.key
    )


def _key_of(table: str, declared: Dataset) -> str:
    return listed(declared.key, prefix=f"{table}.")
