"""How much of the spending is preventative: two shares of two wholes, and the range by confidence.

Core (primary and secondary prevention) after Demos, which argues that only those should be protected; broad (with tertiary)
after the Welsh definition. Both are stated of what is classified and of all in scope: a rising share of the classified beside a
falling coverage is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from indicators.model import Reason
from indicators.prevention.rows import TaggedAmount
from indicators.prevention.schemes import CLASSIFIED, CountsAs, Scheme

NOUGHT = Decimal(0)
HIGH, MEDIUM = "high", "medium"


@dataclass(frozen=True)
class Shares:
    """Money by what it counts as, in the unit of the lines, and the shares made of it, exact.

    A share of nothing is None; `reason` is then `nothing_in_scope` or `nothing_classified`.
    """

    in_scope: Decimal
    classified: Decimal
    core: Decimal
    broad: Decimal
    acute: Decimal

    @property
    def reason(self) -> Reason | None:
        """Why there is no share."""
        if not self.in_scope:
            return Reason("nothing_in_scope")
        return None if self.classified else Reason("nothing_classified")

    @property
    def coverage(self) -> Fraction | None:
        """Classified money of all in scope."""
        return ratio(self.classified, self.in_scope)

    @property
    def core_of_classified(self) -> Fraction | None:
        """Core share of what is classified."""
        return ratio(self.core, self.classified)

    @property
    def core_of_in_scope(self) -> Fraction | None:
        """Core share of all in scope: the headline."""
        return ratio(self.core, self.in_scope)

    @property
    def broad_of_classified(self) -> Fraction | None:
        """Broad share of what is classified."""
        return ratio(self.broad, self.classified)

    @property
    def broad_of_in_scope(self) -> Fraction | None:
        """Broad share of all in scope."""
        return ratio(self.broad, self.in_scope)

    @property
    def prevention_to_acute(self) -> Fraction | None:
        """Pounds of prevention, tertiary included, for each acute pound."""
        return ratio(self.broad, self.acute)


@dataclass(frozen=True)
class ConfidenceRange:
    """Preventative money by how sure the coders were, each amount holding the one before it.

    The wholes stay those of all lines, so that the three can be set beside each other.
    """

    high: Shares
    high_and_medium: Shares
    all: Shares


def ratio(part: Decimal, whole: Decimal) -> Fraction | None:
    """Part of whole, exact; None where the whole is nought."""
    return Fraction(part) / Fraction(whole) if whole else None


def shares_of(amounts: Iterable[TaggedAmount], scheme: Scheme) -> Shares:
    """The shares that a scheme makes of tagged amounts."""
    return _shares([(scheme.counts_as(each.level), each.amount) for each in amounts])


def confidence_range(amounts: Iterable[TaggedAmount], scheme: Scheme) -> ConfidenceRange:
    """The shares with the preventative tags of high confidence only, of high and medium, and of all.

    A tag whose confidence was not stated counts among all only.
    """
    known = list(amounts)
    return ConfidenceRange(
        _limited(known, scheme, frozenset({HIGH})),
        _limited(known, scheme, frozenset({HIGH, MEDIUM})),
        shares_of(known, scheme),
    )


def _limited(amounts: list[TaggedAmount], scheme: Scheme, sure: frozenset[str]) -> Shares:
    whole = shares_of(amounts, scheme)
    part = shares_of([each for each in amounts if each.confidence in sure], scheme)
    return Shares(whole.in_scope, whole.classified, part.core, part.broad, whole.acute)


def _shares(counted: list[tuple[CountsAs, Decimal]]) -> Shares:
    def total(*kinds: CountsAs) -> Decimal:
        return sum((amount for kind, amount in counted if kind in kinds), NOUGHT)

    core = total("core")
    return Shares(
        in_scope=sum((amount for kind, amount in counted if kind != "out_of_scope"), NOUGHT),
        classified=sum((amount for kind, amount in counted if kind in CLASSIFIED), NOUGHT),
        core=core,
        broad=core + total("broad"),
        acute=total("acute"),
    )
