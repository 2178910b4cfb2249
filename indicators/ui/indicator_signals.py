"""The Signals part of the Indicator page: is the change real, and will the target be met, with what each rests on."""

from __future__ import annotations

import streamlit as st

from indicators.assessments import Assessment
from indicators.assessments.evidence import Evidence
from indicators.assessments.kept import ready_evidence, ready_record
from indicators.assessments.linting import lint_one
from indicators.reports import evidence_words
from indicators.ui import markup
from indicators.ui.choices import choose_view
from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.indicator_rebase import choose_rebase
from indicators.ui.indicator_since import show_since
from indicators.ui.indicator_source import show_source
from indicators.ui.later import come_back_when
from indicators.ui.process_chart import process_drawing, process_table
from indicators.ui.view import View
from indicators.wording import lint, rules, screens, signals
from indicators.wording.letters import raised


def show_signals(one: Assessment, view: View) -> None:
    """The signals in words, the four questions, the process chart, and the rules behind them."""
    ready = ready_evidence(view.snapshot, one, view.at, view.as_of)
    if ready is None:
        st.info(screens.BEING_WORKED_OUT)
        come_back_when(lambda: ready_evidence(view.snapshot, one, view.at, view.as_of))
        return
    found, believed = ready
    st.header(signals.HEADING)
    with st.container(key="screen-only-reader"):
        is_analyst = choose_view(signals.READER, "view", signals.READERS, default="plain") == "analyst"
    sign, note = evidence_words.real(found, believed=believed)
    mark = markup.sign(sign.shape, sign.word, view.colours.variation(found.chart.variation))
    st.html(f"{mark} {markup.paragraph(raised(note), quiet=True) if note else ''}")
    st.html(markup.facts(_facts(one, found, view, believed=believed)))
    _real_step(one, found)
    show_since(one, found, view)
    _process(one, found, view, is_analyst=is_analyst)
    if is_analyst:
        st.subheader(signals.FIGURES)
        st.html(markup.facts(signals.figures(**_tested(found))))
    _checked(one, view)
    with st.container(key="screen-only-how"), st.expander(screens.HOW_WE_GOT_THIS, icon=":material/help:"):
        st.html(markup.facts(rules.EVIDENCE))
    st.html(markup.on_paper(screens.HOW_WE_GOT_THIS, markup.facts(rules.EVIDENCE)))


def _facts(one: Assessment, found: Evidence, view: View, *, believed: bool) -> list[tuple[str, str]]:
    record = ready_record(view.snapshot) if found.chance.word else None
    if found.chance.word and record is None:
        come_back_when(lambda: ready_record(view.snapshot))
    chance = f"{evidence_words.chance_sentence(one, found)} {evidence_words.record_line(found, record)}"
    return [
        (screens.ASSURANCE, raised(evidence_words.assurance(found))),
        (screens.RECENT_TREND, evidence_words.trend(found)),
        (screens.STEP, evidence_words.step(one, found, believed=believed)),
        (screens.CHANCE, chance.strip()),
    ]


def _real_step(one: Assessment, found: Evidence) -> None:
    st.subheader(screens.REAL_STEP)
    said, answers = evidence_words.step_verdict(one, found)
    st.html(markup.paragraph(said))
    st.html(markup.facts([(each.question, f"{raised(each.answer)}. {each.why}") for each in answers]))


def _process(one: Assessment, found: Evidence, view: View, *, is_analyst: bool) -> None:
    st.subheader(signals.PROCESS)
    if not any(value is not None for value in found.charted):
        st.html(markup.paragraph(evidence_words.chart_reason(found)))
        return
    found = choose_rebase(one, found, view)
    drawing = process_drawing(one, found, view.area, view.colours, with_limits=is_analyst)
    st.plotly_chart(drawing.figure, config=PLOTLY, alt=drawing.alt, key="process", width=CHART_WIDTH)
    show_source(one, view, drawing)
    st.html(markup.paragraph(drawing.finding))
    if found.chart.points:
        st.html(markup.paragraph(signals.LEGEND, quiet=True))
    st.html(process_table(one, found, view.area, with_limits=is_analyst))


def _checked(one: Assessment, view: View) -> None:
    """What the linter found on the targets and figures."""
    found = lint_one(view.snapshot, one, view.at)
    st.subheader(lint.HEADING)
    if found:
        st.html(markup.bullets([lint.sentence(one.indicator, each.rule, each.figures) for each in found]))
    else:
        st.html(markup.paragraph(lint.NOTHING))


def _tested(found: Evidence) -> dict[str, float | int | bool | None]:
    """The figures of the tests that only an analyst asks for."""
    step, chart = found.step, found.chart
    return {
        "points": chart.points,
        "screened": chart.screened,
        "season_removed": found.season_removed,
        "p_none": step.p_none,
        "p_trend": step.p_trend,
        "p_step": step.p_step,
        "p_both": step.p_both,
        "chi_square": found.trend.chi_square,
        "chance": found.chance.probability,
        "horizon": found.horizon or None,
    }
