"""Secondments between partners: how many run, how much working time they are, whether they cross sectors, and what was learnt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from indicators.analysis.finding import Finding
from indicators.scrutiny.measure import Measure, measure
from indicators.scrutiny.sectors import Sector

SecondmentState = Literal["running", "to_come", "ended"]
CostBearer = Literal["home", "host", "shared"]
IN_ORDER: tuple[SecondmentState, ...] = ("running", "to_come", "ended")
MONTHS_A_DAY = 12 / Fraction("365.25")


@dataclass(frozen=True)
class Secondment:
    """One post that one partner lends to another; `fte` is the part of a full-time post, `ends_on` the last day."""

    code: str
    role: str
    home: str
    home_sector: Sector
    host: str
    host_sector: Sector
    began_on: date
    ends_on: date | None
    fte: float
    cost_bearer: CostBearer | None = None
    purpose: str | None = None
    learning_note: str | None = None
    returned_home: str | None = None

    @property
    def crosses_sectors(self) -> bool:
        """Whether lender and borrower belong to different sectors."""
        return self.home_sector != self.host_sector


@dataclass(frozen=True)
class SecondmentStanding:
    """A secondment on a day; `fte_months` is the working time lent so far in months of a full-time post, exact."""

    secondment: Secondment
    state: SecondmentState
    fte_months: Fraction
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class SecondmentMeasures:
    """All secondments together on a day.

    Attributes:
        running: how many run.
        fte_months: working time lent so far, in months of a full-time post, exact.
        crossing: those that cross sectors, of all that have begun.
        learnt: those with a learning note, of all that have ended.
        returned: those whose holder went back to the lender, of the ended ones of which that is recorded.
    """

    running: int
    fte_months: Fraction
    crossing: Measure
    learnt: Measure
    returned: Measure


def secondment_standing(each: Secondment, as_of: date) -> SecondmentStanding:
    """One secondment at the end of the day `as_of`."""
    return SecondmentStanding(
        each, _state(each, as_of), _fte_months(each, as_of), tuple(_findings(each, as_of))
    )


def secondments_of(secondments: Iterable[Secondment], as_of: date) -> tuple[SecondmentStanding, ...]:
    """Every secondment: those that run first, then those to come; within each the latest first."""
    found = [secondment_standing(each, as_of) for each in secondments]
    return tuple(sorted(found, key=_place))


def secondment_measures(standings: Sequence[SecondmentStanding]) -> SecondmentMeasures:
    """What all of them come to."""
    begun = [each for each in standings if each.state != "to_come"]
    ended = [each.secondment for each in standings if each.state == "ended"]
    return SecondmentMeasures(
        running=sum(each.state == "running" for each in standings),
        fte_months=sum((each.fte_months for each in standings), Fraction(0)),
        crossing=measure(each.secondment.crosses_sectors for each in begun),
        learnt=measure(bool(each.learning_note) for each in ended),
        returned=measure(each.returned_home == "yes" for each in ended if each.returned_home),
    )


def _place(found: SecondmentStanding) -> tuple[int, int, str]:
    each = found.secondment
    return IN_ORDER.index(found.state), -each.began_on.toordinal(), each.code


def _state(each: Secondment, as_of: date) -> SecondmentState:
    if each.ends_on is not None and each.ends_on < as_of:
        return "ended"
    return "to_come" if as_of < each.began_on else "running"


def _fte_months(each: Secondment, as_of: date) -> Fraction:
    """Nothing where it ends before it begins."""
    last = as_of if each.ends_on is None else min(as_of, each.ends_on)
    days = max(0, (last - each.began_on).days + 1)
    return days * Fraction(str(each.fte)) * MONTHS_A_DAY


def _findings(each: Secondment, as_of: date) -> Iterator[Finding]:
    state = _state(each, as_of)
    if each.ends_on is not None and each.ends_on < each.began_on:
        yield Finding(
            "ends_before_it_begins", each.code, {"began_on": each.began_on, "ends_on": each.ends_on}
        )
    elif state == "ended" and not each.learning_note:
        yield Finding("nothing_learnt_recorded", each.code, {"ended_on": each.ends_on})
    elif state == "running" and each.ends_on is None:
        yield Finding("no_end_agreed", each.code, {"began_on": each.began_on})
