"""`lint`: what is wrong with targets and figures. `evidence`: how many indicators get each judgement, and why others get none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from indicators.assessments.evidence import Evidence
from indicators.assessments.kept import wait_whole
from indicators.assessments.linting import Linted, lint_basket
from indicators.command_line import asked, auditing, judged
from indicators.command_line.answers import Answer
from indicators.model import Reason
from indicators.reports.evidence_words import luck
from indicators.wording import commands, lint, prevention_findings, reasons
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
    """Every finding on the basket in the place, and on the coding of spending; the command fails when there is one."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    place = asked.area(snapshot, moment.at, area)
    linted = lint_basket(snapshot, place.code, moment.at, moment.as_of)
    found = [_finding(each, finding) for each in linted for finding in each[1]]
    words = lint.summary(len(found), sum(bool(findings) for _, findings in linted), len(linted))
    spending = auditing.questions(snapshot, moment.at, moment.as_of)
    return Answer(
        data={
            "area": place,
            "as_at": judged.moment(moment),
            "summary": words,
            "findings": found,
            "prevention": spending,
        },
        show=lambda page: _show_findings(page, words, found, spending),
        ok=not found and not (spending and spending["findings"]),
    )


def evidence(area: str, as_at: str | None) -> Answer:
    """How many indicators of the basket get each judgement, and for which reasons the others get none."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    place = asked.area(snapshot, moment.at, area)
    whole = wait_whole(snapshot, place.code, moment.at, moment.as_of)
    counts = {name: Counter(code_of(name, each) for each in whole.evidence.values()) for name in WORDS}
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
        show=lambda page: show_counts(page, luck(whole), counts),
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


def _show_findings(
    page: Page, words: str, found: list[dict[str, Any]], spending: dict[str, Any] | None
) -> None:
    page.say(words)
    if found:
        page.table(lint.COLUMNS, [(each["indicator"], each["subject"], each["sentence"]) for each in found])
    if spending:
        page.heading(prevention_findings.HEADING)
        page.say(spending["summary"])
        rows = [(each["subject"], each["sentence"]) for each in spending["findings"]]
        if rows:
            page.table(prevention_findings.COLUMNS, rows)


def code_of(name: str, found: Evidence) -> str:
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


def show_counts(page: Page, words: str, counts: dict[str, Counter[str]]) -> None:
    """How many got each judgement, or none for which reason."""
    page.say(words)
    for name, count in counts.items():
        page.heading(commands.JUDGEMENTS[name])
        rows = sorted(count.items(), key=lambda item: -item[1])
        page.facts([(str(number), WORDS[name].get(code) or reasons.in_short(code)) for code, number in rows])
