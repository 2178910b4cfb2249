"""The fixed words of the page Submit figures."""

from __future__ import annotations

from indicators.wording.edition_findings import ELSEWHERE

TITLE = "Submit figures"
LEAD = (
    "Send a file, read everything that is found in it, see what it would change, and only then record it. "
    "Nothing is stored before you press Record, and what was recorded can be undone."
)
PARTS = {"file": "Submit a file", "receipts": "Receipts and undo"}
WHICH = "What the file holds"
FILE = "File: CSV, or a workbook (.xlsx)"
FILE_HELP = (
    "As you have it: titles above the headings, semicolons or tabs and Windows encodings are read too."
)
FORM_OF_FILE = "What the file must look like"
FORM_LEAD = (
    "Headings may be the names or the titles below, in any order. A row that is not in the file stays as it is. "
    "A row is removed by the word “remove” in a column called “remove”."
)
FORM_COLUMNS = ("Column", "What it holds", "Must be filled", "Words or kind")
TEMPLATE = "Empty file (CSV)"
DESCRIBED = "Columns explained (CSV)"
IN_FORCE = "What is recorded now (CSV)"
YES, NO = "yes", "no"
KINDS_OF_CELL = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "date": "date",
    "period": "period, such as 2008/09 Q1 or 2008/09",
}
TARGETS_LEAD = (
    "A partnership's whole table goes into one file: one row for each year's target, each with a code of its own. "
    "Rows with the same “Set by” make one trajectory, from the baseline through the years. To refresh a target, "
    "begin with what is recorded now, change the rows, and say why under “Note”; the version before stays in the "
    "history. Before you record it, the old and the new trajectory are drawn below."
)

READ_AS = "How the file was read"
AS_SEEN = "First lines of {file}"
LINE = "Line"
ROW = "Row"
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "windows-1252": "Windows-1252",
}
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}

FINDINGS = "Findings"
NO_FINDINGS = "Nothing was found that is wrong or strange."
FINDINGS_CAPTION = "Line as a spreadsheet numbers it, errors before remarks"
FINDING_COLUMNS = (LINE, "Column", "Value", "What is wrong, and what to do", "Rule")
GROUPS = {
    "structure": "The file as a whole",
    "error": "To put right",
    "warning": "To look at; these do not stop you",
}
FINDINGS_CSV = "All findings (CSV)"
FINDINGS_JSON = "All findings (JSON)"
ANNOTATED = "Your file with the findings beside each line (CSV)"
ANNOTATED_HEADING = "What was found"
SEVERITY = {"error": "error", "warning": "look at"}

PREVIEW = "What it would change"
CHANGES_CAPTION = "Rows that are revised or removed"
ADDED_CAPTION = "Rows that are added"
ADDED_COLUMNS = ("Row", "What stands in it")
CHANGE_COLUMNS = ("Row", "Change", "Column", "Now", "Then", "By how much")
CHANGES_CSV = "All changes (CSV)"
CHANGES_CSV_COLUMNS = (LINE, "Change", "Key", "Column", "Now", "Then", "By how much")
JUDGEMENTS = "Statuses and verdicts that would change"
JUDGEMENTS_CAPTION = "Each judgement as it stands and as it would stand"
JUDGEMENT_COLUMNS = ("Indicator", "Place", "Judgement", "Now", "Then")
NOTHING_WOULD_CHANGE = "Every row stands there already as it is. Recording it would change nothing."

RECORD = "Record it"
NOTE = "Why you send this (kept for ever)"
BY = "Who you are (a role rather than a name)"
BY_HELP = "There is no sign-in yet, so the history shows this as stated by you."
COMMIT = "Record"
NOTE_MISSING = "Say why you send this; the history keeps it."
BY_MISSING = "Say who you are; the history shows it as stated."
LOOKED_AGAIN = "Somebody else recorded rows of this file while you were looking. It has been previewed again: look once more, then record it."
LOOKED_AGAIN_ERRORS = (
    "The figures changed while you were looking, and the file no longer fits. Nothing was recorded."
)
NOT_READ = "The figures cannot be read at this moment."
NOT_RECORDED = "It was not recorded. What you typed is still here."
ALREADY_SENT = "This was recorded before; nothing would be added."
SHOW_RECEIPT = "Show its receipt"

RECEIPTS_LEAD = "Choose an entry to see its receipt, or to undo it."
ENTRY = "Entry"
NO_ENTRY = "There is no entry “{given}”."
CHOOSE_ENTRY = "Choose an entry"
RECORDED = "Recorded."
RECEIPT = "Receipt"
RECEIPT_FILE = "Receipt (text)"
RECEIPT_FACTS = {
    "id": "Entry",
    "hash": "Hash",
    "dataset": "Dataset",
    "file": "File",
    "counts": "Rows",
    "when": "Recorded",
    "by": "By (as stated)",
    "note": "Note",
    "withdraws": "Undoes",
    "withdrawn_by": "Undone by",
}
KEEP_THE_HASH = "Keep the hash: with it anybody can prove that the ledger was not cut off before this entry."
SUBMIT_ANOTHER = "Submit another file"

UNDO = "Undo"
UNDO_LEAD = "An undo is an entry of its own. Nothing is deleted, and an undo can be undone."
FIXED = (
    "It cannot be undone: that would change a published edition of the prevention audit, or what it rests on ({editions}). "
    f"{ELSEWHERE}"
)
NEEDED = "It cannot be undone now, because later entries need what it brought."
NEEDED_BY = "Undo these first, the newest first, or submit rows that do without:"
UNDO_NOTE = "Why it is undone (kept for ever)"
UNDO_IT = "Undo this entry"
NOT_UNDONE = "It was not undone. What you typed is still here."
UNDO_NOTE_MISSING = "Say why it is undone; the history keeps it."
IS_UNDONE = "This entry was undone and counts no more. To bring it back, undo the undo."
SHOW_UNDO = "Show the undo"
NEVER_UNDONE = "A redaction cannot be undone: what it removed is gone."

STAGES = {
    "reading": "Reading {count:,} bytes",
    "checking": "Checking {count:,} rows",
    "comparing": "Comparing {count:,} rows with what is recorded",
    "storing": "Storing {count:,} rows",
}
JUDGING = "Judging {done:,} of {of:,} series before and after"
LOOKING = "Looking at the file"
MAKING_READY = "Recorded. Making it ready to read"

DRAWN = "The trajectory now and then"
DRAWN_CHOICE = "Series"
DRAWN_COLUMNS = ("Day", "Planned level now", "Planned level then")
NO_TRAJECTORY = "no trajectory"
SAME_TRAJECTORY = "The trajectory that this series is judged by stays as it is. What stands in the file and why it is not used:"
TARGETS_THEN = "Every target of this series then"
NO_FIGURES_TO_DRAW = "There are no figures to draw beside the trajectory; the table holds its levels."
