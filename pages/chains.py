"""Delivery chains: who must act together for an outcome, how strong each link is, and where the chain would break."""

import streamlit as st

from indicators.ui.chains_screen import choose, choose_part, head, show

head()
with st.container(key="screen-only-parts"):
    part = choose_part()
with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose(part)
show(choice)
