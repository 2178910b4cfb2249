"""Questions about what is promised and claimed of indicators, and about their figures: what is asked, why, and a good answer."""

from __future__ import annotations

from indicators.wording.dates import day
from indicators.wording.enquiry_figures import Figures, chance, during, period, share, value
from indicators.wording.enquiry_line import Line
from indicators.wording.numbers import number, with_unit
from indicators.wording.scrutiny_findings import days
from indicators.wording.status import AGAINST_TARGET, OUTCOME

# Why there is no trend, of the reasons that more figures would mend.
NO_TREND = {
    "too_few_points": "A trend needs five figures in a row, and there are fewer.",
    "gap": "A trend needs five figures in a row, and one of the last five is missing.",
    "break_in_series": "A trend needs five figures in a row, and within the last five the series changed its basis.",
}
ENDED = {
    "green": OUTCOME["met"].word,
    "amber": OUTCOME["narrowly_missed"].word,
    "red": OUTCOME["missed"].word,
}


def _reward(f: Figures) -> str:
    return (
        f"By {period(f)}, {share(f['gap_closed'])} of the promised improvement has come. Below {share(f['line'])} nothing "
        f"is paid of a grant of {with_unit(f['potential'], 0, '£')}."
    )


INDICATORS: dict[str, Line] = {
    "just_under_the_reward_line": Line(
        "What would bring it over the line, and what is that worth?",
        _reward,
        "The figure that is still needed, who can move it by then, and what it costs beside the grant.",
        "the owner of the target",
    ),
    "judged_differs": Line(
        "Why does the partnership judge this other than the rule does?",
        lambda f: (
            f"{value(f, 'value')} {during(f)} against {value(f, 'planned')} planned is {AGAINST_TARGET[f['computed']].word} "
            f"by the rule; the partnership says {AGAINST_TARGET[f['judged']].word}."
            + (" The level is illustrative: nobody promised it." if f["illustrative"] else "")
        ),
        "What the officer knows that the figure does not show yet, and the figure that will show it.",
        "the owner of the indicator",
    ),
    "step_without_comparators": Line(
        "Did other places change in the same way at the same time?",
        lambda f: (
            f"The figures show a change of level from {period(f)} with a probability of {chance(f)}; "
            f"{number(f['comparators'], 0)} other places could be compared."
        ),
        "The same series of similar areas, and what was done here at that date that was not done there.",
        "the owner of the indicator",
    ),
    "target_reset": Line(
        "Who agreed the new target, and would the first one have been met?",
        lambda f: (
            f"{value(f, 'first')} by {day(f['first_due_on'])} became {value(f, 'now')} by {day(f['due_on'])}, recorded on "
            f"{day(f['recorded_on'])}{': easier than at first' if f['easier'] else ''}."
        ),
        "The minute that agreed it, the reason, and the latest figure against both targets.",
        "the body that set the target",
    ),
    "target_ended": Line(
        "What followed from how the target ended, and which level is aimed at now?",
        lambda f: (
            f"The target of {value(f, 'level')} by {day(f['due_on'])} ended: {ENDED[f['outcome']]}, with {value(f, 'value')} in "
            f"{period(f)}. No agreed target has followed it."
        ),
        "What was learnt and stopped, and the next level with its date and the body that answers for it.",
        "the body that set the target",
    ),
    "targets_not_agreed": Line(
        "Which of these indicators does the Partnership want to be held to, at which level, and by when?",
        lambda f: (
            f"{number(f['agreed'], 0)} of {number(f['indicators'], 0)} indicators {'has' if f['agreed'] == 1 else 'have'} an agreed "
            f"target that still runs; for {number(f['illustrative'], 0)} there is only an illustrative level, made by a mechanical rule "
            "and promised by nobody."
        ),
        "A list of the indicators that will get a target, the body that sets each, and the meeting at which it is agreed.",
        "the Board",
    ),
    "stale_figures": Line(
        "When will the next figure come, and what is steered by until then?",
        lambda f: (
            f"The latest figure recorded here is of {period(f)}; a newer one has been late for {days(f['days_late'])}"
            + (". No publication lag is recorded, so one further period is assumed." if f["assumed"] else ".")
            + (f" It is read from: {f['publisher'].rstrip('.')}." if f["publisher"] else "")
        ),
        "A date and the cause of the delay; or that the series has ended, and which figure takes its place.",
        "the body that publishes the figure",
    ),
    "revised_figures": Line(
        "Why were earlier figures changed, and would earlier decisions have been others?",
        lambda f: (
            f"{number(f['number'], 0)} earlier figure{'' if f['number'] == 1 else 's'} changed, most of all {period(f)}: from "
            f"{value(f, 'before')} to {value(f, 'now')}."
        ),
        "What was wrong or provisional, whether other periods follow, and what was decided on the old figure.",
        "the body that publishes the figure",
    ),
    "no_trend_possible": Line(
        "When will there be enough comparable figures, and what stands in for a trend until then?",
        lambda f: f"{NO_TREND[f['reason']]} {number(f['points'], 0)} figures can be compared in all.",
        "The period in which a trend becomes possible, or another measure with a longer record.",
        "the owner of the indicator",
    ),
}
