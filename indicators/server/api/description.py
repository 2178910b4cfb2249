"""The OpenAPI 3.1 description, made from the addresses, their parameters and the declared datasets."""

from __future__ import annotations

from functools import cache
from typing import Any

from indicators.server.api import submissions_described
from indicators.server.api.answers import CSV, JSON
from indicators.server.api.parameters import LONGEST_CODE, Parameter, Schema
from indicators.server.api.problems import MEDIA_TYPE
from indicators.server.api.resource import RELEASE, Resource
from indicators.server.api.resources import RESOURCES, ROOT
from indicators.server.api.schemas import LINK, SCHEMAS, exactly
from indicators.wording import open_api as words

HEADERS: Schema = {
    "ETag": {"description": words.HEADERS["ETag"], "required": True, "schema": {"type": "string"}},
    "Link": {"description": words.HEADERS["Link"], "schema": {"type": "string"}},
}
PROBLEMS = (400, 404, 405, 422, 503)


@cache
def description() -> dict[str, Any]:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {"title": words.TITLE, "version": RELEASE, "description": words.DESCRIPTION},
        "servers": [{"url": ROOT}],
        "paths": {
            **{resource.path: {"get": _operation(resource)} for resource in RESOURCES},
            "/openapi.json": {"get": _document("description", {"type": "object"})},
            **submissions_described.paths(),
        },
        "components": {
            "schemas": {**SCHEMAS, **submissions_described.schemas()},
            "securitySchemes": submissions_described.security_schemes(),
        },
    }


def _operation(resource: Resource) -> Schema:
    if resource.dataset is None:
        links = {"type": "object", "additionalProperties": {"type": "string"}}
        content = {"title": {"type": "string"}, "version": _ref("version"), "links": links}
        return _document(resource.name, exactly(content))
    row = _ref(resource.dataset)
    envelope = {"as_at": _ref("moment"), "version": _ref("version")}
    if "{code}" in resource.path:
        links = exactly({"observations": LINK, "targets": LINK})
        content = {JSON: {"schema": exactly(envelope | {"item": row, "links": links})}}
    elif resource.path.endswith(".csv"):
        content = {CSV: {"schema": {"type": "string"}}}
    else:
        following = LINK | {"type": ["string", "null"], "description": words.FIELDS["next"]}
        items = {"type": "array", "items": row, "description": words.FIELDS["items"]}
        links = exactly({"self": LINK, "next": following}, description=words.FIELDS["links"])
        content = {
            JSON: {"schema": exactly(envelope | {"items": items, "links": links})},
            CSV: {"schema": {"type": "string"}},
        }
    return _described(resource.name, content, [_parameter(one) for one in resource.parameters], resource.path)


def _document(name: str, schema: Schema) -> Schema:
    return _described(name, {JSON: {"schema": schema}}, [], "")


def _described(name: str, content: Schema, parameters: list[Schema], path: str) -> Schema:
    summary = words.SUMMARIES[name.removesuffix("_csv")]
    if "{code}" in path:
        code = {"type": "string", "minLength": 1, "maxLength": LONGEST_CODE}
        parameters = [_parameter_of("code", code, place="path"), *parameters]
    return {
        "operationId": name,
        "summary": words.AS_CSV.format(summary=summary) if name.endswith("_csv") else summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": words.RESPONSES[200], "headers": HEADERS, "content": content},
            "304": {"description": words.RESPONSES[304]},
            **{
                str(status): {
                    "description": words.RESPONSES[status],
                    "content": {MEDIA_TYPE: {"schema": _ref("problem")}},
                }
                for status in PROBLEMS
            },
        },
    }


def _parameter(parameter: Parameter) -> Schema:
    return _parameter_of(parameter.name, parameter.schema, place="query")


def _parameter_of(name: str, schema: Schema, *, place: str) -> Schema:
    return {
        "name": name,
        "in": place,
        "required": place == "path",
        "description": words.PARAMETERS[name],
        "schema": schema,
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
