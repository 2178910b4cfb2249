"""The register of partnerships: who stands inside, how fresh the register is, and which significant ones lack terms.

Inside or outside follows from the relation to the Local Strategic Partnership, so that the two cannot disagree. Keeping a
register current is what the review asked for, so its freshness is measured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from indicators.analysis.finding import Finding
from indicators.scrutiny.measure import Measure, measure

Relation = Literal[
    "lsp_itself",
    "lsp_board",
    "lsp_theme_group",
    "lsp_subgroup",
    "district_lsp",
    "outside_linked",
    "outside_unlinked",
    "after_lsp",
    "not_stated",
]
Inside = Literal["inside", "outside", "not_stated", "not_applicable"]
Significance = Literal["major", "moderate", "limited", "not_significant"]

_STANDS: dict[Relation, Inside] = {
    "lsp_itself": "inside",
    "lsp_board": "inside",
    "lsp_theme_group": "inside",
    "lsp_subgroup": "inside",
    "district_lsp": "outside",
    "outside_linked": "outside",
    "outside_unlinked": "outside",
    "after_lsp": "not_applicable",
    "not_stated": "not_stated",
}
NEEDS_TERMS: tuple[Significance, ...] = ("major", "moderate")
CLOSED = "closed"


@dataclass(frozen=True)
class Partnership:
    """One entry of the register. A status that nobody recorded is None and counts as living."""

    code: str
    name: str
    relation: Relation
    theme: str | None = None
    significance: Significance | None = None
    status: str | None = None
    agreement: str | None = None
    exit_arrangements: str | None = None
    review_due_on: date | None = None
    last_verified_on: date | None = None

    @property
    def is_significant(self) -> bool:
        """Whether it is major, moderate or limited: anything but not significant or not yet judged."""
        return self.significance is not None and self.significance != "not_significant"

    @property
    def needs_terms(self) -> bool:
        """Whether a written agreement and exit terms are expected of it: major or moderate."""
        return self.significance in NEEDS_TERMS


@dataclass(frozen=True)
class Register:
    """The register as a whole on a day. The measures count what is not closed.

    Attributes:
        inside: how many entries stand inside, outside, not stated, not applicable; all entries.
        significant: how many of each significance; None for those that nobody judged.
        verified: verified within the last twelve months, of all living.
        review_ahead: with a review date that has not passed, of all living.
        with_terms: with agreement and exit terms, of the living that are major or moderate.
        findings: review_overdue, no_exit_terms and no_agreement, in the order of the entries.
    """

    entries: int
    inside: dict[Inside, int]
    significant: dict[Significance | None, int]
    verified: Measure
    review_ahead: Measure
    with_terms: Measure
    findings: tuple[Finding, ...]

    @property
    def number_significant(self) -> int:
        """How many are major, moderate or limited."""
        return sum(
            count for level, count in self.significant.items() if level not in (None, "not_significant")
        )


def stands(relation: Relation) -> Inside:
    """Inside or outside the Local Strategic Partnership, from the relation to it.

    Raises:
        ValueError: the relation is none of the declared ones.
    """
    if relation not in get_args(Relation):
        raise ValueError(f"relation must be one of {get_args(Relation)}, got {relation!r}")
    return _STANDS[relation]


def register(partnerships: Sequence[Partnership], as_of: date) -> Register:
    """The register at the end of the day `as_of`."""
    living = [each for each in partnerships if each.status != CLOSED]
    return Register(
        entries=len(partnerships),
        inside=dict(Counter(stands(each.relation) for each in partnerships)),
        significant=dict(Counter(each.significance for each in partnerships)),
        verified=measure(is_verified(each, as_of) for each in living),
        review_ahead=measure(
            each.review_due_on is not None and each.review_due_on >= as_of for each in living
        ),
        with_terms=measure(
            bool(each.agreement and each.exit_arrangements) for each in living if each.needs_terms
        ),
        findings=tuple(finding for each in living for finding in _findings(each, as_of)),
    )


def is_verified(partnership: Partnership, as_of: date) -> bool:
    """Whether it was verified after the same day of the year before, and not later than `as_of`."""
    checked = partnership.last_verified_on
    return checked is not None and _a_year_before(as_of) < checked <= as_of


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def _findings(each: Partnership, as_of: date) -> Iterable[Finding]:
    if each.review_due_on is not None and each.review_due_on < as_of:
        days = (as_of - each.review_due_on).days
        yield Finding("review_overdue", each.code, {"due_on": each.review_due_on, "days": days})
    if each.needs_terms and not each.exit_arrangements:
        yield Finding("no_exit_terms", each.code, {"significance": each.significance})
    if each.needs_terms and not each.agreement:
        yield Finding("no_agreement", each.code, {"significance": each.significance})
