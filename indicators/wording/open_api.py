"""What the open data interface says of itself, and what it refuses, each with the way out."""

from __future__ import annotations

from typing import Any

from indicators.wording.machine_submissions import MACHINE_PROBLEMS

TITLE = "Indicator Basket: open data"
DESCRIPTION = """Indicators, their figures and the targets set for them, read-only, as JSON and as CSV; and one address that takes
files from machines with a token.

**Moments.** Everything ever recorded is kept. With `as_at` an answer is what was recorded by that moment; without it, by
now. Every answer names the moment it stands for, and the link to its next page keeps it, so that the pages of one
answer belong together whatever is submitted meanwhile.

**What is withheld.** Figures that were published already, because their source states terms of reuse or they were read on
the web, are given as published. Any other count of people is rounded to the nearest 5, and from 1 to 7 it is hidden, with
a second one where subtraction would give it away; of a share made of such a count the numerator and denominator are rounded,
and where the count is hidden the share is too. What is hidden, or was marked so by its publisher, has the status
`suppressed` and is given without its value, numerator, denominator and limits; so is the same figure at every earlier moment,
and as the baseline of a target. What was removed from the ledger by a redaction is gone from here too, at every moment.

**Illustrative targets** have the status `illustrative` and say so in their title. They were made by a mechanical rule, and
nobody promised them.

**Doubtful values** have the status `doubtful`: the source itself seems to have them wrong. They are given as published.

**Caching.** The `ETag` of an answer names the version of the ledger. Send it back in `If-None-Match`: as long as nothing
was recorded since, the answer is 304 and has no body.

**CSV** is UTF-8 with a byte order mark. A text that a spreadsheet would run as a formula has an apostrophe before it. The name of
the file says which entry of the ledger it stands for, and which rows it holds where those are not all; the next ones stand
at the address in the header `Link`.

Each row names its source in `source_key`. Publishers and terms of reuse stand in the open data package, which
`python -m indicators export` writes.
"""
SUMMARIES = {
    "index": "What there is",
    "description": "This description",
    "indicators": "Indicators, by code",
    "indicator": "One indicator",
    "observations": "Figures, by area, indicator and period",
    "targets": "Targets, by indicator and date",
}
AS_CSV = "{summary}, as CSV"
PARAMETERS = {
    "code": "The code of an indicator.",
    "indicator": "Only of the indicator with this code.",
    "area": "Only for the place with this code, such as E10000025 for Oxfordshire.",
    "from": "Only periods that begin on this day or later.",
    "to": "Only periods that end on this day or earlier.",
    "status": "Only targets of this status: agreed by the body named, or illustrative and promised by nobody.",
    "as_at": (
        "What was recorded by this moment: the number of an entry of the ledger, the id of one, a date (the end of that "
        "day in Europe/London) or a date with a time."
    ),
    "format": "How the answer is written, whatever `Accept` says.",
    "limit": "The most rows in one answer. Where there are more, the header `Link` names the next page.",
    "offset": "How many rows to pass over. Better follow the link to the next page.",
}
FIELDS = {
    "period_start": "The first day of the period.",
    "period_end": "The last day of the period.",
    "baseline_period_start": "The first day of the baseline period.",
    "baseline_period_end": "The last day of the baseline period.",
    "as_at": "The moment that the answer stands for.",
    "sequence": "The number of an entry of the ledger.",
    "recorded_at": "When that entry was recorded, in UTC.",
    "version": "The head of the ledger that the answer was read from.",
    "hash": "The hash of that entry, which stands for everything before it.",
    "items": "The rows, in a fixed order.",
    "links": "Where to go on; addresses on this server.",
    "next": "The next page, or null on the last.",
}
RESPONSES = {
    200: "The rows or the document asked for.",
    304: "Nothing was recorded since the version named in If-None-Match.",
    400: "A parameter that this address does not have, or one given twice.",
    404: "Something is named that is not there: an indicator, a place, a moment.",
    405: "Only reading is possible.",
    422: "A value cannot be read as what it should be.",
    503: "The figures cannot be opened at the moment.",
}
HEADERS = {
    "ETag": "The version of the ledger that the answer was read from.",
    "Link": "The next page, if there is one (RFC 8288, rel=next).",
}
PROBLEMS: dict[str, tuple[str, str]] = {
    "parameter_unknown": ("This address has no parameter “{asked}”.", "It knows {known}."),
    "parameter_repeated": ("The parameter “{asked}” is given more than once.", "Give it once."),
    "indicator_unknown": (
        "There is no indicator with the code “{asked}”.",
        "{near}All codes stand at /api/v1/indicators.",
    ),
    "area_unknown": ("There is no place with the code “{asked}”.", "The places are: {places}."),
    "moment_unknown": (
        "The ledger has no entry “{asked}”.",
        "Its entries are numbered from 1 to {last}; a date such as 2026-11-20 names a moment too.",
    ),
    "moment_unreadable": (
        "“{asked}” is neither an entry of the ledger nor a date.",
        "Give an entry's number, or a date such as 2026-11-20.",
    ),
    "nothing_recorded_yet": (
        "Nothing was recorded yet at “{asked}”.",
        "Leave `as_at` out for the newest figures.",
    ),
    "day_unreadable": ("“{asked}” is not a day.", "Write it as year, month and day, such as 2010-12-31."),
    "days_reversed": ("{begins} is later than {ends}.", "Exchange `from` and `to`."),
    "number_unreadable": (
        "“{asked}” cannot be a {name}.",
        "Give a whole number from {lowest} to {highest}.",
    ),
    "choice_unknown": ("“{asked}” is no {name}.", "It can be {known}."),
    "address_unknown": ("There is nothing at this address.", "/api/v1/ lists what there is."),
    "method_not_allowed": ("Nothing can be changed here.", "Ask with GET or HEAD."),
    "figures_unavailable": (
        "The figures cannot be opened at the moment.",
        "Try again in a while. Whoever runs this server finds the cause in its log.",
    ),
}
NEAR = "Did you mean {codes}? "
LONGEST_SHOWN = 60


def problem(code: str, figures: dict[str, Any]) -> tuple[str, str]:
    """What is refused and the way out, for a code and its figures.

    >>> problem("day_unreadable", {"asked": "31.12.2010"})
    ('“31.12.2010” is not a day.', 'Write it as year, month and day, such as 2010-12-31.')
    """
    text, way_out = (PROBLEMS | MACHINE_PROBLEMS)[code]
    shown = figures | {"asked": shortened(str(figures.get("asked", "")))}
    return text.format_map(shown), way_out.format_map(shown)


def near(codes: list[str]) -> str:
    """The codes that come nearest to one that does not exist, as the beginning of a way out; nothing where there is none.

    >>> near(["KSI-CAS", "KSI-QTR"]), near([])
    ('Did you mean KSI-CAS or KSI-QTR? ', '')
    """
    return NEAR.format(codes=" or ".join(codes)) if codes else ""


def shortened(asked: str) -> str:
    """What somebody sent, cut off where it is longer than anything sensible.

    >>> shortened("NOPE"), len(shortened("9" * 5000))
    ('NOPE', 61)
    """
    return asked if len(asked) <= LONGEST_SHOWN else f"{asked[:LONGEST_SHOWN]}…"
