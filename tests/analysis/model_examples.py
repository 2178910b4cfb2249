"""Observations and targets for tests, with everything but the point of the case filled in."""

from __future__ import annotations

from datetime import date

from indicators.model import Event, Observation, Target
from indicators.periods import parse


def observation(period, value, *, status="final"):
    """A figure for one period code such as 2008-04-01/P1Y."""
    read = parse(period)
    return Observation(
        "X",
        "E10000025",
        read.code,
        read.start,
        read.end,
        value,
        None,
        None,
        None,
        None,
        status,
        period,
        None,
        "s",
        "S",
    )


def years(first, *values, length="P1Y", month=1):
    """Figures of years that follow each other, None for a year without one."""
    return [
        observation(f"{first + i}-{month:02d}-01/{length}", value)
        for i, value in enumerate(values)
        if value is not None
    ]


def quarters(first, *values):
    """Figures of quarters that follow each other from January of a year, None for a quarter without one."""
    return [
        observation(f"{first + i // 4}-{3 * (i % 4) + 1:02d}-01/P3M", value)
        for i, value in enumerate(values)
        if value is not None
    ]


def target(
    value,
    due,
    *,
    kind="absolute",
    baseline=None,
    period=None,
    status="agreed",
    set_by="Board",
    code=None,
    note=None,
):
    """A target due on an ISO date."""
    return Target(
        code or f"T-{due}",
        "X",
        "E10000025",
        date.fromisoformat(due),
        kind,
        value,
        "people",
        period,
        baseline,
        status,
        set_by,
        "county target",
        "A target",
        note,
        "s",
        "S",
    )


def event(on, *, kind="break", note="why", code="E"):
    """Something that happened on an ISO date."""
    return Event(code, date.fromisoformat(on), kind, "An event", "X", note, "s", "S")
