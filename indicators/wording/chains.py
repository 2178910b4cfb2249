"""Words of delivery chains: tiers, roles, links, strengths, the twelve questions, risks."""

from __future__ import annotations

from fractions import Fraction

from indicators.wording.numbers import number
from indicators.wording.status import Sign

TITLE = "Delivery chains"
TIERS = {
    "national": "national",
    "regional": "regional",
    "county": "county",
    "district": "district",
    "neighbourhood": "neighbourhood",
    "front_line": "front line",
    "user": "people it is for",
}
ROLES = {
    "set_policy": "sets policy",
    "fund": "funds",
    "commission": "commissions",
    "coordinate": "coordinates",
    "deliver": "delivers",
    "regulate": "regulates",
    "influence": "influences",
}
LINK_TYPES = {
    "funding": "funding",
    "accountability": "accountability",
    "commissioning": "commissioning",
    "referral": "referral",
    "information": "information",
    "incentive": "incentive",
    "co_delivery": "delivering together",
    "informal": "informal",
}
STRENGTHS = {1: "missing or broken", 2: "weak", 3: "adequate", 4: "strong"}
SHAPES = {1: "■", 2: "▲", 3: "◆", 4: "●"}
CRITICALITY = {"critical_path": "critical", "supporting": "supporting"}
NOT_RATED = Sign("○", "cannot say")
ACTION_STATUS = {"open": "○ open", "done": "● done", "dropped": "– dropped"}
OVERDUE = "▲ overdue"
RISK_STATUS = {"open": "open", "happened": "has happened", "closed": "closed"}
LIKELIHOOD = {1: "unlikely", 2: "possible", 3: "likely", 4: "almost certain"}
IMPACT = {1: "slight", 2: "felt", 3: "serious", 4: "the outcome is missed"}
GROUPS = {
    "direction": "Direction",
    "means": "Means",
    "working": "Working together",
    "control": "Control",
    "learning": "Learning",
}
# In our words, after Delivering efficiently (National Audit Office and Audit Commission, 2006).
QUESTIONS = {
    "DC01": "Is the outcome clearly defined?",
    "DC02": "Does it rest on sound evidence?",
    "DC03": "Is there enough capacity and money?",
    "DC04": "Do the bodies share one operational plan?",
    "DC05": "Does a funding strategy stand behind the aims?",
    "DC06": "Do they speak regularly, at the right levels?",
    "DC07": "Do levers and incentives fit?",
    "DC08": "Are the risks to the chain managed?",
    "DC09": "Can delivery be tracked?",
    "DC10": "Is there accountable leadership at every level?",
    "DC11": "Do feedback and review lead to learning?",
    "DC12": "Is efficiency built in?",
}


def strength(step: int) -> Sign:
    """The sign of a link's strength.

    >>> strength(2).text
    '▲ weak'
    """
    return Sign(SHAPES[step], STRENGTHS[step])


def rating(weakest: int | None) -> Sign:
    """The sign of a chain: the strength of its weakest critical link.

    >>> rating(4).text, rating(None).text
    ('● strong', '○ cannot say')
    """
    return NOT_RATED if weakest is None else strength(weakest)


def mean(value: Fraction | None, decimals: int = 1) -> str:
    """A mean of scores or strengths.

    >>> mean(Fraction(13, 5)), mean(None)
    ('2.6', '–')
    """
    return number(None if value is None else float(value), decimals)


def risk_score(likelihood: int, impact: int) -> str:
    """A risk in figures and words.

    >>> risk_score(3, 4)
    '12: likely (3) × the outcome is missed (4)'
    """
    return f"{likelihood * impact}: {LIKELIHOOD[likelihood]} ({likelihood}) × {IMPACT[impact]} ({impact})"
