"""`/static/`: compressed copies of Streamlit's scripts and styles, which a browser may keep for a year."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.server.compressed import CompressedCopies, Copy
from indicators.server.negotiation import accepts_gzip, is_known

PREFIX = "/static/"
# The name of each file holds a hash of its content: another content has another address.
CACHING = "public, max-age=31536000, immutable"
NOT_MODIFIED = 304


class CompressedStatic:
    """ASGI middleware that answers for the files that `copies` has; every other request passes untouched."""

    def __init__(self, app: ASGIApp, copies: CompressedCopies) -> None:
        self.app = app
        self.copies = copies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the copy, or word that the browser has it already, or pass the request on."""
        copy = self._copy_for(scope)
        if copy is None:
            await self.app(scope, receive, send)
            return
        headers = {"cache-control": CACHING, "etag": copy.etag, "vary": "Accept-Encoding"}
        if is_known(copy.etag, Headers(scope=scope).get("if-none-match", "")):
            answer = Response(status_code=NOT_MODIFIED, headers=headers)
        else:
            answer = FileResponse(
                copy.path, media_type=copy.media_type, headers=headers | {"content-encoding": "gzip"}
            )
        await answer(scope, receive, send)

    def _copy_for(self, scope: Scope) -> Copy | None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return None
        if not scope["path"].startswith(PREFIX) or not accepts_gzip(
            Headers(scope=scope).get("accept-encoding", "")
        ):
            return None
        copy = self.copies.find(scope["path"].removeprefix(PREFIX))
        # Somebody may have emptied the folder meanwhile.
        return copy if copy is not None and copy.path.is_file() else None
