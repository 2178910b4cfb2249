"""What the open data package says of itself."""

from __future__ import annotations

TITLE = "Indicator Basket: open data"
DESCRIPTION = (
    "Indicators, their figures and targets, public spending, partnerships and recommendations, as they stood at one "
    "moment of the ledger. README.md says what the files hold and how to read them."
)
ILLUSTRATIVE_TITLE = "Illustrative targets"
ILLUSTRATIVE_DESCRIPTION = (
    "Made by a mechanical rule and promised by nobody; kept apart so that none is taken for a promise. "
    "One row a target."
)
SOURCES = "Every source with its terms of reuse, row by row"
README = """# Indicator Basket: open data

As recorded at entry {sequence} of the ledger, {moment} (London).
Head: `{hash}`

| file | rows | what |
|---|---|---|
{files}

- One CSV file a dataset: UTF-8, commas, line feeds, columns and rows in a fixed order, so that two exports of the
  same moment are the same bytes and a comparison of two exports shows only what changed.
- `datapackage.json` describes every column (a Frictionless data package).
- Numbers are as recorded, but for counts of people that nobody has published: those are rounded to the nearest 5, and from
  1 to 7 they are empty and have the status `suppressed`, with a second one where subtraction would give the first away. Shares made
  of such counts have rounded numerators and denominators, and are hidden with a hidden count. Empty means not published, or hidden.
- Periods are a start and an ISO 8601 duration: `2008-04-01/P1Y` is the financial year 2008/09.
- A value with the status `doubtful` looks wrong at its source; it is here but never judged.
- `target_illustrative.csv` holds targets that were made by a mechanical rule. Nobody promised them.
- Every row but those of `commentary.csv`, which the partnership writes itself, names its source in `source_key`;
  publisher, address and terms of reuse stand in `source.csv`. Where no licence is given there, the source states none:
  ask the publisher before copying more than single figures.
- Text is exactly as it was recorded, for programs to read. In a spreadsheet a cell that begins with `=`, `+`, `-`
  or `@` may be run as a formula: open the files as data with every column as text, not with a double click.
- Left out are: drafts of commentary, questions that were not asked, scores of single people on a delivery chain, answers to the partner
  survey, publicity that reached so few that they could be recognised, and case studies without lasting consent and a licence.
"""


def files_table(files: list[tuple[str, int, str]]) -> str:
    """The rows of the table of files: path, number of rows, title.

    >>> files_table([("area.csv", 1200, "Areas")])
    '| `area.csv` | 1,200 | Areas |'
    """
    return "\n".join(f"| `{path}` | {rows:,} | {title} |" for path, rows, title in files)
