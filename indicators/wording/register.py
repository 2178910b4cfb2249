"""Words that all registers share: what stands there while they are empty, and the example that can be tried."""

from __future__ import annotations

TEMPLATE = "Empty file (CSV)"
DESCRIBED = "Columns explained (CSV)"
EXAMPLE_FILE = "Example file (CSV)"
SUBMIT = "Submit a file"
EMPTY = "Nothing has been recorded here yet."
WHAT_BELONGS = "What belongs here"

EXAMPLE = "Try it with an example"
EXAMPLE_LEAD = (
    "The example is made up. Its codes begin with EXAMPLE, its titles with “Example:”. It goes the same way as every file: "
    "findings, preview, record; and it can be withdrawn again as a whole. The history keeps that it was tried."
)
TRY = "Try the example"
STEP = "File {number} of {of}: {title}"
LEAVE = "Leave the example"
EXAMPLE_STANDS = "Made-up entries stand in this register"
EXAMPLE_STANDS_LEAD = "Entries whose code begins with EXAMPLE are made up. They count in everything shown here until they are withdrawn."
RECORDED_AS = "Recorded, with the receipt of each file:"
WITHDRAW = "Withdraw the example"
WITHDRAWN = "The example was withdrawn."
WITHDRAW_NOTE = "Why it is withdrawn (kept for ever)"
TRIED = "The example was recorded."
ONLY_NOW = "What is recorded can be edited only as it stands now, not as it was at an earlier moment."
SHOW_NOW = "Show it as it stands now"


def parts(*, register: str, others: dict[str, str] | None = None, edit: str = "Edit") -> dict[str, str]:
    """The parts of a register's page by their name in the address.

    >>> parts(register="Tracker", others={"map": "Map"})
    {'register': 'Tracker', 'map': 'Map', 'edit': 'Edit'}
    """
    return {"register": register, **(others or {}), "edit": edit}
