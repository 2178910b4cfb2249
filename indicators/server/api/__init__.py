"""`/api/v1/`: open data, read-only, as JSON and CSV of indicators, observations and targets; and files from machines.

- `resources`: what each address answers; routes and description are made from that one list.
- `parameters`, `asked`: what a request says, read and checked; `problems`: what is refused.
- `resource`, `answers`: one manner of answering, as JSON or CSV.
- `submissions`, `submissions_described`: the one address that takes something, files from machines with a token.
- `description`: the OpenAPI document.
"""

from __future__ import annotations

from http import HTTPStatus

from starlette.routing import BaseRoute, Mount, Route

from indicators.server.api.answers import Answer, document
from indicators.server.api.asked import Asked
from indicators.server.api.description import description
from indicators.server.api.problems import Refused, problem_response
from indicators.server.api.resource import Resource
from indicators.server.api.resources import RESOURCES, ROOT
from indicators.server.api.submissions import PATH, Submissions

__all__ = ["api_routes"]


def api_routes() -> list[BaseRoute]:
    """The routes of the open data; whatever else begins with `/api` is answered in the same manner."""
    nothing_here = problem_response(Refused(HTTPStatus.NOT_FOUND, "address_unknown"))
    described = Resource("description", "/openapi.json", (), _description)
    index = next(resource for resource in RESOURCES if resource.name == "index")
    return [
        Route(ROOT, index),
        *(Route(f"{ROOT}{resource.path}", resource) for resource in (*RESOURCES, described)),
        Route(f"{ROOT}{PATH}", Submissions()),
        Mount("/api", nothing_here),
    ]


def _description(_: Asked) -> Answer:
    return document(description())
