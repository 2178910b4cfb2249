"""What the server does around the screens: starting up, headers on every answer, routes beside the pages."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.routing import Route

from indicators.server.first_page import FirstPage
from indicators.server.headers import SecurityHeaders
from indicators.server.health import health
from indicators.server.start import lifespan

middleware = [Middleware(SecurityHeaders), Middleware(FirstPage)]
routes = [Route("/health", health)]

__all__ = ["lifespan", "middleware", "routes"]
