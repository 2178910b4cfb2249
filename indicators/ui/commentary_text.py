"""A commentary as readers see it: its text as written, its state, who stands for it, and how it judges the figure."""

from __future__ import annotations

import streamlit as st

from indicators.analysis.awaiting_commentary import judged_otherwise
from indicators.assessments import Assessment
from indicators.model import Commentary
from indicators.periods import parse
from indicators.reports.signals import in_signs
from indicators.store.commentaries import commentaries
from indicators.ui import markup
from indicators.ui.choices import query
from indicators.ui.view import View
from indicators.wording import commentary as words
from indicators.wording.letters import raised

VIEW = ("area", "as_at")


def show_commentary(one: Assessment, view: View) -> None:
    """Under the chart: the commentary on the latest figure, or the last one there was, and where to write it."""
    latest = one.latest
    if latest is None:
        return
    st.subheader(words.HEADING)
    known = commentaries(view.snapshot, one.area_code, view.at).get(one.indicator.code, ())
    on_latest = next((each for each in known if each.period == latest.period), None)
    last = on_latest or (known[0] if known else None)
    if last is None:
        st.html(markup.paragraph(words.NONE_YET))
    else:
        if on_latest is None:
            said = words.OF_ANOTHER_PERIOD.format(period=parse(last.period).label)
            st.html(markup.paragraph(said, quiet=True))
        st.html(commentary_text(last, one))
    with st.container(key="screen-only-commentary"):
        address = f"commentary{query(VIEW, code=one.indicator.code, period=latest.period)}"
        st.html(markup.linked_list("", [markup.link(address, words.OPEN if on_latest else words.WRITE)]))


def commentary_text(one: Commentary, about: Assessment) -> str:
    """A commentary as markup; whatever somebody typed is shown as it stands."""
    signed = f"{raised(words.STATES[one.state])}. {words.who(one.written_by, one.approved_by)}"
    parts = [markup.paragraph(signed, quiet=True), markup.paragraphs(one.story)]
    if one.action:
        parts.append(markup.named(words.ACTION, one.action))
    if one.judged_rating:
        parts.append(markup.paragraph(_judgement(one, about)))
    if one.judged_reason:
        parts.append(markup.named(words.JUDGED_REASON, one.judged_reason))
    return "".join(parts)


def computed_words(one: Commentary | None, period: str, about: Assessment) -> str | None:
    """The computed rating where it is about the period of the commentary; of earlier figures there is none."""
    of = one.period if one else period
    return in_signs(about).status.text if about.latest and about.latest.period == of else None


def _judgement(one: Commentary, about: Assessment) -> str:
    judged = words.JUDGED_WORDS[one.judged_rating] if one.judged_rating else ""
    computed = computed_words(one, one.period, about)
    if computed is not None and judged_otherwise(about.rating.rag, one.judged_rating):
        return words.differs(computed, judged)
    return words.agrees(judged)
