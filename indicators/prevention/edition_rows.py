"""Everything recorded that an edition is judged from, as one record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from indicators.prevention.control import ControlTotal
from indicators.prevention.rows import (
    CodedPart,
    CoderPair,
    Coders,
    Contribution,
    Edition,
    InfluenceClaim,
    InterventionEvidence,
    LineKey,
    Opinion,
    PartnerReturn,
    SavingFlow,
    TaggedAmount,
)
from indicators.prevention.schemes import Scheme


@dataclass(frozen=True)
class EditionRows:
    """Everything recorded that an edition is judged from.

    `scheme` is the one that it is counted by and `coding` the scheme of the tags that it reads. `amounts` are by that coding,
    in every year, as they stood at the entry `read_at`; `by_old_tags` those of the edition's year by the tags of the earlier edition, None where there are none.
    `in_force` is what of the edition's year is counted by the coding of each role: moderated, first or suggested.
    `readings` are those of the edition's year for each scheme that can be read, `codings_read` the coding that each reads.
    """

    edition: Edition
    earlier: Edition | None
    scheme: Scheme
    coding: str
    returns: Sequence[PartnerReturn]
    amounts: Sequence[TaggedAmount]
    by_old_tags: Sequence[TaggedAmount] | None
    readings: Mapping[str, tuple[Scheme, Sequence[TaggedAmount]]]
    codings_read: Mapping[str, str]
    not_readable: Sequence[Scheme]
    totals: Sequence[ControlTotal]
    quarters: Mapping[date, Decimal]
    people: Mapping[date, int] | None
    codings: Sequence[CodedPart]
    pairs: Sequence[CoderPair]
    splits: Sequence[tuple[LineKey, Decimal]]
    coders: Sequence[Coders]
    claims: Sequence[InfluenceClaim]
    opinions: Sequence[Opinion]
    contributions: Sequence[Contribution]
    evidence: Sequence[InterventionEvidence]
    savings: Sequence[SavingFlow] = ()
    in_force: Mapping[str, Decimal] = field(default_factory=dict)
    read_at: int = 0
