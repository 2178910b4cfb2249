"""`POST /api/v1/submissions`: files from machines with a token, by the same checks and with the same receipt as elsewhere."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from threading import BoundedSemaphore
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from indicators.server.api.answers import JSON
from indicators.server.api.problems import Refused, problem_response
from indicators.server.api.submissions_asked import asked_of, token_of
from indicators.store import Store, StoreError
from indicators.store.entry import format_moment, safe_file_name
from indicators.store.tokens import Token
from indicators.submissions import Checked, Finding, Receipt, accept, check_file
from indicators.submissions import Refused as FileRefused
from indicators.submissions.findings import findings_kept_with
from indicators.submissions.first_start import ready_store
from indicators.submissions.limits import SENT_BYTES_MOST
from indicators.wording.findings_told import as_data

PATH = "/submissions"
AT_ONCE = 3
BODY_SECONDS = 120
RETRY_AFTER = "5"  # seconds
_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
_LATER = (HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_places = BoundedSemaphore(AT_ONCE)
log = logging.getLogger("indicators.server")


class Submissions:
    """What answers at the address, whatever the method."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            response = await _answer(Request(scope, receive))
        except ClientDisconnect:
            log.info("whoever sent a file was gone before its end")
            return
        except Refused as refused:
            response = problem_response(refused)
            if refused.status == HTTPStatus.METHOD_NOT_ALLOWED:
                response.headers["allow"] = "POST"
            if refused.status == HTTPStatus.UNAUTHORIZED:
                response.headers["www-authenticate"] = "Bearer"
            if refused.status in _LATER:
                response.headers["retry-after"] = RETRY_AFTER
        await response(scope, receive, send)


async def _answer(request: Request) -> Response:
    if request.method != "POST":
        raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "post_only")
    token = await asyncio.to_thread(token_of, request.headers.get("authorization", ""))
    asked = asked_of(token, request.query_params.multi_items())
    if request.headers.get("content-type", "").lower().startswith(_FORMS):
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a_form")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "compressed")
    if not _places.acquire(blocking=False):
        raise Refused(HTTPStatus.TOO_MANY_REQUESTS, "too_many_at_once")
    try:
        raw = await _body_in_time(request)
        return await asyncio.to_thread(_submit, token, asked, raw)
    finally:
        _places.release()


async def _body_in_time(request: Request) -> bytes:
    """The file; who sends it takes one of few places, and must not keep it for ever."""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return await _body(request)
    except TimeoutError:
        raise Refused(HTTPStatus.REQUEST_TIMEOUT, "too_slow", seconds=BODY_SECONDS) from None


async def _body(request: Request) -> bytes:
    """The file, of which no more is read than may be; nothing where its length is announced and too large."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:18]) > SENT_BYTES_MOST:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", most=f"{SENT_BYTES_MOST:,}")
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > SENT_BYTES_MOST:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", most=f"{SENT_BYTES_MOST:,}")
    return bytes(content)


def _submit(token: Token, asked: Mapping[str, Any], raw: bytes) -> Response:
    file_name = safe_file_name(asked["file_name"] or f"{asked['dataset']}.csv")
    try:
        store = ready_store()
        if asked["dry_run"]:
            return _checked(check_file(store, asked["dataset"], raw, file_name))
        by = f"{token.name} (token {token.id})"
        return _recorded(
            store, accept(store, asked["dataset"], raw, file_name, by=by, note=asked["note"]), file_name
        )
    except FileRefused as refused:
        content = {"accepted": False, "dry_run": False, "ok": False, "dataset": asked["dataset"]}
        content |= {"file": file_name, "receipt": None, "counts": None}
        return _json(HTTPStatus.UNPROCESSABLE_ENTITY, content, refused.findings)
    except StoreError as error:
        log.exception("a file from a machine could not be recorded")
        if error.code == "head_moved":
            raise Refused(HTTPStatus.CONFLICT, "too_many_at_once") from None
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, "figures_unavailable") from None


def _checked(checked: Checked) -> Response:
    content = {
        "accepted": False,
        "dry_run": True,
        "ok": not checked.is_refused,
        "dataset": checked.dataset,
        "file": checked.reading.file_name,
        "receipt": None,
        "counts": checked.preview.counts if checked.preview else None,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if checked.is_refused else HTTPStatus.OK
    return _json(status, content, checked.findings)


def _recorded(store: Store, receipt: Receipt, file_name: str) -> Response:
    kept = {
        "id": receipt.id,
        "sequence": receipt.seq,
        "hash": receipt.hash,
        "recorded_at": format_moment(receipt.recorded_at),
        "already": receipt.already,
    }
    content = {"accepted": True, "dry_run": False, "ok": True, "dataset": receipt.dataset, "file": file_name}
    content |= {"receipt": kept, "counts": dict(receipt.counts)}
    status = HTTPStatus.OK if receipt.already else HTTPStatus.CREATED
    return _json(status, content, findings_kept_with(store.ledger, receipt.id) or ())


def _json(status: HTTPStatus, content: Mapping[str, Any], findings: Iterable[Finding]) -> Response:
    body = {**content, "findings": [as_data(each) for each in findings]}
    text = json.dumps(body, ensure_ascii=False, allow_nan=False, default=str)
    return Response(text, status, {"cache-control": "no-store"}, media_type=JSON)
