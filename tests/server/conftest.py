"""The routes of the server on the embedded figures, without Streamlit."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette

from indicators.server import middleware
from indicators.server.api import api_routes


@pytest.fixture(scope="session")
def app():
    """The open data with all that is laid over them."""
    return Starlette(routes=api_routes(), middleware=middleware(lambda _path, _query: None))
