"""What a file would do to the rows in force: add, revise, leave or remove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from indicators.datasets import Dataset, Field
from indicators.store.tables import SQL_TYPES, quoted
from indicators.submissions.declared_checks import same_key
from indicators.submissions.limits import PREVIEW_CHANGES_MOST
from indicators.submissions.statements import listed, statement
from indicators.submissions.workspace import Workspace, stored

Kind = Literal["added", "revised", "removed"]
_KINDS = ("added", "revised", "unchanged", "removed")


@dataclass(frozen=True)
class Change:
    """What one line would do: `columns` maps each column that changes to its old and its new text."""

    line: int
    kind: Kind
    key: tuple[str, ...]
    columns: Mapping[str, tuple[str | None, str | None]]


@dataclass(frozen=True)
class Preview:
    """How many rows would be added, revised (some column differs), left as they are, and removed.

    `changes` are the first ones, revisions and removals before additions.
    """

    added: int
    revised: int
    unchanged: int
    removed: int
    changes: tuple[Change, ...]

    @property
    def counts(self) -> dict[str, int]:
        """The four numbers by name."""
        return {kind: getattr(self, kind) for kind in _KINDS}

    @property
    def changes_something(self) -> bool:
        """Whether any row in force would be another one afterwards."""
        return bool(self.added or self.revised or self.removed)


def preview(work: Workspace, declared: Dataset, *, most: int = PREVIEW_CHANGES_MOST) -> Preview:
    """Compare `cleaned` with the rows in force. Numbers are compared as numbers: 12.50 does not revise 12.5.

    Args:
        work: a workspace in which the file is cleaned and has no errors.
        declared: the dataset that the file is for.
        most: how many changes to list.
    """
    others = [field for field in declared.fields if field.name not in declared.key]
    kind = statement(
        "change_kind",
        first_key=quoted(declared.key[0]),
        any_differs=" or ".join(map(_differs, others)) or "false",
    )
    parts = {"kind": kind, "stored": stored(declared.name), "same_key": same_key(declared)}
    counts = dict(work.run("compared_counts", **parts))
    changes = _changes(work, declared, others, {**parts, "most": most}) if most else ()
    return Preview(*(counts.get(kind, 0) for kind in _KINDS), changes)


def _changes(
    work: Workspace, declared: Dataset, others: list[Field], parts: dict[str, object]
) -> tuple[Change, ...]:
    columns = ", ".join([listed(declared.key, prefix="cleaned."), *map(_old_and_new, others)])
    rows = work.run("compared_changes", columns=columns, **parts)
    return tuple(_change(row, declared, others) for row in rows)


def _new(field: Field) -> str:
    return f"if(cleaned.remove is null, cleaned.{quoted(field.name)}, null)"


def _differs(field: Field) -> str:
    return f"cast({_new(field)} as {SQL_TYPES[field.type]}) is distinct from stored.{quoted(field.name)}"


def _old_and_new(field: Field) -> str:
    return f"{_differs(field)}, stored.{quoted(field.name)}, {_new(field)}"


def _change(row: tuple[Any, ...], declared: Dataset, others: list[Field]) -> Change:
    line, kind = row[:2]
    end_of_key = 2 + len(declared.key)
    cells = [row[begin : begin + 3] for begin in range(end_of_key, len(row), 3)]
    columns = {
        field.name: (text_of(old), new)
        for field, (differs, old, new) in zip(others, cells, strict=True)
        if differs
    }
    return Change(line, kind, tuple(row[2:end_of_key]), columns)


def text_of(stored_value: Any) -> str | None:
    """A stored value as a person would write it: 45 and not 45.0."""
    if isinstance(stored_value, float):
        return format(Decimal(repr(stored_value)), "f").removesuffix(".0")
    if isinstance(stored_value, date):
        return stored_value.isoformat()
    return None if stored_value is None else str(stored_value)
