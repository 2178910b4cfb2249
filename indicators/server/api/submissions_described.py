"""The part of the OpenAPI description that is about files from machines."""

from __future__ import annotations

from typing import Any

from indicators.server.api.answers import JSON
from indicators.server.api.parameters import Schema
from indicators.server.api.problems import MEDIA_TYPE
from indicators.server.api.schemas import RECORDED_AT, SCHEMAS, SEQUENCE, exactly
from indicators.server.api.submissions import PATH
from indicators.server.api.submissions_asked import PARAMETERS
from indicators.wording import machine_submissions as words
from indicators.wording import open_api

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WITH_RESULT = (200, 201, 422)
_COUNT: Schema = {"type": "integer", "minimum": 0}
_TEXT_OR_NONE: Schema = {"type": ["string", "null"]}


def paths() -> Schema:
    """The address, as OpenAPI names it."""
    return {PATH: {"post": _operation()}}


def security_schemes() -> Schema:
    """How a machine shows that it may."""
    return {"token": {"type": "http", "scheme": "bearer", "description": words.BEARER}}


def schemas() -> Schema:
    """What it answers with."""
    counts = exactly(dict.fromkeys(("added", "revised", "unchanged", "removed"), _COUNT))
    receipt = {
        "id": {"type": "string"},
        "sequence": SEQUENCE,
        "hash": {"type": "string"},
        "recorded_at": RECORDED_AT,
        "already": {"type": "boolean"},
    }
    finding = {
        "line": {"type": ["integer", "null"]},
        "column": _TEXT_OR_NONE,
        "value": _TEXT_OR_NONE,
        "rule": {"type": "string"},
        "severity": {"enum": ["error", "warning"]},
        "figures": {"type": "object"},
        "message": {"type": "string"},
    }
    result = {
        "accepted": {"type": "boolean", "description": words.FIELDS["accepted"]},
        "dry_run": {"type": "boolean"},
        "ok": {"type": "boolean", "description": words.FIELDS["ok"]},
        "dataset": {"type": "string"},
        "file": {"type": "string"},
        "receipt": {"oneOf": [exactly(receipt), {"type": "null"}], "description": words.FIELDS["receipt"]},
        "counts": {"oneOf": [counts, {"type": "null"}], "description": words.FIELDS["counts"]},
        "findings": {"type": "array", "items": exactly(finding), "description": words.FIELDS["findings"]},
    }
    codes = sorted({*words.MACHINE_PROBLEMS, *open_api.PROBLEMS})
    problem = SCHEMAS["problem"]
    refused = {**problem, "properties": {**problem["properties"], "code": {"type": "string", "enum": codes}}}
    return {"submission": exactly(result), "submission_problem": refused}


def _operation() -> Schema:
    return {
        "operationId": "submit",
        "summary": words.SUMMARY,
        "description": words.DESCRIPTION,
        "security": [{"token": []}],
        "parameters": [
            {
                "name": each.name,
                "in": "query",
                "required": each.name == "dataset",
                "description": words.PARAMETERS[each.name],
                "schema": each.schema,
            }
            for each in PARAMETERS
        ],
        "requestBody": {
            "required": True,
            "description": words.BODY,
            "content": {
                kind: {"schema": {"type": "string", "format": "binary"}} for kind in ("text/csv", WORKBOOK)
            },
        },
        "responses": {str(status): _response(status) for status in words.RESPONSES},
    }


def _response(status: int) -> Schema:
    content: dict[str, Any] = {}
    if status in _WITH_RESULT:
        content[JSON] = {"schema": {"$ref": "#/components/schemas/submission"}}
    if status not in _WITH_RESULT or status == 422:  # noqa: PLR2004  (HTTP's own number: a parameter, or the file)
        content[MEDIA_TYPE] = {"schema": {"$ref": "#/components/schemas/submission_problem"}}
    return {"description": words.RESPONSES[status], "content": content}
