"""The server. Start it with `streamlit run dashboard.py`; it answers on this machine only."""

import importlib
import pkgutil

import streamlit as st

import indicators.ui
from indicators.server import lifespan, middleware, routes
from indicators.ui.browser import icon, looks_and_script
from indicators.ui.first_words import first_words
from indicators.ui.settings import remember_settings

# What the screens are made of is imported here, before the first visitor comes, who would else wait for it.
for module in pkgutil.iter_modules(indicators.ui.__path__, "indicators.ui."):
    if module.name.endswith("_screen"):
        importlib.import_module(module.name)

remember_settings()

# The screens start at indicators/ui/frame.py. That script must not stand beside `pages/`, or Streamlit
# would run a page alone, without its frame, when the first visitor opens a deep link.
app = st.App(
    "indicators/ui/frame.py",
    lifespan=lifespan,
    middleware=middleware(first_words, looks_and_script(), icon()),
    routes=routes,
)
