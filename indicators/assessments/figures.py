"""The figures as they may leave the house: the questions of `store.queries` about observations, with small counts of people hidden.

Whatever shows observations, or works something out from them, asks here and not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import Any

from indicators.assessments.outgoing import SUPPRESSED, House, Key, house, key_of, needs_care, outgoing
from indicators.datasets import dataset
from indicators.model import Observation
from indicators.periods import parse
from indicators.store import Snapshot, queries
from indicators.store.kept import kept_by_version
from indicators.store.queries import Revision

KEPT = 32
Row = Mapping[str, Any]
# What a hidden figure is given without, and the word that says so.
FIGURES = ("value", "numerator", "denominator", "lower", "upper", "status")


@kept_by_version(KEPT)
def known(snapshot: Snapshot, at: int) -> House:
    """What decides at a moment which figures may leave."""
    return house(
        queries.indicators(snapshot, at),
        queries.areas(snapshot, at),
        queries.sources(snapshot, at),
        queries.suppressed(snapshot),
    )


def series(snapshot: Snapshot, code: str, area: str, at: int | None = None) -> list[Observation]:
    """As `queries.series`."""
    return _careful(snapshot, code, area, queries.series(snapshot, code, area, at), at)


def basket_series(snapshot: Snapshot, area: str, at: int | None = None) -> dict[str, list[Observation]]:
    """As `queries.basket_series`."""
    found = queries.basket_series(snapshot, area, at)
    return {code: _careful(snapshot, code, area, rows, at) for code, rows in found.items()}


def area_series(snapshot: Snapshot, area: str, at: int | None = None) -> dict[str, list[Observation]]:
    """As `queries.area_series`."""
    found = queries.area_series(snapshot, area, at)
    return {code: _careful(snapshot, code, area, rows, at) for code, rows in found.items()}


def comparison(snapshot: Snapshot, code: str, at: int | None = None) -> dict[str, list[Observation]]:
    """As `queries.comparison`."""
    everywhere = queries.comparison(snapshot, code, at)
    decided = known(snapshot, queries.sequence(snapshot, at))
    if not needs_care(chain.from_iterable(everywhere.values()), decided):
        return everywhere
    rows = outgoing(chain.from_iterable(everywhere.values()), decided)
    return {area: list(of_area) for area, of_area in groupby(rows, key=lambda o: o.area_code)}


def revisions(snapshot: Snapshot, code: str, area: str, at: int | None = None) -> list[Revision]:
    """As `queries.revisions`: what is hidden now is hidden in every version that there ever was."""
    decided = known(snapshot, queries.sequence(snapshot, at))
    hidden = {key_of(o) for o in series(snapshot, code, area, at) if o.status == SUPPRESSED}
    careful = replace(decided, suppressed_now={*decided.suppressed_now, *hidden})
    return [
        replace(
            each, before=_one_as_published(each.before, careful), after=_one_as_published(each.after, careful)
        )
        for each in queries.revisions(snapshot, code, area, at)
    ]


def open_rows(snapshot: Snapshot, name: str, rows: Sequence[Sequence[Any]], at: int) -> list[Sequence[Any]]:
    """Rows of the dataset `observation` or `target`, in the order of its columns, as they may leave."""
    columns = dataset(name).columns
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    left = {"observation": open_records, "target": open_targets}[name](snapshot, records, at)
    return [[record[column] for column in columns] for record in left]


def open_records(snapshot: Snapshot, rows: Sequence[Row], at: int) -> list[Row]:
    """Observations by column name, be they all or a few of them, as they may leave."""
    left = _left(snapshot, [_observation(row) for row in rows], at)
    return [
        {**row, **{name: getattr(left[key], name) for name in FIGURES}} if (key := _key(row)) in left else row
        for row in rows
    ]


def open_targets(snapshot: Snapshot, rows: Sequence[Row], at: int) -> list[Row]:
    """Targets by column name as they may leave: a baseline no more exact than the figure that it repeats."""
    codes = {row["indicator_code"] for row in rows} & known(snapshot, at).indicators.keys()
    figures = chain.from_iterable(
        places for code in codes for places in queries.comparison(snapshot, code, at).values()
    )
    left = _left(snapshot, list(figures), at)
    return [
        {**row, "baseline_value": left[key].value}
        if (key := (row["indicator_code"], row["area_code"], row["baseline_period"])) in left
        else row
        for row in rows
    ]


def _left(snapshot: Snapshot, made: Sequence[Observation], at: int) -> dict[Key, Observation]:
    """What may leave of every indicator that one of these figures makes careful with, by key."""
    decided = known(snapshot, at)
    careful = {o.indicator_code for o in made if needs_care([o], decided)}
    return {
        key_of(o): o for code in careful for places in comparison(snapshot, code, at).values() for o in places
    }


def _key(row: Row) -> Key:
    return row["indicator_code"], row["area_code"], row["period"]


def _careful(
    snapshot: Snapshot, code: str, area: str, rows: list[Observation], at: int | None
) -> list[Observation]:
    """The rows of one place; where one of them needs care, beside those of all other places."""
    if not needs_care(rows, known(snapshot, queries.sequence(snapshot, at))):
        return rows
    return comparison(snapshot, code, at).get(area, [])


def _one_as_published(row: object, decided: House) -> Any:
    return outgoing([row], decided)[0] if isinstance(row, Observation) else row


def _observation(row: Mapping[str, Any]) -> Observation:
    """The figure of a row; its days are worked out only where the row does not carry them."""
    start, end = row.get("period_start"), row.get("period_end")
    if start is None or end is None:
        period = parse(row["period"])
        start, end = period.start, period.end
    others = {
        name: row.get(name) for name in Observation.__dataclass_fields__ if not name.startswith("period_")
    }
    return Observation(**others, period_start=start, period_end=end)
