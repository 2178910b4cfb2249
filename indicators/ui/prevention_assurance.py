"""Assurance of an edition as steps, what it says otherwise than the one that it restates, and its invest-to-save cases."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.assessments.audit_restated import restated
from indicators.assessments.audited import Audit, editions
from indicators.reports import audit_assurance as rows
from indicators.store import Snapshot
from indicators.ui.choices import query
from indicators.ui.markup import Cell, bullets, link, linked_list, paragraph, table
from indicators.wording import prevention, prevention_page, prevention_sentences
from indicators.wording import prevention_assurance as words

KEEP = ("area", "as_at")


def show_assurance(audit: Audit) -> None:
    """The stages in their order: how each stands, who gave it and when, and the opinion."""
    st.html(
        paragraph(rows.stages_summary(audit))
        + _texts(words.STAGE_COLUMNS, rows.stage_rows(audit), words.STAGES_CAPTION)
        + paragraph(words.STAGES_ARE_COMPUTED, quiet=True)
    )


def show_frozen(snapshot: Snapshot, at: int, audit: Audit) -> None:
    """That a published edition stays as it is, and which edition restates it."""
    said = rows.frozen(audit)
    if not said:
        return
    by = [each.code for each in editions(snapshot, at) if each.restates == audit.edition.code]
    links = [
        link(f"prevention{query(KEEP, edition=code)}", words.RESTATED_BY.format(edition=code)) for code in by
    ]
    st.html(paragraph(said) + (linked_list("", links) if links else ""))


def show_restatement(snapshot: Snapshot, at: int, audit: Audit) -> None:
    """What the edition says otherwise, in words and tables; what it says of itself where there is nothing to set it beside."""
    found = restated(snapshot, audit.edition.code, at)
    if found is None:
        st.html(paragraph(prevention_sentences.restates(audit.edition.restates, audit.edition.changes)))
        return
    st.header(words.RESTATEMENT)
    titles = dict(audit.scheme.titles)
    now, before = audit.edition.code, found.restates
    columns = [name.format(now=now, before=before) for name in words.MEASURE_COLUMNS]
    st.html(
        bullets(rows.restated_summary(found))
        + _table(
            columns, rows.measure_rows(found), words.MEASURE_CAPTION.format(now=now, before=before), {1, 2, 3}
        )
        + _table(words.RECODED_COLUMNS, rows.recoded_rows(found, titles), words.RECODED_CAPTION, {1})
        + _table(words.REVISED_COLUMNS, rows.revised_rows(found), words.REVISED_CAPTION, {1, 2})
        + linked_list(
            "",
            [
                link(
                    f"prevention{query(KEEP, edition=before)}",
                    prevention_page.OTHER_EDITION.format(edition=before),
                )
            ],
        )
    )


def show_savings(audit: Audit) -> None:
    """The cases of invest to save, with who pays and who gains; nothing where there is none."""
    st.header(words.SAVING)
    if not audit.savings:
        st.html(paragraph(prevention.MISSING["saving"]))
        return
    st.html(
        _table(words.SAVING_COLUMNS, rows.saving_rows(audit), words.SAVING_CAPTION, set(words.SAVING_NUMERIC))
        + _table(words.BALANCE_COLUMNS, rows.balance_rows(audit), words.BALANCE_CAPTION, {2})
        + paragraph(words.SAVING_RULE, quiet=True)
    )


def _texts(columns: Sequence[str], lines: Sequence[Sequence[str]], caption: str) -> str:
    return _table(columns, lines, caption, set())


def _table(columns: Sequence[str], lines: Sequence[Sequence[str]], caption: str, numeric: set[int]) -> str:
    """A table whose columns `numeric` are numbers; nothing where it would be empty."""
    if not lines:
        return ""
    cells = [[Cell(text, numeric=i in numeric) for i, text in enumerate(line)] for line in lines]
    return table(columns, cells, caption=caption, blocks=True)
