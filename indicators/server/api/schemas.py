"""JSON Schemas of what the open data answer with; rows are as their datasets declare them."""

from __future__ import annotations

from typing import Any

from indicators.datasets import Field, dataset
from indicators.server.api.answers import field_names
from indicators.server.api.parameters import Schema
from indicators.wording import open_api as words

JSON_TYPES: dict[str, Schema] = {
    "string": {"type": "string"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "date": {"type": "string", "format": "date"},
    "period": {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}/P[0-9]{1,3}[YMD]$"},
}


def row_schema(name: str) -> Schema:
    """A row of the dataset `name`: its declared fields, then the first and last days of its periods."""
    declared = {field.name: field for field in dataset(name).fields}
    properties = {
        column: _field(declared[column]) if column in declared else _derived(column)
        for column in field_names(name)
    }
    return exactly(properties, title=dataset(name).title)


def exactly(properties: Schema, **more: Any) -> Schema:
    """An object that has all of these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **more,
    }


def _field(field: Field) -> Schema:
    schema = dict(JSON_TYPES[field.type])
    if field.choices:
        schema["enum"] = list(field.choices)
    if not field.required:
        schema["type"] = [schema["type"], "null"]
    return schema | {"title": field.title, "description": field.description}


def _derived(column: str) -> Schema:
    nullable = ["string", "null"] if column.startswith("baseline") else "string"
    return {"type": nullable, "format": "date", "description": words.FIELDS[column]}


LINK: Schema = {"type": "string", "format": "uri-reference"}
SEQUENCE: Schema = {"type": "integer", "minimum": 1, "description": words.FIELDS["sequence"]}
RECORDED_AT: Schema = {
    "type": "string",
    "format": "date-time",
    "description": words.FIELDS["recorded_at"],
}
SCHEMAS: dict[str, Schema] = {
    "problem": exactly(
        {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "code": {"type": "string", "enum": sorted(words.PROBLEMS)},
            "detail": {"type": "string"},
            "way_out": {"type": "string"},
        }
    ),
    "moment": exactly({"sequence": SEQUENCE, "recorded_at": RECORDED_AT}, description=words.FIELDS["as_at"]),
    "version": exactly(
        {"sequence": SEQUENCE, "hash": {"type": "string", "description": words.FIELDS["hash"]}},
        description=words.FIELDS["version"],
    ),
    **{name: row_schema(name) for name in ("indicator", "observation", "target")},
}
