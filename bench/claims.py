"""What the measurements must show: a limit each, and whether these readings keep it."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from bench import contenders
from bench import ingest as taken_in
from bench.batch import FLAT
from bench.ratios import Spread, pair_by_pair

SLOW_WORDS, SLOW_CHART = "basket, cold, 10 Mbit/s: words", "deep link, cold, 10 Mbit/s: chart"
VIEW_CPU, VIEWS_A_SECOND = "view, 1 at a time: CPU ms each", "view, 50 at a time: a second"
VISIBLE_SECONDS, WAITED_MS = 10.0, 1000.0
ANALYSES, PROCESSOR_SECONDS = "All analyses of 60 indicators by 80 quarters, on one core", 1.0


@dataclass(frozen=True)
class Claim:
    """A sentence, its limit, what was found, and whether it holds; `spread` is of the pairs where there are pairs."""

    sentence: str
    limit: str
    found: str
    holds: bool


def claims(document: dict) -> list[Claim]:
    """The claims that the sections of `document` can answer."""
    found: list[Claim] = []
    if "pages" in document:
        found += _pages(document["pages"]) + _exact(document["pages"]["exact"])
    if "server" in document:
        found += _server(document["server"])
    if "growth" in document:
        found += _growth(document["growth"])
    if "ingest" in document:
        found += _ingest(document["ingest"])
    if "analyses" in document:
        found.append(_most(ANALYSES, document["analyses"]["seconds"]["all"], PROCESSOR_SECONDS, "s"))
    if "batch" in document:
        found += _batch(document["batch"])
    return found


def _pages(section: dict) -> list[Claim]:
    readings = section["readings"]
    return [
        *_below(readings, SLOW_WORDS, contenders.DASH, 1.0, "10 Mbit/s: the Basket's words before Dash's"),
        *_below(readings, SLOW_WORDS, contenders.SHINY, 1.0, "10 Mbit/s: the Basket's words before Shiny's"),
        *_below(
            readings,
            SLOW_CHART,
            contenders.DASH,
            0.75,
            "10 Mbit/s: a cold deep link to a chart beside Dash's",
        ),
    ]


def _server(section: dict) -> list[Claim]:
    readings, memory = section["readings"], section["memory"]
    ours = memory[contenders.APP]
    found = [
        *_below(
            readings, VIEW_CPU, contenders.DEFAULT, 0.2, "Server CPU of a Basket view beside default settings"
        ),
        *_above(readings, VIEWS_A_SECOND, contenders.DASH, 1.0, "50 sessions: views a second beside Dash's"),
        _most("A further session", ours["a further session"], 0.5, "MB"),
    ]
    if contenders.DASH in memory:
        ratio = ours["fifty sessions"] / memory[contenders.DASH]["fifty sessions"]
        found.append(
            Claim("Memory of the process beside Dash's", "at most 1.5", f"{ratio:.2f}", ratio <= 1.5)
        )
    return found


def _growth(section: dict) -> list[Claim]:
    few, many = str(min(section["sizes"])), str(max(section["sizes"]))
    submission = section["submission"]
    words = f"{int(many):,} observations beside {int(few):,}"
    found = []
    for name, limit in (("query", 2.0), ("rerun", 1.4)):
        ratio = median(section[name][many]) / median(section[name][few])
        title = "Uncached overview query" if name == "query" else "Rerun of the Basket"
        found.append(Claim(f"{title}, {words}", f"at most {limit}", f"{ratio:.2f}", ratio <= limit))
    return [
        *found,
        _most(
            "5,000 rows visible, checks included, after", submission["visible after s"], VISIBLE_SECONDS, "s"
        ),
        _most("Longest rerun meanwhile", submission["rerun meanwhile, longest ms"], WAITED_MS, "ms"),
    ]


def _batch(section: dict) -> list[Claim]:
    ratio = section["most MB in the second half"] / section["most MB in the first half"]
    words = f"Memory of a batch of {section['series']:,} series, its second half beside its first"
    return [Claim(words, f"at most {FLAT:g}", f"{ratio:.2f}", ratio <= FLAT)]


def _ingest(section: dict) -> list[Claim]:
    million = section["million"]
    ratio, processor = (taken_in.ratio(million, what) for what in ("seconds", "processor seconds"))
    memory = max(run["most MB"] for run in million[taken_in.OURS])
    words = f"A million rows checked and committed, beside {taken_in.THEIRS}"
    return [
        _most(
            "4,800 rows from file to findings and preview, the quickest",
            min(section["small ms"]),
            150.0,
            "ms",
        ),
        Claim(words, "at most 1", f"{ratio:.2f} ({processor:.2f} of processor time)", ratio <= 1),
        _most("Memory of the process that takes in a million rows", memory, 1024.0, "MB"),
    ]


def _exact(facts: dict) -> list[Claim]:
    return [
        Claim("Requests to other machines", "none", str(len(facts["outside"])), not facts["outside"]),
        Claim("`plotly.express` imported", "no", ", ".join(facts["imported"]) or "no", not facts["imported"]),
        Claim(
            "Static files sent uncompressed",
            "none",
            f"{len(facts['not compressed'])} of {facts['static files']}",
            not facts["not compressed"],
        ),
    ]


def _below(readings: dict, measure: str, peer: str, limit: float, sentence: str) -> list[Claim]:
    found = _ratio(readings, measure, peer)
    return [Claim(sentence, f"at most {limit:g}", _words(found), found.middle <= limit)] if found else []


def _above(readings: dict, measure: str, peer: str, limit: float, sentence: str) -> list[Claim]:
    found = _ratio(readings, measure, peer)
    return [Claim(sentence, f"more than {limit:g}", _words(found), found.middle > limit)] if found else []


def _ratio(readings: dict, measure: str, peer: str) -> Spread | None:
    by_contender = readings.get(measure, {})
    if peer not in by_contender or contenders.APP not in by_contender:
        return None
    return pair_by_pair(by_contender[contenders.APP], by_contender[peer])


def _words(found: Spread) -> str:
    return f"{found.middle:.2f} ({found.least:.2f} to {found.most:.2f}, {found.count} pairs)"


def _most(sentence: str, value: float, limit: float, unit: str) -> Claim:
    return Claim(sentence, f"at most {limit:g} {unit}", f"{value:.2f} {unit}", value <= limit)
