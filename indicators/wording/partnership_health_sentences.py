"""The sentences with figures of the page Partnership health."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.wording.commands import counted
from indicators.wording.dates import day
from indicators.wording.numbers import change, number, with_unit
from indicators.wording.partnership_health import ANSWERS, DIVIDED, EVERYBODY, HIDDEN
from indicators.wording.sectors import GROUPS, SECTORS


def group(name: str) -> str:
    """A sector, a group of sectors or all.

    >>> group("all"), group("private"), group("other_partners")
    ('All partners', 'Private sector', 'Other partners')
    """
    return EVERYBODY if name == "all" else (GROUPS.get(name) or SECTORS[name])


def round_line(title: str, closed_on: date, answered: int | None, asked: int | None) -> str:
    """Which round is shown, and how many answered at least one statement; `answered` is to the nearest 5, None where hidden.

    >>> round_line("Autumn 2026", date(2026, 10, 31), 60, 80)
    'Autumn 2026, closed on 31 October 2026: about 60 people answered, of 80 who were asked.'
    """
    if answered is None:
        return f"{title}, closed on {day(closed_on)}: fewer than 8 people answered."
    of = f", of {asked:,} who were asked" if asked else ""
    return f"{title}, closed on {day(closed_on)}: about {answered:,} people answered{of}."


def answers_finding(most: str, most_share: float, least: str, least_share: float) -> str:
    """The finding over the chart of all statements.

    >>> answers_finding("Strengths", 81.2, "Obstacles", 35)
    'Most agreement is on “Strengths” (81%), least on “Obstacles” (35%)'
    """
    if most == least:
        return f"{with_unit(most_share, 0, '%')} agree on “{most}”"
    return f"Most agreement is on “{most}” ({with_unit(most_share, 0, '%')}), least on “{least}” ({with_unit(least_share, 0, '%')})"


def sectors_finding(head: str, everybody: float | None, shown: int, hidden: int) -> str:
    """The finding over the chart by sector.

    >>> sectors_finding("Ownership", 52.4, 4, 3)
    'Ownership: 52% of all partners agree; 4 sectors are shown, 3 hidden'
    """
    said = (
        "all partners are hidden"
        if everybody is None
        else f"{with_unit(everybody, 0, '%')} of all partners agree"
    )
    return f"{head}: {said}; {counted(shown, 'sector is', 'sectors are')} shown, {hidden} hidden"


def hidden(name: str) -> str:
    """The name of a row without a bar.

    >>> hidden("Faith")
    'Faith: hidden'
    """
    return f"{name}: {HIDDEN}"


def answered_so(shares: Sequence[float]) -> str:
    """The five answers with their shares.

    >>> answered_so((10, 20, 30, 25, 15))
    '10% strongly disagree, 20% disagree, 30% neither, 25% agree, 15% strongly agree'
    """
    return ", ".join(f"{share(each)} {word}" for each, word in zip(shares, ANSWERS, strict=True))


def share(value: float | None) -> str:
    """A share of answers in whole per cent.

    >>> share(33.4), share(None)
    ('33%', 'hidden')
    """
    return HIDDEN if value is None else with_unit(value, 0, "%")


def about(people: int | None) -> str:
    """How many answered, to the nearest 5.

    >>> about(25), about(None)
    ('about 25', 'hidden')
    """
    return HIDDEN if people is None else f"about {people:,}"


def spread(value: float | None, *, is_wide: bool) -> str:
    """How far answers lie apart.

    >>> spread(1.24, is_wide=True), spread(0.6, is_wide=False)
    ('1.2, divided', '0.6')
    """
    said = number(value, 1)
    return f"{said}, {DIVIDED}" if is_wide else said


def changed(points: float, interval: tuple[float, float], verdict: str) -> str:
    """A change or a gap with its interval.

    >>> changed(12.3, (2.1, 21.8), "more")
    '+12 points (2 to 22)'
    >>> changed(-3, (-14, 8), "not_told_apart")
    '−3 points (−14 to 8): may be chance'
    """
    said = f"{change(points, 0, '%')} ({number(interval[0], 0)} to {number(interval[1], 0)})"
    return f"{said}: may be chance" if verdict == "not_told_apart" else said


def equals(public: float, others: float, interval: tuple[float, float], verdict: str) -> str:
    """The gap between public bodies and other partners in a sentence.

    >>> equals(72, 45, (3, 48), "more")
    '72% in public bodies and 45% among other partners agree that all have an equal say: public bodies agree more, by \
27 points (3 to 48).'
    >>> equals(60, 57, (-19, 25), "not_told_apart")
    '60% in public bodies and 57% among other partners agree that all have an equal say: too close, with so few answers, to tell a gap \
from chance (−19 to 25 points).'
    """
    said = f"{with_unit(public, 0, '%')} in public bodies and {with_unit(others, 0, '%')} among other partners agree that all have an equal say"
    ends = f"{number(interval[0], 0)} to {number(interval[1], 0)}"
    if verdict == "not_told_apart":
        return f"{said}: too close, with so few answers, to tell a gap from chance ({ends} points)."
    more = "public bodies agree more" if verdict == "more" else "other partners agree more"
    return f"{said}: {more}, by {number(abs(public - others), 0)} points ({ends})."


def luck(comparisons: int, by_chance: float) -> str:
    """How many changes luck alone would show.

    >>> luck(8, 0.4)
    'Of 8 statements compared, luck alone would show a change beyond its interval in 0.4 on average.'
    """
    return f"Of {counted(comparisons, 'statement', 'statements')} compared, luck alone would show a change beyond its interval in {number(by_chance, 1)} on average."
