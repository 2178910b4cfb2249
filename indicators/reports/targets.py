"""Every target of an indicator in words, and why it is not drawn where it is not."""

from __future__ import annotations

from indicators.assessments import Assessment
from indicators.model import Reason, Target
from indicators.wording import reasons, screens
from indicators.wording.letters import lowered


def passed_over(one: Assessment) -> dict[str, Reason]:
    """Why the indicator is not judged by a target, by the target's code; those that it is judged by are not there."""
    return {code: other.reason for other in one.choice.others for code in other.trajectory.target_codes}


def targets_in_words(one: Assessment) -> list[str]:
    """What was promised, by whom, and why it is not drawn where it is not; in the order of the targets."""
    reasons_not = passed_over(one)
    return [_in_words(target, reasons_not.get(target.code)) for target in one.targets]


def _in_words(target: Target, why_not: Reason | None) -> str:
    words = target.title
    if target.is_illustrative and not words.startswith(screens.ILLUSTRATIVE_MARK):
        words = f"{screens.ILLUSTRATIVE_MARK}: {words}"
    if why_not is not None:
        words += f" {screens.NOT_DRAWN} {lowered(reasons.sentence(why_not))}"
    return words
