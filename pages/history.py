"""History: every entry of the ledger, what it did, what changed since, and whether all is as it was written."""

import streamlit as st

from indicators.ui.history_screen import choose, choose_part, head, show

head()
with st.container(key="screen-only-parts"):
    part = choose_part()
with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose(part)
show(choice)
