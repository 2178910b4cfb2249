"""What an auditor would ask about a coding, after Demos's warning that counting prevention invites relabelling.

None of it is proof of anything: each finding is a question to the coder. `lint` shows them with those on targets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from indicators.analysis.finding import Finding
from indicators.prevention.coding import Coding
from indicators.prevention.control import ControlTotal
from indicators.prevention.rows import LineKey

MOST_CHANGES = 10
UPWARD = (("AS", "TP"), ("TP", "SP"))
LATE = timedelta(days=30)
EXACT_HALF = Decimal("0.5")
NOUGHT = Decimal(0)


@dataclass(frozen=True)
class LineCoding:
    """One line as it was coded before and is now; `amount` in thousands of pounds of the year, over all who have the line."""

    key: LineKey
    amount: Decimal
    before: Coding | None
    now: Coding
    coded_on: date

    @property
    def name(self) -> str:
        """The service and the line, as a person finds it in the return."""
        return f"{self.key[1]}: {self.key[2]}"

    @property
    def moved(self) -> Decimal:
        """The money that changed its level: half of the sum of all differences, times the amount."""
        if self.before is None:
            return NOUGHT
        levels = {*self.before, *self.now}
        differences = (abs(self.now.get(level, NOUGHT) - self.before.get(level, NOUGHT)) for level in levels)
        return abs(self.amount) * sum(differences, NOUGHT) / 2


def questionable(codings: Sequence[LineCoding], published_on: date | None) -> tuple[Finding, ...]:
    """Every finding on codings: the ten largest changes, moves upward, late changes, exact halves."""
    return (
        *largest_changes(codings),
        *moves_upward(codings),
        *late_changes(codings, published_on),
        *exact_halves(codings),
    )


def largest_changes(codings: Iterable[LineCoding]) -> list[Finding]:
    """`largest_tag_change`: up to ten lines whose money changed its level most since the edition before."""
    changed = sorted((each for each in codings if each.moved), key=lambda each: (-each.moved, each.key))
    return [
        Finding("largest_tag_change", each.name, {"moved": each.moved, "amount": each.amount})
        for each in changed[:MOST_CHANGES]
    ]


def moves_upward(codings: Iterable[LineCoding]) -> list[Finding]:
    """`moved_towards_prevention`: money that went from acute to tertiary, or from tertiary to secondary."""
    found = []
    for each in codings:
        if each.before is None:
            continue
        for lower, upper in UPWARD:
            left = each.before.get(lower, NOUGHT) - each.now.get(lower, NOUGHT)
            came = each.now.get(upper, NOUGHT) - each.before.get(upper, NOUGHT)
            share = min(left, came)
            if share > 0:
                figures = {"from": lower, "to": upper, "moved": share * each.amount}
                found.append(Finding("moved_towards_prevention", each.name, figures))
    return found


def late_changes(codings: Iterable[LineCoding], published_on: date | None) -> list[Finding]:
    """`changed_late`: a coding given within 30 days before publication, or after it."""
    if published_on is None:
        return []
    return [
        Finding("changed_late", each.name, {"coded_on": each.coded_on, "published_on": published_on})
        for each in codings
        if each.coded_on >= published_on - LATE
    ]


def exact_halves(codings: Iterable[LineCoding]) -> list[Finding]:
    """`exactly_half`: a line divided into equal halves, which is seldom measured."""
    return [
        Finding("exactly_half", each.name, {"levels": sorted(each.now)})
        for each in codings
        if EXACT_HALF in each.now.values()
    ]


def rose_alone(
    partner: str, before: Fraction | None, now: Fraction | None, moved: Sequence[bool]
) -> list[Finding]:
    """`rose_without_outcomes`: a partner's core share rose while none of the linked indicators moved.

    Args:
        partner: whose share it is.
        before: core share of the year before.
        now: core share of this year.
        moved: for each linked indicator whether it changed; without any nothing is asked.
    """
    if before is None or now is None or now <= before or not moved or any(moved):
        return []
    return [
        Finding(
            "rose_without_outcomes",
            partner,
            {"before": float(before), "now": float(now), "indicators": len(moved)},
        )
    ]


def lines_astray(totals: Iterable[ControlTotal]) -> list[Finding]:
    """`lines_do_not_add_up`: lines that miss the published total of their return by more than rounding."""
    return [
        Finding(
            "lines_do_not_add_up",
            total.organisation,
            {
                "period": total.period,
                "parent": total.parent,
                "lines": total.sum_of_lines,
                "published": total.published,
            },
        )
        for total in totals
        if total.adds_up is False
    ]


def split_astray(sums: Iterable[tuple[LineKey, Decimal]]) -> list[Finding]:
    """`shares_not_one`: a line whose shares do not sum to exactly 1; it is held out as unclassified."""
    return [
        Finding("shares_not_one", f"{key[1]}: {key[2]}", {"sum": total}) for key, total in sums if total != 1
    ]
