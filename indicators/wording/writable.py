"""Text as every kind of file can hold it."""

from __future__ import annotations

import re

# What XML cannot hold: control characters, halves of characters, and the two that are none.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT = "\ufffd"


def writable(text: str) -> str:
    r"""The text with every character that no file can hold replaced by the sign for such; line ends as one character.

    >>> writable("a\x00b"), writable("one\r\ntwo"), writable("£5 <b> #x $y @z")
    ('a�b', 'one\ntwo', '£5 <b> #x $y @z')
    """
    one_kind = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u0085", "\n")
    return UNWRITABLE.sub(REPLACEMENT, one_kind)
