"""Indicator: is it on course, which way does it move, and every figure behind that."""

import streamlit as st

from indicators.ui.indicator_screen import choose, show

with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose()
show(choice)
