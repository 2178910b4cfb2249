"""How the indicators of a basket stood at one moment and stand at another, in words, where the two differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indicators.assessments import Assessment
from indicators.reports.signals import in_signs
from indicators.wording import screens
from indicators.wording.numbers import NO_VALUE


@dataclass(frozen=True)
class StandingChange:
    """One signal of one indicator that differs: as it was and as it is."""

    code: str
    indicator: str
    what: str
    before: str
    after: str


def standing_changes(then: Sequence[Assessment], now: Sequence[Assessment]) -> tuple[StandingChange, ...]:
    """Every signal that reads otherwise now, in the order of the basket now; then those of indicators that have left it."""
    before = {one.indicator.code: one for one in then}
    after = {one.indicator.code: one for one in now}
    return tuple(
        change
        for code in dict.fromkeys((*after, *before))
        for change in _of(code, before.get(code), after.get(code))
    )


def _of(code: str, then: Assessment | None, now: Assessment | None) -> Iterator[StandingChange]:
    title = next(one.indicator.title for one in (now, then) if one)
    before, after = _in_words(then), _in_words(now)
    for what in before:
        if before[what] != after[what]:
            yield StandingChange(code, title, what, before[what], after[what])


def _in_words(one: Assessment | None) -> dict[str, str]:
    signs = in_signs(one) if one else None
    return {
        screens.STATUS: signs.status.text if signs else NO_VALUE,
        screens.MOVEMENT: signs.movement.text if signs else NO_VALUE,
    }
