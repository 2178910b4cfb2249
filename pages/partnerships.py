"""Partnership register: every partnership, how it stands to the LSP, how fresh the register is, overlaps and a map."""

import streamlit as st

from indicators.ui.partnerships_screen import choose, choose_part, head, show

head()
with st.container(key="screen-only-parts"):
    part = choose_part()
with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose(part)
show(choice)
