"""How much of a promised improvement has come where a grant hangs on it, as the rules of scrutiny ask it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from indicators.analysis.exact import exact_decimal
from indicators.analysis.reward import gap_closed
from indicators.analysis.trajectory import target_level
from indicators.assessments.judged import Assessment
from indicators.scrutiny.figures_told import RewardAtStake
from indicators.store import Snapshot


def grants(snapshot: Snapshot, at: int) -> dict[str, Decimal]:
    """By target code, the grant in pounds if it is met in full."""
    rows = snapshot.query("target_grants", as_at=at)
    return {row["code"]: exact_decimal(row["potential"]) for row in rows}


def reward_at_stake(one: Assessment, known: Mapping[str, Decimal], as_of: date) -> RewardAtStake | None:
    """The next agreed target with a grant that is not due yet, and how far the latest figure has come towards it. Pure.

    None where there is no such target, no figure, no baseline, or no way from the baseline to the target.
    """
    ahead = sorted(
        (
            target
            for target in one.targets
            if target.code in known and not target.is_illustrative and target.due_on >= as_of
        ),
        key=lambda target: target.due_on,
    )
    if not ahead or one.latest is None or one.latest.value is None or ahead[0].baseline_value is None:
        return None
    level = target_level(ahead[0])
    if not isinstance(level, Decimal):
        return None
    closed = gap_closed(exact_decimal(ahead[0].baseline_value), level, exact_decimal(one.latest.value))
    return None if closed is None else RewardAtStake(one.latest.period, closed, known[ahead[0].code])
