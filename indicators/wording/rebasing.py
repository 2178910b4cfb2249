"""New limits for a process chart: how they are offered, and what is said of a chart that has them."""

from __future__ import annotations

from collections.abc import Sequence

CHOOSE = "Limits drawn afresh from"
NOWHERE = "No period: one set of limits"
CHOOSE_HELP = (
    "New limits need a change that was sustained and a cause that somebody can name. They hold for this view and for its "
    "address only: nothing is stored, and no other judgement on this page changes."
)
NO_SUCH_PERIOD = "“{given}” is no period of this chart after its first. The limits are not drawn afresh."
DRAW = "Draw the limits afresh from {period}"


def offered(period: str) -> str:
    """The offer.

    >>> offered("2015/16")[:44]
    'The evidence for a new level from 2015/16 on'
    """
    return (
        f"The evidence for a new level from {period} on is very strong, and seven figures in a row or more have held it. New limits "
        "from there would describe the process as it is now. Draw them only if you can name the cause."
    )


def drawn(period: str, causes: Sequence[str]) -> str:
    """What is said under a chart whose limits a person had drawn afresh."""
    start = f"A reader had the limits drawn afresh from {period}; runs of figures do not cross that period."
    if not causes:
        return f"{start} No event is registered for that period, so no cause is named."
    return f"{start} Events registered then: {'; '.join(causes)}."
