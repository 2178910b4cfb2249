"""The rules that ask about the figures themselves: late, replaced, or too few for a trend."""

from __future__ import annotations

from fractions import Fraction

from indicators.scrutiny.figures_asked import IndicatorAsked
from indicators.scrutiny.question import Question

# Why there is no trend, where more figures would give one. Overlapping periods and figures without limits never do.
MENDED_BY_FIGURES = frozenset({"too_few_points", "gap", "break_in_series"})


def stale_figures(one: IndicatorAsked) -> Question | None:
    """A newer figure should have come. Size: the days since it was expected."""
    if one.days_late is None or one.days_late <= 0 or one.latest_period is None:
        return None
    figures = {
        "days_late": one.days_late,
        "period": one.latest_period,
        "assumed": one.is_lag_assumed,
        "publisher": one.publisher,
    }
    return one.ask("stale_figures", figures, one.days_late)


def revised_figures(one: IndicatorAsked) -> Question | None:
    """Figures were replaced by others. Size: the largest change as a share of what stood there before."""
    changed = [each for each in one.revised if each.before != each.now]
    if not changed:
        return None
    largest = max(changed, key=lambda each: abs(each.now - each.before))
    figures = {
        "number": len(changed),
        "period": largest.period,
        "before": largest.before,
        "now": largest.now,
    }
    before = abs(Fraction(largest.before))
    change = abs(Fraction(largest.now) - Fraction(largest.before))
    return one.ask("revised_figures", figures, change / before if before else change)


def no_trend_possible(one: IndicatorAsked) -> Question | None:
    """An indicator of the basket has too few figures for a trend. Size: fewer comparable figures first."""
    is_asked = one.is_headline and one.comparable_points > 0 and not one.is_stale
    if not is_asked or one.trend_reason not in MENDED_BY_FIGURES:
        return None
    figures = {"reason": one.trend_reason, "points": one.comparable_points}
    return one.ask("no_trend_possible", figures, -one.comparable_points)
