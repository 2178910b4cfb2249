"""What could go wrong in a delivery chain: how likely, how bad, and whether anything is done about it.

Likelihood and impact run from 1 to 4 and are multiplied, as registers of risks in local government do; from 9 a risk is
called high. The words of the four steps and the bound are ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from indicators.analysis.finding import Finding

RiskStatus = Literal["open", "happened", "closed"]
LOWEST, HIGHEST = 1, 4
HIGH = 9


@dataclass(frozen=True)
class ChainRisk:
    """One risk to a chain, or to one of its links; `response` and `owner` are None where nobody has said."""

    code: str
    link: str | None
    risk: str
    likelihood: int
    impact: int
    response: str | None
    owner: str | None
    status: RiskStatus
    reviewed_on: date | None = None

    @property
    def score(self) -> int:
        """Likelihood times impact, 1 to 16."""
        return self.likelihood * self.impact

    @property
    def is_open(self) -> bool:
        """Whether it is still to be watched, or has come true."""
        return self.status != "closed"


def ranked(risks: Iterable[ChainRisk]) -> tuple[ChainRisk, ...]:
    """The largest first, those that are closed last; of equal ones by their code.

    Raises:
        ValueError: a likelihood or an impact outside 1 to 4.
    """
    known = list(risks)
    for each in known:
        for what, step in (("likelihood", each.likelihood), ("impact", each.impact)):
            if not LOWEST <= step <= HIGHEST:
                raise ValueError(f"risk {each.code} has {what} {step}, not {LOWEST} to {HIGHEST}")
    return tuple(sorted(known, key=lambda each: (not each.is_open, -each.score, each.code)))


def risk_findings(risks: Iterable[ChainRisk]) -> tuple[Finding, ...]:
    """`high_risk_without_response`: a high risk that is open, and nothing is recorded that is done about it."""
    return tuple(
        Finding("high_risk_without_response", each.code, {"score": each.score})
        for each in risks
        if each.is_open and each.score >= HIGH and not each.response
    )
