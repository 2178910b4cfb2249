"""What is found in a register, in a sentence with its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from indicators.periods import parse
from indicators.wording.benefits import MAP_KINDS, STATUSES, share
from indicators.wording.dates import day
from indicators.wording.life_findings import LIFE
from indicators.wording.scrutiny import PROGRESS, SIGNIFICANCE

Figures = Mapping[str, Any]

SENTENCES: dict[str, Callable[[Figures], str]] = {
    "officers_and_members_differ": lambda f: (
        f"Officers say “{PROGRESS[f['officers']]}”, members “{PROGRESS[f['members']]}”; the members' view counts."
    ),
    "achieved_without_evidence": lambda f: (
        f"It is called achieved by the {f['by']}, and no evidence is recorded."
    ),
    "closed_without_sign_off": lambda f: (
        f"Members say “{PROGRESS[f['members']]}”, and no day of sign-off has come: it stays open."
    ),
    "impact_not_recorded": lambda f: (
        f"Signed off on {day(f['signed_off_on'])}; what came of it is not recorded."
    ),
    "date_moved_without_reason": lambda f: (
        f"Its date was moved from {day(f['first'])} to {day(f['now'])} and no reason is given."
    ),
    "response_overdue": lambda f: (
        f"An answer was due by {day(f['due_on'])}, {days(f['days'])} ago, and none is recorded."
    ),
    "review_overdue": lambda f: f"Its review was due on {day(f['due_on'])}, {days(f['days'])} ago.",
    "no_exit_terms": lambda f: (
        f"It is of {SIGNIFICANCE[f['significance']]} significance and has no exit terms."
    ),
    "no_agreement": lambda f: (
        f"It is of {SIGNIFICANCE[f['significance']]} significance and has no agreement."
    ),
    "link_to_unknown_node": lambda f: f"The link ends at {f['node']}, which is no node of the chain.",
    "cycle": lambda f: f"These lead back to themselves: {', '.join(f['nodes'])}.",
    "node_without_link": lambda f: (
        f"No link begins or ends here; the chain has {f['links'] or 'none'}{' in all' if f['links'] else ''}."
    ),
    "linked_twice": lambda f: f"It is linked {f['count']} times in the same way to {f['end']}.",
    "weak_link_without_action": lambda f: (
        f"A critical link of strength {f['strength']}, and nothing is recorded that is to mend it."
    ),
    "action_overdue": lambda f: f"The action was due on {day(f['due_on'])}, {days(f['days'])} ago.",
    "agreed_twice": lambda f: (
        f"{len(f['scores'])} scores are recorded as agreed together ({', '.join(map(str, f['scores']))}), so none counts."
    ),
    "high_risk_without_response": lambda f: (
        f"A high risk, {f['score']} of 16, and nothing is recorded that is done about it."
    ),
    "two_kinds": lambda f: (
        f"It stands for two kinds of thing: {', '.join(MAP_KINDS[kind] for kind in f['kinds'])}."
    ),
    "nobody_accountable": lambda f: (
        f"It is {STATUSES[f['status']]} and nobody is recorded as accountable for it."
    ),
    "realised_below_plan": lambda f: (
        f"It is called realised, and {share(f['share'])} of what was planned by {parse(f['period']).label} has come."
    ),
    **LIFE,
}


def sentence(rule: str, figures: Figures) -> str:
    """The sentence for a finding of the rule."""
    return SENTENCES[rule](figures)


def days(number: int) -> str:
    """A number of days.

    >>> days(1), days(1200)
    ('1 day', '1,200 days')
    """
    return f"{number:,} day{'' if number == 1 else 's'}"
