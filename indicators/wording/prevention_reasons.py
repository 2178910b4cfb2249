"""Why a measure of the prevention audit could not be computed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from indicators.periods import parse
from indicators.wording.dates import day
from indicators.wording.numbers import number

Figures = dict[str, Any]

PREVENTION: dict[str, str | Callable[[Figures], str]] = {
    "nothing_in_scope": "No spending is in scope.",
    "nothing_classified": "None of the spending is classified.",
    "no_spending": lambda f: (
        f"Nothing is recorded of {parse(f['period']).label} for the returns that the edition counts."
    ),
    "no_year_before": lambda f: f"No year before {parse(f['period']).label} is recorded in the same returns.",
    "nothing_to_share": lambda f: (
        f"There is no spending in the year {'before' if f['year'] == 'before' else 'asked about'}."
    ),
    "no_deflator": lambda f: (
        f"There is no price index for the financial year that begins in {f['year']}, and none is made up."
    ),
    "no_population": lambda f: f"There is no estimate of the people for {day(f['on'])}.",
    "several_areas": "The partners serve different areas, so there is no one number of people to divide by.",
    "no_earlier_edition": (
        "There is no earlier edition whose tags could be used again, so relabelling cannot be told from a real shift."
    ),
    "not_coded_by_scheme": "The lines have not been coded by this scheme's levels.",
    "no_double_coding": "No line has been coded by a second coder.",
    "one_level_only": "Both coders used one level throughout, so agreement by chance cannot be told from any other.",
    "scheme_without_levels": lambda f: (
        f"No levels of the scheme {f['scheme']} are recorded. They are rows of the dataset classification_level; where they were "
        "withdrawn, History has the way to undo that."
    ),
    "audit_rows_unfit": lambda f: f"Rows that are recorded do not go together: {f['error']}.",
    "audit_fault": lambda f: (
        f"A fault of the program ({f['kind']}); what went wrong stands in the log of the server."
    ),
    "no_claims": "No claim of influence has been recorded.",
    "never_paid_back": lambda f: (
        f"The money does not come back by the end: £{number(f['short_by'], 0)} thousand is missing."
    ),
}
