"""The words of the register of events."""

from __future__ import annotations

from datetime import date

from indicators.wording.dates import MONTHS, day
from indicators.wording.letters import raised

HEADING = "Events and changes of basis"
COLUMNS = ("Date", "Mark on the chart", "Kind", "Event", "Note")
KINDS = {"milestone": "milestone", "break": "basis changed", "caution": "compare with care"}


def when(happened_on: date, precision: str) -> str:
    """The day of an event, or the month or year where no more is known.

    >>> [when(date(2006, 4, 1), each) for each in ("day", "month", "year")]
    ['1 April 2006', 'April 2006', '2006']
    """
    if precision == "day":
        return day(happened_on)
    month = f"{MONTHS[happened_on.month - 1]} " if precision == "month" else ""
    return f"{month}{happened_on.year}"


def listed(dated: str, title: str, note: str | None) -> str:
    """An event as the list under a chart has it; a note that only repeats the title is left out.

    >>> listed("1 April 2008", "A new form", "Counted anew")
    '1 April 2008: A new form. Counted anew'
    >>> listed("April 2008", "A new form", None)
    'April 2008: A new form'
    >>> listed("April 2013", "Universal Credit enters the count", "which claimants are counted changed")
    'April 2013: Universal Credit enters the count. Which claimants are counted changed'
    """
    said = f"{dated}: {title}"
    return f"{said.rstrip('.')}. {raised(note)}" if note and note.casefold() != title.casefold() else said
