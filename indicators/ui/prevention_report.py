"""The report of an edition on its page: made when it is asked for, with progress, then offered to be saved."""

from __future__ import annotations

import streamlit as st

from indicators.reports.document_file import MEDIA, Kind, document_file
from indicators.reports.edition_report import edition_report
from indicators.ui.markup import paragraph
from indicators.ui.prevention_choices import Choice
from indicators.wording import edition_report as words

MADE = "prevention-report-made"


def show_report(choice: Choice) -> None:
    """A button for each kind of file; once one is made, the button that saves it."""
    with st.container(key="screen-only-report"):
        st.header(words.MAKE)
        st.html(paragraph(words.MAKE_LEAD))
        with st.container(horizontal=True):
            asked = [
                kind
                for kind, label in words.BUTTONS.items()
                if st.button(label, key=f"prevention-report-{kind}")
            ]
        for kind in asked:
            st.session_state[MADE] = (_of(choice), kind, _made(choice, kind))
        of, kind, file = st.session_state.get(MADE, (None, None, None))
        if of == _of(choice):
            name = f"prevention-audit-{choice.edition.code}.{kind}"
            st.download_button(
                words.save(name, len(file)), file, name, MEDIA[kind], on_click="ignore", type="primary"
            )


def _of(choice: Choice) -> tuple[object, ...]:
    """What a file was made of: it is offered only beside the same figures."""
    return choice.snapshot.version, choice.edition.code, choice.at, choice.scheme


def _made(choice: Choice, kind: Kind) -> bytes:
    with st.status(words.STAGES["judging"]) as progress:
        document = edition_report(
            choice.snapshot,
            choice.edition.code,
            choice.at,
            choice.scheme,
            tell=lambda stage: progress.update(label=words.STAGES[stage]),
        )
        progress.update(label=words.STAGES["writing"])
        file = document_file(document, kind)
        progress.update(label=words.MADE, state="complete")
    return file
