"""Partnership health: what partners answer to the same eight statements, by sector, and whether it changed."""

import streamlit as st

from indicators.ui.partnership_health_screen import choose, choose_part, head, show

head()
with st.container(key="screen-only-parts"):
    part = choose_part()
with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose(part)
show(choice)
