"""Readers without a browser: each speaks the protocol of one framework and asks for the basket as its pages do.

A *visit* is a new reader: first HTML, connection, page, gone. A *view* is the page once more in a session that is open.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Protocol

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.http_requests import Requests

ANSWER_SECONDS = 60
LINK = b"?code="
DASH_PAGE = {
    "output": "page.children",
    "outputs": {"id": "page", "property": "children"},
    "inputs": [
        {"id": "address", "property": "pathname", "value": "/"},
        {"id": "address", "property": "search", "value": ""},
    ],
    "changedPropIds": ["address.pathname"],
    "parsedChangedPropsIds": ["address.pathname"],
}
SHINY_START = {"theme": "", ".clientdata_output_basket_hidden": False, ".clientdata_url_search": ""}


class WrongAnswerError(Exception):
    """A view that did not hold the basket."""


class Reader(Protocol):
    """One reader of one server."""

    async def open(self) -> None:
        """Get the first HTML and what comes before the page's content."""

    async def view(self) -> int:
        """Get the basket and return how many bytes it took. Raises WrongAnswerError."""

    async def close(self) -> None:
        """Leave."""


class StreamlitReader:
    """A session over Streamlit's WebSocket; `text` is what its last view held.

    Like the app in the browser it keeps messages that may be kept, says which it has, and is then sent their names alone.
    """

    def __init__(self, url: str, rows: int) -> None:
        self.pages = Requests(url)
        self.address = url.replace("http://", "ws://", 1) + "/_stcore/stream"
        self.rows = rows
        self.page = ""
        self.text = ""
        self.kept: dict[str, bytes] = {}

    async def open(self) -> None:
        await self.pages.get("/")
        self.socket = await websockets.connect(self.address, subprotocols=["streamlit"], max_size=None)

    async def view(self) -> int:
        ask = BackMsg()
        ask.rerun_script.page_script_hash = self.page
        ask.rerun_script.cached_message_hashes.extend(self.kept)
        await self.socket.send(ask.SerializeToString())
        return await asyncio.wait_for(self._answer(), ANSWER_SECONDS)

    async def _answer(self) -> int:
        shown, size = b"", 0
        async for payload in self.socket:
            size += len(payload)
            message = ForwardMsg.FromString(payload)
            if message.metadata.cacheable and message.hash:
                self.kept[message.hash] = payload
            shown += self.kept[message.ref_hash] if message.ref_hash else payload
            if message.WhichOneof("type") == "new_session":
                self.page = message.new_session.page_script_hash
            if message.WhichOneof("type") == "script_finished":
                break
        _check(shown.count(LINK), self.rows)
        self.text = shown.decode(errors="replace")
        return size

    async def close(self) -> None:
        await self.socket.close()
        await self.pages.close()


class DashReader:
    """A page of Dash: its callback is a POST, its session nothing."""

    def __init__(self, url: str, rows: int) -> None:
        self.pages = Requests(url)
        self.rows = rows

    async def open(self) -> None:
        for path in ("/", "/_dash-layout", "/_dash-dependencies"):
            await self.pages.get(path)

    async def view(self) -> int:
        body = await self.pages.post("/_dash-update-component", DASH_PAGE)
        _check(body.count(LINK), self.rows)
        return len(body)

    async def close(self) -> None:
        await self.pages.close()


class ShinyReader:
    """A session over Shiny's WebSocket; it shows the basket once, when it begins."""

    def __init__(self, url: str, rows: int) -> None:
        self.pages = Requests(url)
        self.address = url.replace("http://", "ws://", 1) + "/websocket/"
        self.rows = rows

    async def open(self) -> None:
        await self.pages.get("/")
        self.socket = await websockets.connect(self.address, max_size=None)

    async def view(self) -> int:
        await self.socket.send(json.dumps({"method": "init", "data": SHINY_START}))
        return await asyncio.wait_for(self._answer(), ANSWER_SECONDS)

    async def _answer(self) -> int:
        size = 0
        async for payload in self.socket:
            size += len(payload)
            answer = json.loads(payload)
            if "basket" in answer.get("values", {}):
                _check(payload.count(LINK.decode()), self.rows)
                return size
        raise WrongAnswerError("the server hung up")

    async def close(self) -> None:
        await self.socket.close()
        await self.pages.close()


READERS: dict[str, Callable[[str, int], Reader]] = {
    "streamlit": StreamlitReader,
    "dash": DashReader,
    "shiny": ShinyReader,
}


def _check(found: int, expected: int) -> None:
    if found < expected:
        raise WrongAnswerError(f"{found} of {expected} rows")
