"""The words of the register of events."""

from __future__ import annotations

from datetime import date

from indicators.wording.dates import day

HEADING = "Events and changes of basis"
COLUMNS = ("Date", "Mark on the chart", "Kind", "Event", "Note")
KINDS = {"milestone": "milestone", "break": "basis changed", "caution": "compare with care"}


def listed(when: date, title: str, note: str | None) -> str:
    """An event as the list under a chart has it; a note that only repeats the title is left out.

    >>> listed(date(2008, 4, 1), "A new form", "Counted anew")
    '1 April 2008: A new form. Counted anew'
    >>> listed(date(2008, 4, 1), "A new form", None)
    '1 April 2008: A new form'
    """
    said = f"{day(when)}: {title}"
    return f"{said.rstrip('.')}. {note}" if note and note.casefold() != title.casefold() else said
