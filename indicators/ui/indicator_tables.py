"""The tables of the Indicator page: every figure, other places, the definition, every revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.assessments import Assessment
from indicators.assessments.compared import ComparedPlace
from indicators.model import Area, Observation, Target
from indicators.reports.comparison_words import difference_words, verdict_words
from indicators.reports.csv_file import csv_bytes
from indicators.store.queries import Revision, SourceRow
from indicators.ui import markup
from indicators.ui.markup import Cell
from indicators.wording import comparison, findings, screens
from indicators.wording.dates import moment
from indicators.wording.status import FIRM, STATUS_OF_VALUE


def series_table(one: Assessment, area: Area) -> str:
    """Every observation of the indicator in this place, the latest first, beside its trajectory."""
    rows = [
        [
            Cell(findings.period(o)),
            Cell(findings.value(one.indicator, o), numeric=True),
            Cell(findings.limits(one.indicator, o)),
            Cell(_planned(one, o), numeric=True),
            Cell(_status(o)),
            Cell(o.note or ""),
        ]
        for o in reversed(one.observations)
    ]
    caption = f"{one.indicator.title}, {area.name}: {one.indicator.unit}"
    return markup.table(screens.SERIES_COLUMNS, rows, caption=caption)


def series_csv(one: Assessment) -> bytes:
    """What the table shows, unrounded, with the source of each row."""
    return csv_bytes(
        screens.SERIES_CSV_COLUMNS,
        [
            (
                one.indicator.code,
                one.area_code,
                o.period,
                findings.period(o),
                o.value,
                o.lower,
                o.upper,
                _level(one, o),
                _target_status(one, o),
                o.status,
                o.note,
                o.source_key,
                o.source,
            )
            for o in one.observations
        ],
    )


def places_table(
    one: Assessment,
    series: Mapping[str, Sequence[Observation]],
    areas: Mapping[str, Area],
    compared: Mapping[str, ComparedPlace],
) -> str:
    """The latest figure of every place that has one with the test of difference, in the order of places; never a rank."""
    place = areas[one.area_code].name
    rows = []
    for code, area in areas.items():
        observations = [o for o in series.get(code, ()) if o.value is not None and not o.is_doubtful]
        if not observations:
            continue
        latest = observations[-1]
        rows.append(
            [
                Cell(area.name),
                Cell(findings.value(one.indicator, latest), numeric=True),
                Cell(findings.period(latest)),
                Cell(findings.limits(one.indicator, latest)),
                *_tested(one, place, compared.get(code)),
                Cell(_status(latest)),
            ]
        )
    caption = f"{one.indicator.title}: {one.indicator.unit}. {screens.BENCHMARK_NOTE}"
    return markup.table(comparison.COLUMNS, rows, caption=caption, stack=True)


def _tested(one: Assessment, place: str, found: ComparedPlace | None) -> tuple[Cell, Cell]:
    """The difference and what the test says of it; empty for the place itself."""
    if found is None:
        return Cell(numeric=True), Cell()
    said, note = verdict_words(place, found)
    return Cell(difference_words(one, found), numeric=True), Cell(said, quiet=note)


def definition(one: Assessment, sources: Mapping[str, SourceRow], themes: Mapping[str, str]) -> str:
    """Everything that is known about what is measured."""
    indicator = one.indicator
    source = sources.get(indicator.source_key)
    basket = screens.IN_THE_BASKET if one.basket else screens.OUTSIDE_THE_BASKET
    return markup.facts(
        [
            (screens.CODE, indicator.code),
            (screens.DEFINITION, indicator.definition or ""),
            (screens.UNIT, indicator.unit),
            (screens.BETTER_IS, screens.POLARITY[indicator.polarity]),
            (screens.FREQUENCY, indicator.frequency),
            (screens.THEME, f"{themes.get(indicator.theme_code, '')} ({screens.OUR_ASSIGNMENT})"),
            (screens.BASKET, basket),
            (screens.RELATED_NI, _related(indicator.related_ni, indicator.ni_basis)),
            (screens.NAME_IN_SOURCE, indicator.source_title),
            (screens.PUBLISHER, indicator.publisher),
            (screens.SOURCE, f"{source.title}. {source.location}" if source else indicator.source),
            (screens.LICENCE, (source.licence or screens.NO_LICENCE_STATED) if source else ""),
            (screens.READ_FROM, indicator.source),
        ]
    )


def revisions_table(found: Sequence[Revision], one: Assessment, area: Area) -> str:
    """Every value and target of this indicator here that was ever recorded, the newest entry first."""
    rows = [
        [
            Cell(revision.entry_id),
            Cell(moment(revision.recorded_at)),
            Cell(revision.by),
            Cell(screens.HAPPENED[revision.happened]),
            Cell(_subject(revision)),
            Cell(_shown(one, revision.before), numeric=True),
            Cell(_shown(one, revision.after), numeric=True),
            Cell(revision.note),
        ]
        for revision in found
    ]
    return markup.table(
        screens.HISTORY_COLUMNS, rows, caption=f"{one.indicator.title}, {area.name}", blocks=True
    )


def _subject(revision: Revision) -> str:
    row = revision.after or revision.before
    if isinstance(row, Target):
        return f"{screens.TARGET} {revision.subject}"
    return findings.period(row)


def _shown(one: Assessment, row: Observation | Target | None) -> str:
    if isinstance(row, Target):
        return findings.target_as_set(row)
    return findings.value(one.indicator, row) if row else findings.level(one.indicator, None)


def _status(o: Observation) -> str:
    return "" if o.status in FIRM and o.status == "final" else STATUS_OF_VALUE[o.status]


def _level(one: Assessment, o: Observation) -> float | None:
    chosen = one.choice.chosen
    same_length = o.period.partition("/")[2] == one.indicator.period_length
    return chosen.level_at(o.period_end) if chosen and same_length else None


def _target_status(one: Assessment, o: Observation) -> str:
    """What kind of target the level of a row is of; nothing where the row has none."""
    if one.choice.chosen is None or _level(one, o) is None:
        return ""
    return "illustrative" if one.choice.chosen.illustrative else "agreed"


def _planned(one: Assessment, o: Observation) -> str:
    level = _level(one, o)
    return "" if level is None else findings.level(one.indicator, level)


def _related(ni: str | None, basis: str | None) -> str:
    if not ni:
        return ""
    return f"{ni} ({basis})" if basis else ni
