"""The words of the History page: what was recorded, what one entry did, what changed since, whether all is as written."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "History"
PARTS = {"entries": "Entries", "since": "What changed since", "verify": "Verify"}
ABOUT = (
    "Every submission, withdrawal and redaction, the newest first. Nothing is ever overwritten: what an entry replaced is "
    "still there."
)
NOTHING_YET = "Nothing has been recorded by that moment."
NONE_MATCHES = "No entry matches these choices."
SHOW_ALL = "Show all entries"
ENTRY = "Entry"
COLUMNS = ("Entry", "Recorded", "What", "Changed", "By (as stated)", "Note")
DATASET = "Dataset"
ANY_DATASET = "All datasets"
KIND = "Kind of entry"
ANY_KIND = "All kinds"
KINDS = {"submission": "Submissions", "withdrawal": "Withdrawals", "redaction": "Redactions"}
BY = "By"
ANYBODY = "Anybody"
FORCE = "In force"
FORCES = {"": "Any", "yes": "In force", "no": "Withdrawn"}
NEWER = "Newer"
OLDER = "Older"
FORWARD = "Next"
BACK = "Previous"
ENTRIES_LISTED = "entries"
ROWS_LISTED = "rows"

NO_SUCH_ENTRY = "There is no entry “{given}”."
LATER_THAN = "This entry was recorded after the moment that is shown above; its effect is shown all the same."
ALL_ENTRIES = "All entries"
WHAT = "What"
RECORDED = "Recorded"
SUBMITTED_BY = "By (as stated)"
NOTE = "Note"
FILE = "File"
ROWS = "Rows in the file"
COUNTS = "What it did"
HASH = "Hash"
WITHDRAWN_BY = "Withdrawn by"
WITHDRAWS = "Takes out of force"
REDACTS = "Removes text from"
BASKET_THEN = "The Basket as it was after this entry"
DOWNLOAD = "Download the file as it was received"
DOWNLOAD_REDACTED = "Download the file (its text was redacted)"
FINDINGS = "What the check found"
FINDINGS_COLUMNS = ("Line", "Column", "Value", "Found")
NO_FINDINGS = "Nothing was found."
FINDINGS_NOT_KEPT = "What the check found was not yet kept with entries of that time."
FINDINGS_REDACTED = "What the check found was removed together with the text that was redacted."
EFFECT = "What it changed"
NO_EFFECT = "It changed no row."
REDACTION_EFFECT = "A redaction replaces text and changes no figure."
CHANGE_COLUMNS = ("Row", "What happened", "Before", "After")
WITHHELD = "withheld (small numbers)"
HAPPENED = {"added": "added", "revised": "revised", "removed": "removed", "confirmed": "unchanged"}

SINCE = "Since"
SINCE_HELP = (
    "A submission, or a date in the address: since=2026-11-20 means the end of that day. What was recorded after it is shown, "
    "up to the moment chosen above."
)
CHOOSE_SINCE = "Choose a moment"
SINCE_HINT = "Choose the moment to compare with, for example the last entry before the Board's last meeting."
NO_SUCH_SINCE = "There is no recorded moment “{given}” to compare with."
NOTHING_SINCE = "Nothing has been recorded since then."
ENTRIES_SINCE = "Entries since then"
STATUSES_SINCE = "How the basket stands now, and stood then"
STATUSES_SAME = "No status and no movement of the basket in {place} has changed."
STATUS_COLUMNS = ("Indicator", "What", "Then", "Now")
ROWS_SINCE = "Rows that differ"
ROWS_COLUMNS = ("Dataset", "Added", "Revised", "Removed", "Sent or restored again, unchanged")
NO_ROW_SINCE = "No row differs."

VERIFY = "Verify every byte"
VERIFY_ABOUT = (
    "Reads every file of the ledger again, computes its hash, and follows the chain from the first entry to the last. "
    "The hash of the last entry stands for everything before it: write it down, and a later verification can tell "
    "whether anything was cut off."
)
VERIFYING = "{done} of {of} entries read"
HEAD = "Hash of the last entry"
EXPECTED_HEAD = "Hash that you wrote down (optional)"
REDACTIONS = "What was removed on purpose"
PROBLEMS = "What is not as it was written"
HASH_FOUND = "The hash that you wrote down is that of entry {seq}."
NOT_VERIFIED = "The ledger could not be read."


def page_of(first: int, last: int, of: int, what: str) -> str:
    """Which part of a long list is shown.

    >>> page_of(51, 100, 2013, "entries")
    '51 to 100 of 2,013 entries'
    >>> page_of(1, 13, 13, "entries")
    '13 entries'
    >>> page_of(1, 1, 1, "entries")
    '1 of 1 entries'
    """
    if (first, last) == (1, of) and of > 1:
        return f"{of:,} {what}"
    return f"{first:,} to {last:,} of {of:,} {what}" if first != last else f"{first:,} of {of:,} {what}"


def number_of_entries(count: int, seq: int, head: str) -> str:
    """How much there is, and where it ends.

    >>> number_of_entries(13, 13, "18ec8f46e252" * 5)
    '13 entries, the last is number 13 with the hash 18ec8f46e252.'
    """
    entries = f"{count:,} entr{'y' if count == 1 else 'ies'}"
    return f"{entries}, the last is number {seq} with the hash {head[:12]}."


def counts(changed: Mapping[str, int]) -> str:
    """How many rows an entry added, revised and so on; those of which there are none are left out.

    >>> counts({"added": 3, "revised": 1, "unchanged": 0, "removed": 0}), counts({"added": 0})
    ('3 added, 1 revised', 'no rows')
    """
    said = {HAPPENED.get(name, name): number for name, number in changed.items() if number}
    return ", ".join(f"{number:,} {name}" for name, number in said.items()) or "no rows"


def counted(changed: Mapping[str, int]) -> str:
    """The same as a sentence.

    >>> counted({"revised": 1})
    '1 revised.'
    """
    return f"{counts(changed)}."


def more_columns(count: int) -> str:
    """That a row holds more than is shown.

    >>> more_columns(1), more_columns(5)
    ('and 1 more column', 'and 5 more columns')
    """
    return f"and {count} more column{'' if count == 1 else 's'}"
