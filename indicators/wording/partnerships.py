"""The words of the page Partnership register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from indicators.wording.commands import counted
from indicators.wording.dates import day
from indicators.wording.scrutiny import INSIDE

TITLE = "Partnership register"
LEAD = (
    "Every partnership that is known, inside and outside the Local Strategic Partnership (LSP), and how fresh the register is. "
    "Inside or outside follows from the recorded relation to the LSP and is not entered apart."
)
PARTS = {"register": "Register", "map": "Map", "overlap": "Overlaps", "edit": "Edit"}
WHERE = "Inside or outside"
ANYWHERE = "All"
THEME = "Theme"
ALL_THEMES = "All themes"
NO_THEME = "no theme recorded"
SIGNIFICANCE = "Significance"
ANY_SIGNIFICANCE = "Any"
LEVELS = {
    "major": "major",
    "moderate": "moderate",
    "limited": "limited",
    "not_significant": "not significant",
}
NOT_JUDGED = "not judged"
STATUS = {
    "proposed": "proposed",
    "active": "active",
    "under_review": "under review",
    "merging": "merging",
    "dormant": "dormant",
    "closed": "closed",
}
WHAT = "partnerships"
BEFORE, AFTER = "Those before", "Those after"
ALL = "Show the whole register"
BACK = "Back to the register"
NONE_MATCHES = "No partnership matches these choices."
NO_SUCH = "There is no partnership “{given}”."
EMPTY_LEAD = "No partnership has been recorded at this moment."
FRESHNESS = "How fresh the register is"
FRESHNESS_COLUMNS = ("Measure", "Of how many", "Share")
MEASURES = {
    "verified": "Verified within the last twelve months",
    "review_ahead": "With a review date that has not passed",
    "with_terms": "Major and moderate ones with an agreement and exit terms",
}
LIVING = "Closed partnerships are left out of the three measures; one whose status nobody recorded counts as living."
COLUMNS = (
    "Partnership",
    "Inside or outside",
    "Theme",
    "Significance",
    "Agreement and exit",
    "Review and check of the row",
    "Health check",
)
NO_AGREEMENT = "no agreement recorded"
NO_EXIT = "no exit terms recorded"
NO_REVIEW = "no review date"
NEVER_VERIFIED = "never verified"
NOT_CHECKED = "not checked"
SOURCE = "source"
FINDINGS = "What stands out"
FACTS = {
    "purpose": "Purpose",
    "kind": "Kind",
    "stands": "Inside or outside",
    "basis": "On what basis",
    "theme": "Theme",
    "significance": "Significance",
    "status": "Status",
    "lead": "Led by",
    "reports_to": "Reports to",
    "agreement": "Agreement",
    "exit": "Exit",
    "review": "Review due",
    "verified": "Last verified",
    "as_of": "As of",
    "note": "Note",
}
NOT_RECORDED = "not recorded"
READ_AT = "Where it was read"
SECOND_SOURCE = "Also seen"
MEMBERS = "Members"
MEMBER_COLUMNS = ("Organisation", "Sector", "Seat", "Vote")
NO_MEMBERS = "No members are recorded."
SECTORS = {
    "public": "public",
    "private": "private",
    "voluntary_community": "voluntary and community",
    "faith": "faith",
    "education": "education",
    "health": "health",
    "police": "police",
}
HEALTH = "Health check"
HEALTH_ABOUT = (
    "The eight headings are the Audit Commission's questions to partnerships (2005). 0 means that nothing is in place, 3 that it "
    "is in place and works. A heading without a score is not counted as 0."
)
HEALTH_COLUMNS = ("Heading", "Score, 0 to 3", "Checked", "What it rests on", "What is to be done")
HEADINGS = {
    "rationale": "Rationale",
    "added_value": "Added value",
    "governance": "Governance",
    "performance_management": "Performance management",
    "financial_management": "Financial management",
    "risk_management": "Risk management",
    "termination": "Termination",
    "serving_the_public": "Serving the public",
}
NO_SCORE = "not scored"
DOWNLOAD = "Download these rows (CSV)"
CSV_COLUMNS = (
    "Code",
    "Name",
    "Inside or outside",
    "Theme",
    "Kind",
    "Significance",
    "Status",
    "Agreement",
    "Exit",
    "Review due",
    "Last verified",
    "Mean of the health check",
    "As of",
    "Source",
)
EDIT_WHAT = "What is edited"
EDIT = {
    "partnership": "Partnerships",
    "partnership_member": "Members",
    "partnership_health": "Health checks",
}
ONLY_NOW = "What is recorded can be edited only as it stands now, not as it was at an earlier moment."
SHOW_NOW = "Show it as it stands now"


def summary(entries: int, inside: Mapping[str, int]) -> str:
    """The register in one sentence.

    >>> summary(33, {"inside": 10, "outside": 5, "not_stated": 7, "not_applicable": 11})
    '33 partnerships: 10 inside the LSP, 5 outside the LSP, 7 not stated, 11 after the LSP.'
    """
    parts = [f"{inside[where]:,} {words}" for where, words in INSIDE.items() if inside.get(where)]
    return f"{counted(entries, 'partnership', 'partnerships')}: {', '.join(parts)}."


def significance(judged: Mapping[str | None, int]) -> str:
    """How many are of which significance.

    >>> significance({"major": 23, "moderate": 21, "limited": 15, None: 3})
    'Significance: 23 major, 21 moderate, 15 limited; 59 significant together. 3 have not been judged.'
    >>> significance({None: 33})
    'The significance of none has been judged yet.'
    """
    levels = [f"{judged[level]:,} {words}" for level, words in LEVELS.items() if judged.get(level)]
    unjudged = judged.get(None, 0)
    if not levels:
        return "The significance of none has been judged yet."
    together = sum(judged.get(level, 0) for level in ("major", "moderate", "limited"))
    rest = f" {unjudged:,} {'has' if unjudged == 1 else 'have'} not been judged." if unjudged else ""
    return f"Significance: {', '.join(levels)}; {together:,} significant together.{rest}"


def kind_as_of(kind: str, when: date | None, words: str) -> str:
    """What kind of body it is, and on what date its source says so, or the words of the source where it gives none.

    >>> kind_as_of("district LSP", date(2009, 5, 26), "2009-05-26"), kind_as_of("group", None, "undated, about 2007")
    ('district LSP; as of 26 May 2009', 'group; undated, about 2007')
    """
    return f"{kind}; {f'as of {day(when)}' if when else words}"


def part_of(part: int, whole: int) -> str:
    """A part of a whole.

    >>> part_of(0, 33)
    '0 of 33'
    """
    return f"{part:,} of {whole:,}"


def share(value: Fraction | None) -> str:
    """A share in whole per cent, never rounded to all or nothing; empty where there is none.

    >>> share(Fraction(0)), share(Fraction(1, 300)), share(Fraction(299, 300)), share(Fraction(1, 2)), share(None)
    ('0%', 'under 1%', 'over 99%', '50%', '')
    """
    if value is None:
        return ""
    if 0 < value < Fraction(1, 100):
        return "under 1%"
    if Fraction(99, 100) < value < 1:
        return "over 99%"
    return f"{int(value * 100 + Fraction(1, 2))}%"


def review(due_on: date | None, as_of: date) -> str:
    """When it is reviewed next.

    >>> review(date(2026, 3, 31), date(2026, 11, 22)), review(date(2027, 3, 31), date(2026, 11, 22)), review(None, date.max)
    ('review overdue since 31 March 2026', 'review due 31 March 2027', 'no review date')
    """
    if due_on is None:
        return NO_REVIEW
    return f"review {'overdue since' if due_on < as_of else 'due'} {day(due_on)}"


def verified(on: date | None, by: str | None) -> str:
    """When the keeper of the register last checked the row.

    >>> verified(date(2026, 5, 1), "register keeper"), verified(None, None)
    ('verified 1 May 2026 by register keeper', 'never verified')
    """
    if on is None:
        return NEVER_VERIFIED
    return f"verified {day(on)}{f' by {by}' if by else ''}"


def health(mean: Fraction | None, scored: int, weakest: tuple[str, ...]) -> tuple[str, str]:
    """The health check in short: the mean of the scored headings, and the weakest.

    >>> health(Fraction(9, 4), 8, ("termination",))
    ('2.3 of 3', 'weakest: Termination')
    >>> health(Fraction(1), 2, ("governance", "rationale"))
    ('1.0 of 3', '2 of 8 headings scored; weakest: Governance, Rationale')
    >>> health(None, 0, ())
    ('not checked', '')
    """
    if mean is None:
        return NOT_CHECKED, ""
    tenths = int(mean * 10 + Fraction(1, 2))
    missing = "" if scored == len(HEADINGS) else f"{scored} of {len(HEADINGS)} headings scored; "
    all_alike = len(weakest) == scored and scored > 2  # noqa: PLR2004 - of two the weaker ones can be named
    weak = "" if all_alike else f"weakest: {', '.join(HEADINGS[each] for each in weakest)}"
    return f"{tenths // 10}.{tenths % 10} of 3", f"{missing}{weak}".removesuffix("; ")
