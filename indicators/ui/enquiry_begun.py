"""The row that a form on a question was begun with: what was typed belongs to it, also when somebody else records another meanwhile."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import streamlit as st

Row = Mapping[str, str]
# The name of each field in the form, and the column that it is filled from.
FIELDS = {
    "question": "question",
    "why": "why",
    "of": "asked_of",
    "position": "position",
    "asked": "asked_on",
    "answer": "answer",
    "answered": "answered_on",
    "satisfied": "satisfied",
    "follow": "follow_up",
    "promise": "promise",
    "level": "promised_value",
    "period": "promised_period",
}


def begun_with(code: str, row: Row) -> Row:
    """The row that the form on the question `code` is about: as it is recorded, unless something was typed over an earlier one."""
    begun: Row | None = st.session_state.get(_place(code))
    if begun is None or (begun != row and not _is_typed(code, begun)):
        begun = row
    st.session_state[_place(code)] = begun
    return begun


def forget(code: str) -> None:
    """Begin anew, with the row as it is recorded by then."""
    st.session_state.pop(_place(code), None)


def key_of(code: str, begun: Row) -> str:
    """What the keys of the form's fields end with."""
    return f"{code}-{hashlib.sha256(repr(begun).encode()).hexdigest()[:8]}"


def _is_typed(code: str, begun: Row) -> bool:
    key = key_of(code, begun)
    typed = {name: st.session_state.get(f"enquiry-{name}-{key}") for name in FIELDS}
    return any(text is not None and str(text) != begun[FIELDS[name]] for name, text in typed.items())


def _place(code: str) -> str:
    return f"enquiry-begun-{code}"
