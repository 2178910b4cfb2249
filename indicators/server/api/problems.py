"""What the open data refuse, as RFC 9457 describes problems: a status, a code, a sentence and the way out."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from indicators.wording.open_api import problem

MEDIA_TYPE = "application/problem+json"
METHODS = ("GET", "HEAD")


class Refused(Exception):  # noqa: N818 - an outcome, not a fault
    """A request that is not answered. `code` is one of `wording.open_api.PROBLEMS`, with its figures."""

    def __init__(self, status: HTTPStatus, code: str, **figures: Any) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.figures = figures


def problem_response(refused: Refused) -> Response:
    """The answer to a request that is refused."""
    detail, way_out = problem(refused.code, refused.figures)
    content = {
        "type": "about:blank",
        "title": refused.status.phrase,
        "status": refused.status.value,
        "code": refused.code,
        "detail": detail,
        "way_out": way_out,
    }
    allowed = refused.status == HTTPStatus.METHOD_NOT_ALLOWED
    return Response(
        json.dumps(content, ensure_ascii=False),
        refused.status.value,
        {"allow": ", ".join(METHODS)} if allowed else None,
        media_type=MEDIA_TYPE,
    )
