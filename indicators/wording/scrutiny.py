"""Words of the registers: how far a recommendation is, how much a partnership matters."""

from __future__ import annotations

PROGRESS = {
    "achieved": "achieved",
    "on_track": "on track, not yet due",
    "slipped": "slipped",
    "not_achieved": "not achieved",
    "paused": "paused",
    "superseded": "superseded",
    "not_started": "not started",
}
STATES = {
    "overdue": "overdue",
    "no_date": "no date set",
    "awaiting_members": "awaits members",
    "open": "open",
    "paused": "paused",
    "closed": "closed by members",
}
SIGNIFICANCE = {
    "major": "major",
    "moderate": "moderate",
    "limited": "limited",
    "not_significant": "no",
}
INSIDE = {
    "inside": "inside the LSP",
    "outside": "outside the LSP",
    "not_stated": "not stated",
    "not_applicable": "after the LSP",
}
