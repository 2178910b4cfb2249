"""The Methods page: each rule in words, an example from the figures of the day, its cases; the record; the glossary."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.assessments import Assessment, assess_basket
from indicators.assessments.kept import ready_record, ready_whole
from indicators.assessments.record import Calibration
from indicators.assessments.whole import Whole
from indicators.model import COUNTY
from indicators.reports import evidence_words, worked_examples
from indicators.reports.method_tables import cases, glossary
from indicators.store import Snapshot
from indicators.store.as_at import today
from indicators.ui import markup
from indicators.ui.later import come_back_when
from indicators.ui.loaders import current
from indicators.ui.markup import Cell
from indicators.wording import methods, prevention_rules, reward, rules, screens


def show() -> None:
    """The page, for the county and the newest figures."""
    snapshot = current()
    at, day = snapshot.version.seq, today()
    assessments = assess_basket(snapshot, COUNTY, at, day)
    whole = ready_whole(snapshot, COUNTY, at, day)
    st.title(methods.TITLE)
    st.html(markup.paragraph(methods.LEAD))
    _quick_rules(assessments)
    if whole is None:
        st.info(screens.BEING_WORKED_OUT)
        come_back_when(lambda: ready_whole(snapshot, COUNTY, at, day))
    else:
        _evidence_rules(assessments, whole)
    for name, words, table in prevention_rules.RULES:
        _rule(name, words, "", table)
    _reward()
    _record(snapshot)
    st.header(methods.GLOSSARY)
    st.html(markup.facts(glossary()))


def _quick_rules(assessments: Sequence[Assessment]) -> None:
    _rule(
        screens.STATUS,
        f"{rules.RATING['within_tolerance']} {rules.TRAJECTORY}",
        worked_examples.against_target(assessments),
        "rate_against_target",
    )
    _rule(
        screens.MOVEMENT,
        f"{rules.MOVEMENT['year_before']} {rules.MOVEMENT['pool_before']} {rules.MOVEMENT_IS_NOT_PROOF}",
        worked_examples.movement(assessments),
        "direction_of_travel",
    )
    _rule(screens.HOW_FRESH, rules.FRESHNESS, "", None)


def _evidence_rules(assessments: Sequence[Assessment], whole: Whole) -> None:
    told = {
        "Signal": (worked_examples.signal(assessments, whole), "xmr_rules"),
        "Recent trend": (worked_examples.trend(assessments, whole), "recent_trend"),
        "Step change": (worked_examples.step(assessments, whole), None),
        "A real step change": (worked_examples.real_step(assessments, whole), "step_verdict"),
        "Many looks": (evidence_words.luck(whole), None),
        "Chance of the target": (worked_examples.chance(assessments, whole), None),
    }
    for name, words in rules.EVIDENCE:
        _rule(name, words, *told[name])


def _rule(name: str, words: str, example: str, table: str | None) -> None:
    st.header(name)
    st.html(markup.paragraph(words))
    if example:
        st.html(markup.paragraph(example, quiet=True))
    if table:
        with st.container(key=f"screen-only-{table}"), st.expander(methods.CASES):
            found = cases(table)
            rows = [[Cell(text) for text in row] for row in found.rows]
            st.html(markup.table(found.columns, rows, caption=f"{methods.CASES}: {name}"))


def _reward() -> None:
    """No target of ours carries a grant, so the example is the cases themselves."""
    _rule(reward.HEADING, reward.RULE, worked_examples.reward(), "reward_share")
    st.html(markup.paragraph(reward.HISTORY))
    st.html(markup.paragraph(reward.NO_TARGET_CARRIES_ONE, quiet=True))


def _record(snapshot: Snapshot) -> None:
    st.header(methods.RECORD)
    st.html(markup.paragraph(methods.RECORD_RULE))
    record = ready_record(snapshot)
    if record is None:
        st.info(methods.RECORD_WAITS)
        come_back_when(lambda: ready_record(snapshot))
    elif record.reason is None:
        st.html(markup.paragraph(_score(record)))
        rows = [
            [Cell(cells[0]), *(Cell(cell, numeric=True) for cell in cells[1:])]
            for cells in (methods.record_row(each.word, each.made, each.came_true) for each in record.words)
        ]
        st.html(markup.table(methods.RECORD_COLUMNS, rows, caption=methods.RECORD))


def _score(record: Calibration) -> str:
    return methods.record_sentence(
        forecasts=record.forecasts,
        series=record.series,
        inside80=record.inside80,
        inside95=record.inside95,
        brier=record.brier,
        naive=record.brier_seasonal_naive,
        line=record.brier_straight_line,
        share_met=record.brier_share_met,
    )
