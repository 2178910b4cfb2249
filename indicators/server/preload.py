"""Word to the browser of what a chart will need, in time: at once where the address shows a chart, else when it is idle.

Left alone, it asks for Plotly only when the first chart has come over the wire, long after the page began; with a hint
it is on its way meanwhile. On the Basket nothing of it is fetched before the reader sees words.
"""

from __future__ import annotations

import json
from functools import cache
from urllib.parse import parse_qs

from indicators.server.streamlit_files import CHART, SCREEN, files_beyond

INDICATOR = "/indicator"
PARTS_WITH_CHART = ("", "chart", "compare")
# A second after a table was first seen, and once nothing else is to be done; never for somebody who saves data.
WHEN_IDLE = """<script>(() => {
  const files = FILES;
  if (navigator.connection && navigator.connection.saveData) return;
  const fetchAll = () => {
    for (const file of files) {
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.crossOrigin = '';
      link.fetchPriority = 'low';
      link.href = file;
      document.head.append(link);
    }
  };
  let seen = 0;
  const looking = setInterval(() => {
    if (!document.querySelector('#root .basket-table') || seen++ < 1) return;
    clearInterval(looking);
    (window.requestIdleCallback || setTimeout)(fetchAll);
  }, 1000);
})()</script>"""


def preload(path: str, query: str) -> bytes:
    """What stands in the head of the page at this address, as UTF-8.

    Args:
        path: of the address.
        query: its query string, without the question mark.
    """
    part = parse_qs(query).get("part", [""])[-1]
    with_chart = path == INDICATOR and part in PARTS_WITH_CHART
    return _links(files_beyond((), SCREEN)) + (_at_once() if with_chart else _when_idle())


@cache
def _at_once() -> bytes:
    # Four fifths of the bytes of the page: the words come before them.
    return _links(files_beyond(SCREEN, CHART), b'fetchpriority="low" ')


@cache
def _when_idle() -> bytes:
    files = [f"./{file}" for file in files_beyond(SCREEN, CHART)]
    return WHEN_IDLE.replace("FILES", json.dumps(files)).encode() if files else b""


@cache
def _links(files: tuple[str, ...], more: bytes = b"") -> bytes:
    # Addresses and `crossorigin` as the app itself asks for them, or they would be fetched twice.
    return b"".join(
        b'<link rel="modulepreload" ' + more + f'crossorigin href="./{file}">'.encode() for file in files
    )
