"""The words of the benefits register's page: controls, headings, captions, findings over its drawings."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from indicators.periods import parse
from indicators.wording.benefits import MAP_KINDS, amount, share

LEAD = (
    "What was to be gained, from when, and how much of it has come. A benefit points at an indicator: what has come is read from the "
    "basket's own figures, never copied. Dis-benefits stand beside and are not taken off."
)
EMPTY_LEAD = (
    "The partnership's own benefits are not known. When they are recorded, this page holds each against its plan by the figures of its "
    "indicator, counts shared gains once, and draws what leads to which benefit."
)
PARTS_REGISTER = "Register"
PARTS_TOTALS = "Totals"
PARTS_MAP = "Benefits map"
WHICH = "Rows of"
KIND, ALL_KINDS = "Kind", "Benefits and dis-benefits"
STATUS, ANY_STATUS = "Status", "Any"
PERIOD = "Period"
ALL = "The whole register"
NO_SUCH_BENEFIT = "There is no benefit with the code “{given}”."
NONE_MATCHES = "No benefit matches these choices."
SHOW_ALL = "Show all"
LIST_COLUMNS = (
    "Benefit",
    "Latest figure of its indicator",
    "By",
    "Planned",
    "Has come",
    "Share of plan",
    "Against plan",
    "Findings",
)
LIST_NOTE = (
    "Planned and come are how far the figure is on the better side of its baseline, in the indicator's unit, by the latest period that "
    "has both; a figure moves for other reasons too. Below nine tenths of plan is asked about; that bound is ours."
)
BENEFITS_GROUP, DIS_BENEFITS_GROUP = "Benefits", "Dis-benefits, beside"
NOT_MEASURED = "nothing measured"
NO_FIGURE = "no figure"

PROFILE = "Profile"
CURVES = "Plan and what has come"
CURVE_COLUMNS = ("Period", "Planned", "Has come", "Difference")
PLANNED, COME = "planned", "has come"
NOT_DRAWN = "There is nothing to draw: neither a plan nor figures that can be counted."
NOT_A_CAUSE = (
    "The figure moves for other reasons too. That it moved as planned does not show that the work did it; finding that out is the task "
    "of an evaluation."
)
FIELDS = {
    "description": "What gets better or worse",
    "kind": "Kind",
    "value_class": "Class of value",
    "unit": "Unit",
    "status": "Status",
    "objective": "Objective",
    "enabling_change": "What has to change first",
    "accountable": "Accountable",
    "responsible": "Responsible",
    "double_count_group": "Counted once with",
    "attribution": "What else moves the figure",
    "baseline": "Counted from",
    "latest": "Latest figure",
    "review_due_on": "Review due",
    "source": "Source",
}
NOBODY = "nobody named"
SEE_INDICATOR = "The indicator's figures: {title}"
FINDINGS = "What to ask"
FINDING_COLUMNS = ("About", "What was found")
FINDINGS_CAPTION = "Found in what is recorded"
MAP_CAPTION = "Entries of the drawing, from left to right"
LEFT_OUT_CAPTION = "Each with the reason"
NO_FINDINGS = "Nothing to ask about how it is recorded."

TOTALS = "Together, in one period"
TOTAL_COLUMNS = (
    "Unit",
    "Planned",
    "Has come",
    "Dis-benefits planned",
    "Dis-benefits come",
    "Both together, for comparison",
)
TOTALS_NOTE = (
    "Each unit by itself. Of a double-count group the one with the largest plan counts, and benefits that are read from the same figures "
    "of the same place count once, whatever their profiles say. Only amounts that can be added are: counts and money. Rates, shares and "
    "scores of different groups cannot be."
)
NO_TOTALS = "No benefit has both a plan and figures that could be added."
LEFT_OUT = "Not in the totals"
LEFT_OUT_COLUMNS = ("Benefit", "Why")
COUNTED_WITH = "counted once, with {other}"
WITHOUT_FIGURE = "plan or figure of this period is not known"
NOT_ADDITIVE = "a rate, share or score: not added to others"
NOTHING_COUNTED = "nothing of it is counted"

ENTRIES = "entries"
MAP = "What leads to what"
MAP_COLUMNS = ("No.", "What it is", "Kind", "Leads to")
NO_MAP = "No arrow of a benefits map has been recorded."
NOT_ON_MAP = "It is not on the benefits map."
TOO_LARGE = (
    "The map has {count} entries, too many for one drawing that can be read; each benefit's page draws its part. Here is all of it as a "
    "table."
)
MAP_KEY = "Filled circles are benefits, hollow ones dis-benefits, what leads to them and what they serve. Numbers are those of the table below."


def listed(benefits: int, dis_benefits: int, of: int) -> str:
    """The caption of the register.

    >>> listed(3, 1, 4), listed(1, 0, 4)
    ('3 benefits and 1 dis-benefit', '1 benefit and no dis-benefit, of 4 in all')
    """
    shown = (
        f"{benefits or 'no'} benefit{'' if benefits == 1 else 's'} and "
        f"{dis_benefits or 'no'} dis-benefit{'s' if dis_benefits > 1 else ''}"
    )
    return shown if benefits + dis_benefits == of else f"{shown}, of {of:,} in all"


def finding(
    title: str,
    *,
    period: str | None,
    planned: Decimal | None,
    come: Decimal | None,
    of_plan: Fraction | None,
    decimals: int,
) -> str:
    """The title over the curves; without a share only what it is about.

    >>> known = {"planned": Decimal(10), "come": Decimal(7), "of_plan": Fraction(7, 10), "decimals": 0}
    >>> finding("More homes", period="2023-04-01/P1Y", **known)
    'More homes: by 2023/24, +7 has come of +10 planned, 70.0%'
    >>> finding("More homes", period=None, **known)
    'More homes: plan and figures cannot be compared'
    """
    if period is None or of_plan is None:
        return f"{title}: plan and figures cannot be compared"
    return (
        f"{title}: by {parse(period).short_label}, {amount(come, decimals)} has come of {amount(planned, decimals)} planned, "
        f"{share(of_plan)}"
    )


def curve_read(what: str, period: str, value: Decimal | None, decimals: int) -> str:
    """What is read on a point of a curve.

    >>> curve_read("planned", "2023-04-01/P1Y", Decimal(10), 0)
    'planned, 2023/24: +10'
    """
    return f"{what}, {parse(period).short_label}: {amount(value, decimals)}"


def at_end(what: str, value: Decimal | None, decimals: int) -> str:
    """The name at the end of a curve.

    >>> at_end("has come", Decimal("7.5"), 1)
    'has come +7.5'
    """
    return f"{what} {amount(value, decimals)}"


def map_finding(benefits: int, entries: int) -> str:
    """The title over the map.

    >>> map_finding(2, 9), map_finding(1, 2)
    ('2 benefits among 9 entries, read from left to right', '1 benefit among 2 entries, read from left to right')
    """
    return (
        f"{benefits} benefit{'' if benefits == 1 else 's'} among {entries} entries, read from left to right"
    )


def leads_to(pairs: Sequence[tuple[str, str]]) -> str:
    """The arrows of a map in words.

    >>> leads_to([("A", "B"), ("B", "C")])
    'A leads to B; B leads to C.'
    """
    return "; ".join(f"{start} leads to {end}" for start, end in pairs) + "."


def map_read(name: str, kind: str) -> str:
    """What is read on a box of the map.

    >>> map_read("Mentors are trained", "output")
    'Mentors are trained: output'
    """
    return f"{name}: {MAP_KINDS[kind]}"


def totals_caption(period: str) -> str:
    """The caption of the totals."""
    return f"Cumulative, by the end of {parse(period).label}"
