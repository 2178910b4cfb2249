"""The words of the page Partnership health: the survey of partners on how they work together."""

from __future__ import annotations

TITLE = "Partnership health"
PARTS = {"register": "Answers", "edit": "Edit"}
ROUND = "Round"
STATEMENT = "Statement by sector"
DATASET = "Which register"
NO_SUCH_ROUND = "There is no round “{given}” at this moment. Showing {shown}."
EMPTY_LEAD = (
    "The review of 2007 set out to take stock of partnership working: strengths and weaknesses, obstacles, commitment, ownership, and "
    "whether partners are equals. A survey that asks partners the same eight statements each time shows whether that changes. Only how "
    "many of a sector gave each answer is kept; no single answer, and nobody's name."
)
OUR_WORDS = (
    "The statements are in our words, after the heads of the review's brief; the review's own text of its objectives was not found. "
    "Answers to other statements cannot be compared with these."
)

# Agreement is good in every one of them, so that all can be read the same way.
STATEMENTS = {
    "take_stock": "We know what the partnership has achieved and what it has not.",
    "strengths": "Together we achieve what no partner could achieve alone.",
    "weaknesses": "What does not work is said openly and put right.",
    "obstacles": "What stands in the way of working together is being removed.",
    "commitment": "Partners give the time, people and money that they promised.",
    "ownership": "Partners treat the agreed targets as their own.",
    "equality": "All partners have an equal say, whatever their sector.",
    "accountability": "Members and residents can see what the partnership does.",
}
HEADS = {
    "take_stock": "Taking stock",
    "strengths": "Strengths",
    "weaknesses": "Weaknesses",
    "obstacles": "Obstacles",
    "commitment": "Commitment",
    "ownership": "Ownership",
    "equality": "Partnership of equals",
    "accountability": "Accountability",
}
ANSWERS = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")
UNIT = "% of those with an answer"
EVERYBODY = "All partners"
HIDDEN = "hidden"
BY_SECTOR = "By sector: {head}"
STATEMENTS_CAPTION = "All partners, statement by statement"
SECTORS_CAPTION = "“{statement}”, by sector"
STATEMENT_COLUMNS = (
    "Statement",
    "Answered",
    "Disagree",
    "Neither",
    "Agree",
    "Spread",
    "Agree, since the round before",
)
SECTOR_COLUMNS = (
    "Partners",
    "Answered",
    "Disagree",
    "Neither",
    "Agree",
    "Spread",
    "Agree, since the round before",
)
EQUALS = "Partnership of equals"
GAP_CAPTION = "The gap, statement by statement: public bodies less other partners, in the share that agrees"
GAP_COLUMNS = (
    "Statement",
    "Public bodies agree",
    "Other partners agree",
    "Gap in points (95 per cent interval)",
)
GAPS_CAPTION = "“{statement}”, round by round"
GAPS_COLUMNS = ("Round", "Closed", "Gap in points (95 per cent interval)")
GAP_NOTE = (
    "The gap is how partners see it. What it comes from the answers do not say, and an interval that holds nought tells no gap, which is "
    "not the same as none."
)
HIDING = (
    "A group is shown only where at least 8 of its people answered, and only if no smaller group can be worked out from what is shown; "
    "so a larger group can be hidden too. Numbers of people are given to the nearest 5. Who could not say is in no share."
)
SPREAD_NOTE = "The spread is the standard deviation of the answers from 1 to 5: 0 where all answer alike, 2 at most. From 1 on opinions are called divided."
CHANGE_NOTE = (
    "The change is in percentage points with its 95 per cent interval (Newcombe), supposing that other people answered each time; where "
    "mostly the same people did, it is surer than told."
)
DIVIDED = "divided"
NO_ANSWERS = "Nobody's answers are recorded for this round."
NO_ANSWERS_TO = "{title}: nobody's answers are recorded for this round."
