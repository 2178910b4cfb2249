"""From seats and activities to the charts of Partnership life, each with its finding and its alt text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from indicators.analysis.suppression import suppress_count
from indicators.assessments.partnership_life import AwarenessChange, PublicityActivity, SeatsOn
from indicators.charts.palette import Palette
from indicators.charts.publicity import Aware, Reached, awareness_figure, reach_figure
from indicators.charts.seats import SeatBar, seats_figure
from indicators.ui.partnership_drawing import Drawing
from indicators.wording import partnership_life as words
from indicators.wording import partnership_life_sentences as sentences
from indicators.wording import sectors
from indicators.wording.dates import day

MOST = 8  # activities that a chart has room for
LONGEST_NAME = 44
Activities = Sequence[tuple[PublicityActivity, AwarenessChange]]


def seats_drawing(years: Sequence[SeatsOn], colours: Palette) -> Drawing | None:
    """Filled seats by group of sectors and vacant ones at the end of each year."""
    if not years:
        return None
    names = [*(sectors.GROUPS[group] for group in years[0].filled), words.VACANT]
    bars = [SeatBar(sentences.bar_name(each.day), (*each.filled.values(), each.vacant)) for each in years]
    figure = seats_figure(bars, names, colours=colours, y_title=words.SEAT_UNIT)
    first, last = years[0], years[-1]
    finding = sentences.seats_finding(first.day, _others(first), last.day, _others(last))
    said = "; ".join(
        f"{day(each.day)}: {', '.join(f'{name} {count}' for name, count in zip(names, bar.seats, strict=True))}"
        for each, bar in zip(years, bars, strict=True)
    )
    return Drawing(figure, finding, f"{finding}. {said}.")


def reach_drawing(activities: Activities, colours: Palette) -> Drawing | None:
    """How many the latest activities reached; None where nobody counted."""
    counted = [
        (each, shown)
        for each, _ in activities
        if each.reach is not None and (shown := suppress_count(each.reach).value)
    ][:MOST]
    if not counted:
        return None
    figure = reach_figure(
        [Reached(_name(each.title), shown, sentences.people(shown)) for each, shown in counted],
        colours=colours,
        x_title=words.REACH_UNIT,
    )
    most, reach = max(counted, key=lambda pair: pair[1])
    finding = sentences.reach_finding(most.title, sentences.people(reach), len(counted))
    said = "; ".join(f"{each.title}: {sentences.people(shown)}" for each, shown in counted)
    return Drawing(figure, finding, f"{finding}. {said}.")


def awareness_drawing(activities: Activities, colours: Palette) -> Drawing | None:
    """Awareness before and after the latest activities with enough people asked; None where there is none."""
    drawn = [
        (each.title, each.awareness_before, each.awareness_after, changed)
        for each, changed in activities
        if changed.verdict and each.awareness_before is not None and each.awareness_after is not None
    ][:MOST]
    if not drawn:
        return None
    figure = awareness_figure(
        [
            Aware(_name(title), before, after, f"{_name(title)}: {sentences.heard(before, after)}")
            for title, before, after, _ in drawn
        ],
        (words.BEFORE, words.AFTER),
        colours=colours,
        x_title=words.AWARE_UNIT,
    )
    finding = sentences.awareness_finding(
        sum(changed.verdict != "not_told_apart" for *_, changed in drawn), len(drawn)
    )
    said = "; ".join(f"{title}: {sentences.heard(before, after)}" for title, before, after, _ in drawn)
    return Drawing(figure, finding, f"{finding}. {said}.")


def _others(each: SeatsOn) -> tuple[int, int]:
    return each.filled["other_partners"], sum(each.filled.values())


def _name(title: str) -> str:
    """A title as a chart has room for it, with nothing in it that would be read as a mark."""
    short = title if len(title) <= LONGEST_NAME else f"{title[: LONGEST_NAME - 1]}…"
    return escape(short, quote=False)
