"""What a dataset's declaration says to SQL: the table of its revisions, and how its texts become typed columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from indicators.datasets import Dataset, Field, dataset
from indicators.store.rows import REMOVE

SQL_TYPES = {
    "string": "varchar",
    "number": "double",
    "integer": "bigint",
    "date": "date",
    "period": "varchar",
}


@dataclass(frozen=True)
class Column:
    """One column of a dataset's table, made of the texts of the column `source` in rows.csv.

    Of a text that is not of the column's type, `strict` makes an error and `tolerant` null. (`try(strict)` would not
    do: an expression shared by two columns is worked out once, outside of it.)
    """

    name: str
    source: str
    type: str
    strict: str
    tolerant: str


@cache
def columns(name: str) -> tuple[Column, ...]:
    """The columns of the dataset `name`: the declared ones, then the first and last day of each period."""
    declared = dataset(name)
    periods = [field.name for field in declared.fields if field.type == "period"]
    return (
        *(_declared(field) for field in declared.fields),
        *(_derived(period, end) for period in periods for end in ("start", "end")),
    )


def table_parts(name: str) -> dict[str, str]:
    """What the steps need to know of the dataset `name`: its table, columns, key and sort, as SQL."""
    declared = dataset(name)
    return {
        "dataset": literal(name),
        "revision": f"{name}_revision",
        "at": f"{name}_at",
        "definitions": ",\n    ".join(f"{quoted(column.name)} {column.type}" for column in columns(name)),
        "names": _list(column.name for column in columns(name)),
        "key": _list(declared.key),
        "sort": _list(_sort(declared)),
        "same_key": _same_key(declared, "older", "newer"),
        "winner_has_key": _same_key(declared, "older", "winner"),
    }


def row_parts(name: str, header: tuple[str, ...], *, tolerant: bool) -> dict[str, str]:
    """How rows with the columns `header` become rows of the dataset `name`; a column that they lack is null."""
    return {
        "columns": "{" + ", ".join(f"{literal(column)}: 'varchar'" for column in header) + "}",
        "typed": ",\n    ".join(
            f"{_value(column, header, tolerant=tolerant)} as {quoted(column.name)}"
            for column in columns(name)
        ),
        "removed": f"{quoted(REMOVE)} is not null" if REMOVE in header else "false",
        "counts": ", ".join(
            f"count_if({quoted(column.source)} is not null and {column.tolerant} is null) as {quoted(column.name)}"
            for column in columns(name)
            if column.source in header
        ),
    }


def quoted(identifier: str) -> str:
    """An identifier as SQL writes it."""
    doubled = identifier.replace('"', '""')
    return f'"{doubled}"'


def literal(text: str) -> str:
    """A text as SQL writes it, where no parameter can stand."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _declared(field: Field) -> Column:
    text, sql_type = quoted(field.name), SQL_TYPES[field.type]
    return Column(
        field.name, field.name, sql_type, f"cast({text} as {sql_type})", f"try_cast({text} as {sql_type})"
    )


def _derived(period: str, end: str) -> Column:
    text = quoted(period)
    return Column(f"{period}_{end}", period, "date", f"period_{end}({text})", f"try_period_{end}({text})")


def _value(column: Column, header: tuple[str, ...], *, tolerant: bool) -> str:
    if column.source not in header:
        return f"cast(null as {column.type})"
    return column.tolerant if tolerant else column.strict


def _sort(declared: Dataset) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*declared.sort, *declared.key)))


def _same_key(declared: Dataset, one: str, other: str) -> str:
    return " and ".join(
        f"{one}.{quoted(name)} is not distinct from {other}.{quoted(name)}" for name in declared.key
    )


def _list(names: Iterable[str]) -> str:
    return ", ".join(quoted(name) for name in names)
