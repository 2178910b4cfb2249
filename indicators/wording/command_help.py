"""What `--help` says: one sentence a command first, then what a person must know before running it."""

from __future__ import annotations

from indicators.datasets import names

ABOUT = "Indicator Basket on the command line."
EXIT_CODES = (
    "Exit codes: 0 done, 1 findings or a failure, 2 wrong use. It may be used while the dashboard runs. The figures "
    "lie in the folder named by INDICATOR_BASKET_HOME, without it in var."
)

LOAD = """Load the embedded figures into an empty ledger.

The dashboard does the same by itself when it is first started.
"""
CHECK = """List what is wrong with a file and what it would change; store nothing.

Rows added, revised (old and new, by how much), left as they are and removed, and the statuses and verdicts that would
be others.
"""
SUBMIT = """Check a file and, when nothing is wrong with it, record it.

A file is taken whole or refused whole. Rows that are not in the file stay as they are; a row is removed by the word
`remove` in a column of that name.
"""
WITHDRAW = """Take an entry out of force.

Nothing is deleted. A withdrawal can be withdrawn too, which puts back what it took out. An entry stays while later ones
need its rows, which are named, and while a published edition of the prevention audit rests on it.
"""
REMOVE_ILLUSTRATIVE = """Remove every illustrative target.

They were made by a mechanical rule and promised by nobody. What is removed stays in the history, and withdrawing the
entry puts them back.
"""
TEMPLATE = """Print an empty file with the columns of a dataset."""
HISTORY = """List every entry of the ledger, the newest first."""
VERIFY = """Compute every hash of the ledger again and name whatever differs."""
SHOW = """Show all of an indicator's analysis.

The latest figure, its trajectory, the rating with its rule and figures, direction of travel, freshness, signals, step
change, chance of the target, comparison with other places, every target in words, changes of basis, and the whole series.
"""
BASKET = """Show the basket: one line an indicator, in the basket's order."""
LINT = """List what is wrong with the targets and figures of the basket.

Targets inside the usual variation, out of reach, in the wrong direction or without a baseline; figures that are overdue;
new levels that no event explains; what an auditor would ask about the coding of spending.
"""
INBOX = """List what is to be done: figures due, late or stale, commentary awaited, findings of the linter.

A figure is due when its period has ended, late when its publication lag is over, stale when the one after it is late too.
Where no lag is recorded, one further period is assumed.
"""
EVIDENCE = (
    """Count the judgements over the basket: signals, trends, step changes, chances, and why some get none."""
)
AUDIT = """Show an edition of the prevention audit.

How much of the spending is preventative, as a range; whether it moved and why; benchmarks by the same rule; what an auditor
would ask; and which parts are missing.
"""
EXPORT = """Write all figures as open data.

One CSV file a dataset, a description of every column (datapackage.json, a Frictionless data package), and a README.
"""
BACKUP = """Write the whole ledger into one zip file, and read it back."""
RESTORE = """Bring the ledger back from a backup, into an empty home only."""

FORMAT = "A readable table, or JSON for programs."
DATASET = f"What the rows of the file are: {', '.join(names())}."
DATASET_OF_TEMPLATE = "The dataset."
FILE = "A CSV file or a workbook."
DRY_RUN = "Do what `check` does, and store nothing."
NOTE = "Why; it stays with the entry for ever."
BY = "Who you are, as it shall stand in the history: a role rather than a name."
ENTRY = "The entry's number or id; `history` lists them."
HEAD = "The hash on a receipt, or at least its first 12 digits: see too that the ledger has not been cut off before it."
HEAD_UNREADABLE = "Give the hash, or at least its first 12 digits, each from 0 to 9 or a to f."
CODE = "The indicator's code; `basket` lists those of the basket."
AREA = "The place, by its ONS code or its name."
AS_AT = "Everything as it was then: an entry's number or id, or a date, which means the end of that day."
RECIPE = "The rule of rating; every indicator says which rule it was rated by, and where others disagree."
SINCE = (
    "A date that was fixed before anybody looked at the figures: a period, a day, or the code of an event. Says what has "
    "changed since."
)
YEAR = "The financial year, or the code of an edition; without it the latest."
SCHEME = "Count by this classification scheme instead of the edition's own."
FOLDER = "A new or empty folder, or one that holds an earlier export."
BACKUP_FILE = "The zip file to write; one that exists is not overwritten."
RESTORE_FILE = "A zip file that `backup` wrote."
REMOVE_ILLUSTRATIVE_NOTE = "The illustrative targets are removed."
REMOVE_ILLUSTRATIVE_BY = "command line"
