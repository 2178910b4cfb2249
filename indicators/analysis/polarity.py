"""Which way is better: a movement judged against what is wanted."""

from __future__ import annotations

from typing import Literal, get_args

from indicators.model import Polarity

Judgement = Literal["better", "worse"]


def judged(movement: float, polarity: Polarity) -> Judgement | None:
    """`better` or `worse`; None without movement or without a single direction of good (neutral, range).

    Raises:
        ValueError: the polarity is not one of the four.
    """
    check_polarity(polarity)
    if movement == 0 or polarity not in ("higher", "lower"):
        return None
    return "better" if (movement > 0) == (polarity == "higher") else "worse"


def check_polarity(polarity: Polarity) -> None:
    """Refuse a word that is no polarity.

    Raises:
        ValueError: the polarity is not one of the four.
    """
    if polarity not in get_args(Polarity):
        raise ValueError(f"polarity must be one of {get_args(Polarity)}, got {polarity!r}")
