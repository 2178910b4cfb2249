"""The dashboard's frame with nothing of its server around it: no warm-up, no frozen heap, no middleware, no settings."""

from pathlib import Path

import streamlit as st

app = st.App(Path(__file__).resolve().parents[2] / "indicators" / "ui" / "frame.py")
