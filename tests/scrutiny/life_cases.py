"""How the tables of cases of partnership life write a day, and what is missing."""

from __future__ import annotations

from datetime import date


def day(text):
    """A day, or None for a hyphen."""
    return None if text == "-" else date.fromisoformat(text)


def text(cell):
    """A text, or None for a hyphen."""
    return None if cell == "-" else cell


def listed(cell):
    """Words apart by spaces; none for a hyphen."""
    return [] if cell == "-" else cell.split()
