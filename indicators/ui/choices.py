"""Choices whose state is the address: a link is the whole view, and Back returns to it.

Streamlit's own `bind="query-params"` writes the label of an option into the address. Ours writes the
code, which outlives a renaming, and lets a page answer a code that does not exist in words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st


def chosen(name: str) -> str | None:
    """The value of the choice `name` as the address has it, unchecked."""
    return st.query_params.get(name)


def is_shown_already(name: str) -> bool:
    """Whether the control of the choice `name` stood on the page in the run before: Streamlit forgets what a run leaves out."""
    return _key(name) in st.session_state


def choose_one(
    label: str,
    name: str,
    options: Mapping[str, str],
    *,
    default: str,
    read: Callable[[str], str | None] | None = None,
    help_text: str | None = None,
) -> str:
    """A drop-down of `options` (code to label) that shows and writes the query parameter `name`.

    Args:
        label: what the control is called on screen.
        name: the query parameter.
        options: code to label, in order.
        default: code that is in force when the address names none; it is not written to the address.
        read: turns what the address holds into a code, or None where it cannot.
        help_text: shown on request beside the label.

    Returns:
        A code of `options`; the default where the address holds something else.
    """
    raw = chosen(name)
    code = raw if raw in options or read is None or raw is None else read(raw)
    key = _key(name)
    st.session_state[key] = code if code in options else default
    st.selectbox(
        label,
        list(options),
        format_func=lambda option: options[option],
        key=key,
        on_change=_write,
        args=(name, default),
        help=help_text,
    )
    return st.session_state[key]


def choose_view(label: str, name: str, options: Mapping[str, str], *, default: str) -> str:
    """A row of buttons of which one is always pressed; otherwise as `choose_one`."""
    raw = chosen(name)
    key = _key(name)
    st.session_state[key] = raw if raw in options else default
    st.segmented_control(
        label,
        list(options),
        format_func=lambda option: options[option],
        key=key,
        required=True,
        label_visibility="collapsed",
        on_change=_write,
        args=(name, default),
    )
    return st.session_state[key]


def query(keep: Sequence[str], **changes: str) -> str:
    """The query string of a link: the parameters `keep` as they stand now, with `changes` laid over."""
    kept = {name: value for name in keep if (value := chosen(name))}
    merged = {name: value for name, value in (kept | changes).items() if value}
    return f"?{urlencode(merged)}" if merged else ""


def _key(name: str) -> str:
    return f"choice-{name}"


def _write(name: str, default: str) -> None:
    """Put the new value into the address; the default leaves it."""
    value = st.session_state[_key(name)]
    if value in (default, None):
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value
