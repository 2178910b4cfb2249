"""The same assessment by another rule of rating, and what each rule would say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from indicators.analysis.across_breaks import refuse_across_breaks
from indicators.analysis.rating import Rating, rate
from indicators.analysis.recipes import RECIPES, RECOMMENDED
from indicators.assessments.judged import Assessment

DEFAULT = RECOMMENDED.rule


def by_recipe(one: Assessment, rule: str) -> Assessment:
    """The assessment with its rating by that rule; movement, freshness and everything else stay as they are.

    Raises:
        ValueError: an unknown rule.
    """
    return one if one.rating.rule == rule else replace(one, rating=_rating(one, rule))


def every_rating(one: Assessment) -> Mapping[str, Rating]:
    """The rating by each rule, the recommended one first."""
    return {rule: one.rating if rule == one.rating.rule else _rating(one, rule) for rule in RECIPES}


def _rating(one: Assessment, rule: str) -> Rating:
    breaks = [event.happened_on for event in one.breaks]
    made = rate(one.line, one.choice.chosen, polarity=one.indicator.polarity, rule=rule, breaks=breaks)
    return refuse_across_breaks(made, one.choice.chosen, breaks)
