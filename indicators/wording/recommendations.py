"""The words of the page Recommendation tracker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from indicators.wording.commands import counted
from indicators.wording.dates import day
from indicators.wording.scrutiny import PROGRESS, STATES
from indicators.wording.scrutiny_findings import days

TITLE = "Recommendation tracker"
LEAD = (
    "What scrutiny recommended, what was answered, and what was found of its follow-up. Officers report; only the "
    "committee's own assessment closes a recommendation."
)
PARTS = {"register": "Tracker", "timeline": "Timeline", "council": "Reports to full council", "edit": "Edit"}
REVIEW = "Review"
ALL_REVIEWS = "All reviews"
STATE = "Where it stands"
ANY_STATE = "Any"
ALL = "Show the whole tracker"
BACK = "Back to the tracker"
NONE_MATCHES = "No recommendation matches these choices."
NO_SUCH = "There is no recommendation “{given}”."
ORDER = (
    "Overdue first, the longest first; then those without a date, those that await the members' judgement, open, paused, and last "
    "those that members closed. What has no date is never called late."
)
WHAT = "recommendations"
BEFORE, AFTER = "Those before", "Those after"
COLUMNS = (
    "Recommendation",
    "Where it stands",
    "Due",
    "Response and owner",
    "Officers say",
    "Members say",
    "Evidence",
)
SHAPES = {
    "overdue": ("■", "red"),
    "no_date": ("○", "grey"),
    "awaiting_members": ("▲", "amber"),
    "open": ("●", "green"),
    "paused": ("◇", "grey"),
    "closed": ("✓", "grey"),
}
RESPONSES = {
    "accepted": "accepted",
    "accepted_in_part": "accepted in part",
    "rejected": "rejected",
    "deferred": "deferred",
    "noted": "noted",
    "awaited": "awaited",
}
SHOWN_BY = {
    "members": "The members' own assessment is shown; it counts before all else.",
    "officers": "The officers' assessment is shown, as dates and evidence allow it and members have not assessed it.",
    "dates": "Nobody has assessed it; only its dates and the evidence speak.",
    "not_borne_out": "What officers say is not borne out by its dates and the evidence, so only these speak.",
}
NOT_ASSESSED = "not assessed"
NO_RESPONSE = "no response recorded"
NO_OWNER = "no owner recorded"
NO_DATE = "no date set"
NO_EVIDENCE = "none recorded"
SOURCE = "source"
FINDINGS = "What stands out"
HOW = "How this standing came about"
FACTS = {
    "asks": "What it asks",
    "review": "Review",
    "addressee": "Made to",
    "owner": "Owner",
    "response": "Response",
    "response_due": "Response due",
    "responded": "Answered on",
    "response_reason": "Reason of the answer",
    "due": "Due at first",
    "current": "Due now",
    "moved": "Why the date was moved",
    "evidence": "Evidence found",
    "evidence_on": "Date of the evidence",
    "strength": "How directly it bears on it",
    "officers": "Officers say",
    "members": "Members say",
    "signed_off": "Signed off",
    "minute": "Minute",
    "impact": "What came of it",
}
READ_AT = "Where it was read"
EVIDENCE_READ_AT = "Where the evidence was read"
DOWNLOAD = "Download these rows (CSV)"
CSV_COLUMNS = (
    "Recommendation",
    "Title",
    "Review",
    "Where it stands",
    "Days overdue",
    "Addressee",
    "Owner",
    "Response",
    "Due at first",
    "Due now",
    "Officers say",
    "Members say",
    "Evidence",
    "Date of the evidence",
    "Strength of the evidence",
    "Source of the evidence",
)
EMPTY_LEAD = "No recommendation of any review has been recorded at this moment."

TIMELINE_CAPTION = "Every date that is recorded of these recommendations"
TIMELINE_COLUMNS = (
    "Recommendation",
    "Due at first",
    "Due now",
    "Answered",
    "Evidence",
    "Signed off",
    "Where it stands",
)
MARKS = {
    "due": "due at first",
    "current": "due now, moved",
    "responded": "answered",
    "evidence": "evidence found",
    "signed_off": "signed off by members",
    "overdue": "overdue, to this day",
}
NO_DATES_AT_ALL = "None of these recommendations has any date, so there is nothing to draw."

COUNCIL_LEAD = "The review asked that cabinet members report to the whole council on partnerships in their themes and answer questions there."
COUNCIL_EMPTY = (
    "One row is one report to a council meeting. With rows this part shows how many reports there were in each council year "
    "(May to April), on which themes, and how many questions were put."
)
COUNCIL_YEARS_COLUMNS = ("Council year", "Reports", "Themes", "Questions put")
COUNCIL_COLUMNS = ("Report", "Council meeting", "Theme", "Cabinet member for", "Questions put", "Follow-up")
COUNCIL_YEARS = "Reports by council year"
COUNCIL_REPORTS = "Every report"
NOT_COUNTED = "not counted"
EDIT_WHAT = "What is edited"
EDIT = {"recommendation": "Recommendations", "council_report": "Reports to full council"}
ONLY_NOW = "What is recorded can be edited only as it stands now, not as it was at an earlier moment."
SHOW_NOW = "Show it as it stands now"


def summary(states: Mapping[str, int], reviews: int) -> str:
    """The tracker in one sentence.

    Args:
        states: how many recommendations stand how, in the order of the tracker; those without any may be left out.
        reviews: how many reviews they come from.

    >>> summary({"overdue": 1, "no_date": 9, "awaiting_members": 2}, 1)
    '12 recommendations of 1 review: 1 overdue, 9 without a date, 2 awaiting the members. Members have closed none.'
    >>> summary({"closed": 3}, 2)
    '3 recommendations of 2 reviews. Members have closed all of them.'
    """
    every = sum(states.values())
    closed = states.get("closed", 0)
    words = {**STATES, "no_date": "without a date", "awaiting_members": "awaiting the members"}
    parts = [f"{count:,} {words[state]}" for state, count in states.items() if count and state != "closed"]
    head = f"{counted(every, 'recommendation', 'recommendations')} of {counted(reviews, 'review', 'reviews')}"
    by_members = "none" if not closed else "all of them" if closed == every else f"{closed:,}"
    return f"{': '.join(filter(None, (head, ', '.join(parts))))}. Members have closed {by_members}."


def due(first: date | None, now: date | None, overdue: int | None, slipped: int | None) -> tuple[str, str]:
    """When it is due, and beneath it by how much it is late or was moved.

    >>> due(None, None, None, None)
    ('no date set', '')
    >>> due(date(2008, 2, 29), None, 6841, None)
    ('29 February 2008', '6,841 days overdue')
    >>> due(date(2008, 2, 29), date(2009, 2, 28), None, 365)
    ('28 February 2009', 'first 29 February 2008, moved by 365 days')
    """
    when = now or first
    if when is None:
        return NO_DATE, ""
    moved = f"first {day(first)}, moved by {days(slipped)}" if first and slipped else ""
    late = f"{days(overdue)} overdue" if overdue else ""
    return day(when), "; ".join(filter(None, (late, moved)))


def evidence(on: date | None, strength: str | None) -> str:
    """When the evidence was, and how directly it bears on the recommendation; `none` says that there is none.

    >>> evidence(date(2009, 3, 17), "direct in part"), evidence(None, "none"), evidence(None, None)
    ('17 March 2009; how directly it bears on it: direct in part', '', '')
    """
    bears = f"how directly it bears on it: {strength}" if strength and strength != "none" else ""
    return "; ".join(filter(None, (day(on) if on else "", bears)))


def assessed(progress: str | None) -> str:
    """What somebody says of how far it is.

    >>> assessed("on_track"), assessed(None)
    ('on track, not yet due', 'not assessed')
    """
    return PROGRESS[progress] if progress else NOT_ASSESSED


def timeline_finding(overdue: int, undated: int, of: int) -> str:
    """The finding of the timeline.

    >>> timeline_finding(1, 5, 12)
    '1 of 12 recommendations shown is overdue; 5 bear no date at all and are not drawn'
    >>> timeline_finding(0, 0, 3)
    'None of 3 recommendations shown is overdue'
    """
    verb = "is" if overdue <= 1 else "are"
    head = f"{overdue:,}" if overdue else "None"
    what = "recommendation" if of == 1 else "recommendations"
    rest = f"; {undated:,} bear{'s' if undated == 1 else ''} no date at all and {'is' if undated == 1 else 'are'} not drawn"
    return f"{head} of {of:,} {what} shown {verb} overdue{rest if undated else ''}"


def timeline_row(name: str, dates: Sequence[tuple[str, date]], overdue: int | None) -> str:
    """One recommendation of the timeline in words.

    >>> timeline_row("R11", [("due", date(2008, 2, 29))], 6841)
    'R11: due at first 29 February 2008; 6,841 days overdue'
    """
    said = [f"{MARKS[kind]} {day(when)}" for kind, when in dates]
    return f"{name}: {'; '.join([*said, *([f'{days(overdue)} overdue'] if overdue else [])])}"


def council_year(begins: int) -> str:
    """A council year.

    >>> council_year(2008)
    '2008/09'
    """
    return f"{begins}/{(begins + 1) % 100:02d}"


def questions(asked: int | None, counted_in: int, reports: int) -> str:
    """How many questions were put in a year, and in how many reports they were counted.

    >>> questions(7, 2, 3), questions(4, 1, 1), questions(None, 0, 2)
    ('7 (counted in 2 of 3 reports)', '4', 'not counted')
    """
    if asked is None:
        return NOT_COUNTED
    return (
        f"{asked:,}" if counted_in == reports else f"{asked:,} (counted in {counted_in} of {reports} reports)"
    )
