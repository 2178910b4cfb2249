"""The tracker as a table: one row a recommendation, officers and members apart."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.assessments.recommendations import Tracked
from indicators.charts.palette import Palette
from indicators.reports.tracker import due
from indicators.ui import markup
from indicators.ui.choices import query
from indicators.ui.markup import Cell
from indicators.wording import recommendations as words
from indicators.wording.scrutiny import STATES


def tracker_table(found: Sequence[Tracked], colours: Palette, keep: Sequence[str]) -> str:
    """The table; each recommendation links to itself, keeping the parameters `keep` of the address."""
    rows = [_row(each, colours, keep) for each in found]
    return markup.table(words.COLUMNS, rows, caption=words.TITLE, blocks=True)


def state_sign(one: Tracked, colours: Palette) -> str:
    """Where a recommendation stands: shape, word and colour."""
    shape, colour = words.SHAPES[one.standing.state]
    return markup.sign(shape, STATES[one.standing.state], colours.rag(colour))


def _row(one: Tracked, colours: Palette, keep: Sequence[str]) -> list[Cell]:
    each = one.standing.recommendation
    when, late = due(one)
    address = f"recommendations{query(keep, recommendation=one.code)}"
    return [
        Cell(markup=markup.link(address, f"{each.code} · {one.text.title}"), quiet=each.addressee),
        Cell(markup=state_sign(one, colours)),
        Cell(when, quiet=late),
        Cell(
            words.RESPONSES[each.response] if each.response else words.NO_RESPONSE,
            quiet=each.owner or words.NO_OWNER,
        ),
        Cell(words.assessed(each.officer_assessment)),
        Cell(words.assessed(each.member_assessment)),
        Cell(markup=_evidence(one)),
    ]


def _evidence(one: Tracked) -> str:
    each = one.standing.recommendation
    bears = words.evidence(each.evidence_on, each.evidence_strength)
    found = Cell(each.evidence or words.NO_EVIDENCE, quiet=bears if each.evidence else "").inner
    source = one.text.evidence_source
    return f"{found} {markup.read_at(source, words.SOURCE)}" if source else found
