"""Requests to an ASGI application in this process, without a network."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import unquote


def run(coroutine):
    """Run a coroutine to its end.

    In a thread of its own: a browser that is driven from this thread leaves its event loop running in it.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


@dataclass(frozen=True)
class Answered:
    """What came back: the names of headers are in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self):
        """The body, read as JSON."""
        return json.loads(self.body)

    @property
    def text(self):
        """The body as text."""
        return self.body.decode("utf-8-sig")


def ask(app, address, *, method="GET", headers=None, body=b""):
    """Send one request and collect its answer; `address` is a path with its query string."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()],
        "server": ("127.0.0.1", 8501),
        "client": ("127.0.0.1", 50000),
    }
    messages = []

    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message):
        messages.append(message)

    run(app(scope, receive, send))
    start = messages[0]
    return Answered(
        status=start["status"],
        headers={name.decode().lower(): value.decode("latin-1") for name, value in start["headers"]},
        body=b"".join(message.get("body", b"") for message in messages[1:]),
    )
