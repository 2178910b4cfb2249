"""Rules that turn a value and a planned level into green, amber, red or grey, each with its name and parameters.

No national rule existed: councils set their own. The recommended one comes first; the others are published conventions or the
reward rule. A rule that cannot be applied gives a Reason instead of a colour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from indicators.analysis.against_target import rate_against_target
from indicators.analysis.exact import exact_decimal
from indicators.analysis.reward import gap_closed
from indicators.model import Polarity, Rag, Reason

PER_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Case:
    """What a rule may look at, all in the indicator's unit. `year_earlier` is the same period's value a year before."""

    value: float
    level: float
    polarity: Polarity
    tolerance: float | None
    baseline: float | None
    year_earlier: float | None


@dataclass(frozen=True)
class Recipe:
    """A named rule. `rule` and `parameters` are stored with every rating that it makes."""

    rule: str
    judge: Callable[[Case, Mapping[str, float]], Rag | Reason]
    parameters: Mapping[str, float]


def _within_tolerance(case: Case, _: Mapping[str, float]) -> Rag | Reason:
    if case.tolerance is None:
        return Reason("no_tolerance")
    return rate_against_target(case.value, case.level, polarity=case.polarity, tolerance=case.tolerance)


def _percent_of_target(case: Case, parameters: Mapping[str, float]) -> Rag | Reason:
    """Relative to the size of the target; refused at a target of nought, where nothing is a per cent of it."""
    if case.level == 0:
        return Reason("target_is_zero")
    allowed = exact_decimal(parameters["per_cent"]) * PER_CENT * abs(exact_decimal(case.level))
    return rate_against_target(case.value, case.level, polarity=case.polarity, tolerance=float(allowed))


def _havering(case: Case, parameters: Mapping[str, float]) -> Rag | Reason:
    """Green within so many per cent of the target; beyond, amber if better than the same period last year, else red."""
    near = _percent_of_target(case, parameters)
    if near != "red":
        return near if isinstance(near, Reason) else "green"
    if case.year_earlier is None:
        return Reason("no_figure_a_year_earlier")
    is_better = (
        case.value > case.year_earlier if case.polarity == "higher" else case.value < case.year_earlier
    )
    return "amber" if is_better else "red"


def _share_of_journey(case: Case, parameters: Mapping[str, float]) -> Rag | Reason:
    """By the part of the way from the baseline to the planned level: all of it green, 60 per cent amber, less red."""
    if case.baseline is None:
        return Reason("no_baseline")
    closed = gap_closed(case.baseline, case.level, case.value)
    if closed is None:
        return Reason("level_equals_baseline", {"level": case.level})
    if closed >= 1:
        return "green"
    return "amber" if closed >= exact_decimal(parameters["amber_from"]) else "red"


def _recipe(
    rule: str, judge: Callable[[Case, Mapping[str, float]], Rag | Reason], **parameters: float
) -> Recipe:
    return Recipe(rule, judge, MappingProxyType(parameters))


RECOMMENDED = _recipe("within_tolerance", _within_tolerance)
RECIPES: Mapping[str, Recipe] = MappingProxyType(
    {
        recipe.rule: recipe
        for recipe in (
            RECOMMENDED,
            _recipe("havering", _havering, per_cent=10),
            _recipe("reigate_and_banstead", _within_tolerance),
            _recipe("share_of_journey", _share_of_journey, amber_from=0.6),
            _recipe("percent_of_target", _percent_of_target, per_cent=5),
        )
    }
)
