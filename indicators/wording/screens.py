"""The fixed words of the screens: names of pages and controls, rules as one line, empty states."""

from __future__ import annotations

APP = "Indicator Basket"
BASKET = "Basket"
INDICATOR = "Indicator"
METHODS = "Methods and glossary"
SCRUTINY, REGISTERS, FIGURES = "Scrutiny", "Registers", "Send figures"

PLACE = "Place"
THEME = "Theme"
STATUS = "Against target"
ORDER = "Order"
AS_AT = "As recorded at"
AS_RECORDED = "Shown as it was recorded on {moment}, at entry {seq}. What was recorded later is left out."
AS_AT_HELP = (
    "Shows the figures, targets and words as they were after that submission. The newest are listed; an earlier one leads here "
    "from its entry in History. A date in the address, such as as_at=2026-11-20, means the end of that day."
)
CHOOSE_INDICATOR = "Indicator"
ALL_THEMES = "All themes"
ANY_STATUS = "Any"
LATEST = "Now (latest)"

ORDERS = {"first": "Needs the Board first", "theme": "By theme", "name": "By name"}
NEEDS_THE_BOARD_FIRST = (
    "Needs the Board first: off track before at risk before cannot say before on track; within each, "
    "worsening before the rest, then the basket's own order."
)
ORDER_RULES = {
    "first": NEEDS_THE_BOARD_FIRST,
    "theme": "In the order of the themes.",
    "name": "In alphabetical order.",
}
STATUSES = {
    "red": "■ Off track or missed",
    "amber": "▲ At risk or narrowly missed",
    "green": "● On track or met",
    "grey": "○ Cannot say",
}
PARTS = {
    "chart": "Chart",
    "signals": "Signals",
    "table": "Table",
    "compare": "Compare",
    "definition": "Definition",
    "history": "History",
}

BASKET_COLUMNS = (
    "Indicator",
    "Latest",
    "Trend and target",
    STATUS,
    "Movement",
    "Is it real?",
    "Chance of the target",
    "How fresh",
)
SERIES_COLUMNS = ("Period", "Value", "95% limits", "Trajectory", "Status of the figure", "Note")
HISTORY_COLUMNS = ("Entry", "Recorded", "By", "What happened", "To what", "Before", "After", "Note")

DOWNLOAD_BASKET = "Download these rows (CSV)"
DOWNLOAD_SERIES = "Download this series (CSV)"
HOW_WE_GOT_THIS = "How we got this"
EVENTS_HEADING = "Events marked on the chart"
OTHER_TARGETS_HEADING = "Targets in words"
BACK_TO_BASKET = "Back to the Basket"

ILLUSTRATIVE = "illustrative target"
ILLUSTRATIVE_MARK = "Illustrative"
ILLUSTRATIVE_NOTE = (
    "Illustrative targets were made by a mechanical rule (ten per cent better by 2030 than the last period "
    "that ended by 31 March 2020). Nobody promised them."
)
BENCHMARK_NOTE = "England and the South East are benchmarks, never targets. Places are not ranked."

BEING_WORKED_OUT = "Signals and chances are being worked out; they appear here in a moment."
NOT_WORKED_OUT = (
    "Something on this page could not be worked out. It is tried again after a minute; what went wrong stands in the log of the "
    "server."
)
NEWER_FIGURES = "Newer figures are on their way. This page shows the version before them, and the newer one as soon as it is ready."
NEWER_FIGURES_FAILED = (
    "The newer figures are recorded, but could not be made ready to read. It is tried again after a minute; what went wrong "
    "stands in the log of the server."
)
NOTHING_RECORDED = "Nothing was recorded yet at that moment. The first figures were recorded on {first}."
SHOW_LATEST = "Show the latest"
NO_SUCH_MOMENT = "There is no recorded moment “{given}”. Showing the latest."
NO_SUCH_PLACE = "There is no place with the code “{given}”. Showing {place}."
NO_SUCH_INDICATOR = "There is no indicator with the code “{given}”."
NO_SUCH_INDICATOR_NEAR = "Did you mean:"
NO_FIGURES_HERE = "There are no figures for {place} in this indicator."
NO_FIGURES_ELSEWHERE = "There are figures for:"
EMPTY_BASKET = "No indicator of the basket matches these choices."
EMPTY_BASKET_WAY_ON = "Show the whole basket"
FIRST_WORDS = "The choices of place, moment and theme are on their way."
FIRST_WORDS_LATE = (
    "The choices of place, moment and theme did not come. What stands here can be read and its links work; "
    "load the page again to choose."
)
NO_BASKET = "The basket is empty: no indicator has been put into it yet."
NOTHING_AT_ALL = (
    "Nothing has been recorded yet. `python -m indicators load` puts the embedded figures in; "
    "`python -m indicators submit` takes your own."
)
NO_HISTORY = "Nothing has been recorded about this indicator in {place}."
NO_COMPARISON = "No other place has figures for this indicator."
STORE_PROBLEM = "The figures cannot be opened."
DAMAGED = (
    "Entry {entry} of the ledger is damaged and has been left out. The rest can be read; nothing can be "
    "submitted until it is restored from a backup."
)
BASKET_CSV_COLUMNS = (
    "Code",
    "Indicator",
    "Unit",
    "Theme",
    "Latest value",
    "Period",
    STATUS,
    "Judged against",
    "Movement",
    "Movement since",
    "Is it real?",
    "What it rests on",
    "Chance of the target",
    "Chance in figures",
    "How fresh",
    "Freshness note",
)
BASKET_CAPTION = "{shown} of {total} indicators, {place}. {order}"
SERIES_CSV_COLUMNS = (
    "indicator_code",
    "area_code",
    "period",
    "period_label",
    "value",
    "lower",
    "upper",
    "trajectory",
    "target_status",
    "status",
    "note",
    "source_key",
    "source",
)
CODE = "Code"
DEFINITION = "Definition"
UNIT = "Unit"
BETTER_IS = "Better is"
POLARITY = {
    "higher": "higher",
    "lower": "lower",
    "neutral": "neither: this figure is not judged",
    "range": "within a range",
}
FREQUENCY = "New figure"
IN_THE_BASKET = "in the basket"
OUTSIDE_THE_BASKET = "outside the basket: kept and shown, not watched by the Board"
OUR_ASSIGNMENT = "our assignment"
RELATED_NI = "Nearest National Indicator"
NAME_IN_SOURCE = "Name in the source"
PUBLISHER = "Publisher"
SOURCE = "Source"
LICENCE = "Licence"
NO_LICENCE_STATED = "the source states none"
READ_FROM = "Read from"
HAPPENED = {
    "added": "added",
    "revised": "revised",
    "confirmed": "sent again unchanged",
    "removed": "removed",
}
OUTSIDE = "outside the basket"
BREAKS_HEADING = "Changes of basis, and cautions"
NOT_FROM_ZERO = "The vertical scale does not start at zero."
SOURCE_LINE = "Source: {publisher}. As recorded at entry {seq} of the ledger, head {hash}."
MOVEMENT = "Movement"
HOW_FRESH = "How fresh"
TARGET = "Target"
RULE = "Rule"
TRAJECTORY = "Trajectory"
POINTS = "Points on the chart"
NOT_DRAWN = "Not drawn:"
BESIDE = "Beside"
SIGNALS_HEADING = "Is it real?"
SIGNAL = "Latest figure"
ASSURANCE = "As things stand"
RECENT_TREND = "Recent trend"
STEP = "Step change"
REAL_STEP = "A real step change for the better?"
CHANCE = "Chance of the target"


def page_title(name: str) -> str:
    """What a tab, a bookmark and a screen reader call a page.

    >>> page_title("History")
    'History · Indicator Basket'
    """
    return f"{name} · {APP}"
