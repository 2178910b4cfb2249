"""A day as somebody types it: a field of text, which a keyboard, a finger and a screen reader all can use."""

from __future__ import annotations

from datetime import date

import streamlit as st

from indicators.periods import PeriodError, parse
from indicators.wording import enquiry_page as words

A_DAY = "P1D"


def day_field(label: str, key: str, value: date | None) -> str:
    """The field; what was typed, as it was typed."""
    typed = st.text_input(
        label,
        value=value.isoformat() if value else "",
        key=key,
        placeholder=words.DAY_LIKE,
        persist_state="session",
    )
    return (typed or "").strip()


def read_day(text: str) -> date | None:
    """The day that a text names; None where it names none.

    >>> read_day("3 December 2026"), read_day("2026-12-03"), read_day("December 2026"), read_day("soon")
    (datetime.date(2026, 12, 3), datetime.date(2026, 12, 3), None, None)
    """
    try:
        period = parse(text)
    except PeriodError:
        return None
    return period.start if period.length == A_DAY else None
