"""What the Prevention audit shows by: the moment, the edition, the scheme, and lines classified differently."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from indicators.assessments.audited import Audit, Override, audit, editions
from indicators.assessments.audits import has_line, ready_audit, warm_schemes
from indicators.charts.palette import Palette
from indicators.datasets import dataset
from indicators.prevention.rows import Edition
from indicators.store import Snapshot
from indicators.ui import prevention_count
from indicators.ui.choices import choose_one, chosen, query
from indicators.ui.loaders import current
from indicators.ui.markup import link, linked_list, paragraph
from indicators.ui.prevention_count import PARAMETER, Refused
from indicators.ui.view import colours, moment_choice
from indicators.wording import prevention_page as words

PATIENCE = 2.0  # seconds; after them the rest of the page is shown first
KEEP = ("area", "as_at", "edition", "scheme", "lines")


@dataclass(frozen=True)
class Choice:
    """What the page shows by. `recorded` is the audit by the chosen scheme, `shown` the same with `overrides`.

    Both are None while the audit is being made. `refused` are the parts of the address that cannot be counted.
    """

    snapshot: Snapshot
    at: int
    edition: Edition
    scheme: str | None
    lines: str
    colours: Palette
    recorded: Audit | None
    shown: Audit | None
    overrides: tuple[Override, ...]
    refused: tuple[Refused, ...]


def choose() -> Choice:
    """The controls."""
    snapshot = current()
    at = moment_choice(snapshot)
    edition = _edition(snapshot, at)
    own = ready_audit(snapshot, edition.code, at, None, patience=PATIENCE)
    scheme = _scheme(own) if own else None
    if own:
        warm_schemes(snapshot, edition, at)
    recorded = ready_audit(snapshot, edition.code, at, scheme, patience=PATIENCE) if own and scheme else own
    lines = choose_one(words.WHICH_LINES, "lines", words.LINES, default="counted")
    asked = chosen(PARAMETER)
    if recorded is None or not asked:
        return Choice(snapshot, at, edition, scheme, lines, colours(), recorded, recorded, (), ())
    overrides, refused = prevention_count.read(
        asked, recorded.scheme.titles, lambda key: has_line(snapshot, recorded.rows.read_at, edition, key)
    )
    shown = audit(snapshot, edition.code, at, scheme, overrides) if overrides else recorded
    return Choice(snapshot, at, edition, scheme, lines, colours(), recorded, shown, overrides, refused)


def _edition(snapshot: Snapshot, at: int) -> Edition:
    """The edition asked for, or the latest one; a code that does not exist is said."""
    known = {edition.code: edition for edition in editions(snapshot, at)}
    if not known:
        st.info(words.NO_EDITION)
        form = link(
            "submit?dataset=prevention_edition",
            words.TEMPLATE.format(title=dataset("prevention_edition").title),
        )
        st.html(linked_list("", [form]))
        st.stop()
    latest = next(iter(known))
    given = chosen("edition")
    if given and given not in known:
        st.html(paragraph(words.NO_SUCH_EDITION.format(given=given, shown=latest)))
    return known[choose_one(words.EDITION, "edition", {code: code for code in known}, default=latest)]


def _scheme(own: Audit) -> str | None:
    """The scheme asked for; None for the edition's own. One that cannot read the lines is said."""
    readable = {each.scheme.code: each.scheme.title for each in own.schemes if each.shares}
    given = chosen("scheme")
    if given and given not in readable:
        st.html(paragraph(words.NO_SUCH_SCHEME.format(given=given, shown=own.scheme.title)))
    default = own.edition.scheme_code
    code = choose_one(words.SCHEME, "scheme", readable, default=default, help_text=words.SCHEME_HELP)
    return None if code == default else code


def address(overrides: tuple[Override, ...]) -> str:
    """The address of the page as it stands with these lines classified differently."""
    return f"prevention{query(KEEP, **{PARAMETER: prevention_count.written(overrides)})}"
