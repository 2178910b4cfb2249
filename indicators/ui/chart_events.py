"""Which events are marked on the chart of an indicator, and the table that says what all of them were."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.model import Event, Observation
from indicators.ui import markup
from indicators.ui.markup import Cell
from indicators.wording import events as words

MOST_EVENTS = 9


def is_inside(event: Event, line: Sequence[Observation]) -> bool:
    """Whether it happened while the figures of the line were made."""
    return bool(line) and line[0].period_start < event.happened_on <= line[-1].period_end


def marked_events(events: Sequence[Event], line: Sequence[Observation]) -> list[Event]:
    """The events to number on a chart, in order of time.

    An indicator's own events first claim their room; milestones that are to be marked on every chart fill the rest. A
    break is drawn across the whole height and has no number.
    """
    inside = [event for event in events if event.kind != "break" and is_inside(event, line)]
    own = [event for event in inside if event.indicator_code]
    shared = [event for event in inside if not event.indicator_code and event.on_charts == "yes"]
    return sorted((own + shared)[:MOST_EVENTS], key=lambda event: event.happened_on)


def events_table(events: Sequence[Event], line: Sequence[Observation], *, caption: str) -> str:
    """Every event and break that the chart shows, as a table; nothing where there is none."""
    breaks = [event for event in events if event.kind == "break" and is_inside(event, line)]
    shown = sorted([*marked_events(events, line), *breaks], key=lambda event: event.happened_on)
    numbers = {event.code: str(n) for n, event in enumerate(marked_events(events, line), 1)}
    if not shown:
        return ""
    rows = [
        [
            Cell(words.when(event.happened_on, event.date_precision)),
            Cell(numbers.get(event.code, "")),
            Cell(words.KINDS[event.kind]),
            Cell(event.title),
            Cell(event.note or ""),
        ]
        for event in shown
    ]
    return markup.table(words.COLUMNS, rows, caption=caption)
