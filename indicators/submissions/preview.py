"""What a file would do to the rows in force: add, revise, leave or remove."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Literal, overload

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


class Changes(Sequence[Change]):
    """The changes that are listed; those that add a row are made of it when somebody looks at them, for they are many."""

    def __init__(
        self,
        changed: Sequence[Change],
        added: Sequence[tuple[Any, ...]],
        make: Callable[[tuple[Any, ...]], Change],
    ) -> None:
        """First those that are `changed`, then what `make` makes of each row that is `added`."""
        self._changed = changed
        self._added = added
        self._make = make

    def __len__(self) -> int:
        return len(self._changed) + len(self._added)

    @overload
    def __getitem__(self, place: int) -> Change: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Change]: ...
    def __getitem__(self, place: int | slice) -> Change | Sequence[Change]:
        if isinstance(place, slice):
            return [self[each] for each in range(len(self))[place]]
        each = range(len(self))[place]
        changed = len(self._changed)
        return self._changed[each] if each < changed else self._make(self._added[each - changed])


@dataclass(frozen=True)
class Preview:
    """How many rows would be added, revised (some column differs), left as they are, and removed.

    `changes` are the first ones, revisions and removals before additions.
    """

    added: int
    revised: int
    unchanged: int
    removed: int
    changes: Sequence[Change]

    @property
    def counts(self) -> dict[str, int]:
        """The four numbers by name."""
        return {kind: getattr(self, kind) for kind in _KINDS}

    @property
    def changes_something(self) -> bool:
        """Whether any row in force would be another one afterwards."""
        return bool(self.added or self.revised or self.removed)


def preview(
    work: Workspace,
    declared: Dataset,
    columns: Sequence[str | None],
    *,
    most: int = PREVIEW_CHANGES_MOST,
) -> Preview:
    """Compare `cleaned` with the rows in force. Numbers are compared as numbers: 12.50 does not revise 12.5.

    Args:
        work: a workspace in which the file is cleaned and has no errors.
        declared: the dataset that the file is for.
        columns: those that the file has.
        most: how many changes to list.
    """
    others = [field for field in declared.fields if field.name not in declared.key]
    kind = statement(
        "change_kind",
        first_key=quoted(declared.key[0]),
        any_differs=" or ".join(map(_differs, others)) or "false",
    )
    same = {"stored": stored(declared.name), "same_key": same_key(declared)}
    work.run("compared", kind=kind, **same)
    counts = dict(work.run("compared_counts"))
    key = listed(declared.key, prefix="cleaned.")
    changed: list[Change] = []
    if most and (counts.get("revised") or counts.get("removed")):
        cells = ", ".join([key, *map(_old_and_new, others)])
        rows = work.run("compared_changes", columns=cells, most=most, **same)
        changed = [_change(row, declared, others) for row in rows]
    added: list[tuple[Any, ...]] = []
    given = [field.name for field in others if field.name in columns]
    if most > len(changed) and counts.get("added"):
        cells = ", ".join([key, *(f"cleaned.{quoted(name)}" for name in given)])
        added = work.run("compared_additions", columns=cells, most=most - len(changed))
    make = partial(_addition, width=len(declared.key), given=given)
    return Preview(*(counts.get(kind, 0) for kind in _KINDS), Changes(changed, added, make))


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


def _addition(row: tuple[Any, ...], width: int, given: Sequence[str]) -> Change:
    """The change that a row of line, `width` cells of a key, and the columns that are `given` makes."""
    cells = zip(given, row[1 + width :], strict=True)
    columns = {name: (None, text) for name, text in cells if text is not None}
    return Change(row[0], "added", tuple(row[1 : 1 + width]), columns)


def text_of(stored_value: Any) -> str | None:
    """A stored value as a person would write it: 45 and not 45.0."""
    if isinstance(stored_value, float):
        return format(Decimal(repr(stored_value)), "f").removesuffix(".0")
    if isinstance(stored_value, date):
        return stored_value.isoformat()
    return None if stored_value is None else str(stored_value)
