"""Small rows and submissions for the tests of the store."""

from __future__ import annotations

import csv
from pathlib import Path

from indicators.datasets import dataset
from indicators.store.rows import canonical_rows

DATA = Path(__file__).resolve().parents[2] / "data"
SOURCED = {"source": "made for a test", "source_key": "TEST"}


def submit(ledger, name, rows, **more):
    """Append `rows` (dicts of texts) as a submission to the dataset `name`."""
    content = canonical_rows(dataset(name), rows)
    given = {"raw": content, "file_name": f"{name}.csv", "by": "an officer", "note": "a test", **more}
    return ledger.append_submission(name, content, row_count=len(rows), **given)


def submit_file(ledger, name, path):
    with path.open(encoding="utf-8", newline="") as file:
        return submit(ledger, name, list(csv.DictReader(file)), raw=path.read_bytes(), file_name=path.name)


def submit_embedded(ledger):
    """Append the embedded data, whatever their order: nothing here checks what points at what."""
    for name, stem in {
        "source": "sources",
        "theme": "themes",
        "area": "areas",
        "indicator": "indicators",
        "basket_membership": "basket_membership",
        "observation": "observations",
        "target": "targets",
        "event": "events",
    }.items():
        submit_file(ledger, name, DATA / f"{stem}.csv")


def theme(code, title="A theme", **more):
    return {"theme_code": code, "title": title, "framework": "a strategy", "position": "1", **SOURCED, **more}


def indicator(code, **more):
    return {
        "indicator_code": code,
        "title": f"Indicator {code}",
        "theme_code": "T",
        "unit": "per cent",
        "unit_short": "%",
        "decimals": "1",
        "polarity": "higher",
        "frequency": "quarterly",
        "period_length": "P3M",
        "measure_kind": "percentage",
        "publisher": "a publisher",
        "source_title": "a title",
        **SOURCED,
        **more,
    }


def member(code, position, **more):
    return {
        "basket_code": "B",
        "indicator_code": code,
        "position": str(position),
        "joined_on": "2007-04-01",
        **SOURCED,
        **more,
    }


def area(code, position=1, **more):
    return {
        "area_code": code,
        "name": f"Area {code}",
        "kind": "district",
        "position": str(position),
        **SOURCED,
        **more,
    }


def observation(code, period, value, area_code="A", **more):
    return {
        "indicator_code": code,
        "area_code": area_code,
        "period": period,
        "value": str(value),
        "status": "final",
        **SOURCED,
        **more,
    }


def target(code, due_on, value, indicator_code="I", area_code="A", **more):
    return {
        "target_code": code,
        "indicator_code": indicator_code,
        "area_code": area_code,
        "title": f"Target {code}",
        "due_on": due_on,
        "target_type": "absolute",
        "target_value": str(value),
        "unit": "per cent",
        "status": "agreed",
        "set_by": "the Board",
        "level": "board",
        **SOURCED,
        **more,
    }


def event(code, happened_on, kind="milestone", **more):
    return {
        "event_code": code,
        "happened_on": happened_on,
        "date_precision": "day",
        "kind": kind,
        "title": f"Event {code}",
        **SOURCED,
        **more,
    }
