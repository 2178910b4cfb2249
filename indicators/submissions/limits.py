"""How much of a file is looked at: the bounds that keep one upload from taking the machine."""

from __future__ import annotations

FILE_BYTES_MOST = 300_000_000
SENT_BYTES_MOST = 100 * 1024 * 1024  # by the page, whose server setting counts so, or by a machine
LINE_BYTES_MOST = 2_000_000  # what DuckDB takes for one line
COLUMNS_MOST = 500
WIDE_CELLS_MOST = 1_000_000  # of a table with periods as columns, each of which becomes a row
CELL_CHARACTERS_MOST = 32_767  # what a cell of Excel can hold
HEADER_LINES_MOST = 30  # titles above the header are looked through this far
PREVIEW_LINES = 8

BULK_BYTES_LEAST = 3_000_000  # from here a text file goes to DuckDB whole instead of row by row

WORKBOOK_BYTES_MOST = 400_000_000  # unpacked, all parts together
WORKBOOK_PARTS_MOST = 2_000
WORKBOOK_ROWS_MOST = 1_048_576  # what a sheet of Excel can hold
WORKBOOK_CELLS_MOST = 5_000_000  # rows times columns of the sheet's used rectangle
WORKBOOK_TEXT_MOST = 500_000_000  # characters that all cells could come to

FINDINGS_PER_RULE_AND_COLUMN_MOST = 20_000
NEAREST_MOST = 200  # unknown values for which the nearest known one is looked up
PREVIEW_CHANGES_MOST = 5_000  # listed one by one; the counts are always of all
