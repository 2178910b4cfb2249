"""Parts 1 to 6 of the report of an edition: scope, scheme, spending, movement, pooled money, invest to save."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from indicators.charts.palette import palette
from indicators.reports import audit_assurance, audit_words
from indicators.reports.document import Block, Facts, Heading, Missing, Paragraph, table
from indicators.reports.edition_bars import levels_drawing, movement_drawing
from indicators.reports.edition_charts import Drawing, money_drawing
from indicators.reports.edition_gathered import Printed
from indicators.wording import edition_report as words
from indicators.wording import prevention, prevention_page
from indicators.wording import prevention_assurance as assured
from indicators.wording.letters import raised

Part = Callable[[Printed], Iterator[Block]]
LIGHT = palette("light")


def _scope(what: Printed) -> Iterator[Block]:
    found = what.audit
    yield Paragraph(found.edition.scope)
    if found.edition.limitation:
        yield Paragraph(found.edition.limitation)
    returns = found.rows.returns
    if not returns:
        yield Missing(words.NO_RETURN)
        return
    yield table(
        words.RETURNS_CAPTION,
        words.RETURN_COLUMNS,
        [
            (
                each.organisation,
                f"{each.parent} ({each.measure})",
                prevention.BASES[each.basis],
                assured.in_millions(each.total_in_scope),
                each.certified_role or words.NOBODY,
            )
            for each in returns
        ],
        numeric=(3,),
    )
    left_out = tuple((each.organisation, each.exclusions) for each in returns if each.exclusions)
    if left_out:
        yield Heading(words.EXCLUSIONS, 2)
        yield Facts(left_out)


def _scheme(what: Printed) -> Iterator[Block]:
    found = what.audit
    earlier = found.rows.earlier
    yield Paragraph(found.scheme.title)
    yield Paragraph(found.edition.changes or (words.NO_CHANGES if earlier else words.FIRST_EDITION))
    yield table(
        words.LEVEL_CAPTION,
        words.LEVEL_COLUMNS,
        [
            (title, raised(prevention_page.COUNTS[found.scheme.counts_as(level)]))
            for level, title in found.scheme.titles.items()
        ],
    )
    rows = [(title, core, broad, why) for title, core, broad, why in audit_words.scheme_rows(found)]
    yield table(prevention_page.SCHEMES_CAPTION, prevention.SCHEME_COLUMNS, rows, numeric=(1, 2))


def _spend(what: Printed) -> Iterator[Block]:
    found = what.audit
    if not found.years:
        yield Missing(words.NO_SPENDING)
        return
    yield Paragraph(audit_words.money(found))
    yield from _drawn(money_drawing(found, LIGHT))
    yield table(
        prevention_page.YEARS_CAPTION,
        prevention.YEAR_COLUMNS,
        audit_words.year_rows(found),
        numeric=range(1, len(prevention.YEAR_COLUMNS)),
        note=" ".join(audit_words.year_notes(found)),
    )
    yield from _drawn(levels_drawing(found, LIGHT))
    year = audit_words.year(found.edition.period)
    yield table(
        prevention_page.LEVELS_CAPTION.format(year=year),
        prevention.LEVEL_COLUMNS,
        audit_words.level_rows(found),
        numeric=(2,),
    )
    if found.beside:
        yield table(
            prevention_page.BESIDE_CAPTION,
            prevention.PLACE_COLUMNS,
            audit_words.beside_rows(found),
            numeric=(3, 4, 5),
        )


def _movement(what: Printed) -> Iterator[Block]:
    found = what.audit
    yield from _drawn(movement_drawing(found, LIGHT))
    rows = audit_words.movement_rows(found)
    if rows:
        yield table(prevention_page.MOVEMENT_CAPTION, prevention_page.MOVEMENT_COLUMNS, rows, numeric=(1,))
    for note in audit_words.movement_notes(found):
        yield Paragraph(note, "quiet") if rows else Missing(note)


def _pooled(what: Printed) -> Iterator[Block]:
    found = what.audit
    rows = [
        (
            each.title,
            each.legal_basis,
            each.host,
            each.organisation,
            assured.in_millions(each.amount),
            assured.in_millions(each.in_kind),
        )
        for each in found.rows.contributions
    ]
    if rows:
        yield table(words.POOLED_CAPTION, words.POOLED_COLUMNS, rows, numeric=(4, 5))
    else:
        yield Missing(prevention.MISSING["pooled"])


def _saving(what: Printed) -> Iterator[Block]:
    found = what.audit
    if not found.savings:
        yield Missing(prevention.MISSING["saving"])
        return
    yield table(
        assured.SAVING_CAPTION,
        assured.SAVING_COLUMNS,
        audit_assurance.saving_rows(found),
        numeric=assured.SAVING_NUMERIC,
        note=assured.SAVING_RULE,
    )
    balances = audit_assurance.balance_rows(found)
    if balances:
        yield table(assured.BALANCE_CAPTION, assured.BALANCE_COLUMNS, balances, numeric=(2,))


def _drawn(drawing: Drawing | None) -> Iterator[Block]:
    if drawing is not None:
        yield drawing.as_chart()


SPENDING: dict[str, Part] = {
    "scope": _scope,
    "scheme": _scheme,
    "spend": _spend,
    "movement": _movement,
    "pooled": _pooled,
    "saving": _saving,
}
