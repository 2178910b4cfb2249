"""Which rows may be seen outside the house at all; how exact a figure may be is decided elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indicators.datasets import dataset
from indicators.model import OPEN_STATES

CONSENSUS = "consensus"


def may_leave(name: str, row: Sequence[Any]) -> bool:
    """Whether a row may be seen outside the house.

    Of commentary only what was approved or published, of questions only those that were asked, of the answers on a delivery
    chain only what all agreed on.
    """
    columns = dataset(name).columns
    if name == "commentary":
        return row[columns.index("state")] in OPEN_STATES
    if name == "scrutiny_question":
        return row[columns.index("asked_on")] is not None
    return name != "chain_answer" or row[columns.index("round")] == CONSENSUS
