"""From an audit to its charts over the years, the same on the page and in the report, each with its finding and its alt text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from html import escape

from indicators.assessments.audited import Audit, Shares, Year
from indicators.charts.lines import Break, Line, Point
from indicators.charts.palette import Palette
from indicators.charts.prevention_years import prevention_years_figure
from indicators.periods import parse
from indicators.periods.middles import middle
from indicators.reports import audit_words
from indicators.reports.document import Chart
from indicators.wording import prevention
from indicators.wording import prevention_page as words
from indicators.wording.numbers import change, with_unit

PLACES = 2  # beside the two shares of the partnership: a reader can follow four lines
A_LINE = 2  # years


@dataclass(frozen=True)
class Drawing:
    """A figure, its finding, and the alt text that says it all in words."""

    figure: dict
    finding: str
    alt: str

    def as_chart(self) -> Chart:
        """The same for a printed report."""
        return Chart(self.finding, self.figure, self.alt)


def shares_drawing(audit: Audit, colours: Palette) -> Drawing | None:
    """Core and broad share of the partnership, and the core share of other places by the same rule; None for a single year."""
    drawn = [year for year in audit.years if year.shares.core_of_in_scope is not None]
    if len(drawn) < A_LINE:
        return None
    own = _own(audit)
    core = {year.period: year.shares.core_of_in_scope for year in audit.years}
    broad = {year.period: year.shares.broad_of_in_scope for year in audit.years}
    lines = [_share_line(own, words.CORE, core), _share_line(own, words.BROAD, broad)]
    others = _with_core(audit.benchmarks)[:PLACES]
    lines += [
        _share_line(words.short_place(name), words.CORE, {p: s.core_of_in_scope for p, s in years.items()})
        for name, years in others
    ]
    figure = prevention_years_figure(
        lines, dashed={lines[1].name}, cut=_cut(audit), colours=colours, y_title=words.SHARE_UNIT
    )
    last = drawn[-1]
    finding = words.shares_finding(
        audit_words.year(last.period),
        decimal(last.shares.core_of_in_scope),
        decimal(last.shares.broad_of_in_scope),
        [
            (words.short_place(name), decimal(years[last.period].core_of_in_scope))
            for name, years in others
            if last.period in years and years[last.period].core_of_in_scope is not None
        ],
    )
    alt = " ".join([f"{finding}.", audit_words.course(audit), *audit_words.benchmarks(audit)])
    return Drawing(figure, finding, alt)


def money_drawing(audit: Audit, colours: Palette) -> Drawing | None:
    """Core and acute money, in cash and in real terms where there is a price index; None for a single year."""
    if len(audit.years) < A_LINE:
        return None
    series = [
        (words.CORE, words.CASH, [year.core.cash for year in audit.years]),
        (words.ACUTE, words.CASH, [year.acute.cash for year in audit.years]),
        (words.CORE, words.REAL, [year.core.real for year in audit.years]),
        (words.ACUTE, words.REAL, [year.acute.real for year in audit.years]),
    ]
    lines = {
        _money_line(audit.years, what, kind, amounts): kind
        for what, kind, amounts in series
        if any(amount is not None for amount in amounts)
    }
    real = {line.name for line, kind in lines.items() if kind == words.REAL}
    figure = prevention_years_figure(
        list(lines), dashed=real, cut=None, colours=colours, y_title=words.MONEY_UNIT
    )
    last = audit.years[-1]
    finding = words.money_finding(audit_words.year(last.period), last.core.cash, last.acute.cash)
    return Drawing(figure, finding, f"{finding}. {audit_words.money(audit)}")


def _own(audit: Audit) -> str:
    """Whose shares these are: the one partner, or all of them."""
    names = sorted(audit.partners)
    return words.short_place(names[0]) if len(names) == 1 else words.PARTNERSHIP


def _with_core(places: Mapping[str, Mapping[str, Shares]]) -> list[tuple[str, Mapping[str, Shares]]]:
    return [
        (name, years)
        for name, years in places.items()
        if any(shares.core_of_in_scope is not None for shares in years.values())
    ]


def _share_line(place: str, what: str, shares: Mapping[str, Fraction | None]) -> Line:
    points = [
        _point(period, None if share is None else float(share * 100), _said(place, what, period, share))
        for period, share in shares.items()
    ]
    last = [share for share in shares.values() if share is not None][-1]
    return Line(escape(words.at_end(place, what, decimal(last)), quote=False), tuple(points))


def _said(place: str, what: str, period: str, share: Fraction | None) -> str:
    exact = None if share is None else decimal(share)
    return f"{escape(place, quote=False)}, {what}, {audit_words.year(period)}: {prevention.per_cent(exact)}"


def _money_line(
    years: Sequence[Year], what: str, kind: str, amounts: Sequence[Decimal | Fraction | None]
) -> Line:
    points = [
        _point(
            year.period,
            None if amount is None else float(amount) / 1000,
            f"{what}, {kind}, {audit_words.year(year.period)}: "
            f"{with_unit(None if amount is None else decimal(amount) / 1000, 1, '£')}m",
        )
        for year, amount in zip(years, amounts, strict=True)
    ]
    last = [amount for amount in amounts if amount is not None][-1]
    return Line(words.money_at_end(what, kind, decimal(last)), tuple(points))


def _point(period: str, value: float | None, text: str) -> Point:
    when = parse(period)
    return Point(day=middle(when.start, when.end), value=value, text=text)


def _cut(audit: Audit) -> Break | None:
    """The first day of the year of the largest change, with its size."""
    line = audit.course
    if line.turn is None or line.change is None:
        return None
    turn = next(
        (year for year in audit.years if parse(year.period).start.year == line.years[line.turn]), None
    )
    if turn is None:
        return None
    return Break(
        parse(turn.period).start, words.BREAK.format(change=change(Decimal(str(line.change)), 1, "%"))
    )


def decimal(value: Fraction | Decimal | None) -> Decimal:
    """A share or an amount as a decimal, nought where there is none."""
    if isinstance(value, Decimal):
        return value
    return audit_words.exact(value) or Decimal(0)
