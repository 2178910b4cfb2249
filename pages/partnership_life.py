"""Partnership life: Board seats and vacancies, secondments, case studies, publicity."""

import streamlit as st

from indicators.ui.partnership_life_screen import choose, choose_part, head, show

head()
with st.container(key="screen-only-parts"):
    part = choose_part()
with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose(part)
show(choice)
