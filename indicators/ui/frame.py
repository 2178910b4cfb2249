"""The frame of every screen: navigation, looks, and what to say when the figures cannot be opened."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from indicators.ui.loaders import figures_or_stop
from indicators.wording import commentary, history, inbox, prevention, screens, submit_page

ROOT = Path(__file__).resolve().parents[2]
ICON = Path(__file__).with_name("icon.svg")

st.set_page_config(page_title=screens.APP, page_icon=str(ICON), layout="wide")

page = st.navigation(
    {
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
        screens.SCRUTINY: [],
        screens.REGISTERS: [],
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
    },
    position="top",
)
figures_or_stop()
page.run()
