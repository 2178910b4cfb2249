"""The trajectory in force and the one that a file of targets would put in its place, drawn before anything is recorded."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from indicators.analysis.trajectory import Trajectory
from indicators.assessments import Assessment
from indicators.assessments.would_change import Compared, WouldChange
from indicators.model import Area
from indicators.reports.targets import targets_in_words
from indicators.store import Snapshot, queries
from indicators.ui import markup
from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.indicator_chart import trend_drawing
from indicators.ui.markup import Cell
from indicators.ui.view import colours
from indicators.wording import findings
from indicators.wording import submit_page as words
from indicators.wording.dates import day


def show_trajectories(snapshot: Snapshot, found: WouldChange) -> None:
    """One of the series that the file touches, with both trajectories; the choice of which, where there are several."""
    series = {f"{one.code} {one.area_code}": one for one in found.series if _stands(one)}
    if not series:
        return
    areas = {area.code: area for area in queries.areas(snapshot)}
    st.header(words.DRAWN)
    picked = st.selectbox(
        words.DRAWN_CHOICE,
        list(series),
        format_func=lambda key: _title(series[key], areas),
        key="submit-series",
        persist_state="session",
    )
    one = series.get(picked) or next(iter(series.values()))
    _show(one.before.assessment, one.after.assessment, areas.get(one.area_code))


def _stands(one: Compared) -> bool:
    """Whether the indicator is there on both sides."""
    return one.before.assessment is not None and one.after.assessment is not None


def _show(before: Assessment, after: Assessment, area: Area | None) -> None:
    now, then = before.choice.chosen, after.choice.chosen
    if after.latest is None or area is None:
        st.html(markup.paragraph(words.NO_FIGURES_TO_DRAW))
    else:
        proposed = after if now != then else None
        drawing = trend_drawing(before, area, (), colours(), None, proposed=proposed)
        alt = f"{drawing.alt} {words.DRAWN}: {_in_words(after, now)} → {_in_words(after, then)}"
        st.plotly_chart(drawing.figure, config=PLOTLY, alt=alt, key="submit-trend", width=CHART_WIDTH)
    if now == then:
        st.html(markup.paragraph(words.SAME_TRAJECTORY))
    st.html(_levels(after, now, then))
    st.subheader(words.TARGETS_THEN)
    st.html(markup.bullets(targets_in_words(after)))


def _levels(one: Assessment, now: Trajectory | None, then: Trajectory | None) -> str:
    """The table beside the drawing: the planned level of each day that either trajectory names."""
    levels = [{point.on: point.level for point in line.points} if line else {} for line in (now, then)]
    rows = [
        [
            Cell(day(on)),
            *(
                Cell(findings.level(one.indicator, each[on]) if on in each else "", numeric=True)
                for each in levels
            ),
        ]
        for on in sorted({*levels[0], *levels[1]})
    ]
    return markup.table(words.DRAWN_COLUMNS, rows, caption=words.DRAWN)


def _in_words(one: Assessment, line: Trajectory | None) -> str:
    if line is None or line.final_level is None or line.ends_on is None:
        return words.NO_TRAJECTORY
    return f"{findings.level(one.indicator, line.final_level)} ({line.set_by}, {day(line.ends_on)})"


def _title(one: Compared, areas: Mapping[str, Area]) -> str:
    place = areas[one.area_code].name if one.area_code in areas else one.area_code
    return f"{one.after.assessment.indicator.title} · {place}"
