"""The frame of every screen: navigation, looks, and what to say when the figures cannot be opened."""

from __future__ import annotations

import streamlit as st

from indicators.ui.loaders import figures_or_stop
from indicators.ui.navigation import pages
from indicators.wording import screens

st.set_page_config(page_title=screens.APP, layout="wide")

page = st.navigation(pages(), position="top")
figures_or_stop()
page.run()
