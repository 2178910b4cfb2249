"""Prevention audit: how much of the spending is preventative, whether it moved, and what another classification would say."""

import streamlit as st

from indicators.ui.prevention_screen import choose, head, show

sentence = head()
with st.container(horizontal=True, key="screen-only-filters"):
    choice = choose()
show(choice, sentence)
