"""What an influence claim lacks for its grade, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from indicators.wording.prevention import millions

Figures = Mapping[str, Any]
OR_LOWER = "or grade the claim I2 or lower"


def _above(figures: Figures) -> str:
    who = figures["organisation"]
    whose = f"{who} spent" if who else "all partners together spent"
    return (
        f"More is claimed than {whose} in what the edition counts ({millions(figures['spent'])}). Is the claim in thousands of pounds, "
        "and about spending that the edition covers?"
    )


CLAIMS: dict[str, str | Callable[[Figures], str]] = {
    "claim_undecided": (
        "Grade {grade} rests on the spending body's own record of its decision. Name the minute or paper and its day, "
        f"{OR_LOWER}."
    ),
    "claim_without_counterfactual": (
        f"Grade {{grade}} asks what would have happened without the partnership. Write it down, {OR_LOWER}."
    ),
    "claim_unconfirmed": (
        "Grade {grade} asks that the spending body's finance officer confirmed the figure. Name that role under “Confirmed by”, "
        f"{OR_LOWER}."
    ),
    "claim_unchecked": (
        "Grade I4 asks for a check by somebody other than who confirmed the figure, or a decision on a pool. Name who checked it and "
        "what was found, or grade the claim I3."
    ),
    "claim_above_spending": _above,
}
