"""A recommendation as it is recorded, and what follows from its dates alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Progress = Literal["achieved", "on_track", "slipped", "not_achieved", "paused", "superseded", "not_started"]
Response = Literal["accepted", "accepted_in_part", "rejected", "deferred", "noted", "awaited"]

CLOSING: tuple[Progress, ...] = ("achieved", "not_achieved", "superseded")
NO_EVIDENCE = "none"


@dataclass(frozen=True)
class Recommendation:
    """One recommendation as it is recorded.

    `due_on` is the date that it names and is never changed; `current_due_on` is the date that it was moved to.
    """

    code: str
    review: str
    position: int | None
    addressee: str
    owner: str | None = None
    response: Response | None = None
    response_due_on: date | None = None
    due_on: date | None = None
    current_due_on: date | None = None
    due_changed_reason: str | None = None
    evidence: str | None = None
    evidence_on: date | None = None
    evidence_strength: str | None = None
    officer_assessment: Progress | None = None
    member_assessment: Progress | None = None
    signed_off_on: date | None = None
    signed_off_minute: str | None = None
    impact: str | None = None

    @property
    def due(self) -> date | None:
        """The day by which it is to be done now; None where no date was ever set."""
        return self.current_due_on or self.due_on

    def has_evidence(self, as_of: date) -> bool:
        """Whether evidence of its follow-up was there by that day; evidence without a date counts as there."""
        if not self.evidence or self.evidence_strength == NO_EVIDENCE:
            return False
        return self.evidence_on is None or self.evidence_on <= as_of

    def is_past_due(self, as_of: date) -> bool:
        """Whether the day on which it is due now has passed."""
        return self.due is not None and self.due < as_of

    def is_closed(self, as_of: date) -> bool:
        """Whether members have closed it by that day: with a closing assessment and a sign-off."""
        signed_off = self.signed_off_on is not None and self.signed_off_on <= as_of
        return signed_off and self.member_assessment in CLOSING
