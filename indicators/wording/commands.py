"""The words of the command line beside its help: headings of tables, and what a command did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

HISTORY_COLUMNS = ("Entry", "Recorded", "What", "Rows", "By", "Note")
BASKET_COLUMNS = (
    "Code",
    "Indicator",
    "Latest",
    "Period",
    "Against target",
    "Movement",
    "Is it real?",
    "Chance",
    "How fresh",
)
JUDGEMENTS = {
    "signal": "Signal at the latest figure",
    "trend": "Recent trend",
    "step": "Step change",
    "verdict": "A real step change for the better",
    "chance": "Chance of the target",
}
SERIES_COLUMNS = ("Period", "Value", "95% limits", "Trajectory", "Status of the figure", "Note")
FINDING_COLUMNS = ("Line", "Column", "Value", "", "What is wrong")
EXPORT_COLUMNS = ("File", "Rows")

EMPTY = "The ledger in {folder} is empty."
FIRST_START = "The ledger was empty: the embedded figures have been loaded into it."
PROBLEMS_HEADING = "What is not as it was written"
REDACTIONS_HEADING = "What was removed on purpose"
SERIES_HEADING = "The series"
LATEST = "Latest"
AS_RECORDED = "As recorded"
JUDGED_AGAINST = "Judged against"
HOW = "How it was judged"
DUE = "Target due"
KINDS = {
    "submission": "{dataset} submitted",
    "withdrawal": "{about} withdrawn",
    "redaction": "{about} redacted",
}
CHANGE_COLUMNS = ("Line", "Change", "Row", "Column", "Before", "After", "By how much")
CHANGES = {"added": "added", "revised": "revised", "removed": "removed"}
NOTHING_ILLUSTRATIVE = "There is no illustrative target to remove."
REMOVALS_FILE = "illustrative-targets-removed.csv"
EXPORTED = "Written to {folder}, with datapackage.json and README.md."
BACKED_UP = "{file}: {entries}, {size:,} bytes, read back and verified. Head: {head}"
RESTORED = "{entries} restored from {file} and verified. Head: {head}"
SEVERITIES = {"error": "error", "warning": "look at"}


def what_happened(kind: str, dataset: str, about: str | None) -> str:
    """What an entry did.

    >>> what_happened("withdrawal", "target", "000009-12ab")
    '000009-12ab withdrawn'
    """
    return KINDS[kind].format(dataset=dataset, about=about)


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun.

    >>> counted(1, "entry", "entries"), counted(6526, "row", "rows")
    ('1 entry', '6,526 rows')
    """
    return f"{count:,} {one if count == 1 else many}"


def rows(count: int | None) -> str:
    """A number of rows for a table; empty where an entry has none."""
    return "" if count is None else f"{count:,}"


def entries(count: int) -> str:
    """How many entries there are."""
    return f"{counted(count, 'entry', 'entries')}."


def withdrawn(note: str, by: str | None) -> str:
    """An entry's note, and that it no longer counts."""
    return f"{note} (withdrawn by {by})" if by else note


def left_over(count: int) -> str:
    """That something was begun which is not recorded; empty where nothing was.

    >>> left_over(1)
    '1 submission was begun and is not recorded: it is being written now, or was cut off before anybody was told of a receipt. Nothing of it counts; the next submission clears it away.'
    >>> left_over(0)
    ''
    """
    if not count:
        return ""
    if count == 1:
        begun, it, was = "1 submission was", "it", "it is being written now, or was"
    else:
        begun, it, was = f"{count:,} submissions were", "them", "they are being written now, or were"
    said = "begun and " + ("is" if count == 1 else "are")
    return (
        f"{begun} {said} not recorded: {was} cut off before anybody was told of a receipt. Nothing of {it} counts; "
        f"the next submission clears {it} away."
    )


def verified(count: int, seq: int, head: str, *, ok: bool) -> str:
    """What a verification came to."""
    if not count:
        return "The ledger is empty." if ok else "The ledger is not as it was written."
    found = "every byte is as it was written" if ok else "not everything is as it was written"
    return f"{counted(count, 'entry', 'entries')} looked at: {found}. Head: entry {seq}, {head}."


def redacted(entry: str, file: str, when: str, by: str, note: str) -> str:
    """One redaction."""
    return f"{file} of {entry}, on {when}, by {by}: {note}"


def nearest(found: Sequence[tuple[str, str]]) -> str:
    """The nearest codes with their titles, as a sentence; where there is none, where to find all.

    >>> nearest([("KSI-CAS", "Road casualties")])
    'Did you mean KSI-CAS (Road casualties)?'
    """
    if not found:
        return "`python -m indicators basket` lists the codes of the basket."
    return f"Did you mean {' or '.join(f'{code} ({title})' for code, title in found)}?"


def as_recorded(seq: int, moment: str, head: str) -> str:
    """The moment that an answer is true of.

    >>> as_recorded(13, "20 November 2026, 09:12", "ab12cd34ef56" * 5)
    'at entry 13 of the ledger (20 November 2026, 09:12), hash ab12cd34ef56'
    """
    return f"at entry {seq} of the ledger ({moment}), hash {head[:12]}"


def counts_in_words(counts: Mapping[str, int]) -> str:
    """How many rows were added, revised and so on; those of which there are none are left out.

    >>> counts_in_words({"added": 3, "revised": 1, "unchanged": 0, "removed": 0}), counts_in_words({"added": 0})
    ('3 added, 1 revised', 'no rows')
    """
    return ", ".join(f"{number:,} {name}" for name, number in counts.items() if number) or "no rows"


def submitted(entry: str, dataset: str, digest: str, counts: Mapping[str, int], *, already: bool) -> str:
    """The receipt of a submission."""
    if already:
        return f"Recorded already as {entry} ({dataset}); nothing was added. Its hash: {digest}"
    return f"Recorded as {entry} ({dataset}): {counts_in_words(counts)}. Keep the hash: {digest}"


def withdrew(withdrawn_entry: str, entry: str, digest: str) -> str:
    """The receipt of a withdrawal."""
    return f"{withdrawn_entry} no longer counts. Recorded as {entry}. Keep the hash: {digest}"


def checked(file_name: str, *, refused: bool) -> str:
    """What a check came to."""
    if refused:
        return f"{file_name} would be refused. Put right what is listed as an error; nothing was stored."
    return f"{file_name} can be submitted; nothing was stored."


def refused(file_name: str) -> str:
    """That a file was not taken."""
    return f"{file_name} was refused. Put right what is listed as an error; nothing was stored."


def would_change(counts: Mapping[str, int]) -> str:
    """What a file would do."""
    return f"It would come to: {counts_in_words(counts)}."
