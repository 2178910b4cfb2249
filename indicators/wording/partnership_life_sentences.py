"""The sentences with figures of the page Partnership life."""

from __future__ import annotations

from datetime import date

from indicators.wording.commands import counted
from indicators.wording.dates import MONTHS, day
from indicators.wording.numbers import NO_VALUE, change, number, with_unit
from indicators.wording.partnership_life import ASKED_OF, FEW, NONE_FOUND


def vacancy(since: date, days: int) -> str:
    """How long a seat has been vacant.

    >>> vacancy(date(2026, 10, 1), 53)
    'vacant for 53 days, since 1 October 2026'
    """
    return f"vacant for {counted(days, 'day', 'days')}, since {day(since)}"


def seats_headline(seats: int, vacant: int, private: tuple[int, int] | None, longest: int | None) -> str:
    """The seats in a sentence; `private` is how many of its seats the private sector fills.

    >>> seats_headline(12, 3, (1, 2), 412)
    '3 of 12 seats are vacant, the longest for 412 days. The private sector fills 1 of its 2 seats.'
    >>> seats_headline(4, 0, None, None)
    'All 4 seats are filled. No seat is meant for the private sector.'
    """
    if not vacant:
        first = "The only seat is filled." if seats == 1 else f"All {seats:,} seats are filled."
    else:
        are = "is" if vacant == 1 else "are"
        first = f"{vacant:,} of {counted(seats, 'seat', 'seats')} {are} vacant"
        first += f", the longest for {counted(longest, 'day', 'days')}." if longest else "."
    if private is None:
        return f"{first} No seat is meant for the private sector."
    filled, meant = private
    return f"{first} The private sector fills {filled:,} of its {counted(meant, 'seat', 'seats')}."


def seats_finding(first: date, then: tuple[int, int], last: date, now: tuple[int, int]) -> str:
    """The finding over the chart of seats; each pair is how many seats the other partners fill, of all that are filled.

    >>> seats_finding(date(2008, 12, 31), (2, 10), date(2026, 11, 22), (4, 12))
    'Other partners than public bodies fill 4 of 12 filled seats on 22 November 2026; 2 of 10 on 31 December 2008'
    """
    said = f"Other partners than public bodies fill {now[0]:,} of {now[1]:,} filled seats on {day(last)}"
    return said if first == last else f"{said}; {then[0]:,} of {then[1]:,} on {day(first)}"


def bar_name(on: date) -> str:
    """The day under a bar, as short as a narrow screen needs: the year for its last day.

    >>> bar_name(date(2025, 12, 31)), bar_name(date(2026, 11, 22))
    ('2025', '22 Nov')
    """
    last_day = (12, 31)
    return str(on.year) if (on.month, on.day) == last_day else f"{on.day} {MONTHS[on.month - 1][:3]}"


def attended(pair: tuple[int, int] | None) -> str:
    """Meetings attended of those held.

    >>> attended((5, 6)), attended(None)
    ('5 of 6', '–')
    """
    return NO_VALUE if pair is None else f"{pair[0]:,} of {pair[1]:,}"


def term(ends_on: date | None) -> str:
    """Until when a holder was appointed."""
    return "" if ends_on is None else f"term to {day(ends_on)}"


def secondments_headline(
    running: int, months: str, crossing: tuple[int, int], learnt: tuple[int, int]
) -> str:
    """All secondments in a sentence or three.

    >>> secondments_headline(2, "14.3", (3, 4), (1, 2))
    '2 secondments run. 14.3 months of a full-time post have been lent so far. 3 of the 4 that have begun cross sectors; 1 of the 2 \
that have ended has a learning note.'
    """
    run = "secondment runs" if running == 1 else "secondments run"
    parts = [f"{running:,} {run}. {months} months of a full-time post have been lent so far."]
    said = []
    if crossing[1]:
        cross = "crosses" if crossing[0] == 1 else "cross"
        said.append(f"{crossing[0]:,} of the {crossing[1]:,} that have begun {cross} sectors")
    if learnt[1]:
        have = "has" if learnt[0] == 1 else "have"
        said.append(f"{learnt[0]:,} of the {learnt[1]:,} that have ended {have} a learning note")
    return " ".join([*parts, f"{'; '.join(said)}."]) if said else parts[0]


def span(begins: date, ends: date | None) -> str:
    """From when to when.

    >>> span(date(2026, 1, 1), date(2026, 6, 30)), span(date(2026, 1, 1), None)
    ('1 January 2026 to 30 June 2026', 'from 1 January 2026')
    """
    return f"from {day(begins)}" if ends is None else f"{day(begins)} to {day(ends)}"


def went_on(begins: date, ends: date | None) -> str:
    """When an activity was.

    >>> went_on(date(2026, 5, 4), None), went_on(date(2026, 5, 4), date(2026, 5, 8))
    ('4 May 2026', '4 May 2026 to 8 May 2026')
    """
    return day(begins) if ends is None or ends == begins else span(begins, ends)


def cases_headline(cases: int, may: int, must_not: int) -> str:
    """The case studies in a sentence.

    >>> cases_headline(3, 1, 1)
    '1 of 3 case studies may be public. 1 is recorded as public and must not be.'
    """
    first = f"{may:,} of {counted(cases, 'case study', 'case studies')} may be public."
    if not must_not:
        return first
    return f"{first} {must_not:,} {'is' if must_not == 1 else 'are'} recorded as public and must not be."


def publicity_headline(activities: int, asked: int, told_apart: int) -> str:
    """The activities in a sentence or two.

    >>> publicity_headline(5, 2, 1), publicity_headline(1, 0, 0)
    ('5 activities are recorded. For 2 of them enough people were asked before and after; in 1 the difference is more than chance gives.', \
'1 activity is recorded. For none of them were enough people asked before and after, so what was taken in is not known.')
    """
    are = "is" if activities == 1 else "are"
    first = f"{counted(activities, 'activity', 'activities')} {are} recorded."
    if not asked:
        return f"{first} For none of them were enough people asked before and after, so what was taken in is not known."
    apart = (
        f"in {told_apart:,} the difference is more than chance gives"
        if told_apart
        else "in none of these is the difference more than chance gives"
    )
    return f"{first} For {asked:,} of them enough people were asked before and after; {apart}."


def people(count: int | None) -> str:
    """A number of people as it may be shown; None where it is hidden.

    >>> people(120), people(None)
    ('120', 'fewer than 8')
    """
    return FEW if count is None else number(count, 0)


def heard(before: float, after: float) -> str:
    """Awareness before and after.

    >>> heard(12, 19.5)
    '12% before, 20% after'
    """
    return f"{with_unit(before, 0, '%')} before, {with_unit(after, 0, '%')} after"


def awareness(points: float, interval: tuple[float, float], verdict: str) -> str:
    """The change of awareness.

    >>> awareness(7.5, (1.2, 13.6), "more_aware")
    '+8 points (1 to 14)'
    >>> awareness(2, (-4, 8.1), "not_told_apart")
    '+2 points (−4 to 8): not more than chance gives'
    """
    said = f"{change(points, 0, '%')} ({bounds(interval)})"
    return f"{said}: not more than chance gives" if verdict == "not_told_apart" else said


def bounds(interval: tuple[float, float]) -> str:
    """The two ends of an interval in whole points.

    >>> bounds((-4.2, 8.1))
    '−4 to 8'
    """
    return f"{number(interval[0], 0)} to {number(interval[1], 0)}"


def reach_finding(largest: str, reach: str, drawn: int) -> str:
    """The finding over the chart of reach.

    >>> reach_finding("Leaflet", "12,000", 3)
    'Of the 3 latest activities with a count, “Leaflet” reached most: 12,000'
    """
    if drawn == 1:
        return f"“{largest}” reached {reach}"
    return f"Of the {drawn:,} latest activities with a count, “{largest}” reached most: {reach}"


def awareness_finding(told_apart: int, drawn: int) -> str:
    """The finding over the chart of awareness.

    >>> awareness_finding(1, 2)
    'In 1 of 2 activities awareness before and after differs by more than chance gives'
    """
    return f"In {told_apart:,} of {counted(drawn, 'activity', 'activities')} awareness before and after differs by more than chance gives"


def asked_of(code: str, title: str, summary: str, evidence: str | None, evidence_on: date | None) -> str:
    """What the review asked for, and what is recorded of its follow-up.

    >>> asked_of("R8", "Secondments", "More exchange of staff between agencies", None, None)
    'Recommendation R8, Secondments: More exchange of staff between agencies. Evidence of its follow-up: none found.'
    """
    when = f" ({day(evidence_on)})" if evidence_on else ""
    found = NONE_FOUND if not evidence or evidence.startswith("none") else f"{evidence}{when}."
    return ASKED_OF.format(code=code, title=title, summary=summary.rstrip("."), evidence=found)
