"""The promise ledger: what was asked, what was answered, what was promised, and whether the next figure bore it out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from indicators.model import Polarity, Reason
from indicators.periods import parse, sort_key

Outcome = Literal["held", "not_held"]


@dataclass(frozen=True)
class Promise:
    """A promise about a figure, kept with the question and the answer that it was given in.

    `value` is the figure of `period` as it stood when the promise was made. `level` is what was promised, in the indicator's
    unit, None for plain improvement; `by_period` the period it was promised for, None for the next figure. `made_on` is the
    day of the answer, None where it is not recorded.
    """

    code: str
    indicator_code: str
    area_code: str
    question: str
    answer: str
    period: str
    value: Decimal
    level: Decimal | None = None
    by_period: str | None = None
    made_on: date | None = None


@dataclass(frozen=True)
class PromiseKept:
    """What came of a promise.

    `outcome` is None with `reason` while it cannot be said: `no_figure_since` (nothing has come), `only_known_figures` (newer
    figures are there, but each was known when it was promised), `promised_for_later` (newer figures have come, but none of
    the promised period or after it). `period`, `value` and `moved` are those of the figure
    that decides, else of the newest that came since; `moved` is in the indicator's unit, against `starting_value`. `starting_value` is
    the figure of the promise's period as it stands now, so that a revision (`is_revised`) cannot pass for movement.
    """

    promise: Promise
    outcome: Outcome | None
    period: str | None
    value: Decimal | None
    moved: Decimal | None
    starting_value: Decimal
    reason: Reason | None = None

    @property
    def is_revised(self) -> bool:
        """Whether the figure that was asked about has been replaced since."""
        return self.starting_value != self.promise.value


def promise_kept(
    promise: Promise,
    figures: Mapping[str, Decimal],
    polarity: Polarity,
    recorded_before: Collection[str] = (),
) -> PromiseKept:
    """Whether the first figure that can decide bore the promise out; it decides once, whatever comes later.

    Nobody can promise what is known already. A figure was known when its period had ended by the day of the answer and it had
    been recorded before the promise was. (The day alone would not do: an answer may be recorded long after it was given.)

    Args:
        promise: what was promised.
        figures: of the indicator and place now, by period, of one period length, without missing and doubtful ones.
        polarity: higher or lower: a level is held where the figure reaches it or is better; improvement needs some movement.
        recorded_before: the periods of which a figure had been recorded when the promise was.

    Raises:
        ValueError: a polarity without a single direction.
    """
    if polarity not in ("higher", "lower"):
        raise ValueError(f"a promise needs polarity higher or lower, not {polarity!r}")
    start = figures.get(promise.period, promise.value)
    newer = [each for each in _in_order(figures) if _when(each) > _when(promise.period)]
    since = [each for each in newer if not (each in recorded_before and _had_ended(each, promise.made_on))]
    if not since:
        reason = (
            Reason("only_known_figures", {"period": newer[-1]})
            if newer
            else Reason("no_figure_since", {"period": promise.period})
        )
        return PromiseKept(promise, None, None, None, None, start, reason)
    by = promise.by_period or since[0]
    deciding = [each for each in since if _when(each) >= _when(by)]
    period = deciding[0] if deciding else since[-1]
    moved = figures[period] - start
    if not deciding:
        reason = Reason("promised_for_later", {"period": by})
        return PromiseKept(promise, None, period, figures[period], moved, start, reason)
    outcome: Outcome = "held" if _is_held(promise.level, figures[period], moved, polarity) else "not_held"
    return PromiseKept(promise, outcome, period, figures[period], moved, start)


def _is_held(level: Decimal | None, value: Decimal, moved: Decimal, polarity: Polarity) -> bool:
    sign = 1 if polarity == "higher" else -1
    return sign * moved > 0 if level is None else sign * (value - level) >= 0


def _had_ended(period: str, on: date | None) -> bool:
    return on is None or parse(period).end <= on


def _in_order(figures: Mapping[str, Decimal]) -> list[str]:
    return sorted(figures, key=_when)


def _when(period: str) -> tuple[object, ...]:
    return sort_key(parse(period))
