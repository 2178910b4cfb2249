"""The rule behind a rating with what it was made with, and what other rules would say, in words."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.assessments import Assessment
from indicators.assessments.recipes import DEFAULT, by_recipe, every_rating
from indicators.wording import reasons, recipes, rules
from indicators.wording.numbers import with_unit
from indicators.wording.status import against_target


def rule_words(one: Assessment) -> str:
    """The name of the rule and the rule itself."""
    return recipes.rule_named(one.rating.rule, rules.RATING[one.rating.rule])


def parameter_words(one: Assessment) -> str:
    """What the rating was made with besides the figure and the trajectory; empty where there was nothing."""
    rating = one.rating
    tolerance = (
        None
        if rating.tolerance is None
        else with_unit(rating.tolerance, one.indicator.decimals + 1, one.indicator.unit_short)
    )
    return recipes.parameters(rating.parameters, tolerance)


def other_rules(one: Assessment) -> str:
    """What every rule says of the figure, and why some say nothing; empty where no rule can be applied."""
    return recipes.by_other_rules(
        [
            (
                rule,
                against_target(rating.rag, rating.outcome or "in_progress").word,
                reasons.sentence(rating.reason) if rating.reason else "",
            )
            for rule, rating in every_rating(one).items()
        ]
    )


def disagreement(one: Assessment) -> str:
    """What the rules that can be applied say, where they differ; empty where they agree."""
    return recipes.disagreement(
        [
            (recipes.SHORT[rule], against_target(rating.rag, rating.outcome or "in_progress").word)
            for rule, rating in every_rating(one).items()
            if rating.reason is None
        ]
    )


def difference_from_recommended(assessments: Sequence[Assessment], rule: str) -> str:
    """How many statuses of the basket the rule changes; empty for the recommended one."""
    if rule == DEFAULT or not assessments:
        return ""
    changed = sum(
        by_recipe(one, rule).rating.rag != by_recipe(one, DEFAULT).rating.rag for one in assessments
    )
    return recipes.differing(rule, changed, len(assessments))
