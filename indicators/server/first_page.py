"""The first HTML of a visit: tells the browser at once where the server is and what a chart will need, and holds words.

Left alone, the app asks for `<address>/_stcore/health` and `host-config` first, from the address of the
page: two round trips, and on a deep link two answers "not found" before it tries the root. Streamlit
reads `window.__streamlit` for hosts that know better; with it the connection opens straight away.
"""

from __future__ import annotations

import asyncio
import gzip
import logging
from collections.abc import Callable
from functools import lru_cache

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.server.negotiation import accepts_gzip, headers_only
from indicators.server.preload import preload

# Makes markup for an address (path, query string) that can be read before the app has come; None where there is none.
Words = Callable[[str, str], bytes | None]

SCRIPT = (
    b"<script>window.__streamlit={BACKEND_BASE_URL:location.origin+'/',"
    b"HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false,"
    b"enableCustomParentMessages:false,enforceDownloadInNewTab:false,metricsUrl:'',"
    b"blockErrorDialogs:false}}</script>"
)
BEFORE = b"<title>Streamlit</title>"
# The name that a tab bears, and a reader without JavaScript sees, until the first page has been run.
HEAD = b"<title>Indicator Basket</title>" + SCRIPT
ICON = b'<link rel="shortcut icon" href="./favicon.png" />'
# Hints stand last in the head: what every page needs is asked for before them.
END = b"</head>"
ROOT = b'<div id="root"></div>'
LEVEL = 6
# As many pages as there are places and themes that people open in one hour; each about 20 kB.
KEPT = 32
log = logging.getLogger("indicators.server")
# The page is ours, so Streamlit's validators do not hold for it: a later release of ours could go unseen.
NOT_OURS = (b"content-length", b"etag", b"last-modified", b"accept-ranges")
# A compressed page, or a part of one, could not be written into; and Streamlit cannot know whether somebody has our page already.
NOT_PASSED_ON = (
    b"accept-encoding",
    b"if-modified-since",
    b"if-none-match",
    b"if-range",
    b"range",
)


class FirstPage:
    """ASGI middleware that writes `SCRIPT`, `icon`, hints, `everywhere` and words into HTML pages; every other answer passes untouched."""

    def __init__(self, app: ASGIApp, words: Words, everywhere: bytes = b"", icon: bytes = ICON) -> None:
        self.app = app
        self.icon = icon
        self.words = words
        self.everywhere = everywhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; hold an HTML answer back until it is whole."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or _is_asset(scope["path"]):
            await self.app(scope, receive, send)
            return
        if scope["method"] == "HEAD":
            scope, send = {**scope, "method": "GET"}, headers_only(send)
        headers = [(name, value) for name, value in scope["headers"] if name not in NOT_PASSED_ON]
        path, query = scope["path"], scope.get("query_string", b"").decode("latin-1")
        answer = _Answer(
            send,
            icon=self.icon,
            hints=preload(path, query),
            words=self.everywhere + await asyncio.to_thread(self._words_of, path, query),
            is_compressed=accepts_gzip(Headers(scope=scope).get("accept-encoding", "")),
        )
        await self.app({**scope, "headers": headers}, receive, answer.take)

    def _words_of(self, path: str, query: str) -> bytes:
        """The words for this address; the app comes without them where they cannot be made."""
        try:
            return self.words(path, query) or b""
        except Exception:
            log.exception("no first words for %s", path)
            return b""


class _Answer:
    """Collects the body of an HTML answer and sends it on with the script, the icon, the hints and the words in it."""

    def __init__(self, send: Send, *, icon: bytes, hints: bytes, words: bytes, is_compressed: bool) -> None:
        self.send = send
        self.icon = icon
        self.hints = hints
        self.words = words
        self.is_compressed = is_compressed
        self.start: Message | None = None
        self.body = b""

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = dict(message["headers"]).get(b"content-type", b"")
            if kind.startswith(b"text/html") and message["status"] == 200:  # noqa: PLR2004 - HTTP's own number
                self.start = message
                return
        elif self.start is not None and message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            if message.get("more_body"):
                return
            await self._finish()
            return
        await self.send(message)

    async def _finish(self) -> None:
        body = self.body.replace(BEFORE, HEAD, 1).replace(ICON, self.icon, 1)
        body = body.replace(END, self.hints + END, 1)
        body = body.replace(ROOT, ROOT + self.words, 1)
        headers = [(name, value) for name, value in self.start["headers"] if name.lower() not in NOT_OURS]
        headers.append((b"vary", b"Accept-Encoding"))
        if self.is_compressed:
            body = _compressed(body)
            headers.append((b"content-encoding", b"gzip"))
        headers.append((b"content-length", str(len(body)).encode()))
        await self.send({**self.start, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})


@lru_cache(maxsize=KEPT)
def _compressed(body: bytes) -> bytes:
    return gzip.compress(body, LEVEL, mtime=0)


def _is_asset(path: str) -> bool:
    return path.startswith(("/static/", "/_stcore/", "/media/", "/component/", "/api/"))
