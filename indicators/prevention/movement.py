"""Why the preventative share, or the money, moved: standard shift-share analysis, exact, so that the parts add up.

Within: partners themselves spend more of their money on prevention. Mix: partners that do so make up more of the whole.
Reclassification: the same lines are called something else than last year. Prices and volume belong to the money.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from indicators.model import Reason

HALF = Fraction(1, 2)


@dataclass(frozen=True)
class PartnerSpend:
    """What one partner spends on prevention, and in all, in one year."""

    part: Decimal
    whole: Decimal


@dataclass(frozen=True)
class ShareMovement:
    """after - before = within + mix + reclassification, exactly. All shares run from 0 to 1.

    `within_by_partner` and `mix_by_partner` sum to `within` and `mix`. Everything is None or empty where `reason` is set:
    `nothing_to_share` (one of the years has no spending, `year` before or after). `reclassification` alone is None where last
    year's tags are not known: it is then a part of `within` and `mix`.
    """

    before: Fraction | None
    after: Fraction | None
    within: Fraction | None
    mix: Fraction | None
    reclassification: Fraction | None
    within_by_partner: Mapping[str, Fraction]
    mix_by_partner: Mapping[str, Fraction]
    reason: Reason | None = None

    @property
    def real_shift(self) -> Fraction | None:
        """The change that is no relabelling."""
        return None if self.within is None or self.mix is None else self.within + self.mix


@dataclass(frozen=True)
class MoneyMovement:
    """Preventative money of the year before, step by step to that of this year; the steps sum exactly to the difference.

    `price`: the same at this year's prices. `volume`: real growth of all spending at the old share. `within`, `mix` and
    `reclassification`: this year's spending times the movement of the share.
    """

    before: Fraction
    price: Fraction
    volume: Fraction
    within: Fraction
    mix: Fraction
    reclassification: Fraction | None
    after: Fraction


def share_movement(
    before: Mapping[str, PartnerSpend],
    after: Mapping[str, PartnerSpend],
    after_by_old_tags: Mapping[str, PartnerSpend] | None = None,
) -> ShareMovement:
    """Split the change of a share over partners.

    Args:
        before: by partner, the year before.
        after: by partner, this year by this year's tags.
        after_by_old_tags: this year by last year's tags; None where those are not known.

    Within is the sum of half (w1 + w2) (s2 - s1), mix that of half (s1 + s2) (w2 - w1), where s is a partner's share and w its
    part of the whole. A partner without spending in one of the years has the share of the other, so that coming and going is mix.
    """
    like_for_like = after if after_by_old_tags is None else after_by_old_tags
    for year, spending in (("before", before), ("after", after), ("after", like_for_like)):
        if not _total(spending).whole:
            return ShareMovement(
                None, None, None, None, None, {}, {}, Reason("nothing_to_share", {"year": year})
            )
    start, end, kept = (_share(_total(spending)) for spending in (before, after, like_for_like))
    within, mix = {}, {}
    for partner in sorted({*before, *like_for_like}):
        within[partner], mix[partner] = _parts(partner, before, like_for_like)
    return ShareMovement(
        before=start,
        after=end,
        within=sum(within.values(), Fraction(0)),
        mix=sum(mix.values(), Fraction(0)),
        reclassification=None if after_by_old_tags is None else end - kept,
        within_by_partner=within,
        mix_by_partner=mix,
    )


def money_movement(
    before: PartnerSpend, after: PartnerSpend, factor: Fraction, shares: ShareMovement
) -> MoneyMovement:
    """The movement statement of the preventative money.

    Args:
        before: all partners together, the year before, in cash.
        after: all partners together, this year.
        factor: by what money of the year before is multiplied to be in this year's prices.
        shares: the movement of the share between the same two years.

    Raises:
        ValueError: `shares` could not be computed.
    """
    if shares.before is None or shares.within is None or shares.mix is None:
        raise ValueError("there is no movement of the share to multiply")
    start, spent, whole = Fraction(before.part), Fraction(before.whole), Fraction(after.whole)
    return MoneyMovement(
        before=start,
        price=start * (factor - 1),
        volume=(whole - spent * factor) * shares.before,
        within=whole * shares.within,
        mix=whole * shares.mix,
        reclassification=None if shares.reclassification is None else whole * shares.reclassification,
        after=Fraction(after.part),
    )


def _parts(
    partner: str, before: Mapping[str, PartnerSpend], after: Mapping[str, PartnerSpend]
) -> tuple[Fraction, Fraction]:
    nothing = PartnerSpend(Decimal(0), Decimal(0))
    one, two = before.get(partner, nothing), after.get(partner, nothing)
    w1 = Fraction(one.whole) / Fraction(_total(before).whole)
    w2 = Fraction(two.whole) / Fraction(_total(after).whole)
    s1 = _share(one if one.whole else two)
    s2 = _share(two if two.whole else one)
    return HALF * (w1 + w2) * (s2 - s1), HALF * (s1 + s2) * (w2 - w1)


def _share(spend: PartnerSpend) -> Fraction:
    return Fraction(spend.part) / Fraction(spend.whole) if spend.whole else Fraction(0)


def _total(spending: Mapping[str, PartnerSpend]) -> PartnerSpend:
    return PartnerSpend(
        sum((each.part for each in spending.values()), Decimal(0)),
        sum((each.whole for each in spending.values()), Decimal(0)),
    )
