"""The server. Start it with `streamlit run dashboard.py`; it answers on this machine only."""

import streamlit as st

from indicators.server import lifespan, middleware, routes

# The screens start at indicators/ui/frame.py. That script must not stand beside `pages/`, or Streamlit
# would run a page alone, without its frame, when the first visitor opens a deep link.
app = st.App("indicators/ui/frame.py", lifespan=lifespan, middleware=middleware, routes=routes)
