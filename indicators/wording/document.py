"""The few words that every printed report has besides its own."""

from __future__ import annotations

PAGE = "Page"
OF = "of"
