"""What somebody states beside an entry, why it was made and who made it: it stands in the history for ever, on one line."""

from __future__ import annotations

LONGEST_NOTE, LONGEST_NAME = 2_000, 200
NOTE, NAME = "The note", "The name"


def fault(what: str, text: str, longest: int) -> str:
    r"""What is wrong with a text that is to stand there; empty where nothing is.

    >>> fault(NOTE, "Annual figures", 14), fault(NOTE, " ", 14)
    ('', 'The note is empty.')
    >>> fault(NAME, "one\ntwo", 2_000)
    'The name holds a line end, or another character that cannot be shown.'
    >>> fault(NOTE, "a" * 2_001, 2_000)
    'The note is longer than 2,000 characters.'
    """
    if not text.strip():
        return f"{what} is empty."
    if len(text) > longest:
        return f"{what} is longer than {longest:,} characters."
    if not text.isprintable():
        return f"{what} holds a line end, or another character that cannot be shown."
    return ""
