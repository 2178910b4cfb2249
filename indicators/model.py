"""The words of the house as small frozen dataclasses: what a figure, a target and a judgement are.

Nothing here computes. Every name stands in GLOSSARY.md with the same meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Literal

# The county of the Oxfordshire Partnership: the place that is shown where none is asked for (ONS code).
COUNTY = "E10000025"

Polarity = Literal["higher", "lower", "neutral", "range"]
Rag = Literal["green", "amber", "red", "grey"]
CommentaryState = Literal["draft", "submitted", "approved", "published"]
Direction = Literal["improving", "deteriorating", "changed", "no_change", "not_comparable"]


@dataclass(frozen=True)
class Reason:
    """Why something could not be computed: a code that `wording` turns into a sentence, and its figures."""

    code: str
    figures: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Theme:
    """One of the aims of the community strategy that indicators are grouped by."""

    code: str
    title: str
    position: int


@dataclass(frozen=True)
class Area:
    """A place with figures of its own; `code` is the ONS nine-character code where there is one."""

    code: str
    name: str
    kind: str
    parent_code: str | None


@dataclass(frozen=True)
class Indicator:
    """What is measured, for whom, and which way is better. Carries no target and no value."""

    code: str
    title: str
    theme_code: str
    unit: str
    unit_short: str | None
    decimals: int
    polarity: Polarity
    frequency: str
    period_length: str
    measure_kind: str
    related_ni: str | None
    ni_basis: str | None
    publisher: str
    source_title: str
    definition: str | None
    source: str
    source_key: str
    publication_lag_days: int | None = None
    lead_partner: str | None = None
    owner: str | None = None


@dataclass(frozen=True)
class Observation:
    """One value of one indicator for one area and period; `period` is an ISO 8601 start and duration."""

    indicator_code: str
    area_code: str
    period: str
    period_start: date
    period_end: date
    value: float | None
    numerator: float | None
    denominator: float | None
    lower: float | None
    upper: float | None
    status: str
    source_period: str
    note: str | None
    source: str
    source_key: str

    @property
    def is_doubtful(self) -> bool:
        """Whether the source itself is thought to be wrong here; such a value is shown, never judged."""
        return self.status == "doubtful"


@dataclass(frozen=True)
class Target:
    """A level promised by a date, who set it, and whether anybody did (`status` agreed or illustrative).

    `target_value` is in the indicator's unit for `absolute`, in per cent for `percentage_change_from_baseline`.
    """

    code: str
    indicator_code: str | None
    area_code: str
    due_on: date
    target_type: str
    target_value: float
    unit: str
    baseline_period: str | None
    baseline_value: float | None
    status: str
    set_by: str
    level: str
    title: str
    note: str | None
    source: str
    source_key: str

    @property
    def is_illustrative(self) -> bool:
        """Whether this target was made by a mechanical rule and promised by nobody."""
        return self.status == "illustrative"


@dataclass(frozen=True)
class Event:
    """Something dated that a reader of a chart should know: a milestone, or a break in a series.

    `date_precision` is `day`, `month` or `year`: of less than a day, `happened_on` is the first.
    """

    code: str
    happened_on: date
    kind: str
    title: str
    indicator_code: str | None
    note: str | None
    source: str
    source_key: str
    on_charts: str | None = None
    date_precision: str = "day"


@dataclass(frozen=True)
class Commentary:
    """What the partnership itself says of one figure: why it is so, what is done, and how it judges it.

    `judged_rating` stands beside the computed rating and never in its place. `written_by` and `approved_by` are as stated.
    """

    indicator_code: str
    area_code: str
    period: str
    period_start: date
    period_end: date
    state: CommentaryState
    story: str
    action: str | None
    judged_rating: Rag | None
    judged_reason: str | None
    written_by: str
    approved_by: str | None

    @property
    def may_leave(self) -> bool:
        """Whether it may be shown outside the house."""
        return self.state in OPEN_STATES


# From which state a commentary may go to which; None: there is none yet. Its text can be changed in a draft only.
COMMENTARY_MOVES: Mapping[CommentaryState | None, tuple[CommentaryState, ...]] = {
    None: ("draft", "submitted"),
    "draft": ("draft", "submitted"),
    "submitted": ("approved", "draft"),
    "approved": ("published", "draft"),
    "published": ("draft",),
}
OPEN_STATES: tuple[CommentaryState, ...] = ("approved", "published")

# Statuses of an edition of the prevention audit from which on it stays as it is.
PUBLISHED_STATUSES = ("published", "scrutinised", "frozen")

# The agreement of two coders below which an edition is not published before it is moderated.
LEAST_KAPPA = Fraction(3, 5)

# Grades of a claim of influence that count as demonstrated.
DEMONSTRATED_GRADES = ("I3", "I4")
