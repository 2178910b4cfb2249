"""Template files: what a sender fills in, and what each column means."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from indicators.datasets import Dataset, Field
from indicators.store.rows import REMOVE

DESCRIPTION_HEADINGS = (
    "column",
    "title",
    "description",
    "type",
    "required",
    "choices",
    "minimum",
    "maximum",
    "pattern",
)


def template(declared: Dataset) -> bytes:
    """A CSV file with the headings of a dataset and nothing under them."""
    return _csv([declared.columns])


def described_template(declared: Dataset) -> bytes:
    """A CSV file with one row a column: name, title, what it holds, whether it must be filled, the words allowed."""
    rows = [_description(field) for field in declared.fields]
    marker = (REMOVE, "", "", "string", "no", REMOVE, "", "", "")
    return _csv([DESCRIPTION_HEADINGS, *rows, marker])


def _description(field: Field) -> tuple[str, ...]:
    return (
        field.name,
        field.title,
        field.description,
        field.type,
        "yes" if field.required else "no",
        " | ".join(field.choices),
        "" if field.minimum is None else f"{field.minimum:g}",
        "" if field.maximum is None else f"{field.maximum:g}",
        field.pattern or "",
    )


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    """CSV that Excel opens as UTF-8: with a byte-order mark and CRLF."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")
