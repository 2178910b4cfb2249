"""Every dataset, declared once as a Frictionless Table Schema in `schemas/`.

Tables, checks, templates, documentation and open data all derive from these declarations. Beyond the
standard we use two keys of our own: `x-type` on a field (`period`: an ISO 8601 start and duration once
stored) and `x-sort` on a schema (the order in which rows are kept and exported).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SCHEMAS = Path(__file__).parent / "schemas"


@dataclass(frozen=True)
class Field:
    """One column: `type` is string, number, integer, date or period."""

    name: str
    type: str
    title: str
    description: str
    required: bool
    choices: tuple[str, ...]
    pattern: str | None
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True)
class ForeignKey:
    """`field` must be a value of `reference_field` in the dataset `reference`."""

    field: str
    reference: str
    reference_field: str


@dataclass(frozen=True)
class Dataset:
    """A declared dataset: its columns in order, its key, what it points at, and the order of its rows."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    sort: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns in declared order."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> Field:
        """The column called `name`.

        Raises:
            KeyError: there is none.
        """
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


def schema(name: str) -> dict:
    """The Table Schema of the dataset `name` as declared.

    Raises:
        KeyError: no such dataset.
    """
    path = SCHEMAS / f"{name}.json"
    if name not in names():
        raise KeyError(name)
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def names() -> tuple[str, ...]:
    """The names of all declared datasets in alphabetical order."""
    return tuple(sorted(path.stem for path in SCHEMAS.glob("*.json")))


@cache
def dataset(name: str) -> Dataset:
    """The declared dataset `name`.

    Raises:
        KeyError: no such dataset.
    """
    declared = schema(name)
    return Dataset(
        name=declared["name"],
        title=declared["title"],
        description=declared["description"],
        fields=tuple(_field(field) for field in declared["fields"]),
        key=tuple(declared["primaryKey"]),
        foreign_keys=tuple(
            ForeignKey(key["fields"][0], key["reference"]["resource"], key["reference"]["fields"][0])
            for key in declared["foreignKeys"]
        ),
        sort=tuple(declared["x-sort"]),
    )


def _field(declared: dict) -> Field:
    constraints = declared.get("constraints", {})
    return Field(
        name=declared["name"],
        type=declared.get("x-type", declared["type"]),
        title=declared["title"],
        description=declared["description"],
        required=constraints.get("required", False),
        choices=tuple(constraints.get("enum", ())),
        pattern=constraints.get("pattern"),
        minimum=constraints.get("minimum"),
        maximum=constraints.get("maximum"),
    )
