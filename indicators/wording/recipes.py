"""The rules of rating by name, what each was made with, and whether they agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.wording.letters import lowered, raised
from indicators.wording.numbers import number

RECIPE = "Rated by"
RECIPE_HELP = (
    "No national rule was ever set, and councils have their own. The recommended rule allows for the usual variation; the "
    "others are published rules, or that of the reward grant. Signals, steps and chances do not depend on it."
)
NAMES: dict[str, str] = {
    "within_tolerance": "Recommended: within the tolerance",
    "havering": "Havering: within 10 per cent, or better than last year",
    "reigate_and_banstead": "Reigate and Banstead: within an agreed tolerance",
    "share_of_journey": "Share of the way gone, as for the reward grant",
    "percent_of_target": "Within 5 per cent of the target",
}
SHORT: dict[str, str] = {
    "within_tolerance": "the recommended rule",
    "havering": "Havering’s",
    "reigate_and_banstead": "Reigate and Banstead’s",
    "share_of_journey": "the share of the way gone",
    "percent_of_target": "5 per cent of the target",
}
PARAMETERS = "Made with"
OTHER_RULES = "By other rules"
AGREE = "Every rule that can be applied says the same."


def parameters(values: Mapping[str, float], tolerance: str | None) -> str:
    """The parameters of a rule with the tolerance that it used; empty where it has none.

    >>> parameters({"per_cent": 10}, None), parameters({}, "0.5%"), parameters({"amber_from": 0.6}, None)
    ('per cent 10', 'tolerance 0.5%', 'at risk from 0.6 of the way')
    """
    known = {"per_cent": "per cent {}", "amber_from": "at risk from {} of the way"}
    parts = [known[name].format(f"{value:g}") for name, value in values.items()]
    return ", ".join([f"tolerance {tolerance}"] * (tolerance is not None) + parts)


def by_other_rules(said: Sequence[tuple[str, str, str]]) -> str:
    """What each rule says, and whether they agree.

    Args:
        said: the rule, word of the status, and why there is none, empty where there is one.

    >>> by_other_rules([("within_tolerance", "at risk", ""), ("havering", "on track", "")])
    'The rules disagree here. By the recommended rule: at risk; by Havering’s: on track.'
    """
    applied = [(SHORT[rule], word) for rule, word, why in said if not why]
    refused = [f"{raised(SHORT[rule])} cannot be applied: {lowered(why)}" for rule, _, why in said if why]
    if not applied:
        return ""
    agree = AGREE if len(applied) > 1 else ""
    return " ".join(part for part in [disagreement(applied) or agree, *refused] if part)


def disagreement(applied: Sequence[tuple[str, str]]) -> str:
    """What each rule that can be applied says, by its name in short, where they differ; empty where they agree.

    >>> disagreement([("the recommended rule", "at risk"), ("Havering’s", "at risk")])
    ''
    """
    if len({word for _, word in applied}) <= 1:
        return ""
    return f"The rules disagree here. {raised('; '.join(f'by {name}: {word}' for name, word in applied))}."


def differing(rule: str, count: int, total: int) -> str:
    """How many statuses another rule changes.

    >>> differing("percent_of_target", 3, 30)
    'Rated by another rule than the recommended one (“Within 5 per cent of the target”): 3 of 30 statuses differ from it.'
    """
    statuses = "statuses differs" if count <= 1 else "statuses differ"
    return (
        f"Rated by another rule than the recommended one (“{NAMES[rule]}”): {number(count, 0) if count else 'none'} of "
        f"{number(total, 0)} {statuses} from it."
    )


def rule_named(rule: str, words: str) -> str:
    """A rule with its name before it."""
    return f"{NAMES[rule]}. {words}"
