"""The register as a table, and above it how fresh it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.assessments.partnerships import Entry
from indicators.reports.partnership_rows import health, kind, level
from indicators.scrutiny.partnerships import Register
from indicators.ui import markup
from indicators.ui.choices import query
from indicators.ui.markup import Cell
from indicators.wording import partnerships as words
from indicators.wording.reasons import sentence
from indicators.wording.scrutiny import INSIDE


def freshness_table(whole: Register) -> str:
    """The three measures, each a part of a whole, or why there is nothing to measure."""
    rows = []
    for name, title in words.MEASURES.items():
        measure = getattr(whole, name)
        of = (
            words.part_of(measure.part, measure.whole) if measure.reason is None else sentence(measure.reason)
        )
        rows.append([Cell(title), Cell(of), Cell(words.share(measure.share), numeric=True)])
    return markup.table(words.FRESHNESS_COLUMNS, rows, caption=words.FRESHNESS, blocks=True)


def register_table(entries: Sequence[Entry], as_of: date, keep: Sequence[str]) -> str:
    """One row a partnership, with a link to itself that keeps the parameters `keep` of the address."""
    rows = [_row(each, as_of, keep) for each in entries]
    return markup.table(words.COLUMNS, rows, caption=words.TITLE, blocks=True)


def address(code: str, keep: Sequence[str]) -> str:
    """The address of one partnership."""
    return f"partnerships{query(keep, partnership=code)}"


def _row(one: Entry, as_of: date, keep: Sequence[str]) -> list[Cell]:
    each, text = one.partnership, one.text
    mean, weakest = health(one)
    return [
        Cell(markup=markup.link(address(one.code, keep), each.name), quiet=kind(one)),
        Cell(INSIDE[one.stands]),
        Cell(each.theme or words.NO_THEME),
        Cell(level(one)),
        Cell(each.agreement or words.NO_AGREEMENT, quiet=each.exit_arrangements or words.NO_EXIT),
        Cell(
            words.review(each.review_due_on, as_of),
            quiet=words.verified(each.last_verified_on, text.verified_by),
        ),
        Cell(mean, quiet=weakest),
    ]
