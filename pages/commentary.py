"""Commentary: the story behind the curve of one indicator, place and period, written, approved and published."""

import streamlit as st

from indicators.ui.commentary_screen import choose, show

with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose()
show(choice)
