"""Who is measured: the dashboard, the same frame under Streamlit's own settings, the peers, and two floors."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.environments import MissingEnvironmentError, own_python, peer_python

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "bench" / "peers"
APP, DEFAULT, EMPTY, STATIC = (
    "dashboard",
    "dashboard, default settings",
    "empty Streamlit page",
    "static page",
)
DASH, SHINY, DASH_TUNED, SHINY_TUNED = "Dash", "Shiny", "Dash, compressed", "Shiny, plain Plotly"

# When a page can be used: what it shows is there, its control takes orders, nothing is pending.
RUN_ENDED = (
    "document.querySelector('[data-testid=stApp]')?.dataset.testConnectionState === 'CONNECTED'"
    " && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
)
STREAMLIT_READY = RUN_ENDED + (
    " && !!document.querySelector('[data-testid=stMain] :is(.basket-table, .js-plotly-plot)')"
    " && !!document.querySelector('[class*=st-key-choice-] input:not([disabled])')"
)
DASH_READY = (
    "!!document.querySelector('#theme, #code') && document.title !== 'Updating...'"
    " && !document.querySelector('[data-dash-is-loading=true]')"
)
SHINY_READY = (
    "!!window.Shiny?.shinyapp?.isConnected() && !document.documentElement.classList.contains('shiny-busy')"
    " && !!document.querySelector('#theme, #code')"
)
STATIC_READY = "document.readyState === 'complete'"


@dataclass(frozen=True)
class Contender:
    """A program that serves the pages.

    `command` gets a port; `indicator` is the address of an indicator's chart, None where there is none; `ready` is
    the condition, in JavaScript, under which its pages can be used.
    """

    name: str
    kind: str
    command: Callable[[int], list[str]]
    folder: Path
    ready: str
    indicator: str | None = "/indicator?code={code}"
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment variables that it runs with."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
        return kept | self.variables


def dashboard(home: Path, *, watched: bool = False) -> Contender:
    """The dashboard as its documentation starts it, its state in `home`; `watched` logs every module that it imports."""
    flags = ["-X", "importtime"] if watched else []
    return Contender(
        APP,
        "streamlit",
        lambda port: _streamlit("dashboard.py", port, *flags),
        ROOT,
        STREAMLIT_READY,
        variables={"INDICATOR_BASKET_HOME": str(home)},
    )


def default_settings(home: Path, elsewhere: Path) -> Contender:
    """The dashboard's frame under plain `streamlit run`, from the folder `elsewhere`, which has no settings of ours."""
    elsewhere.mkdir(parents=True, exist_ok=True)
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return Contender(
        DEFAULT,
        "streamlit",
        lambda port: _streamlit(str(PEERS / "default_settings.py"), port),
        elsewhere,
        STREAMLIT_READY,
        variables={"INDICATOR_BASKET_HOME": str(home), "PYTHONPATH": paths},
    )


def empty_page(elsewhere: Path) -> Contender:
    """Streamlit's floor, under its own settings."""
    elsewhere.mkdir(parents=True, exist_ok=True)
    script = str(PEERS / "empty_page.py")
    return Contender(
        EMPTY, "streamlit", lambda port: _streamlit(script, port), elsewhere, RUN_ENDED, indicator=None
    )


def static_page(rows: Path) -> Contender:
    """The floor of all."""
    words = ["-m", "uvicorn", "static_page:app", "--log-level", "warning", "--host", "127.0.0.1", "--port"]
    return Contender(
        STATIC,
        "static",
        lambda port: [str(own_python()), *words, str(port)],
        PEERS,
        STATIC_READY,
        variables={"BENCH_ROWS": str(rows)},
    )


def dash(rows: Path, *, tuned: bool = False) -> Contender:
    """Dash under gunicorn, one worker with eight threads. Raises MissingEnvironmentError."""
    python = peer_python("dash")
    words = ["--no-control-socket", "--workers", "1", "--threads", "8", "dash_app:server", "--bind"]
    return Contender(
        DASH_TUNED if tuned else DASH,
        "dash",
        lambda port: [str(python), "-m", "gunicorn", *words, f"127.0.0.1:{port}"],
        PEERS,
        DASH_READY,
        variables=_peer(rows, tuned=tuned),
    )


def shiny(rows: Path, *, tuned: bool = False) -> Contender:
    """Shiny under its own server. Raises MissingEnvironmentError."""
    python = peer_python("shiny")
    words = ["run", "--log-level", "warning", "--host", "127.0.0.1", "--port"]
    return Contender(
        SHINY_TUNED if tuned else SHINY,
        "shiny",
        lambda port: [str(python), "-m", "shiny", *words, str(port), "shiny_app.py"],
        PEERS,
        SHINY_READY,
        indicator="/?code={code}",
        variables=_peer(rows, tuned=tuned),
    )


def peers(rows: Path, *, tuned: bool) -> tuple[list[Contender], list[str]]:
    """The peers that can run here, and a sentence for each that cannot; `tuned` adds their compressed and lean kinds."""
    found, missing = [], []
    for make in (dash, shiny):
        try:
            found += [make(rows, tuned=kind) for kind in ((False, True) if tuned else (False,))]
        except MissingEnvironmentError as problem:
            missing.append(str(problem))
    return found, missing


def _peer(rows: Path, *, tuned: bool) -> dict[str, str]:
    return {"BENCH_ROWS": str(rows), "BENCH_TUNED": "1" if tuned else "", "PYTHONPATH": ""}


def _streamlit(script: str, port: int, *python_flags: str) -> list[str]:
    options = {
        "server.address": "127.0.0.1",
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    flags = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    return [str(own_python()), *python_flags, "-m", "streamlit", "run", script, *flags]
