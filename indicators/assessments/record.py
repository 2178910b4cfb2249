"""How past forecasts turned out, over the indicators and places that have figures enough. Kept in a file beside the projection.

The target that the past forecasts are scored on is the same rule everywhere: to be at least as good as the middle one
of the first eight figures. Those eight were known before the first forecast was made, so no forecast saw its own answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from statistics import median

from indicators.analysis.calibration import Calibration, ReliabilityBin, WordScore, calibration
from indicators.analysis.coming_figures import FEWEST
from indicators.analysis.comparable_figures import with_holes
from indicators.analysis.past_forecasts import FEWEST_FOR_SCORING, TargetedSeries, past_forecasts
from indicators.analysis.transforms import suited_scale
from indicators.assessments import figures
from indicators.assessments.evidence import SCALED_AS
from indicators.assessments.process import QUARTERS
from indicators.model import Event, Indicator, Observation
from indicators.periods import is_overlapping_series, parse
from indicators.store import Snapshot, queries

YEARS_AHEAD = (1, 3, 5)
# What one thread scores in the half minute that others may have to share the processor with it. The embedded figures have 87.
MOST_SERIES = 300
METHOD = 3  # to be raised when forecasts or their scoring change, so that no record of the old way is read


def record(snapshot: Snapshot) -> Calibration:
    """The record of this version: read from its file, or made (some seconds) and written to it."""
    file = _file(snapshot)
    with suppress(OSError, ValueError, KeyError, TypeError):
        return _read(file.read_text(encoding="utf-8"))
    made = make_record(snapshot)
    with suppress(OSError):  # a full or read-only disk costs the next start some seconds, no more
        _write(file, made)
    return made


def make_record(snapshot: Snapshot) -> Calibration:
    """The score of one, three and five years ahead from every past origin of every series."""
    many = list(targeted_series(snapshot))
    scored = (
        past_forecasts(
            [series for series in many if series.periods_per_year == a_year],
            horizons=[years * a_year for years in YEARS_AHEAD],
        )
        for a_year in (1, QUARTERS)
    )
    return calibration(chain.from_iterable(scored))


def targeted_series(snapshot: Snapshot) -> Iterator[TargetedSeries]:
    """Every line of comparable figures since its last break, of 20 figures or more that do not overlap; 300 by lot where there are more."""
    events = queries.events(snapshot)
    directed = {one.code: one for one in queries.indicators(snapshot) if one.polarity in ("higher", "lower")}
    for code, area_code in queries.long_series(snapshot, least=FEWEST_FOR_SCORING, most=MOST_SERIES):
        indicator = directed.get(code)
        if indicator is None:
            continue
        line = _comparable(indicator, figures.series(snapshot, code, area_code), events)
        values = with_holes(line)
        known = [value for value in values if value is not None]
        if len(known) < FEWEST_FOR_SCORING or is_overlapping_series([parse(o.period) for o in line]):
            continue
        yield TargetedSeries(
            key=f"{code} {area_code}",
            values=values,
            periods_per_year=QUARTERS if indicator.frequency == "quarterly" else 1,
            target=median(known[:FEWEST]),
            polarity=indicator.polarity,
            decimals=indicator.decimals,
            scale=suited_scale(known, SCALED_AS.get(indicator.measure_kind, "other")),
        )


def _comparable(
    indicator: Indicator, observations: Sequence[Observation], events: Sequence[Event]
) -> list[Observation]:
    breaks = [e.happened_on for e in events if e.kind == "break" and e.indicator_code == indicator.code]
    return [
        o
        for o in observations
        if o.period.partition("/")[2] == indicator.period_length
        and all(o.period_start >= broken for broken in breaks)
    ]


def _file(snapshot: Snapshot) -> Path:
    version = snapshot.version
    return snapshot.path.parent / f"record-{METHOD}-{version.seq}-{version.hash[:12]}.json"


def _write(file: Path, made: Calibration) -> None:
    aside = file.with_suffix(".part")
    aside.write_text(json.dumps(asdict(made), indent=1), encoding="utf-8")
    aside.replace(file)
    for older in file.parent.glob("record-*.json"):
        if older != file:
            older.unlink(missing_ok=True)


def _read(text: str) -> Calibration:
    found = json.loads(text)
    found["reliability"] = tuple(ReliabilityBin(**each) for each in found["reliability"])
    found["words"] = tuple(WordScore(**each) for each in found["words"])
    found["pit_histogram"] = tuple(found["pit_histogram"])
    if found["reason"] is not None:
        raise ValueError("a record without any forecast is made anew")
    return Calibration(**found)
