"""The rules of judgement in plain words, shown beside every status that they give."""

from __future__ import annotations

RATING = {
    "within_tolerance": (
        "On track: at or better than the trajectory. At risk: misses it by no more than the tolerance. Off "
        "track: worse. The tolerance is the larger of 5 per cent of the way from baseline to target and the "
        "usual variation from one figure to the next, so that noise alone does not turn a status. Once the "
        "target's last day has passed, the figure of that day is judged: met, narrowly missed or missed."
    ),
    "havering": "On track within 10 per cent of the target; at risk if better than a year earlier; else off track.",
    "reigate_and_banstead": "On track at the target or better; at risk within the agreed tolerance; else off track.",
    "share_of_journey": (
        "On track when the whole planned way from the baseline has been gone; at risk from 60 per cent of it."
    ),
    "percent_of_target": "On track at the target or better; at risk within 5 per cent of it; else off track.",
}
TRAJECTORY = (
    "The trajectory is a straight line from the last day of the baseline period through the agreed levels to "
    "the day on which the target is due."
)
MOVEMENT = {
    "same_period_last_year": "Movement compares with the same part of the year one year earlier.",
    "year_before": "Movement compares with the year before.",
    "pool_before": (
        "Movement compares with the last pooled period that shares no year with the latest one, because "
        "overlapping periods would hide or invent a change."
    ),
}
MOVEMENT_IS_NOT_PROOF = "Movement says which way the figure went, not whether the change is more than chance."
FRESHNESS = (
    "A figure counts as old when the next period has ended and as much time again has passed without a "
    "newer figure."
)
DOUBTFUL = "Hollow points are not firm. A doubtful one is left out of every judgement."
