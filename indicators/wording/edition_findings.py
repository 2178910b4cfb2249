"""What a file would do to a published edition of the prevention audit, or to the order of its assurance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from indicators.model import LEAST_KAPPA
from indicators.wording.numbers import number
from indicators.wording.prevention import STAGES, STATUSES

Figures = Mapping[str, Any]
RESTATE = "Open a new edition of the same year that restates it and says what changed"
ELSEWHERE = f"{RESTATE}. Rows of other editions or years that are wrong can be submitted anew."


def _lines(count: int) -> str:
    return f"{number(count, 0)} line{'' if count == 1 else 's'}"


EDITIONS: dict[str, str | Callable[[Figures], str]] = {
    "edition_frozen": f"Edition {{edition}} is published and stays as it is. {RESTATE}, and send the row for that.",
    "line_frozen": (
        f"This line is counted in the published edition {{edition}}. {RESTATE}, then send the line again: the published edition "
        "keeps the figure that it was published with."
    ),
    "published_edition_changed": (
        f"Edition {{edition}} is published: only its status can go on, everything else stays. {RESTATE}."
    ),
    "status_goes_back": lambda f: (
        f"The edition is {STATUSES[f['was']]}. It cannot go back to where "
        f"{STATUSES.get(f['now'], f['now'])}. {RESTATE}."
    ),
    "publication_undated": "Give the day on which the edition was published.",
    "restatement_unexplained": "Say what changed since edition {restates}, which this one restates.",
    "restates_other_year": "Edition {restates} is of another year, or the same edition. An edition restates another of its own year.",
    "year_published": (
        "Edition {edition} of this year is published. Name it here as the edition that this one restates, and say what changed."
    ),
    "agreement_too_low": lambda f: (
        f"Two coders agree on {number(f['lines'], 0)} lines with a kappa of {number(f['kappa'], 2)}, which is below "
        f"{number(float(LEAST_KAPPA), 2)}, and on {_lines(f['open'])} they differ and nobody has moderated. Record a coding with the "
        "role moderated for each before the edition is published."
    ),
    "stage_not_given": lambda f: (
        f"This status says that “{STAGES[f['stage']]}” was passed, and no such opinion is recorded for {', '.join(f['partners'])}. "
        "Submit the opinion first."
    ),
    "published_unassured": lambda f: (
        "It would be published without these stages of assurance for everybody concerned: "
        f"{', '.join(STAGES[stage] for stage in f['stages'])}. A published edition stays as it is."
    ),
    "published_ours": lambda f: (
        f"Of {_lines(f['lines'])} coded in its returns {number(f['ours'], 0)} would be counted by our own suggestion alone, which "
        "nobody has moderated. A published edition stays as it is."
    ),
    "stage_out_of_order": lambda f: (
        f"“{STAGES[f['stage']]}” rests on “{STAGES[f['needs']]}”, which has not been given for everybody concerned. "
        "Send that opinion first, or in the same file."
    ),
    "stage_too_early": lambda f: (
        f"This is before “{STAGES[f['needs']]}” was given ({f['on']}), on which it rests."
    ),
    "later_stage_stands": lambda f: (
        f"“{STAGES[f['later']]}” rests on this opinion. Remove that one first, or in the same file."
    ),
    "nothing_second_coded": (
        "No line of edition {edition} has been coded by a second coder, so nobody can see what this opinion rests on."
    ),
}
