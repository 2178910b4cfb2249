"""Which rows may be seen outside the house at all; how exact a figure may be is decided elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indicators.assessments.open_registers import is_open_case, tells_of_few
from indicators.datasets import dataset
from indicators.model import OPEN_STATES

CONSENSUS = "consensus"
# Datasets of which no row is seen outside: its numbers are shown only added up.
CLOSED = frozenset({"partner_survey_answer"})


def may_leave(name: str, row: Sequence[Any]) -> bool:
    """Whether a row may be seen outside the house.

    Of commentary only what was approved or published, of questions only those that were asked, of the answers on a delivery
    chain only what all agreed on. Of the partner survey no row, since its numbers of people are small and add up. A case study only with
    consent and licence, and with a consent that has no end: what has left cannot be fetched back. A publicity activity only where it
    tells of no small number of people.
    """
    columns = dataset(name).columns
    if name in CLOSED:
        return False
    if name == "case_study":
        return is_open_case(dict(zip(columns, row, strict=True)))
    if name == "publicity_activity":
        return not tells_of_few(dict(zip(columns, row, strict=True)))
    if name == "commentary":
        return row[columns.index("state")] in OPEN_STATES
    if name == "scrutiny_question":
        return row[columns.index("asked_on")] is not None
    return name != "chain_answer" or row[columns.index("round")] == CONSENSUS
