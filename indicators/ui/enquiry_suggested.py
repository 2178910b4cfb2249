"""The suggested questions: ranked, each with its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from indicators.assessments.enquiry import any_failed, ready_enquiry
from indicators.assessments.recorded_questions import RecordedQuestion, recorded_questions
from indicators.reports.enquiry_lines import AskedLine, in_words, summary
from indicators.ui import markup
from indicators.ui.choices import choose_one, chosen, query
from indicators.ui.enquiry_briefing import show_suggested_briefing
from indicators.ui.enquiry_links import KEEP, subject_link
from indicators.ui.enquiry_take import show_take
from indicators.ui.later import come_back_when
from indicators.ui.markup import Cell
from indicators.ui.view import View
from indicators.wording import enquiry, enquiry_page
from indicators.wording import enquiry_page as words
from indicators.wording.dates import day

OF_A_RULE = 3
SHOWN_MOST = 100
ALL = ""


def choose_weight() -> str:
    """The control for the weight of the questions; empty for all."""
    return choose_one(words.WEIGHT, "weight", {ALL: words.ANY_WEIGHT} | enquiry.WEIGHTS, default=ALL)


def show_suggested(view: View, weight: str) -> None:
    """The questions of a weight, and the form to choose from all of them."""
    found = ready_enquiry(view.snapshot, view.area.code, view.at, view.as_of)
    if found is None:
        st.html(markup.paragraph(words.BEING_WORKED_OUT, quiet=True))
        come_back_when(
            lambda: ready_enquiry(view.snapshot, view.area.code, view.at, view.as_of), failed=any_failed
        )
        return
    lines = in_words(found.questions, {code: area.name for code, area in view.areas.items()})
    left_out = words.examples_left_out(found.examples)
    said = summary(lines, view.area.name) if lines else words.NOTHING.format(place=view.area.name)
    st.html(markup.paragraph(f"{said} {left_out}".rstrip()))
    if not lines:
        return
    known = recorded_questions(view.snapshot, view.at)
    if view.at == view.snapshot.version.seq:
        with st.container(key="screen-only-take"):
            show_take(view, lines, known)
    else:
        st.html(markup.paragraph(words.ONLY_NOW, quiet=True))
    with st.container(key="screen-only-briefing"), st.expander(words.BRIEFING):
        show_suggested_briefing(view, lines, left_out)
    rule = chosen("rule") or ALL
    shown = [line for line in lines if weight in (ALL, line.weight) and rule in (ALL, line.question.rule)]
    if not shown:
        st.html(markup.paragraph(words.NONE_OF_THIS))
    else:
        st.html(_table(shown if rule else _first_of_each_rule(shown), shown, known, whole=bool(rule)))
    if weight or rule:
        st.html(markup.linked_list("", [markup.link(f"enquiry{query(KEEP)}", words.SHOW_ALL)]))
    how = f"{words.HOW_RANKED}: {enquiry.RANKING}"
    st.html(markup.paragraph(how if rule else f"{how} {words.OF_A_RULE.format(most=OF_A_RULE)}", quiet=True))


def _first_of_each_rule(lines: Sequence[AskedLine]) -> list[AskedLine]:
    seen: Counter[str] = Counter()
    first = []
    for line in lines:
        seen[line.question.rule] += 1
        if seen[line.question.rule] <= OF_A_RULE:
            first.append(line)
    return first


def _table(
    shown: Sequence[AskedLine],
    lines: Sequence[AskedLine],
    known: Sequence[RecordedQuestion],
    *,
    whole: bool,
) -> str:
    counts = Counter(line.question.rule for line in lines)
    last = {line.question.rule: line for line in shown}
    said = _said_already(known)
    rows = []
    for line in shown[:SHOWN_MOST]:
        rule = line.question.rule
        more = not whole and last[rule] is line and counts[rule] > OF_A_RULE
        rows.append(
            [
                Cell(markup=_about(line), quiet=said.get(line.name, "")),
                Cell(line.words.question),
                Cell(markup=markup.lines([line.words.why]) + (_more(rule, counts[rule]) if more else "")),
                Cell(line.words.good_answer),
                Cell(line.words.ask),
            ]
        )
    return markup.table(words.COLUMNS, rows, caption=words.CAPTION, blocks=True)


def _about(line: AskedLine) -> str:
    return f"{line.place}. {subject_link(line.kind, line.question.subject, line.words.about)}"


def _more(rule: str, count: int) -> str:
    return markup.link(f"enquiry{query(KEEP, rule=rule)}", words.MORE_OF_RULE.format(count=count))


def _said_already(known: Sequence[RecordedQuestion]) -> dict[str, str]:
    """By rule and subject, for which meeting a question was chosen, or when it was asked; the latest counts."""
    return {
        f"{each.rule}:{each.subject}": enquiry_page.WAS_ASKED.format(day=day(each.asked_on))
        if each.asked_on
        else enquiry_page.CHOSEN_FOR.format(day=day(each.meeting_on))
        for each in known
        if each.rule and each.meeting_on
    }
