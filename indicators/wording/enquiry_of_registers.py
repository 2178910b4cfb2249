"""Questions about recommendations, partnerships, delivery chains and benefits."""

from __future__ import annotations

from indicators.periods import parse
from indicators.wording.benefits import has_come
from indicators.wording.chains import QUESTIONS
from indicators.wording.chains_page import joins
from indicators.wording.dates import day
from indicators.wording.enquiry_line import Line
from indicators.wording.numbers import number
from indicators.wording.scrutiny_findings import SENTENCES, days

REGISTERS: dict[str, Line] = {
    "weakest_link": Line(
        "Which partner can mend this link, and what lever does it lack?",
        lambda f: (
            f"The weakest critical link has strength {f['weakest']} of 4 ({'; '.join(joins(*ends) for ends in f['links'])}); the mean of all links is "
            f"{number(float(f['mean']), 1)}."
        ),
        "A partner, an action with a date, and the lever: money, a duty, an agreement.",
        "the owner of the delivery chain",
    ),
    "partners_disagree": Line(
        "Why do partners see the same chain so differently?",
        lambda f: (
            f"Partners differ on {', '.join(f'“{QUESTIONS[code]}”' for code in f['questions'])}: their scores from 1 to 4 have a standard deviation of up to "
            f"{number(f['spread'], 2)}."
        ),
        "Whose experience the low scores report, and what was agreed after they had been compared.",
        "the owner of the delivery chain",
    ),
    "benefit_slipping": Line(
        "What holds the benefit back, and when will the rest come?",
        lambda f: (
            f"By {parse(f['period']).label}, {has_come(f['planned'], f['actual'], f['share'], f['unit'])}."
        ),
        "Which enabling change is late, a new plan with dates, or a lower benefit said openly.",
        "the person accountable for the benefit",
    ),
    "recommendation_overdue": Line(
        "What has been done about it, and when will the rest be?",
        lambda f: f"It was due on {day(f['due_on'])}, {days(f['days'])} ago, and no evidence is recorded.",
        "Evidence, or a new date with its reason.",
        "the addressee",
    ),
    "recommendation_without_date": Line(
        "When will a date be set?",
        lambda f: (
            f"On {day(f['as_of'])} no date had been set for it; "
            + (
                f"the last evidence is of {day(f['evidence_on'])}."
                if f["evidence_on"]
                else "no dated evidence is recorded."
            )
        ),
        "A date and an owner, or a plain statement that it will not be done, with the reason.",
        "the addressee",
    ),
    "officers_and_members_differ": Line(
        "What do officers count as progress that members do not?",
        SENTENCES["officers_and_members_differ"],
        "The evidence behind the officers' view, item by item.",
        "the addressee",
    ),
    "achieved_without_evidence": Line(
        "What shows that it was achieved?",
        SENTENCES["achieved_without_evidence"],
        "A paper, a minute or a figure with its date.",
        "the addressee",
    ),
    "response_overdue": Line(
        "Why has no answer come, and when will it?",
        SENTENCES["response_overdue"],
        "Accepted, accepted in part or rejected, each with its reason, and what will be done.",
        "the addressee",
    ),
    "date_moved_without_reason": Line(
        "Why was the date moved, and who agreed?",
        SENTENCES["date_moved_without_reason"],
        "The reason, the minute, and what has been lost by the delay.",
        "the addressee",
    ),
    "review_overdue": Line(
        "Why is the council still a member, and when will the review be held?",
        SENTENCES["review_overdue"],
        "A date for the review, or a decision to leave or to close it.",
        "the keeper of the register",
    ),
    "register_unverified": Line(
        "Who keeps the register, and when will every entry have been checked?",
        lambda f: (
            f"{number(f['verified'], 0)} of {number(f['of'], 0)} partnerships were verified in the last twelve months; how much a "
            f"partnership matters is not recorded for {number(f['unjudged'], 0)}."
        ),
        "A keeper, a date for the first full check, and a list of the partnerships that matter most.",
        "the keeper of the register",
    ),
    "no_exit_terms": Line(
        "Why is the council still a member of a partnership that it could not leave in good order?",
        SENTENCES["no_exit_terms"],
        "The terms on staff, money and assets, and the day on which they are agreed.",
        "the keeper of the register",
    ),
}
