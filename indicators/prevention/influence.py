"""What remains of a claim that the partnership moved money, and how much of it is demonstrated.

Net of what would have happened anyway, as the additionality guides do it. The three confidence questions are never one grade:
here only whether the partnership moved the money, not whether the service prevents anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from indicators.model import DEMONSTRATED_GRADES, Reason
from indicators.prevention.rows import InfluenceClaim


@dataclass(frozen=True)
class Influence:
    """Money claimed, what is net of it, and what is demonstrated (grade I3 or I4), in the unit of the claims.

    `reason` is `no_claims` where there are none; the sums are then None.
    """

    claims: int
    gross: Decimal | None
    net: Decimal | None
    demonstrated: Decimal | None
    reason: Reason | None = None


def net_influence(claim: InfluenceClaim) -> Decimal:
    """Gross times what is left after deadweight, leakage, displacement and substitution, one after the other, exact.

    Raises:
        ValueError: a negative claim, or a share outside 0 to 1.
    """
    net = claim.gross
    if net < 0:
        raise ValueError(f"claim {claim.code} is of {net}")
    for name in ("deadweight", "leakage", "displacement", "substitution"):
        share = getattr(claim, name)
        if not 0 <= share <= 1:
            raise ValueError(f"{name} of claim {claim.code} is {share}")
        net *= 1 - share
    return net


def influence(claims: Iterable[InfluenceClaim]) -> Influence:
    """All claims of an edition together."""
    known = list(claims)
    if not known:
        return Influence(0, None, None, None, Reason("no_claims"))
    net = {claim.code: net_influence(claim) for claim in known}
    return Influence(
        claims=len(known),
        gross=sum((claim.gross for claim in known), Decimal(0)),
        net=sum(net.values(), Decimal(0)),
        demonstrated=sum(
            (net[claim.code] for claim in known if claim.grade in DEMONSTRATED_GRADES),
            Decimal(0),
        ),
    )


def leverage(partners_money: Decimal, partnerships_money: Decimal) -> Decimal:
    """Pounds of the partners for each pound that the partnership itself controls.

    Raises:
        ValueError: the partnership controls none.
    """
    if partnerships_money <= 0:
        raise ValueError(f"the partnership controls {partnerships_money}")
    return partners_money / partnerships_money
