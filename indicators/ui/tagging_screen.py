"""Tag spending from top to bottom: the choices, how far the coding has come, the grid, and what would follow."""

from __future__ import annotations

import streamlit as st

from indicators.assessments.audits import ready_audit
from indicators.assessments.tagging import listed_lines, plain
from indicators.datasets import dataset
from indicators.reports import audit_words
from indicators.store import StoreError
from indicators.store.rows import canonical_rows
from indicators.ui import markup
from indicators.ui.markup import Cell
from indicators.ui.pager import pager
from indicators.ui.submit_commit import show_problem
from indicators.ui.tagging_check import show_check
from indicators.ui.tagging_choices import Choice, address, choose
from indicators.ui.tagging_grid import can_take_all, show_grid, take_all
from indicators.wording import history, prevention_page, submit_page
from indicators.wording import tagging as words

TAGS = "prevention_tag"
FILE_MOST = 5_000  # lines of a file to fill in
PATIENCE = 1.0


def show() -> None:
    """The page."""
    st.title(words.TITLE)
    st.html(markup.paragraph(words.LEAD))
    choice = choose()
    role = choice.workplace.role
    st.html(markup.paragraph(words.VIEW_LEADS[role]) + _progress(choice))
    if role == "moderated":
        _agreement(choice)
    if not _standing(choice):
        return
    if choice.listed.lines:
        st.html(markup.on_paper(words.GRID, _on_paper(choice)))
    else:
        st.html(markup.paragraph(words.NOTHING_LISTED))
    with st.container(key="screen-only-grid"):
        try:
            _code(choice)
        except StoreError as error:
            show_problem(error, submit_page.NOT_READ)


def _progress(choice: Choice) -> str:
    """How far the coding has come, as markup."""
    found = choice.listed.progress
    said = [words.progress(found.coded, found.lines, found.money_coded, found.money)] if found.lines else []
    if choice.workplace.role == "moderated":
        said.append(words.differing(found.differing))
    if choice.which == "sample":
        said.append(words.SAMPLE_RULE)
    return "".join(map(markup.paragraph, said))


def _agreement(choice: Choice) -> None:
    """How far the two coders agree over the whole edition: told here and to nobody who codes."""
    st.header(words.AGREEMENT)
    audit = ready_audit(choice.snapshot, choice.edition.code, choice.at, None, patience=PATIENCE)
    said = [prevention_page.BEING_WORKED_OUT] if audit is None else audit_words.agreement(audit)
    st.html("".join(map(markup.paragraph, said)))


def _standing(choice: Choice) -> bool:
    """Whether there are lines to show; where they cannot be coded, why."""
    if not choice.listed.progress.lines:
        st.html(markup.paragraph(words.NO_RETURNS))
        st.html(markup.linked_list("", [markup.link("submit?dataset=partner_return", words.FORM_OF_RETURNS)]))
        return False
    if not choice.is_latest:
        st.info(words.IN_THE_PAST)
        st.html(markup.linked_list("", [markup.link(address(as_at=""), words.LATEST)]))
    elif choice.edition.is_published:
        st.info(words.PUBLISHED.format(edition=choice.edition.code))
        audit = f"prevention?edition={choice.edition.code}"
        st.html(markup.linked_list("", [markup.link(audit, words.SEE_AUDIT)]))
    return True


def _on_paper(choice: Choice) -> str:
    """The lines of the page as they are recorded: an editor cannot be printed."""
    titles = dict(choice.titles)
    rows = [
        [
            Cell(line.key[2], quiet=line.key[1]),
            Cell(words.in_millions(line.amount), numeric=True),
            Cell(
                words.recorded(line.own.shares, titles, line.own.rationale) if line.own else words.NOT_CODED
            ),
        ]
        for line in choice.listed.lines
    ]
    return markup.table(words.PAPER_COLUMNS, rows, caption=words.GRID)


def _code(choice: Choice) -> None:
    if choice.is_open:
        st.html(markup.paragraph(words.KEYS, quiet=True))
        if can_take_all(choice):
            st.button(words.TAKE_ALL, key="tagging-take-all", on_click=take_all, args=(choice,))
    work = show_grid(choice)
    if choice.here.count > 1:
        st.html(
            pager(
                choice.here,
                words.LINES,
                lambda number: address(rows=number),
                back=history.BACK,
                forward=history.FORWARD,
            )
        )
    if choice.is_open:
        show_check(choice, work)
        _download(choice)


def _download(choice: Choice) -> None:
    """The lines of this choice as a file to fill in, with nothing in it but this coder's own coding."""
    st.html(markup.paragraph(words.DOWNLOAD_ABOUT, quiet=True))
    st.download_button(
        words.DOWNLOAD,
        lambda: to_fill_in(choice),
        f"prevention_tags-{choice.workplace.edition}-{choice.workplace.role}.csv",
        "text/csv",
        on_click="ignore",
    )


def to_fill_in(choice: Choice) -> bytes:
    """Rows of prevention tags, one a level of this coder's coding, or one without a level for a line that is still to be coded."""
    at = choice.workplace
    listed = listed_lines(choice.snapshot, choice.at, at, choice.which, first=0, most=FILE_MOST)
    rows: list[dict[str, str]] = []
    for line in listed.lines:
        name = {
            "edition_code": at.edition,
            "scheme_code": at.scheme,
            "organisation": at.organisation,
            "measure": line.key[0],
            "parent": line.key[1],
            "line": line.key[2],
            "role": at.role,
        }
        if line.own is None:
            rows.append(name)
            continue
        said = {
            "confidence": line.own.confidence or "",
            "rationale": line.own.rationale,
            "coder": line.own.coder,
            "driver": line.own.driver or "",
            "main_purpose": line.own.main_purpose or "",
            "target_population": line.own.target_population or "",
        }
        rows += [
            {**name, **said, "prevention_level": level, "proportion": plain(share)}
            for level, share in line.own.shares
        ]
    return canonical_rows(dataset(TAGS), rows)
