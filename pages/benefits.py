"""Benefits register: what was to be gained, and how much of it the basket's own figures say has come."""

import streamlit as st

from indicators.ui.benefits_screen import choose, choose_part, head, show

head()
with st.container(key="screen-only-parts"):
    part = choose_part()
with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose(part)
show(choice)
