"""The pages by section, made once: Streamlit would look for each of their files on the disk with every view."""

from __future__ import annotations

from copy import copy
from functools import cache
from pathlib import Path

import streamlit as st

from indicators.wording import (
    benefits,
    chains,
    commentary,
    enquiry_page,
    history,
    inbox,
    partnership_health,
    partnership_life,
    partnerships,
    prevention,
    recommendations,
    screens,
    submit_page,
    tagging,
)

ROOT = Path(__file__).resolve().parents[2]


def pages() -> dict[str, list[st.Page]]:
    """The pages by section, for one run: navigation marks the one that is shown."""
    return {section: [copy(page) for page in of_section] for section, of_section in _pages().items()}


@cache
def _pages() -> dict[str, list[st.Page]]:
    """Only in a run of a page can they be made."""
    return {
        "": [
            st.Page(
                ROOT / "pages" / "basket.py", title=screens.BASKET, icon=":material/list_alt:", default=True
            ),
            st.Page(
                ROOT / "pages" / "indicator.py",
                title=screens.INDICATOR,
                icon=":material/show_chart:",
                url_path="indicator",
            ),
            st.Page(
                ROOT / "pages" / "prevention.py",
                title=prevention.TITLE,
                icon=":material/account_balance:",
                url_path="prevention",
            ),
            st.Page(
                ROOT / "pages" / "methods.py",
                title=screens.METHODS,
                icon=":material/menu_book:",
                url_path="methods",
            ),
        ],
        screens.SCRUTINY: [
            st.Page(
                ROOT / "pages" / "enquiry.py",
                title=enquiry_page.TITLE,
                icon=":material/contact_support:",
                url_path="enquiry",
            ),
            st.Page(
                ROOT / "pages" / "recommendations.py",
                title=recommendations.TITLE,
                icon=":material/fact_check:",
                url_path="recommendations",
            ),
            st.Page(
                ROOT / "pages" / "chains.py",
                title=chains.TITLE,
                icon=":material/conversion_path:",
                url_path="chains",
            ),
        ],
        screens.REGISTERS: [
            st.Page(
                ROOT / "pages" / "partnerships.py",
                title=partnerships.TITLE,
                icon=":material/hub:",
                url_path="partnerships",
            ),
            st.Page(
                ROOT / "pages" / "benefits.py",
                title=benefits.TITLE,
                icon=":material/trending_up:",
                url_path="benefits",
            ),
            st.Page(
                ROOT / "pages" / "partnership_life.py",
                title=partnership_life.TITLE,
                icon=":material/groups:",
                url_path="partnership_life",
            ),
            st.Page(
                ROOT / "pages" / "partnership_health.py",
                title=partnership_health.TITLE,
                icon=":material/diversity_3:",
                url_path="partnership_health",
            ),
        ],
        screens.FIGURES: [
            st.Page(
                ROOT / "pages" / "submit.py",
                title=submit_page.TITLE,
                icon=":material/upload_file:",
                url_path="submit",
            ),
            st.Page(
                ROOT / "pages" / "inbox.py", title=inbox.TITLE, icon=":material/inbox:", url_path="inbox"
            ),
            st.Page(
                ROOT / "pages" / "tagging.py",
                title=tagging.TITLE,
                icon=":material/sell:",
                url_path="tagging",
            ),
            st.Page(
                ROOT / "pages" / "history.py",
                title=history.TITLE,
                icon=":material/history:",
                url_path="history",
            ),
            st.Page(
                ROOT / "pages" / "commentary.py",
                title=commentary.PAGE,
                icon=":material/edit_note:",
                url_path="commentary",
                visibility="hidden",
            ),
        ],
    }
