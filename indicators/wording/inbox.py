"""The words of the Inbox: what is due, late or stale, which commentary is awaited, what the linter found."""

from __future__ import annotations

from datetime import date

from indicators.periods import Period
from indicators.wording.dates import day

TITLE = "Inbox"
KIND = "What"
KINDS = {"": "Everything", "figure": "Figures", "commentary": "Commentary", "finding": "Findings"}
STAGE = "Stage"
ANY_STAGE = "Any stage"
PARTNER = "Lead partner"
OWNER = "Owner"
ANY_PARTNER = "All partners"
ANY_OWNER = "All owners"
UNKNOWN = "not recorded"
NOT_NAMED = "Nobody has been named"
COLUMNS = ("Indicator", "What", "In particular", "Lead partner and owner", "Where to do it")
SIGNS = {
    "no_figure": "■ no figure yet",
    "stale": "■ stale",
    "late": "▲ late",
    "due": "○ due",
    "to_write": "✎ commentary to be written",
    "to_submit": "✎ commentary to be submitted",
    "to_approve": "✎ commentary to be approved",
    "to_publish": "✎ commentary to be published",
    "finding": "? finding",
}
RULES = (
    "Due: the next period has ended. Late: its publication lag is over as well. Stale: the figure after it is late too. "
    "Commentary is awaited on every latest figure of the basket until it is published."
)
LAG_ASSUMED_FOR_ALL = (
    "No publication lag is recorded for these indicators, so one further period is assumed: a year for a yearly figure, a "
    "quarter for a quarterly one. The column publication_lag_days of the indicators takes the real one."
)
LAG_ASSUMED_FOR_SOME = (
    "For {count} of these figures no publication lag is recorded, so one further period is assumed. The column "
    "publication_lag_days of the indicators takes the real one."
)
NOBODY_NAMED = (
    "Lead partner and owner are not recorded for any indicator yet; the columns lead_partner and owner of the indicators "
    "take them."
)
NOTHING_TO_DO = "Nothing is to be done for {place}: every figure is there, commented and without findings."
NONE_MATCHES = "Nothing of this kind is to be done."
SHOW_ALL = "Show everything"
TEMPLATE = "Download a file with the figures that are missing (CSV)"
TEMPLATE_ABOUT = "It holds one row for each missing figure above; fill in the values and submit it."
SEE = "See the indicator"
SUBMIT = "Submit figures"
COMMENT = "Commentary"
LAG_ASSUMED = "lag assumed"
DOWNLOAD = "Download this list (CSV)"
CSV_COLUMNS = (
    "indicator_code",
    "indicator",
    "what",
    "in_particular",
    "missing_periods",
    "due_on",
    "days_late",
    "lag_assumed",
    "lead_partner",
    "owner",
)


def summary(figures: int, commentary: int, findings: int, place: str) -> str:
    """How much there is to do.

    >>> summary(1, 0, 12, "Oxfordshire")
    'For Oxfordshire: 1 series with figures to come, 0 commentaries awaited, 12 findings.'
    """
    return (
        f"For {place}: {figures} series with figures to come, {commentary} "
        f"commentar{'y' if commentary == 1 else 'ies'} awaited, {findings} finding{'' if findings == 1 else 's'}."
    )


def figure(missing: tuple[Period, ...], due_on: date | None, days_late: int, *, assumed: bool) -> str:
    """Which figures are missing, and since when.

    >>> from indicators.periods import parse
    >>> figure((parse("2009-04-01/P1Y"),), date(2010, 6, 29), 0, assumed=False)
    'The figure for 2009/10 should be there by 29 June 2010.'
    >>> figure((parse("2009-04-01/P1Y"), parse("2010-04-01/P1Y")), date(2010, 6, 29), 40, assumed=True)
    '2 figures are missing, from 2009/10 to 2010/11. The first was due by 29 June 2010, 40 days ago (lag assumed).'
    """
    if not missing or due_on is None:
        return ""
    note = f" ({LAG_ASSUMED})" if assumed else ""
    if not days_late:
        return f"The figure for {missing[0].label} should be there by {day(due_on)}{note}."
    ago = f"{days_late:,} day{'' if days_late == 1 else 's'} ago"
    if len(missing) == 1:
        return f"The figure for {missing[0].label} was due by {day(due_on)}, {ago}{note}."
    return (
        f"{len(missing)} figures are missing, from {missing[0].label} to {missing[-1].label}. The first was due by "
        f"{day(due_on)}, {ago}{note}."
    )


def commentary(period: str, status: str, by: str | None) -> str:
    """What a commentary is about.

    >>> commentary("2014", "■ off track", None)
    'On the figure for 2014, computed ■ off track.'
    >>> commentary("2014", "● on track", "Road safety officer")
    'On the figure for 2014, computed ● on track. Written by Road safety officer (as stated).'
    """
    written = f" Written by {by} (as stated)." if by else ""
    return f"On the figure for {period}, computed {status}.{written}"


def who(partner: str | None, owner: str | None) -> str:
    """Who answers for an indicator.

    >>> who(None, None), who("County council", None)
    ('not recorded', 'County council; owner not recorded')
    """
    if not partner and not owner:
        return UNKNOWN
    return f"{partner or 'partner ' + UNKNOWN}; {owner or 'owner ' + UNKNOWN}"
