"""The figures as they may leave the house: the questions of `store.queries` about observations, with small counts of people hidden.

Whatever shows observations, or works something out from them, asks here and not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import Any

from indicators.assessments.outgoing import SUPPRESSED, House, Key, house, key_of, needs_care, outgoing
from indicators.assessments.outgoing_targets import as_figure, careful_baseline, targets_beside
from indicators.datasets import dataset
from indicators.model import Observation, Target
from indicators.periods import parse
from indicators.store import Snapshot, queries
from indicators.store.kept import kept_by_version
from indicators.store.queries import Revision

KEPT = 32
SERIES_KEPT = 512
Row = Mapping[str, Any]
# What a hidden figure is given without, and the word that says so.
FIGURES = ("value", "numerator", "denominator", "lower", "upper", "status")


@kept_by_version(KEPT)
def known(snapshot: Snapshot, at: int) -> House:
    """What decides at a moment which figures may leave: what is known of indicators and sources by now, else what was known then."""
    now = snapshot.version.seq
    return house(
        (*queries.indicators(snapshot, at), *queries.indicators(snapshot, now)),
        queries.areas(snapshot, at),
        (*queries.sources(snapshot, at), *queries.sources(snapshot, now)),
        queries.suppressed(snapshot),
    )


@kept_by_version(KEPT)
def _unpublished(snapshot: Snapshot) -> set[str]:
    return queries.unpublished_indicators(snapshot)


@kept_by_version(SERIES_KEPT)
def _hidden_now(snapshot: Snapshot, code: str) -> frozenset[Key]:
    """The figures of an indicator that may not leave by now: what is hidden now was hidden at no moment before, and is so there too."""
    if code not in _unpublished(snapshot):
        return frozenset()
    everywhere = comparison(snapshot, code).values()
    return frozenset(key_of(o) for o in chain.from_iterable(everywhere) if o.status == SUPPRESSED)


def decided(snapshot: Snapshot, code: str, at: int | None) -> House:
    """What decides at a moment which figures of one indicator may leave."""
    moment = queries.sequence(snapshot, at)
    then = known(snapshot, moment)
    hidden = frozenset() if moment == snapshot.version.seq else _hidden_now(snapshot, code)
    return replace(then, suppressed_now={*then.suppressed_now, *hidden}) if hidden else then


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
    by = decided(snapshot, code, at)
    if not needs_care(chain.from_iterable(everywhere.values()), by):
        return everywhere
    rows = outgoing(chain.from_iterable(everywhere.values()), by)
    return {area: list(of_area) for area, of_area in groupby(rows, key=lambda o: o.area_code)}


def targets(
    snapshot: Snapshot, area: str, at: int, left: Mapping[str, Sequence[Observation]]
) -> dict[str, list[Target]]:
    """As `queries.targets`, by indicator: baselines beside `left`, the observations there as they may leave."""
    found: dict[str, list[Target]] = defaultdict(list)
    for target in queries.targets(snapshot, area, at):
        if target.indicator_code:
            found[target.indicator_code].append(target)
    return {
        code: targets_beside(each, left.get(code, ()), decided(snapshot, code, at))
        for code, each in found.items()
    }


def targets_of(
    snapshot: Snapshot, code: str, area: str, at: int, left: Sequence[Observation]
) -> list[Target]:
    """As `queries.targets_of`, beside `left`, the observations there as they may leave."""
    return targets_beside(queries.targets_of(snapshot, code, area, at), left, decided(snapshot, code, at))


def revisions(snapshot: Snapshot, code: str, area: str, at: int | None = None) -> list[Revision]:
    """As `queries.revisions`: what is hidden now is hidden in every version that there ever was."""
    by = decided(snapshot, code, at)
    hidden = {key_of(o) for o in series(snapshot, code, area, at) if o.status == SUPPRESSED}
    careful = replace(by, suppressed_now={*by.suppressed_now, *hidden})
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
    by_code: dict[str, list[Observation]] = defaultdict(list)
    for row in rows:
        by_code[row["indicator_code"]].append(_observation(row))
    careful = [code for code, made in by_code.items() if needs_care(made, decided(snapshot, code, at))]
    left = {
        key_of(o): o for code in careful for places in comparison(snapshot, code, at).values() for o in places
    }
    return [
        {**row, **{name: getattr(left[key], name) for name in FIGURES}} if (key := _key(row)) in left else row
        for row in rows
    ]


def open_targets(snapshot: Snapshot, rows: Sequence[Row], at: int) -> list[Row]:
    """Targets by column name as they may leave: a baseline no more exact than the figure that it repeats."""
    baselines = [as_figure(**row) for row in rows]
    places = {(each.indicator_code, each.area_code) for each in baselines if each}
    left = {key_of(o): o for code, area in places for o in series(snapshot, code, area, at)}
    return [
        row
        if each is None
        else {
            **row,
            "baseline_value": careful_baseline(
                each, left.get(key_of(each)), decided(snapshot, each.indicator_code, at)
            ),
        }
        for row, each in zip(rows, baselines, strict=True)
    ]


def _key(row: Row) -> Key:
    return row["indicator_code"], row["area_code"], row["period"]


def _careful(
    snapshot: Snapshot, code: str, area: str, rows: list[Observation], at: int | None
) -> list[Observation]:
    """The rows of one place; where one of them needs care, beside those of all other places."""
    if not needs_care(rows, decided(snapshot, code, at)):
        return rows
    return comparison(snapshot, code, at).get(area, [])


def _one_as_published(row: object, by: House) -> Any:
    return outgoing([row], by)[0] if isinstance(row, Observation) else row


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
