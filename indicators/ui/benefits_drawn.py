"""From judged benefits and their map to drawings, each with its finding and its alt text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape

from indicators.assessments.benefits import BenefitMap, JudgedBenefit
from indicators.charts.flow import Arrow, Box, flow_figure
from indicators.charts.layered import placed
from indicators.charts.lines import Line, Point
from indicators.charts.palette import Palette
from indicators.charts.realisation import realisation_figure
from indicators.periods import parse
from indicators.periods.middles import middle
from indicators.wording import benefits_page as words


@dataclass(frozen=True)
class Drawing:
    """A figure, its finding, and the alt text that says it all in words."""

    figure: dict
    finding: str
    alt: str


@dataclass(frozen=True)
class Entry:
    """One entry of the map as it is shown: its number from the left, its name, its kind, and the numbers it leads to."""

    name: str
    number: str
    title: str
    kind: str
    leads_to: tuple[str, ...]


def realisation_drawing(one: JudgedBenefit, places: int, colours: Palette) -> Drawing | None:
    """Plan and what has come, from nought at the baseline, with so many decimals; None where there is nothing to draw."""
    curve, stands = one.realisation.curve, one.realisation
    come = [(point.period, point.actual) for point in curve if point.actual is not None]
    if come and one.baseline is not None:
        come = [(one.baseline.period, Decimal(0)), *come]
    planned = [(point.period, point.planned) for point in curve if point.planned is not None]
    lines = [_line(what, amounts, places) for what, amounts in ((words.COME, come), (words.PLANNED, planned))]
    if not any(lines):
        return None
    unit = escape(one.benefit.unit, quote=False)
    figure = realisation_figure(lines[0], lines[1], colours=colours, y_title=unit)
    finding = words.finding(
        one.benefit.title,
        period=stands.period,
        planned=stands.planned,
        come=stands.actual,
        of_plan=stands.share,
        decimals=places,
    )
    said = "; ".join(point.text for line in lines if line for point in line.points)
    return Drawing(figure, finding, f"{finding}. {one.benefit.unit}. {said}.")


def entries(shown: BenefitMap, titles: Mapping[str, str]) -> list[Entry]:
    """The entries of a map from left to right and from the top; benefits by their titles."""
    at = placed(list(shown.kinds), shown.edges).at
    ordered = sorted(shown.kinds, key=lambda name: (at[name][0], -at[name][1]))
    numbers = {name: str(number) for number, name in enumerate(ordered, start=1)}
    return [
        Entry(
            name,
            numbers[name],
            titles.get(name, name),
            shown.kinds[name],
            tuple(sorted((numbers[end] for start, end in shown.edges if start == name), key=int)),
        )
        for name in ordered
    ]


def map_drawing(shown: BenefitMap, titles: Mapping[str, str], colours: Palette) -> Drawing | None:
    """The map from left to right; None where it is empty."""
    if not shown.kinds:
        return None
    found = entries(shown, titles)
    boxes = [
        Box(
            each.name,
            each.number,
            each.title,
            words.map_read(each.title, each.kind),
            tone="ink" if each.kind == "benefit" else "quiet",
            hollow=each.kind != "benefit",
        )
        for each in found
    ]
    pairs = [(titles.get(start, start), titles.get(end, end)) for start, end in shown.edges]
    arrows = [
        Arrow(start, end, words.leads_to([pair]), is_thick=False, tone="quiet")
        for (start, end), pair in zip(shown.edges, pairs, strict=True)
    ]
    finding = words.map_finding(sum(each.kind == "benefit" for each in found), len(found))
    return Drawing(
        flow_figure(boxes, arrows, colours=colours), finding, f"{finding}. {words.leads_to(pairs)}"
    )


def _line(what: str, amounts: list[tuple[str, Decimal]], places: int) -> Line | None:
    if not amounts:
        return None
    points = tuple(
        Point(_middle(period), float(value), words.curve_read(what, period, value, places))
        for period, value in amounts
    )
    return Line(words.at_end(what, amounts[-1][1], places), points)


def _middle(period: str) -> date:
    known = parse(period)
    return middle(known.start, known.end)
