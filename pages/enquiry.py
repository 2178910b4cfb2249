"""Key lines of enquiry: questions that the figures raise, those of a meeting with their answers, and whether promises held."""

import streamlit as st

from indicators.ui.enquiry_screen import choose, choose_part, head, show

head()
with st.container(key="screen-only-parts"):
    part = choose_part()
with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose(part)
show(choice)
