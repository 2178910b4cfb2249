"""How each status came about, with its figures and its rule."""

from __future__ import annotations

from indicators.assessments import Assessment
from indicators.reports.recipe_words import other_rules, parameter_words, rule_words
from indicators.reports.signals import basis
from indicators.ui import markup
from indicators.wording import recipes, rules, screens


def how_we_got_this(one: Assessment) -> str:
    """Inputs and rules of the two signals as a list of names and sentences."""
    return markup.facts(
        [
            (screens.STATUS, basis(one)),
            (screens.RULE, rule_words(one)),
            (recipes.PARAMETERS, parameter_words(one)),
            (recipes.OTHER_RULES, other_rules(one)),
            (screens.TRAJECTORY, rules.TRAJECTORY),
            (screens.MOVEMENT, rules.MOVEMENT.get(one.movement.basis or "", "")),
            ("", rules.MOVEMENT_IS_NOT_PROOF),
            (screens.HOW_FRESH, rules.FRESHNESS),
            (screens.CHANCE, dict(rules.EVIDENCE)[screens.CHANCE]),
            (screens.POINTS, rules.DOUBTFUL),
        ]
    )
