"""The printed report of an edition of the prevention audit: headline, then its twelve parts, each there or named as missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from indicators.assessments.audited import Audit, audit
from indicators.charts.palette import palette
from indicators.reports import audit_words
from indicators.reports.across_schemes import across
from indicators.reports.audit_lines import in_words
from indicators.reports.document import (
    Block,
    Bullets,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    table,
)
from indicators.reports.edition_charts import shares_drawing
from indicators.reports.edition_gathered import Printed, gathered
from indicators.reports.edition_judged import JUDGED
from indicators.reports.edition_spending import SPENDING
from indicators.store import Snapshot
from indicators.wording import edition_report as words
from indicators.wording import prevention

Tell = Callable[[str], None]


def edition_report(
    snapshot: Snapshot,
    edition_code: str,
    at: int,
    scheme_code: str | None = None,
    *,
    tell: Tell = lambda _: None,
) -> Document | None:
    """The report of one edition as it is recorded; None where there is no such edition.

    Args:
        snapshot: the version that is read.
        edition_code: the edition.
        at: sequence of the ledger.
        scheme_code: count by this scheme instead of the edition's own.
        tell: is told each stage before it begins, by its name among `words.STAGES`.

    Raises:
        SchemeNotReadable: a scheme by which the edition's lines cannot be read.
    """
    tell("judging")
    found = audit(snapshot, edition_code, at, scheme_code)
    if found is None:
        return None
    tell("lines")
    return printed(gathered(snapshot, at, found))


def printed(what: Printed) -> Document:
    """The report as a document. Pure: nothing but what it is given decides."""
    found = what.audit
    parts = {**SPENDING, **JUDGED}
    blocks: list[Block] = [*_summary(found)]
    for name, heading in prevention.PARTS.items():
        blocks += [Heading(heading), *parts[name](what)]
    return Document(
        title=words.title(found.edition.code),
        lines=(
            audit_words.status(found),
            words.counted_by(audit_words.year(found.edition.period), found.scheme.title),
            words.recorded(what.recorded_at, what.entry, what.entry_hash),
            *([words.sources(what.sources)] if what.sources else []),
        ),
        footer=words.footer(found.edition.code, what.recorded_at),
        dated=what.dated,
        blocks=(*blocks, *_lines(what)),
    )


def _summary(found: Audit) -> Iterator[Block]:
    """The headline as a range, the figures that it is made of, the shares over the years, and other places."""
    yield Paragraph(audit_words.headline(found), "lead")
    if found.this_year is None:
        return
    yield from _key_figures(found)
    yield Paragraph(" ".join(filter(None, (across(found), prevention.ACUTE_BESIDE))))
    drawn = shares_drawing(found, palette("light"))
    if drawn:
        yield drawn.as_chart()
    places = audit_words.benchmarks(found)
    if places:
        yield Bullets(tuple(places))
    yield Paragraph(audit_words.course(found))


def _key_figures(found: Audit) -> Iterator[Block]:
    now, sure = found.this_year, found.range
    if now is None or sure is None or now.shares.reason:
        return
    year, whole = audit_words.year(now.period), now.shares.in_scope
    yield KeyFigures(
        (
            KeyFigure(
                words.CORE_SHARE,
                _share(now.shares.core_of_in_scope),
                words.by_confidence(
                    audit_words.exact(sure.high.core_of_in_scope),
                    audit_words.exact(sure.high_and_medium.core_of_in_scope),
                ),
            ),
            KeyFigure(words.BROAD_SHARE, _share(now.shares.broad_of_in_scope), words.of_scope(year, whole)),
            KeyFigure(words.COVERAGE, _share(now.shares.coverage), words.of_scope(year, whole)),
            KeyFigure(words.ACUTE, words.large_amount(now.acute.cash), words.of_scope(year, whole)),
        )
    )


def _lines(what: Printed) -> Iterator[Block]:
    if not what.lines:
        return
    said = [in_words(line, what.audit, ()) for line in what.lines]
    yield Heading(words.LINES)
    yield table(
        words.LINES_CAPTION,
        words.LINE_COLUMNS,
        [
            (each.line, each.belongs, each.amount, each.level, each.counts_as, each.confidence, each.judged)
            for each in said
        ],
        numeric=(2,),
        note=words.only_largest(len(said)) if what.is_cut else "",
    )


def _share(share: object) -> str:
    return prevention.per_cent(audit_words.exact(share))
