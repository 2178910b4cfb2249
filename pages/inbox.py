"""Inbox: what is due, late or stale, which commentary is awaited, and what the linter found."""

import streamlit as st

from indicators.ui.inbox_screen import choose, show

with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose()
show(choice)
