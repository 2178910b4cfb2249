"""What was measured, as Markdown: what must hold first, then every measure with its ratios."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from bench import contenders
from bench.claims import Claim, claims
from bench.ratios import Spread, pair_by_pair, spread

BESIDE = (contenders.DASH, contenders.SHINY, contenders.EMPTY, contenders.DEFAULT)
ORDER = (
    contenders.APP, contenders.DEFAULT, contenders.DASH, contenders.DASH_TUNED,
    contenders.SHINY, contenders.SHINY_TUNED, contenders.EMPTY, contenders.STATIC,
)  # fmt: skip
BYTES, COUNTS = ("bytes", "bytes on the wire"), ("requests", "messages")
INTRODUCTION = """# Measurements

Written by `python -m bench`; do not edit. Times drift with whatever else the machine does, so trust the ratios: each is
taken pair by pair within one round, and its middle and range are given. Figures of different runs must not be divided by
each other.

- The basket and the indicator are the same for all, and are compared before anything is timed. The peers read the words
  ready made from a DuckDB file and keep sparklines and figures in the process; the dashboard makes its words, judgements
  and figures from its ledger, and shows more of them.
- *Words*: the thirty rows stand on the page. *Chart*: the line is drawn. *Ready*: images, controls and connection too, and
  the browser is idle. Cold is a browser without a cache, warm the second tab.
- The slow link is a proxy on loopback of 10 Mbit/s each way and 20 ms there and back, for HTTP and WebSocket alike.
- Dash runs under gunicorn with one worker and eight threads and Shiny under its own server, both as their guides write
  such pages. *Dash, compressed* has `compress=True`; *Shiny, plain Plotly* does without the widget layer.
- *Default settings* is the same frame under `streamlit run` with none of our settings: collection after every run, no
  frozen heap.
"""


def markdown(document: dict) -> str:
    """The report of all sections that `document` has."""
    parts = [INTRODUCTION, _claims(claims(document))]
    if "pages" in document:
        parts += [
            "## Pages\n",
            _origin(document["pages"]),
            _compared(document["pages"]),
            _facts(document["pages"]),
        ]
    if "server" in document:
        parts += ["## Server\n", _origin(document["server"]), _compared(document["server"])]
        parts.append(_memory(document["server"]["memory"]))
    if "growth" in document:
        parts += ["## Growth\n", _origin(document["growth"]), _growth(document["growth"])]
    if "ingest" in document:
        parts += ["## Ingest\n", _origin(document["ingest"]), _ingest(document["ingest"])]
    if "analyses" in document:
        parts += ["## Analyses\n", _origin(document["analyses"]), _analyses(document["analyses"])]
    if "batch" in document:
        parts += ["## Batch\n", _origin(document["batch"]), _batch(document["batch"])]
    return "\n".join(parts)


def _ingest(section: dict) -> str:
    small = section["small ms"]
    rows = [
        [
            "4,800 rows to findings and preview, ms",
            f"{median(small):.0f} ({min(small):.0f} to {max(small):.0f})",
        ]
    ]
    for name, runs in section["million"].items():
        for what in ("seconds", "processor seconds", "most MB"):
            values = [run[what] for run in runs]
            words = f"{median(values):.1f} ({min(values):.1f} to {max(values):.1f})"
            rows.append([f"A million rows, {name}: {what}", words])
    rows.append(["Load when it began and ended", " and ".join(f"{each:.1f}" for each in section["load"])])
    return _table(["What", "Middle (range)"], rows)


def _analyses(section: dict) -> str:
    rows = [
        (part, f"{seconds:.3f}", f"{1000 * seconds / section['series']:.2f}")
        for part, seconds in section["seconds"].items()
    ]
    return _table(("", "Processor seconds", "ms a series"), rows)


def _batch(section: dict) -> str:
    names = [name for name, value in section.items() if isinstance(value, int | float)]
    return _table(("", "Found"), [(name, f"{section[name]:,.0f}") for name in names])


def _claims(found: Sequence[Claim]) -> str:
    rows = [(one.sentence, one.limit, one.found, "yes" if one.holds else "**no**") for one in found]
    return "## What must hold\n\n" + _table(("", "Limit", "Found", "Holds"), rows)


def _origin(section: dict) -> str:
    loads = section["loads"]
    lines = [
        f"`{section['command']}`, {section['when']}; load average {min(loads):.1f} to {max(loads):.1f}.",
        "; ".join(section["machine"].values())
        + (f"; Chromium {section['chromium']}." if "chromium" in section else "."),
        *section.get("missing", []),
        *(f"Failed: {failure}" for failure in section.get("failures", [])),
    ]
    return "\n\n".join(lines) + "\n"


def _compared(section: dict) -> str:
    """One table of medians and one of ratios; a row a measure."""
    readings = section["readings"]
    names = [name for name in ORDER if any(name in by for by in readings.values())]
    peers = [name for name in BESIDE if name in names]
    measures = sorted(readings)
    medians = [
        (measure, *(_number(measure, spread(readings[measure].get(name, []))) for name in names))
        for measure in measures
    ]
    ratios = [
        (measure, *(_ratio(readings[measure], peer) for peer in peers))
        for measure in measures
        if contenders.APP in readings[measure]
    ]
    return (
        f"Medians of {section['rounds']} rounds; times in ms.\n\n"
        + _table(("", *names), medians)
        + "\nThe dashboard divided by each, pair by pair: middle (least to largest).\n\n"
        + _table(("", *peers), ratios)
    )


def _ratio(by_contender: dict, peer: str) -> str:
    if peer not in by_contender:
        return ""
    found = pair_by_pair(by_contender[contenders.APP], by_contender[peer])
    return f"{found.middle:.2f} ({found.least:.2f} to {found.most:.2f})" if found else ""


def _number(measure: str, found: Spread | None) -> str:
    if found is None:
        return ""
    if measure.endswith(BYTES):
        return f"{found.middle / 1000:,.0f} kB"
    if measure.endswith(COUNTS):
        return f"{found.middle:,.0f}"
    return f"{found.middle:,.1f}" if found.middle < 100 else f"{found.middle:,.0f}"


def _facts(section: dict) -> str:
    facts = section["exact"]
    rows = [
        (
            name,
            page["requests"],
            f"{page['http_bytes'] / 1000:,.0f} kB",
            f"{page['socket_bytes'] / 1000:,.1f} kB",
            page["socket_messages"],
        )
        for name, page in facts["pages"].items()
    ]
    return (
        "What noise cannot break, of the dashboard alone, cold, until a second and a half after it was ready:\n\n"
        + _table(("", "Requests", "HTTP", "WebSocket", "Messages"), rows)
    )


def _memory(memory: dict) -> str:
    names = list(next(iter(memory.values())))
    rows = [(name, *(f"{one[each]:.2f}" for each in names)) for name, one in memory.items()]
    return (
        "Memory in MB, of each program running alone, with its children; what they share is counted once:\n\n"
        + _table(("", *names), rows)
    )


def _growth(section: dict) -> str:
    sizes = [str(size) for size in section["sizes"]]
    titles = {
        "query": "Overview query, uncached, ms",
        "overview": "All questions of the Basket, uncached, ms",
        "rerun": "Rerun of the Basket, ms",
    }
    rows = [
        (title, *(f"{median(section[name][size]):.1f}" for size in sizes)) for name, title in titles.items()
    ]
    rows.append(("Memory of the process, MB", *(f"{section['memory'][size]:.0f}" for size in sizes)))
    meanwhile = [(name, f"{value:,.1f}") for name, value in section["submission"].items()]
    return (
        f"Medians of {len(section['query'][sizes[0]])}.\n\n"
        + _table(("Observations", *(f"{int(size):,}" for size in sizes)), rows)
        + f"\nA submission of 5,000 rows to the {int(sizes[-1]):,}, by another process:\n\n"
        + _table(("", ""), meanwhile)
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(str(cell) for cell in line) + " |\n" for line in lines)
