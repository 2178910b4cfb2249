"""The headers on every answer, whatever it is and whoever made it."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from indicators.server.headers import DIRECTIVES, HEADERS, SecurityHeaders
from indicators.server.health import health
from tests.data.embedded_files import number_of_files
from tests.server.asking import ask, run

EXPECTED = {name.decode(): value.decode() for name, value in HEADERS.items()}

ANSWERS = {
    "a document": ("/api/v1/", "GET", 200),
    "a file": ("/api/v1/targets.csv", "GET", 200),
    "headers alone": ("/api/v1/targets.csv", "HEAD", 200),
    "a refusal": ("/api/v1/indicators/NOPE", "GET", 404),
    "a method that is not allowed": ("/api/v1/", "DELETE", 405),
    "no such address": ("/nowhere", "GET", 404),
}


@pytest.mark.parametrize(("address", "method", "status"), ANSWERS.values(), ids=ANSWERS)
def test_every_answer_has_the_headers(app, address, method, status):
    answer = ask(app, address, method=method)
    assert answer.status == status
    assert {name: answer.headers.get(name) for name in EXPECTED} == EXPECTED


def test_an_answer_that_brings_such_headers_itself_is_overruled():
    loose = PlainTextResponse("x", headers={"X-Frame-Options": "ALLOWALL", "content-security-policy": ""})
    raw = []

    async def send(message):
        raw.extend(message.get("headers", ()))

    run(SecurityHeaders(loose)({"type": "http", "method": "GET", "path": "/"}, None, send))
    assert [value for name, value in raw if name == b"x-frame-options"] == [b"SAMEORIGIN"]
    assert [value for name, value in raw if name == b"content-security-policy"] == [
        HEADERS[b"content-security-policy"]
    ]


def test_nothing_from_another_host_may_be_loaded_or_asked():
    allowed = {
        "'self'",
        "'none'",
        "'unsafe-inline'",
        "'unsafe-eval'",
        "blob:",
        "data:",
    }
    named = {source for directive in DIRECTIVES for source in directive.split()[1:]}
    assert named <= allowed


def test_a_socket_passes_untouched():
    seen = []

    async def inner(scope, receive, send):
        seen.append((scope, receive, send))

    run(SecurityHeaders(inner)({"type": "websocket"}, "receive", "send"))
    assert seen == [({"type": "websocket"}, "receive", "send")]


def test_health_names_the_version_of_the_figures():
    answer = ask(SecurityHeaders(Starlette(routes=[Route("/health", health)])), "/health")
    assert (answer.status, answer.json()["status"], answer.json()["sequence"]) == (
        200,
        "ok",
        number_of_files(),
    )
    assert answer.headers["x-content-type-options"] == "nosniff"
