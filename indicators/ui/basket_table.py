"""The Basket as a real HTML table, and the same rows as CSV."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.assessments import Assessment
from indicators.assessments.evidence import Evidence
from indicators.assessments.whole import Whole
from indicators.charts.palette import Palette
from indicators.reports.basket_lines import BasketLine, in_words
from indicators.reports.csv_file import csv_bytes
from indicators.ui import markup
from indicators.ui.markup import Cell, Group
from indicators.ui.sparkline import HEIGHT, WIDTH, sparkline
from indicators.wording import findings, screens


def basket_table(
    rows: Sequence[Assessment],
    whole: Whole | None,
    *,
    colours: Palette,
    kept: str,
    caption: str,
    grouped: bool,
) -> str:
    """The table; each name links to the indicator with the filters that are in force.

    Args:
        rows: assessments in the order shown.
        whole: the evidence, None while it is being made.
        colours: palette of the reader's scheme.
        kept: query parameters that links carry along, as `&name=value` or empty.
        caption: what the table holds.
        grouped: put a heading before each theme.
    """
    cells: list[Sequence[Cell] | Group] = []
    theme = None
    for one in rows:
        line = _line(one, whole)
        if grouped and line.theme != theme:
            theme = line.theme
            cells.append(Group(theme))
        cells.append(_row(one, line, _found(one, whole), colours, kept, show_theme=not grouped))
    return markup.table(screens.BASKET_COLUMNS, cells, caption=caption, stack=True)


def basket_csv(rows: Sequence[Assessment], whole: Whole | None) -> bytes:
    """What is shown, as a file."""
    lines = [_line(one, whole) for one in rows]
    return csv_bytes(
        screens.BASKET_CSV_COLUMNS,
        [
            (
                line.code,
                line.name,
                line.unit,
                line.theme,
                line.value,
                line.period,
                line.status.word,
                line.status_note,
                line.movement.word,
                line.movement_note,
                line.real.word,
                line.real_note,
                line.chance,
                line.chance_note,
                line.fresh,
                line.fresh_note,
            )
            for line in lines
        ],
    )


def _found(one: Assessment, whole: Whole | None) -> Evidence | None:
    return whole.evidence[one.indicator.code] if whole else None


def _line(one: Assessment, whole: Whole | None) -> BasketLine:
    believed = whole is not None and one.indicator.code in whole.established
    return in_words(one, _found(one, whole), believed=believed)


def _row(
    one: Assessment,
    line: BasketLine,
    found: Evidence | None,
    colours: Palette,
    kept: str,
    *,
    show_theme: bool,
) -> list[Cell]:
    under = f"{line.theme} · {line.unit}" if show_theme else line.unit
    return [
        Cell(markup=markup.link(f"indicator?code={line.code}{kept}", line.name), quiet=under),
        Cell(line.value, quiet=line.period, numeric=True),
        Cell(markup=_drawing(one, colours)),
        Cell(
            markup=markup.sign(line.status.shape, line.status.word, colours.rag(one.rating.rag)),
            quiet=line.status_note,
        ),
        Cell(
            markup=markup.sign(line.movement.shape, line.movement.word, colours.ink), quiet=line.movement_note
        ),
        Cell(
            markup=markup.sign(
                line.real.shape, line.real.word, colours.variation(found.chart.variation if found else None)
            ),
            quiet=line.real_note,
        ),
        Cell(line.chance, quiet=line.chance_note),
        Cell(line.fresh, quiet=line.fresh_note),
    ]


def _drawing(one: Assessment, colours: Palette) -> str:
    shown = [o for o in one.line if o.value is not None and not o.is_doubtful]
    if not shown:
        return ""
    chosen = one.choice.chosen
    tail = list(chosen.points) if chosen else []
    address = sparkline(
        [(o.period_end, o.value) for o in shown],
        [(point.on, point.level) for point in tail],
        colours=colours,
        breaks=[event.happened_on for event in one.breaks],
    )
    end = (tail[-1].level, tail[-1].on.year) if tail else None
    alt = findings.sparkline_alt(one.indicator, shown[0], shown[-1], end)
    return markup.image(address, alt, WIDTH, HEIGHT)
