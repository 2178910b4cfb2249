"""An address of the open data as an ASGI application: reads the request, asks, answers, and refuses in one manner."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from indicators.server.api.answers import Answer
from indicators.server.api.asked import Asked, moment_of
from indicators.server.api.parameters import Parameter, values
from indicators.server.api.problems import METHODS, Refused, problem_response
from indicators.server.negotiation import headers_only, is_known
from indicators.store import StoreError, Version
from indicators.submissions.first_start import ready_store

RELEASE = "1.1"  # to be raised when the same figures are answered otherwise
log = logging.getLogger("indicators.server")


@dataclass(frozen=True)
class Resource:
    """What answers at one address. `make` is pure but for reading the snapshot, and runs in a thread of its own."""

    name: str
    path: str
    parameters: tuple[Parameter, ...]
    make: Callable[[Asked], Answer]
    dataset: str | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; a HEAD gets the headers alone."""
        request = Request(scope)
        response = await asyncio.to_thread(self._answer, request)
        await response(scope, receive, headers_only(send) if request.method == "HEAD" else send)

    def _answer(self, request: Request) -> Response:
        try:
            return self._read(request)
        except Refused as refused:
            return problem_response(refused)
        except StoreError:
            log.exception("the figures cannot be opened")
            return problem_response(Refused(HTTPStatus.SERVICE_UNAVAILABLE, "figures_unavailable"))

    def _read(self, request: Request) -> Response:
        if request.method not in METHODS:
            raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "method_not_allowed")
        read = values(self.parameters, request.query_params.multi_items())
        snapshot = ready_store().snapshot()  # a machine cannot be told that newer figures are on their way
        asked = Asked(
            path=request.url.path,
            code=request.path_params.get("code"),
            values=read,
            snapshot=snapshot,
            moment=moment_of(snapshot, read.get("as_at")),
        )
        tag = etag(snapshot.version)
        headers = {"etag": tag, "cache-control": "no-cache"}
        if is_known(tag, request.headers.get("if-none-match", "")):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        return self.make(asked).response(headers)


def etag(version: Version) -> str:
    """The validator of every answer from this version; weak, for the same answer may travel compressed.

    >>> etag(Version(13, "bd8048d49e3075098dc3"))
    'W/"1.1-13-bd8048d49e30"'
    """
    return f'W/"{RELEASE}-{version.seq}-{version.hash[:12]}{version.left_out}"'
