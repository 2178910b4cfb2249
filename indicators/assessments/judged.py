"""The analysis of every indicator for one version of the ledger: made when first asked, then kept.

`assess` is pure. The loaders around it read one version of the projection; what they return is frozen
and depends on nothing but their arguments, so it is kept by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.analysis.across_breaks import refuse_across_breaks
from indicators.analysis.direction_of_travel import DirectionOfTravel, direction_of_travel, largest_unseen
from indicators.analysis.due import publication_lag
from indicators.analysis.freshness import Freshness, freshness
from indicators.analysis.rating import Rating, rate
from indicators.analysis.trajectory_choice import TrajectoryChoice, choose_trajectory
from indicators.assessments import figures
from indicators.model import Event, Indicator, Observation, Polarity, Target
from indicators.store import Snapshot, queries
from indicators.store.kept import kept_by_version
from indicators.store.queries import BasketRow

KEPT = 128
MONEY = "money"


@dataclass(frozen=True)
class Assessment:
    """Everything judged about one indicator in one area.

    `observations` are all of them, oldest first; `line` only those of the indicator's own period length,
    which alone make a series. `breaks` are the events that nothing may be compared across.
    """

    indicator: Indicator
    area_code: str
    observations: tuple[Observation, ...]
    line: tuple[Observation, ...]
    targets: tuple[Target, ...]
    breaks: tuple[Event, ...]
    cautions: tuple[Event, ...]
    choice: TrajectoryChoice
    rating: Rating
    movement: DirectionOfTravel
    freshness: Freshness
    basket: BasketRow | None = None

    @property
    def latest(self) -> Observation | None:
        """The latest observation with a value that the source does not seem to have wrong."""
        return self.movement.current

    @property
    def first(self) -> Observation | None:
        """The oldest such observation of the line that the latest may be compared with: none before a break."""
        usable = (o for o in self.line if o.value is not None and not o.is_doubtful)
        return next((o for o in usable if o.period_start >= self.comparable_since), self.latest)

    @property
    def first_alike(self) -> Observation | None:
        """The oldest such observation of the same part of the year as the latest, so that no season stands between them."""
        usable = (o for o in self.line if o.value is not None and not o.is_doubtful)
        alike = (o for o in usable if self.latest and o.period_end.month == self.latest.period_end.month)
        return next((o for o in alike if o.period_start >= self.comparable_since), self.latest)

    @property
    def comparable_since(self) -> date:
        """The day of the last break: figures whose period began before it are not compared with later ones."""
        return max((event.happened_on for event in self.breaks), default=date.min)


def polarity_over_time(indicator: Indicator) -> Polarity:
    """Which way of a change is better: neither for money of the day, which rises with prices whatever else happens."""
    return "neutral" if indicator.measure_kind == MONEY else indicator.polarity


def assess(
    indicator: Indicator,
    area_code: str,
    observations: Sequence[Observation],
    targets: Sequence[Target],
    events: Sequence[Event],
    *,
    as_of: date,
    basket: BasketRow | None = None,
) -> Assessment:
    """Judge one indicator in one area.

    Args:
        indicator: what is measured.
        area_code: the place.
        observations: its observations there, oldest first.
        targets: its targets there.
        events: events of any indicator; those of others are passed over.
        as_of: the day on which the freshness is judged.
        basket: its place in the basket, None for an indicator outside it.
    """
    line = tuple(o for o in observations if o.period.partition("/")[2] == indicator.period_length)
    own = [event for event in events if event.indicator_code == indicator.code]
    breaks = tuple(event for event in own if event.kind == "break")
    break_days = [event.happened_on for event in breaks]
    movement = direction_of_travel(
        line,
        polarity=polarity_over_time(indicator),
        # a change that no reader can see would be called worsening beside the words "no change"
        dead_band=largest_unseen(indicator.decimals),
        breaks=break_days,
    )
    latest_end = movement.current.period_end if movement.current else None
    choice = choose_trajectory(targets, latest_end)
    return Assessment(
        indicator=indicator,
        area_code=area_code,
        observations=tuple(observations),
        line=line,
        targets=tuple(targets),
        breaks=breaks,
        cautions=tuple(event for event in own if event.kind == "caution"),
        choice=choice,
        rating=refuse_across_breaks(
            rate(line, choice.chosen, polarity=indicator.polarity, breaks=break_days),
            choice.chosen,
            break_days,
        ),
        movement=movement,
        freshness=freshness(
            latest_end,
            frequency=indicator.frequency,
            lag_days=publication_lag(indicator.frequency, indicator.publication_lag_days).days,
            as_of=as_of,
        ),
        basket=basket,
    )


@kept_by_version(KEPT)
def assess_basket(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> tuple[Assessment, ...]:
    """Every indicator of the basket in one area, in the basket's order.

    Args:
        snapshot: the version that is read.
        area_code: the place.
        at: sequence of the ledger, for another moment than the latest.
        as_of: the day on which freshness is judged.
    """
    observations = figures.basket_series(snapshot, area_code, at)
    targets = figures.targets(snapshot, area_code, at, observations)
    events = queries.events(snapshot, at)
    return tuple(
        assess(
            row.indicator,
            area_code,
            observations.get(row.indicator.code, ()),
            targets.get(row.indicator.code, ()),
            events,
            as_of=as_of,
            basket=row,
        )
        for row in queries.basket(snapshot, at)
    )


@kept_by_version(KEPT)
def assess_indicator(
    snapshot: Snapshot, code: str, area_code: str, at: int, as_of: date
) -> Assessment | None:
    """One indicator in one area, inside the basket or outside it; None where there is no such indicator."""
    indicator = queries.indicator(snapshot, code, at)
    if indicator is None:
        return None
    rows = {row.indicator.code: row for row in queries.basket(snapshot, at)}
    observations = figures.series(snapshot, code, area_code, at)
    return assess(
        indicator,
        area_code,
        observations,
        figures.targets_of(snapshot, code, area_code, at, observations),
        queries.events_of(snapshot, code, at),
        as_of=as_of,
        basket=rows.get(code),
    )
