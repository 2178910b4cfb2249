"""How a file was read whose rows are not one a figure, what was left out of it, and what is wrong with its headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Figures = Mapping[str, Any]

PUBLISHERS = {
    "fingertips": "a Fingertips download",
    "explore_local_statistics": "a download of Explore Local Statistics (ONS)",
}


def _lines(count: int) -> str:
    return f"{count:,} line{'' if count == 1 else 's'}"


def _read_as_wide(figures: Figures) -> str:
    if figures["periods"] == 1:
        return f"Read as wide: one period as a column, {figures['first']}."
    return f"Read as wide: {figures['periods']} periods as columns, from {figures['first']} to {figures['last']}."


def _read_as_download(figures: Figures) -> str:
    of_ours = f" ({', '.join(figures['indicators'])})" if figures["indicators"] else ""
    return (
        f"Read as {PUBLISHERS[figures['publisher']]}: {figures['kept']:,} of {_lines(figures['lines'])} are for our "
        f"places and indicators{of_ours}."
    )


LAYOUTS: dict[str, str | Callable[[Figures], str]] = {
    "read_as_wide": _read_as_wide,
    "mixed_layout": (
        "This column is of one figure, but {periods} of the columns are periods. Send one line a figure, with a column "
        "period and a column value; or take this column out."
    ),
    "repeated_period": "The column “{other}” is the same period. Keep one of them.",
    "too_many_cells": "There are more than {most:,} cells under the periods. Split the file.",
    "read_as_download": _read_as_download,
    "places_left_out": lambda f: (
        f"Left out: {_lines(f['lines'])} for {f['places']:,} other place{'' if f['places'] == 1 else 's'}."
    ),
    "breakdowns_left_out": lambda f: (
        f"Left out: {_lines(f['lines'])} about other people or years than our indicator, by sex, age, deprivation or "
        "pooled years."
    ),
    "indicator_not_mapped": lambda f: (
        f"None of our indicators is the publisher's “{f['name'] or f['code']}” ({_lines(f['lines'])} for our places). "
        "Take its lines out, or give the indicator that it is this name as its name in the source."
    ),
}
