"""A register of which nothing is known yet: what belongs there, the files to begin with, and an example to try."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.datasets import dataset
from indicators.datasets.example_files import example
from indicators.submissions import described_template, template
from indicators.ui import markup
from indicators.ui.choices import query
from indicators.ui.register_example import show_example
from indicators.wording import register as words


def show_empty(names: Sequence[str], *, lead: str) -> None:
    """The empty state of a register.

    Args:
        names: of its datasets, what others point at first.
        lead: one or two sentences of the page: why it is empty, and what it would show.
    """
    st.html(markup.paragraph(words.EMPTY) + markup.paragraph(lead))
    st.header(words.WHAT_BELONGS)
    show_files(names)
    show_example(names)


def show_files(names: Sequence[str]) -> None:
    """For each dataset what it holds, its files, and where to send one."""
    for name in names:
        declared = dataset(name)
        st.subheader(declared.title)
        st.html(markup.paragraph(declared.description))
        with st.container(horizontal=True, key=f"screen-only-files-{name}"):
            _offer(words.TEMPLATE, template(declared), f"{name}.csv")
            _offer(words.DESCRIBED, described_template(declared), f"{name}-columns.csv")
            made_up = example(name)
            if made_up is not None:
                _offer(words.EXAMPLE_FILE, made_up, f"{name}-example.csv")
        address = f"submit{query([], dataset=name)}"
        st.html(markup.linked_list("", [markup.link(address, f"{words.SUBMIT}: {declared.title}")]))


def _offer(label: str, content: bytes, file_name: str) -> None:
    st.download_button(
        label, content, file_name, "text/csv", on_click="ignore", key=f"register-file-{file_name}"
    )
