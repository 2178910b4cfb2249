"""The command: `python -m bench pages|server|growth|ingest|analyses|batch|all`."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bench.analyses import measure as measure_analyses
from bench.batch import measure as measure_batch
from bench.claims import claims
from bench.growth import SIZES, measure_growth
from bench.ingest import measure_ingest
from bench.machine import machine, now
from bench.pages import measure_pages
from bench.report import markdown
from bench.server import measure_server

VAR = Path(__file__).resolve().parents[1] / "var"
WORKSHOP, LEDGERS, LAST = VAR / "bench", VAR / "bench-ledgers", VAR / "bench.json"

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Measure the dashboard beside its peers.")

Rounds = Annotated[int, typer.Option(min=1, help="How many rounds count; pages and server.")]
Out = Annotated[Path | None, typer.Option(help="Write the report here, as Markdown.")]
Json = Annotated[
    Path, typer.Option("--json", help="Every reading; sections that are not measured now are kept.")
]
Tuned = Annotated[
    bool, typer.Option("--tuned", help="Add Dash with compression and Shiny with plain Plotly.")
]
Largest = Annotated[int, typer.Option(help="The largest ledger for growth, in observations.")]


@app.command()
def pages(rounds: Rounds = 5, tuned: Tuned = False, out: Out = None, file: Json = LAST) -> None:
    """In a browser: words, chart and ready, on localhost and at 10 Mbit/s; bytes."""
    _record("pages", _pages(rounds, tuned=tuned), out, file)


@app.command()
def server(rounds: Rounds = 5, out: Out = None, file: Json = LAST) -> None:
    """Without a browser: CPU a view, views a second at 1, 10 and 50 sessions, memory."""
    _record("server", _server(rounds), out, file)


@app.command()
def growth(largest: Largest = SIZES[-1], out: Out = None, file: Json = LAST) -> None:
    """Overview query, rerun and a submission at 10 thousand, 1 million and 10 million observations."""
    _record("growth", _growth(largest), out, file)


@app.command()
def analyses(out: Out = None, file: Json = LAST) -> None:
    """All analyses of 60 indicators by 80 quarters, in seconds of one core."""
    _record("analyses", lambda: measure_analyses(say=typer.echo), out, file)


@app.command()
def batch(out: Out = None, file: Json = LAST) -> None:
    """Every assessment of 30 thousand series in one command: seconds, and memory on the way."""
    _record("batch", lambda: measure_batch(folder=LEDGERS, say=typer.echo), out, file)


@app.command()
def ingest(rounds: Rounds = 3, out: Out = None, file: Json = LAST) -> None:
    """A file of 4,800 rows to findings and preview; a million rows checked and committed beside pandas and pandera."""
    _record("ingest", _ingest(rounds), out, file)


@app.command("all")
def everything(
    rounds: Rounds = 5, tuned: Tuned = False, largest: Largest = SIZES[-1], out: Out = None, file: Json = LAST
) -> None:
    """All of it, one after the other."""
    _record("pages", _pages(rounds, tuned=tuned), None, file)
    _record("server", _server(rounds), None, file)
    _record("growth", _growth(largest), None, file)
    _record("ingest", _ingest(min(rounds, 3)), None, file)
    _record("analyses", lambda: measure_analyses(say=typer.echo), None, file)
    _record("batch", lambda: measure_batch(folder=LEDGERS, say=typer.echo), out, file)


def _pages(rounds: int, *, tuned: bool) -> Callable[[], dict]:
    return lambda: measure_pages(WORKSHOP, rounds=rounds, tuned=tuned, say=typer.echo)


def _server(rounds: int) -> Callable[[], dict]:
    return lambda: measure_server(WORKSHOP, rounds=rounds, say=typer.echo)


def _growth(largest: int) -> Callable[[], dict]:
    sizes = (*(size for size in SIZES if size < largest), largest)
    return lambda: measure_growth(WORKSHOP, LEDGERS, sizes=sizes, say=typer.echo)


def _ingest(rounds: int) -> Callable[[], dict]:
    return lambda: measure_ingest(WORKSHOP, rounds=rounds, say=typer.echo)


def _record(section: str, measure: Callable[[], dict], out: Path | None, file: Path) -> None:
    """Measure one section, keep its readings beside those of the others, and show what they say."""
    shutil.rmtree(WORKSHOP, ignore_errors=True)
    WORKSHOP.mkdir(parents=True)
    origin = {
        "command": " ".join(["python -m bench", *_without_paths(sys.argv[1:])]),
        "when": now(),
        "machine": machine(),
    }
    begun = os.getloadavg()[0]
    found = {**origin, **measure()}
    # A section that reads the load between its rounds says it itself.
    found.setdefault("loads", [begun, os.getloadavg()[0]])
    document = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    document[section] = found
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    for claim in claims({section: found}):
        typer.echo(f"{'holds' if claim.holds else 'FAILS'}  {claim.sentence}: {claim.found} ({claim.limit})")
    if out is not None:
        out.write_text(markdown(document), encoding="utf-8")
        typer.echo(f"Written: {out}")


def _without_paths(words: list[str]) -> list[str]:
    """The words of a command without those that only say where to write."""
    where = {place for place, word in enumerate(words) if word in {"--out", "--json"}}
    whole = {place for place, word in enumerate(words) if word.startswith(("--out=", "--json="))}
    return [word for place, word in enumerate(words) if place not in whole and not where & {place, place - 1}]


if __name__ == "__main__":
    # Servers that were started are stopped also when this is.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    app(prog_name="python -m bench")
