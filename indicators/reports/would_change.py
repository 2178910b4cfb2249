"""Before and after an entry in words: the judgements that would change, the same on screen and command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indicators.assessments.would_change import Compared, Standing, WouldChange
from indicators.reports.evidence_words import chance, real
from indicators.reports.signals import in_signs
from indicators.wording import evidence as evidence_words
from indicators.wording import reasons, screens, submitting
from indicators.wording.letters import raised
from indicators.wording.numbers import NO_VALUE


@dataclass(frozen=True)
class Judgement:
    """One judgement that would change: of which indicator and place, which one, as it stands, as it would stand."""

    code: str
    indicator: str
    area: str
    what: str
    before: str
    after: str


def judgements(found: WouldChange, places: Mapping[str, str]) -> tuple[Judgement, ...]:
    """Every judgement whose words would change, in the order of the series.

    Args:
        found: the series before and after.
        places: area code to name.
    """
    return tuple(each for compared in found.series for each in _of(compared, places))


def summary(found: WouldChange, changes: tuple[Judgement, ...]) -> str:
    """How many judgements would change, and whether everything was looked at."""
    if found.reason is not None:
        return reasons.sentence(found.reason)
    return submitting.would_change(changes=len(changes), compared=len(found.series), left_out=found.left_out)


def _of(compared: Compared, places: Mapping[str, str]) -> Iterator[Judgement]:
    known = compared.after.assessment or compared.before.assessment
    title = known.indicator.title if known else compared.code
    place = places.get(compared.area_code, compared.area_code)
    before, after = _in_words(compared.before), _in_words(compared.after)
    for what in before:
        if before[what] != after[what]:
            yield Judgement(compared.code, title, place, what, before[what], after[what])


def _in_words(standing: Standing) -> dict[str, str]:
    """Each judgement by what it is called on every screen."""
    one, found = standing.assessment, standing.evidence
    signs = in_signs(one) if one else None
    return {
        screens.STATUS: signs.status.text if signs else NO_VALUE,
        screens.MOVEMENT: signs.movement.text if signs else NO_VALUE,
        screens.SIGNALS_HEADING: real(found, believed=False)[0].text if found else NO_VALUE,
        screens.REAL_STEP: raised(evidence_words.VERDICT[found.verdict.verdict]) if found else NO_VALUE,
        screens.CHANCE: chance(found)[0] if found else NO_VALUE,
    }
