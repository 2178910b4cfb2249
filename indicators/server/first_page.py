"""The first HTML of a visit: tells the browser at once where the server is, and what a chart will need.

Left alone, the app asks for `<address>/_stcore/health` and `host-config` first, from the address of the
page: two round trips, and on a deep link two answers "not found" before it tries the root. Streamlit
reads `window.__streamlit` for hosts that know better; with it the connection opens straight away.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.server.preload import preload

SCRIPT = (
    b"<script>window.__streamlit={BACKEND_BASE_URL:location.origin+'/',"
    b"HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false,"
    b"enableCustomParentMessages:false,enforceDownloadInNewTab:false,metricsUrl:'',"
    b"blockErrorDialogs:false}}</script>"
)
BEFORE = b"<title>Streamlit</title>"
# The name that a tab bears, and a reader without JavaScript sees, until the first page has been run.
HEAD = b"<title>Indicator Basket</title>" + SCRIPT
# Hints stand last in the head: what every page needs is asked for before them.
END = b"</head>"
# The page is ours, so Streamlit's validators do not hold for it: a later release of ours could go unseen.
NOT_OURS = (b"content-length", b"etag", b"last-modified")


class FirstPage:
    """ASGI middleware that writes `SCRIPT` and hints into HTML pages; every other answer passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; hold an HTML answer back until it is whole."""
        if scope["type"] != "http" or scope["method"] != "GET" or _is_asset(scope["path"]):
            await self.app(scope, receive, send)
            return
        # A compressed page could not be written into; it is small.
        headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        hints = preload(scope["path"], scope.get("query_string", b"").decode("latin-1"))
        answer = _Answer(send, hints)
        await self.app({**scope, "headers": headers}, receive, answer.take)


class _Answer:
    """Collects the body of an HTML answer and sends it on with the script and the hints in it."""

    def __init__(self, send: Send, hints: bytes) -> None:
        self.send = send
        self.hints = hints
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
        body = self.body.replace(BEFORE, HEAD, 1).replace(END, self.hints + END, 1)
        headers = [(name, value) for name, value in self.start["headers"] if name.lower() not in NOT_OURS]
        headers.append((b"content-length", str(len(body)).encode()))
        await self.send({**self.start, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})


def _is_asset(path: str) -> bool:
    return path.startswith(("/static/", "/_stcore/", "/media/", "/component/", "/api/"))
