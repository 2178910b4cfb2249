"""The words of the page Key lines of enquiry, of its briefing and of the command `questions`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from indicators.wording.dates import day, moment
from indicators.wording.enquiry import WEIGHTS
from indicators.wording.letters import raised

TITLE = "Key lines of enquiry"
LEAD = (
    "Questions that the figures raise, made by {rules} named rules. Each says why it is asked, with its figures, what a good "
    "answer would contain, and whom to ask. A rule does not know what people know: choose, change, and add your own."
)
PARTS = {
    "suggested": "Suggested",
    "meeting": "For a meeting",
    "promises": "Promises",
    "edit": "Order and edit",
}
HOW_RANKED = "How they are ranked"
OF_A_RULE = "Of each rule the first {most} are shown here."
WEIGHT = "Which"
ANY_WEIGHT = "All questions"
BEING_WORKED_OUT = "The questions are being worked out; they appear here in a moment."
NOTHING = "No rule finds anything to ask about {place} at this moment."
NONE_OF_THIS = "No rule of this kind finds anything to ask."
SHOW_ALL = "Show all questions"
MORE_OF_RULE = "all {count} with this question"
COMMAND_COLUMNS = ("About", "Question", "Why it is asked", "Whom to ask")
HELP = """List the key lines of enquiry: questions that the figures raise, ranked, each with its figures.

Why it is asked, what a good answer would contain, whom to ask; and whether the promises that were recorded have held.
"""
COLUMNS = ("About", "Question", "Why it is asked", "A good answer would contain", "Whom to ask")
CAPTION = "Questions, the first in rank at the top"
CHOSEN_FOR = "chosen for the meeting of {day}"
WAS_ASKED = "asked on {day}"

TAKE = "Take questions to a meeting"
TAKE_LEAD = "Preselected are the first ten in rank, one of a subject and at most three of a rule. Change it as you like."
MEETING = "Day of the meeting"
DAY_LIKE = "like 2026-12-03"
NO_DAY = "Write the day of the meeting like 2026-12-03."
WHICH = "Questions"
CHECK = "Check and preview"
CHANGE_AGAIN = "Change it again"
NOTHING_CHOSEN = "Choose at least one question."
NOTHING_CHANGES = "This is what is recorded already; nothing would change."
RECORDED = "Recorded as {entry}. Keep the hash: {hash}"
ONLY_NOW = "This shows the desk as it was at another moment. It can be changed as it stands now only."

CHOOSE_MEETING = "Meeting"
NO_MEETING = "No question has been taken to a meeting yet. Choose some among the suggested ones, or add your own below."
OF_MEETING = "Questions for the meeting of {day}"
MEETING_COLUMNS = ("No.", "Question", "Whom to ask", "How far", "Answer and promise")
MEETING_CAPTION = "Questions of the meeting in their order"
CHOOSE_QUESTION = "Question to work on"
NO_QUESTION_CHOSEN = "Choose a question"
NO_SUCH_QUESTION = "There is no question “{given}”."
OWN = "Add a question of your own"
OWN_SOURCE = "Asked by members at the desk, not suggested by a rule"
RULE_SOURCE = "Suggested by the rule {rule}"
QUESTION = "The question, as it is put"
WHY = "Why it is asked"
ASKED_OF = "Whom to ask: a post or a body, never a person's name"
ABOUT = "About the indicator"
ABOUT_NOTHING = "No indicator"
QUESTION_MISSING = "Write the question."
OVERTAKEN = "Somebody else has changed this question since you began. What you filled in is kept; the preview shows what of theirs it would replace."

EXAMPLE_STANDS = "Questions whose code begins with EXAMPLE are made up."
WITHDRAW_EXAMPLE = "Withdraw the example, under Promises"
WORK = "Edit, answer, promise"
POSITION = "Place in the order"
ASKED_ON = "Asked on (empty until it is asked)"
ANSWER = "Answer"
ANSWERED_ON = "Answered on"
SATISFIED = "Were members satisfied?"
NOT_SAID = "Not said"
FOLLOW_UP = "What was agreed to follow"
PROMISE = "What was promised, in the words of the answer (empty where nothing was)"
PROMISED_INDICATOR = "The promise is about the figures of"
PROMISED_VALUE = "Promised level (empty for plain improvement)"
PROMISED_PERIOD = "Promised for the period"
NEXT_FIGURE = "The next figure, whichever it is"
FIGURE_NOW = "The figure that a promise starts from: {figure}."
NO_FIGURE = "There is no figure for a promise to start from, so that nothing could tell whether it held."

BRIEFING = "Briefing for members"
BRIEFING_LEAD = (
    "Two pages with the questions in their order, the figures, and what a good answer would contain."
)
BRIEFING_DOCX, BRIEFING_PDF = "Briefing (Word)", "Briefing (PDF)"
MOST_BRIEFED = "A briefing holds ten questions; the first ten are in it."

PROMISES_LEAD = (
    "What was promised in answers, and whether the first figure that was not known by then bore it out. It decides once, "
    "whatever comes later. That a figure moved as promised does not say why."
)
NO_PROMISES = (
    "No promise has been recorded yet. Record one with the answer to a question, under “For a meeting”: the figure that it is "
    "about, the level, and the period. When the next figure is submitted, it is said here whether it held."
)
PROMISE_COLUMNS = ("Promise", "About", "From", "The figure that decides", "Did it hold?")
PROMISE_CAPTION = "Promises, the latest answered first"
OF_PROMISES = "promises"
EARLIER, LATER = "Earlier promises", "Later promises"
WAS_REVISED = "The figure that it starts from has been replaced since; {value} counts now."
PROMISED = "Promised"
SEE = "Show what it is about"
PLAIN_IMPROVEMENT = "improvement"


def summary(counts: Mapping[str, int], place: str) -> str:
    """How many questions there are, by their weight.

    >>> summary({"off_course": 2, "figures": 1}, "Oxfordshire")
    '3 questions on Oxfordshire and on the registers: 2 off course, 1 on the figures themselves.'
    """
    total = sum(counts.values())
    named = {"figures": "on the figures themselves", "money": "on money"}
    parts = [
        f"{counts[weight]} {named.get(weight, WEIGHTS[weight])}" for weight in WEIGHTS if counts.get(weight)
    ]
    many = "question" if total == 1 else "questions"
    return f"{total} {many} on {place} and on the registers: {', '.join(parts)}."


def examples_left_out(count: int) -> str:
    """How many questions about made-up entries are left out; empty where none are.

    >>> examples_left_out(1), examples_left_out(0)
    ('1 more question is about an example, which is made up; it is left out.', '')
    >>> examples_left_out(5)
    '5 more questions are about examples, which are made up; they are left out.'
    """
    if not count:
        return ""
    if count == 1:
        return "1 more question is about an example, which is made up; it is left out."
    return f"{count} more questions are about examples, which are made up; they are left out."


def promises_summary(held: int, not_held: int, still_open: int) -> str:
    """What came of all promises.

    >>> promises_summary(1, 2, 0)
    '3 promises: 1 held, 2 did not hold, 0 cannot be told yet.'
    """
    total = held + not_held + still_open
    return f"{total} promise{'' if total == 1 else 's'}: {held} held, {not_held} did not hold, {still_open} cannot be told yet."


def promised(level: str | None, by: str | None) -> str:
    """What was promised as a figure.

    >>> promised("45.0%", "2026/27"), promised(None, None)
    ('45.0% for 2026/27', 'improvement at the next figure')
    """
    return f"{level or PLAIN_IMPROVEMENT} {f'for {by}' if by else 'at the next figure'}"


BRIEFING_INTRO = (
    "Each question was raised by a figure or put by a member. What a good answer would contain stands under it, so that an answer "
    "can be told from a reassurance."
)
WHY_LABEL, ASK_LABEL = "Why", "Ask"
NO_ORDER_YET = "Suggested by rule; no meeting has chosen among them yet"


def recorded(at: datetime, entry: int, entry_hash: str) -> str:
    """From which moment of the record the figures are.

    >>> recorded(datetime(2026, 11, 20, 9, 0), 12, "abcdef0123456789")
    'Figures as recorded on 20 November 2026, 09:00, entry 12, hash abcdef012345.'
    """
    return f"Figures as recorded on {moment(at)}, entry {entry}, hash {entry_hash[:12]}."


def good_answer(ask: str, answer: str) -> str:
    """Whom to ask, and what a good answer would contain.

    >>> good_answer("the Board", "A date.")
    'The Board. A good answer: A date.'
    """
    said = f"{raised(ask)}." if ask else ""
    return " ".join(part for part in (said, f"A good answer: {answer}" if answer else "") if part)


def briefing_footer(meeting: date | None) -> str:
    """What stands at the foot of each page."""
    return f"{TITLE}, {day(meeting)}" if meeting else TITLE


def for_meeting(meeting: date) -> str:
    """For which meeting a briefing is."""
    return f"For the meeting of {day(meeting)}"
