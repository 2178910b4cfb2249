"""What may leave the house: the one place that decides which small counts of people are hidden.

Everything that a page, a file or a command shows passes through here, and so does everything that is computed for it: what is worked
out from a hidden count would give it away as surely as the count.

- A figure that was published is passed on as published: its publisher has had its own care. It counts as published when its source
  states terms of reuse, or when the row itself was read at an address on the web.
- Every other count of people follows the rule of hospital statistics for local areas: 0 stays, 1 to 7 are hidden, all others go to the
  nearest 5. A rate or percentage is hidden with its numerator, since the denominator would give it away; where only the denominator
  is given, the numerator is what the two make.
- Where just one place within a place is hidden, subtracting the others from the whole would give it away: the smallest other is hidden too.
- What is hidden by now, by this rule or because somebody marked it as suppressed, is given at no earlier moment either.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from indicators.analysis.suppression import suppress_count, suppress_table
from indicators.model import Area, Indicator, Observation
from indicators.store.queries import SourceRow

SUPPRESSED = "suppressed"
Key = tuple[str, str, str]
WEB = ("http://", "https://")
# First words of units that count things. Any other count is taken to be of people: better one figure too many hidden.
THINGS = frozenset({"businesses", "collisions", "dwellings", "homes", "households", "offences", "vehicles"})
# How many a rate is per, as its unit says it: "deaths per 100,000 people".
PER = re.compile(r"\bper (\d[\d,]*)\b")
PER_CENT = 100


@dataclass(frozen=True)
class House:
    """What the decision rests on: indicators by code, areas, terms of reuse by source, and what is marked as suppressed by now."""

    indicators: Mapping[str, Indicator]
    areas: Sequence[Area]
    licences: Mapping[str, str | None]
    suppressed_now: Collection[Key] = frozenset()


def house(
    indicators: Iterable[Indicator],
    areas: Sequence[Area],
    sources: Iterable[SourceRow],
    suppressed_now: Collection[Key] = frozenset(),
) -> House:
    """The same from the registers as they are asked for."""
    return House(
        {indicator.code: indicator for indicator in indicators},
        areas,
        {source.key: source.licence for source in sources},
        suppressed_now,
    )


def outgoing(observations: Iterable[Observation], known: House) -> list[Observation]:
    """The observations as they may leave, in their order: hidden ones without any figure and marked as suppressed.

    Args:
        observations: of any indicators; all places of an indicator together, or a single hidden one cannot be protected.
        known: what the decision rests on.
    """
    rows = list(observations)
    protected = {key_of(o): o for o in rows if _is_protected(o, known)}
    hidden = {key for key, o in protected.items() if suppress_count(_count(o, known) or 0).hidden}
    hidden |= _secondary(protected, known)
    return [_as_published(o, known, protected, hidden) for o in rows]


def needs_care(observations: Iterable[Observation], known: House) -> bool:
    """Whether any of them could be changed by `outgoing`; where not, other places need not be read."""
    return any(key_of(o) in known.suppressed_now or _is_protected(o, known) for o in observations)


def _is_protected(o: Observation, known: House) -> bool:
    """A count of people, or a share of them from which one can be had, that nobody has published."""
    if known.licences.get(o.source_key) or o.source.startswith(WEB):
        return False
    count = _count(o, known)
    return count is not None and count >= 0


def _count(o: Observation, known: House) -> float | None:
    """How many people a figure is about; None where it does not count any."""
    indicator = known.indicators.get(o.indicator_code)
    if indicator is None:
        return None
    if indicator.measure_kind == "count":
        if indicator.unit.split(maxsplit=1)[0].strip(",").casefold() in THINGS:
            return None
        return o.numerator if o.value is None else o.value
    return _made_numerator(o, indicator) if o.numerator is None else o.numerator


def _made_numerator(o: Observation, indicator: Indicator) -> float | None:
    """The numerator that value and denominator make; None where one is missing, or the unit does not say how many the value is per."""
    per = _per(indicator)
    return None if o.value is None or o.denominator is None or per is None else o.value * o.denominator / per


def _per(indicator: Indicator) -> int | None:
    """How many the value of a share is per: 100 for a percentage, for a rate what its unit says."""
    if indicator.measure_kind == "percentage":
        return PER_CENT
    said = PER.search(indicator.unit) if indicator.measure_kind == "rate" else None
    return int(said[1].replace(",", "")) or None if said else None


def _secondary(protected: Mapping[Key, Observation], known: House) -> set[Key]:
    """Those hidden because one hidden sibling could otherwise be had by subtraction from the place that holds them all."""
    within: dict[str, list[str]] = defaultdict(list)
    for area in known.areas:
        if area.parent_code:
            within[area.parent_code].append(area.code)
    hidden: set[Key] = set()
    for indicator_code, period in {(key[0], key[2]) for key in protected}:
        for children in within.values():
            keys = [(indicator_code, code, period) for code in children]
            if len(keys) > 1 and all(key in protected for key in keys):
                table = suppress_table(_count(protected[key], known) or 0 for key in keys)
                hidden |= {key for key, cell in zip(keys, table.cells, strict=True) if cell.hidden}
    return hidden


def _as_published(
    o: Observation, known: House, protected: Mapping[Key, Observation], hidden: Collection[Key]
) -> Observation:
    key = key_of(o)
    if key in hidden or key in known.suppressed_now:
        nothing = dict.fromkeys(("value", "numerator", "denominator", "lower", "upper"))
        return replace(o, status=SUPPRESSED, **nothing)
    if key not in protected:
        return o
    if known.indicators[o.indicator_code].measure_kind == "count":
        return replace(o, value=_rounded(o.value), numerator=None, denominator=None, lower=None, upper=None)
    return replace(o, numerator=_rounded(o.numerator), denominator=_rounded(o.denominator))


def _rounded(count: float | None) -> float | None:
    if count is None:
        return None
    shown = suppress_count(count).value
    return None if shown is None else float(shown)


def key_of(o: Observation) -> Key:
    """What tells one figure from every other."""
    return o.indicator_code, o.area_code, o.period
