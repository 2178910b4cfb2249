"""Every recommendation with where it stands, overdue first, judged once for a version of the ledger, a moment and a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indicators.scrutiny.council_reports import CouncilReport
from indicators.scrutiny.recommendation import Recommendation
from indicators.scrutiny.recommendations import Standing, tracker
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

KEPT = 16


@dataclass(frozen=True)
class RecommendationText:
    """What is written about a recommendation that no judgement rests on."""

    code: str
    title: str
    summary: str
    responded_on: date | None
    response_reason: str | None
    evidence_source: str | None
    source: str


@dataclass(frozen=True)
class Tracked:
    """A recommendation as the tracker shows it: where it stands, and its texts."""

    standing: Standing
    text: RecommendationText

    @property
    def code(self) -> str:
        """Its code."""
        return self.text.code


@kept_by_version(KEPT)
def tracked_recommendations(snapshot: Snapshot, at: int, as_of: date) -> tuple[Tracked, ...]:
    """Every recommendation in the order of the tracker: overdue, without a date, awaiting members, open, paused, closed.

    Args:
        snapshot: the version that is read.
        at: sequence of the ledger.
        as_of: the day by which dates are judged.
    """
    texts = {each.code: each for each in snapshot.records("recommendations", RecommendationText, as_at=at)}
    found = tracker(snapshot.records("recommendations", Recommendation, as_at=at), as_of)
    return tuple(Tracked(each, texts[each.recommendation.code]) for each in found)


@kept_by_version(KEPT)
def council_reports(snapshot: Snapshot, at: int) -> tuple[CouncilReport, ...]:
    """Every report to full council, the latest meeting first."""
    return tuple(snapshot.records("council_reports", CouncilReport, as_at=at))
