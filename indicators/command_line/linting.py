"""`lint`: what is wrong with targets and figures. `evidence`: how many indicators get each judgement, and why others get none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from indicators.assessments.evidence import Evidence
from indicators.assessments.kept import wait_whole
from indicators.assessments.linting import Linted, lint_basket
from indicators.command_line import asked, judged
from indicators.command_line.answers import Answer
from indicators.model import Reason
from indicators.reports.evidence_words import luck
from indicators.wording import commands, lint, reasons
from indicators.wording.chance import CALLED
from indicators.wording.evidence import STRENGTH, TREND, VARIATION, VERDICT

if TYPE_CHECKING:
    from indicators.command_line.page import Page

WORDS = {
    "signal": {code: sign.text for code, sign in VARIATION.items()},
    "trend": TREND,
    "step": STRENGTH,
    "verdict": VERDICT,
    "chance": CALLED,
}


def lint_all(area: str, as_at: str | None) -> Answer:
    """Every finding on the basket in the place as at the moment; the command fails when there is one."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    place = asked.area(snapshot, moment.at, area)
    linted = lint_basket(snapshot, place.code, moment.at, moment.as_of)
    found = [_finding(each, finding) for each in linted for finding in each[1]]
    words = lint.summary(len(found), sum(bool(findings) for _, findings in linted), len(linted))
    return Answer(
        data={"area": place, "as_at": judged.moment(moment), "summary": words, "findings": found},
        show=lambda page: _show_findings(page, words, found),
        ok=not found,
    )


def evidence(area: str, as_at: str | None) -> Answer:
    """How many indicators of the basket get each judgement, and for which reasons the others get none."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    place = asked.area(snapshot, moment.at, area)
    whole = wait_whole(snapshot, place.code, moment.at, moment.as_of)
    counts = {name: Counter(_code(name, each) for each in whole.evidence.values()) for name in WORDS}
    return Answer(
        data={
            "area": place,
            "as_at": judged.moment(moment),
            "summary": luck(whole),
            "signals": whole.signals,
            "charts": whole.charts,
            "expected_by_luck": whole.by_luck,
            "believed_steps": whole.established,
            "expected_false_steps": whole.expected_false,
            "judgements": {name: dict(count) for name, count in counts.items()},
        },
        show=lambda page: _show_counts(page, luck(whole), counts),
    )


def _finding(linted: Linted, finding: Any) -> dict[str, Any]:
    indicator = linted[0].indicator
    return {
        "indicator": indicator.code,
        "subject": finding.subject,
        "rule": finding.rule,
        "figures": finding.figures,
        "sentence": lint.sentence(indicator, finding.rule, finding.figures),
    }


def _show_findings(page: Page, words: str, found: list[dict[str, Any]]) -> None:
    page.say(words)
    if found:
        page.table(lint.COLUMNS, [(each["indicator"], each["subject"], each["sentence"]) for each in found])


def _code(name: str, found: Evidence) -> str:
    """The code of one judgement, or of the reason why there is none."""
    made: dict[str, tuple[str | None, Reason | None]] = {
        "signal": (found.chart.variation, found.chart.reason),
        "trend": (found.trend.marker if found.trend.reason is None else None, found.trend.reason),
        "step": (found.step.strength, found.step.reason),
        "verdict": (found.verdict.verdict, None),
        "chance": (found.chance.word, found.chance.reason),
    }
    judgement, reason = made[name]
    return judgement or (reason.code if reason else "")


def _show_counts(page: Page, words: str, counts: dict[str, Counter[str]]) -> None:
    page.say(words)
    for name, count in counts.items():
        page.heading(commands.JUDGEMENTS[name])
        rows = sorted(count.items(), key=lambda item: -item[1])
        page.facts([(str(number), WORDS[name].get(code) or reasons.in_short(code)) for code, number in rows])
