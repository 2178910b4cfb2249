"""Recommendation tracker: what scrutiny recommended, where each recommendation stands, and what was found of its follow-up."""

import streamlit as st

from indicators.ui.recommendations_screen import choose, choose_part, head, show

head()
with st.container(key="screen-only-parts"):
    part = choose_part()
with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose(part)
show(choice)
