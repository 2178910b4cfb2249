"""The frame of every screen: navigation, looks, and what to say when the figures cannot be opened."""

from __future__ import annotations

import streamlit as st

from indicators.ui.loaders import figures_or_stop
from indicators.ui.navigation import pages
from indicators.ui.view import say_moment
from indicators.wording import screens

page = st.navigation(pages(), position="top")
st.set_page_config(page_title=screens.page_title(page.title), layout="wide")
figures_or_stop()
say_moment()
page.run()
