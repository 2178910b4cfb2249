"""The stages of assurance of an edition, computed from the opinions that were given: nobody states a stage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from indicators.prevention.rows import Opinion

StageCode = Literal[
    "self_assessed", "second_coded", "finance_certified", "internal_audit_reviewed", "scrutiny_challenged"
]
STAGES: tuple[StageCode, ...] = get_args(StageCode)
EVERYBODY = "All organisations"
State = Literal["passed", "partly", "next", "later"]


@dataclass(frozen=True)
class Stage:
    """One stage: the opinions given at it, oldest first, and the partners for whom there is none yet.

    `state` is passed (for every partner whose return is counted), partly (for some of them), next (the first that is not
    passed and that nobody has begun) or later.
    """

    code: StageCode
    opinions: tuple[Opinion, ...]
    without: tuple[str, ...]
    state: State


def stages(opinions: Iterable[Opinion], partners: Sequence[str]) -> tuple[Stage, ...]:
    """All stages in their order.

    Args:
        opinions: those of one edition.
        partners: the organisations whose returns it counts; an opinion on all organisations is one on each of them.
    """
    known = sorted(opinions, key=lambda each: (each.given_on, each.organisation))
    found: list[Stage] = []
    for code in STAGES:
        given = tuple(each for each in known if each.stage == code)
        for_whom = {each.organisation for each in given}
        without = () if EVERYBODY in for_whom else tuple(name for name in partners if name not in for_whom)
        found.append(Stage(code, given, without, _state(given, without, found)))
    return tuple(found)


def _state(given: Sequence[Opinion], without: Sequence[str], before: Sequence[Stage]) -> State:
    if given:
        return "partly" if without else "passed"
    return "next" if all(stage.state == "passed" for stage in before) else "later"
