"""Headings as people write them, matched to the declared columns by name or by title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from indicators.datasets import Dataset
from indicators.store.rows import REMOVE
from indicators.submissions.findings import Finding, error, warning

_SEPARATORS = re.compile(r"[\s_\-\ufeff\u200b]+")


def match(headings: Sequence[str], dataset: Dataset) -> tuple[str | None, ...]:
    """The declared column (or `remove`) that each heading means, None for those that mean none.

    A name goes before a title, except where the name's column is claimed by a heading that can mean nothing else: in a
    table headed by titles "Source" is the title of one column and the name of another.
    """
    by_name, by_title = _spellings(dataset)
    claimed = {by_title[each] for each in map(plain, headings) if each in by_title and each not in by_name}
    return tuple(_meaning(plain(heading), by_name, by_title, claimed) for heading in headings)


def known(headings: Iterable[str], dataset: Dataset) -> int:
    """How many different declared columns the headings name."""
    return len(set(match(tuple(headings), dataset)) - {None})


def findings(
    headings: Sequence[str], columns: Sequence[str | None], line: int, dataset: Dataset
) -> tuple[Finding, ...]:
    """Columns that are missing or named twice (errors) and headings that mean nothing here (warnings)."""
    return (
        *_missing(columns, line, dataset),
        *_repeated(columns, line),
        *_unknown(headings, columns, line, dataset),
    )


def _missing(columns: Sequence[str | None], line: int, dataset: Dataset) -> list[Finding]:
    """Required columns that are absent; of a table that also removes rows only the key is needed to begin with."""
    needed = dataset.key if REMOVE in columns else [field.name for field in dataset.fields if field.required]
    return [error("missing_column", line=line, column=name) for name in needed if name not in columns]


def _repeated(columns: Sequence[str | None], line: int) -> list[Finding]:
    named = [name for name in columns if name is not None]
    return [
        error("repeated_column", line=line, column=name, times=named.count(name))
        for name in dict.fromkeys(named)
        if named.count(name) > 1
    ]


def _unknown(
    headings: Sequence[str], columns: Sequence[str | None], line: int, dataset: Dataset
) -> list[Finding]:
    missing = [name for name in dataset.columns if name not in columns]
    return [
        warning("unknown_column", line=line, column=heading, nearest=_nearest(heading, missing))
        for heading, name in zip(headings, columns, strict=True)
        if name is None
    ]


def _nearest(heading: str, names: Sequence[str]) -> str | None:
    near = get_close_matches(plain(heading).replace(" ", "_"), names, n=1)
    return near[0] if near else None


def _spellings(dataset: Dataset) -> tuple[dict[str, str], dict[str, str]]:
    names = {plain(name): name for name in (*dataset.columns, REMOVE)}
    titles = {plain(field.title): field.name for field in dataset.fields}
    return names, titles


def _meaning(
    heading: str, by_name: dict[str, str], by_title: dict[str, str], claimed: set[str]
) -> str | None:
    name, title = by_name.get(heading), by_title.get(heading)
    return title if name in claimed and title else name or title


def plain(heading: str) -> str:
    """A heading without case, and with one space for whatever separates its words."""
    return _SEPARATORS.sub(" ", heading).strip().casefold()
