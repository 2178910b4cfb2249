"""Submissions: bytes to rows to findings to preview to an entry of the ledger. One way in for every dataset.

- `reading` (with file_kind, encoding, delimited, layout, headings, workbook...): a file to lines of cells.
- `wide`, `downloads` (with download_rows, publishers_indicators), `arranging`: tables with periods as columns and files of
  publishers to one row a figure.
- `values`, `dates`: what a cell means. `staging`, `cleaning`, `checks` (with declared_checks, cell_checks, sql): the whole
  file in a DuckDB of its own, `workspace`, which is kept for the next file (`idle`).
- `preview`, `canonical`, `checking`, `accept` (with turns), `load`: what it would change, and how it is kept.
- `template`, `annotated`: files for the sender. `redacting`: personal data out of a submission.
"""

from __future__ import annotations

from indicators.submissions.accept import Receipt, accept
from indicators.submissions.annotated import annotated
from indicators.submissions.checking import Checked, check_file
from indicators.submissions.findings import Finding, Refused
from indicators.submissions.load import LedgerNotEmpty, load_embedded
from indicators.submissions.preview import Change, Preview
from indicators.submissions.reading import Reading, read
from indicators.submissions.template import described_template, template

__all__ = [
    "Change",
    "Checked",
    "Finding",
    "LedgerNotEmpty",
    "Preview",
    "Reading",
    "Receipt",
    "Refused",
    "accept",
    "annotated",
    "check_file",
    "described_template",
    "load_embedded",
    "read",
    "template",
]
