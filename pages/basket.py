"""Basket: one row an indicator, what needs the Board first."""

import streamlit as st

from indicators.ui.basket_screen import choose, head, show

sentence = head()
with st.container(horizontal=True, key="screen-only-filters"):
    asked = choose()
show(asked, sentence)
