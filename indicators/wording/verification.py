"""What is not as it was written in the ledger, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DAMAGE: dict[str, str] = {
    "manifest_changed": "The manifest of {entry} is missing or not as it was written; the entry is left out.",
    "manifest_unknown": (
        "The manifest of {entry} is of a form that this version does not know; the entry is left out. A newer "
        "version of the program may have written it."
    ),
    "folder_renamed": "The folder of {entry} holds the entry with the number {seq}; somebody renamed it.",
    "folder_unknown": "The folder {entry} in the ledger is not an entry.",
    "sequence_gap": "Entries are missing: numbers {first} to {last}.",
    "sequence_repeated": "The number {entry} is there {times} times; none of them counts.",
    "chain_broken": "{entry} does not follow the entry before it: it names another hash as its predecessor.",
    "file_changed": "{file} of {entry} is not as it was written.",
    "file_missing": "{file} of {entry} is missing.",
    "file_unreadable": "{file} of {entry} cannot be read ({reason}).",
    "file_extra": "{file} was not put there by this program; it does no harm.",
    "redaction_unfinished": (
        "{file} of {entry} still holds what a redaction removed; the next submission finishes the work."
    ),
    "head_missing": (
        "No entry has the hash {head}: the ledger was cut off before it, or the hash is of another ledger."
    ),
    "rows_unreadable": "The rows of {entry} cannot be read ({reason}); they are left out.",
    "rows_miscounted": "{entry} should have {expected} rows and has {found}.",
    "value_unreadable": "{entry} holds values that are not of their column's type; they are left empty.",
    "key_repeated": "{entry} holds {keys} rows with a key that it has already; the last of them counts.",
}


def damage(code: str, entry: str, file: str | None, figures: Mapping[str, Any]) -> str:
    """What is wrong with an entry or one of its files.

    Raises:
        KeyError: a code that we have no sentence for.

    >>> damage("file_changed", "000003-ab12", "rows.csv", {})
    'rows.csv of 000003-ab12 is not as it was written.'
    """
    return DAMAGE[code].format_map({"reason": "?", **figures, "entry": entry, "file": file})
