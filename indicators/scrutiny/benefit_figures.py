"""What a benefit has come to, read from the figures of the indicator that it points at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from indicators.model import Indicator, Observation, Reason
from indicators.scrutiny.benefits import gains

ADDITIVE = ("count", "money")  # kinds of measure whose amounts can be added; rates of different groups cannot


@dataclass(frozen=True)
class Measured:
    """The figures of one indicator for one place, oldest first, and the days on which they changed their basis."""

    indicator: Indicator
    observations: tuple[Observation, ...]
    breaks: tuple[date, ...] = ()

    @property
    def usable(self) -> tuple[Observation, ...]:
        """Those that may be judged: of the indicator's own length, with a value, and not thought to be wrong."""
        return tuple(
            o
            for o in self.observations
            if o.value is not None
            and not o.is_doubtful
            and o.period.partition("/")[2] == self.indicator.period_length
        )

    @property
    def latest(self) -> Observation | None:
        """The newest of those."""
        return self.usable[-1] if self.usable else None

    @property
    def is_additive(self) -> bool:
        """Whether amounts of it can be added to others of the same unit."""
        return self.indicator.measure_kind in ADDITIVE


@dataclass(frozen=True)
class Actuals:
    """How far each figure since the baseline is on the good side of it, by period.

    `baseline` is the figure that it is counted from. Without amounts `reason` says why; with amounts it may be
    `basis_changed_since`: later figures are left out because they were made on another basis.
    """

    amounts: dict[str, Decimal] = field(default_factory=dict)
    baseline: Observation | None = None
    reason: Reason | None = None


def actuals(unit: str, baseline_period: str | None, measured: Measured) -> Actuals:
    """The amounts of a benefit that counts in `unit` from the figure of `baseline_period` on.

    Figures after a change of basis are not compared with a baseline before it.

    Returns:
        Amounts, or a reason: `other_unit`, `neutral_polarity`, `range_polarity`, `no_baseline_figure`.
    """
    indicator = measured.indicator
    if unit.casefold().strip() != indicator.unit.casefold().strip():
        return Actuals(reason=Reason("other_unit", {"unit": unit, "measured": indicator.unit}))
    if indicator.polarity == "neutral":
        return Actuals(reason=Reason("neutral_polarity"))
    if indicator.polarity == "range":
        return Actuals(reason=Reason("range_polarity"))
    baseline = next((o for o in measured.usable if o.period == baseline_period), None)
    if baseline is None:
        return Actuals(reason=Reason("no_baseline_figure", {"period": baseline_period}))
    later = [o for o in measured.usable if o.period_end > baseline.period_end]
    cut = min((day for day in measured.breaks if day > baseline.period_start), default=None)
    comparable = [o for o in later if cut is None or o.period_end < cut]
    reason = Reason("basis_changed_since", {"on": cut}) if cut and len(comparable) < len(later) else None
    amounts = gains(_exact(baseline), {o.period: _exact(o) for o in comparable}, indicator.polarity)
    return Actuals(amounts, baseline, reason)


def _exact(observation: Observation) -> Decimal:
    return Decimal(str(observation.value))
