"""Streamlit's own scripts and styles, as its installed package holds them, and which of them a screen will need."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PACKAGE = "streamlit"
# Streamlit's build names each chunk by the source that it was made of; the file names change with every release.
ENTRY = "index.html"
COMPONENTS = "../lib/src/components"
# What every screen of ours is made of: real tables, choices, the script that follows links.
SCREEN = (
    f"{COMPONENTS}/elements/Html/Html.tsx",
    f"{COMPONENTS}/widgets/Selectbox/Selectbox.tsx",
    f"{COMPONENTS}/widgets/ButtonGroup/ButtonGroup.tsx",
    f"{COMPONENTS}/widgets/DownloadButton/DownloadButton.tsx",
    f"{COMPONENTS}/widgets/BidiComponent/BidiComponent.tsx",
)
CHART = (f"{COMPONENTS}/elements/PlotlyChart/PlotlyChart.tsx",)


def release() -> str:
    """The installed release of Streamlit."""
    return version(PACKAGE)


@cache
def folder() -> Path:
    """The folder that Streamlit serves as the root of its address; its assets lie in `static` in it.

    Raises:
        ModuleNotFoundError: Streamlit is not installed.
    """
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(PACKAGE)
    return Path(found.submodule_search_locations[0]) / "static"


@cache
def files_beyond(first: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    """The files that the components `then` need beside those of the entry and of the components `first`.

    Such as `static/js/PlotlyChart.D9Z0.js`. Empty where this release of Streamlit describes its build in another way;
    the browser then learns of them as late as it always did.
    """
    try:
        manifest = json.loads((folder() / "manifest.json").read_text(encoding="utf-8"))
        already = chunks(manifest, [ENTRY, *first])
        return tuple(manifest[name]["file"] for name in chunks(manifest, then) if name not in already)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return ()


def chunks(manifest: Mapping[str, Mapping[str, Any]], names: Iterable[str]) -> dict[str, None]:
    """These chunks and all that they import, in the order in which they are named.

    Raises:
        KeyError: the manifest has no such chunk.

    >>> build = {"a": {"file": "a.js", "imports": ["b"]}, "b": {"file": "b.js", "imports": ["a"]}, "c": {"file": "c.js"}}
    >>> list(chunks(build, ["a"]))
    ['a', 'b']
    """
    found: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            waiting += manifest[name].get("imports", ())
    return found
