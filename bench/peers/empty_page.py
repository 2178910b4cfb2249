"""Streamlit's own floor: a title and one line."""

import streamlit as st

st.title("Basket")
st.html("<p>Nothing else.</p>")
