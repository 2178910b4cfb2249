"""What the server does around the screens: starting up, headers on every answer, routes beside the pages."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.routing import Route

from indicators.server.api import api_routes
from indicators.server.first_page import ICON, FirstPage, Words
from indicators.server.headers import SecurityHeaders
from indicators.server.health import health
from indicators.server.start import copies, lifespan
from indicators.server.static_files import CompressedStatic

routes = [Route("/health", health), *api_routes()]


def middleware(words: Words, everywhere: bytes = b"", icon: bytes = ICON) -> list[Middleware]:
    """What is laid around every answer.

    Args:
        words: markup for the first HTML of an address, or None; see `FirstPage`.
        everywhere: markup for every page, after the app's root.
        icon: markup that names the icon of every page.
    """
    return [
        Middleware(SecurityHeaders),
        Middleware(CompressedStatic, copies=copies),
        Middleware(FirstPage, words=words, everywhere=everywhere, icon=icon),
    ]


__all__ = ["lifespan", "middleware", "routes"]
