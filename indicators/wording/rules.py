"""The rules of judgement in plain words, shown beside every status that they give."""

from __future__ import annotations

RATING = {
    "within_tolerance": (
        "On track: at or better than the trajectory. At risk: misses it by no more than the tolerance. Off "
        "track: worse. The tolerance is the larger of 5 per cent of the way from baseline to target and the "
        "usual variation from one figure to the next since the last break, without the season of quarterly "
        "figures, so that noise alone does not turn a status. Once the target's last day has passed, the "
        "figure of that day is judged: met, narrowly missed or missed."
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
EVIDENCE = (
    (
        "Signal",
        (
            "A figure stands out when it lies beyond the limits (2.66 average moving ranges from the average), is one of seven "
            "in a row rising or falling, one of two in three near a limit, or one of seven in a row on one side of the average "
            "(NHS Making Data Count). The letter H or L says on which side. A target's letter is P where the limits lie wholly on "
            "the good side of it, F where wholly on the bad side, in every quarter where there is a season, and a question mark "
            "otherwise; it has none while the latest figure stands out. Nothing is said of fewer than 8 figures, or of periods that overlap."
        ),
    ),
    (
        "Recent trend",
        (
            "The last five annual figures rise or fall by more than sampling noise: chi-square above 9.55, and the same way with "
            "any one year left out (Fingertips)."
        ),
    ),
    (
        "Step change",
        (
            "Four accounts are weighed: no change, a steady trend, a step, a step with a trend, with every date tried and at least "
            "four figures on each side. 95 in 100 for a step is very strong evidence, 80 strong, 50 signs. It takes 12 figures, 10 if annual."
        ),
    ),
    (
        "A real step change",
        (
            "Demonstrated when all four are true: better than the earlier course by more than the usual variation, at least strong "
            "evidence of a step, better than the change at the benchmark, and held in the first two further periods and in the latest "
            "two. The earlier course is the line through eight figures or more before the step, without their season; it is carried no "
            "further ahead than it was seen, and never to where no figure can be. Without strong evidence there is no date to reckon "
            "from and nothing else is answered; “some change the right way” then means that there are signs of a change, that the level "
            "is better by more than the usual variation, and that the latest figure is better too. Money of the day and changes dated "
            "in the pandemic are never called demonstrated."
        ),
    ),
    (
        "Many looks",
        (
            "Step changes are believed together: the longest list of those with strong evidence of which on average no more than one in "
            "ten is false."
        ),
    ),
    (
        "Chance of the target",
        (
            "Many simple forecasts, from standing still to a trend that dies away, are averaged by how well each fits. The share of "
            "outcomes that meet the target is the chance, shown to the nearest 5 and never below 5 or above 95 in 100. It takes 8 "
            "figures; below 12 it is marked as of low confidence."
        ),
    ),
)
