"""The first letter of a sentence that comes to stand elsewhere."""

from __future__ import annotations


def raised(text: str) -> str:
    """The text with its first letter as a capital, the others as they are.

    >>> raised("on track"), raised("")
    ('On track', '')
    """
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """The text with its first letter small, unless the second is a capital too, as in an abbreviation.

    >>> lowered("There is none."), lowered("GCSE results")
    ('there is none.', 'GCSE results')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
