"""HTTP requests one after the other over one connection, each in a thread, as the standard library makes them."""

from __future__ import annotations

import asyncio
import http.client
import json
from urllib.parse import urlsplit

ANSWER_SECONDS = 60


class Requests:
    """A connection to the server at `url`."""

    def __init__(self, url: str) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=ANSWER_SECONDS)

    async def get(self, path: str) -> bytes:
        return await asyncio.to_thread(self._ask, "GET", path, None)

    async def post(self, path: str, content: dict) -> bytes:
        return await asyncio.to_thread(self._ask, "POST", path, json.dumps(content))

    async def close(self) -> None:
        self.connection.close()

    def _ask(self, method: str, path: str, body: str | None) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "*/*"}
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            # A server may close a connection that was idle for a while; browsers ask again too.
            self.connection.close()
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != http.client.OK:
            raise OSError(f"{path} was answered with {answer.status}")
        return content
