"""The words of the page of delivery chains: controls, headings, captions, findings over its drawings."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from indicators.wording.chains import ACTION_STATUS, CRITICALITY, LINK_TYPES, OVERDUE, STRENGTHS, mean

LEAD = (
    "Who must act together for an outcome, and where that could break. A chain is no stronger than its weakest critical link, "
    "so that is its rating."
)
EMPTY_LEAD = (
    "The partnership's own delivery chains are not known. When the partners behind a target have drawn theirs, this page shows it "
    "from left to right, rates it by its weakest critical link, and keeps what they said, what they will do and what they learnt."
)
PARTS_CHAINS = "Chains"
WHICH = "Rows of"
WHICH_CHAIN = "Chain"
ALL = "All delivery chains"
NO_SUCH_CHAIN = "There is no delivery chain with the code “{given}”."
EDIT_THIS = "Edit this chain"
ORDER = (
    "The weakest rating first, of equal ones the lower mean of all links; chains that cannot be rated last."
)
LIST_COLUMNS = (
    "Chain",
    "Rating: weakest critical link",
    "Mean of all links (1 to 4)",
    "Agreed on the twelve questions (1 to 4)",
    "Partners disagree",
    "Actions open",
    "Risks open",
    "Findings",
)
SCALE = "Strength of a link: 1 missing or broken, 2 weak, 3 adequate, 4 strong. No official scale was found; this one is ours."

NODES = "Who is in the chain"
NODE_COLUMNS = ("No.", "Organisation", "Tier", "What it does")
LINKS = "The links"
LINK_COLUMNS = ("From", "To", "What binds them", "Strength", "Critical?", "Lever", "What is weak", "Assessed")
KEY = (
    "Thick arrows are critical, thin ones supporting. A solid line is strong, long dashes adequate, short dashes weak, dots missing "
    "or broken. Numbers are those of the table below. A hollow circle is not linked, or no node of this chain."
)
UNKNOWN_NODE = "not a node of this chain"
NO_LINKS = "No link has been recorded."
LINKS_CAPTION = "Critical links first, the weakest of them on top"
FINDINGS = "What to ask"
FINDINGS_CAPTION = "Found in what is recorded"
QUESTIONS_CAPTION = "Scores from 1, not at all, to 4, fully"
ACTIONS_CAPTION = "Open ones first, by their day"
RISKS_CAPTION = "The largest first, closed ones last"
FINDING_COLUMNS = ("About", "What was found")
NO_FINDINGS = "Nothing to ask about how it is recorded."

QUESTIONS = "The twelve questions"
QUESTIONS_LEAD = (
    "Each partner scores alone first, from 1, not at all, to 4, fully; then all agree a score together. How far the first scores "
    "lie apart is a finding in itself."
)
QUESTIONS_SOURCE = (
    "The questions follow Delivering efficiently: strengthening the links in public service delivery chains (National Audit Office "
    "and Audit Commission, 2006), in our words. Partners are said to disagree from a standard deviation of 0.75, half of the "
    "largest that the scale allows; that bound is ours."
)
QUESTION_COLUMNS = (
    "Question",
    "Agreed together",
    "Gave 1",
    "Gave 2",
    "Gave 3",
    "Gave 4",
    "Mean alone",
    "Spread (s.d.)",
    "Do they agree?",
)
DISAGREE, AGREE, FEW = "▲ partners disagree", "● broadly", "○ too few scores"
NOT_SHOWN = "fewer than 3"
FEWEST_ALONE = 3
MOST_NAMED = 2  # links in a title
ALONE, TOGETHER = "scores given alone (how many)", "agreed together"
SCORE_SCALE = "Score: 1 not at all, 4 fully"
NO_ANSWERS = "None of the twelve questions has been scored."
WHO_SCORED = "Which partner gave which score is kept in the record and not shown here."

ACTIONS = "Actions and lessons"
ACTION_COLUMNS = ("Action", "Link", "Who", "Due", "Status", "Lesson")
NO_ACTIONS = "No action has been recorded."
NO_DATE = "no date set"
NOBODY = "nobody named"
RISKS = "Risks"
RISK_COLUMNS = ("Risk", "Threatens", "Likelihood × impact (1 to 16)", "What is done", "Who", "Status")
RISK_NOTE = "Likelihood and impact run from 1 to 4; their product is called high from 9. The scale is ours."
NO_RISKS = "No risk has been recorded."
NOTHING_DONE = "nothing recorded"
WHOLE_CHAIN = "the whole chain"
OUTCOME, OWNER, WORKSHOP, NEXT_REVIEW, INDICATOR, TARGET, SOURCE = (
    "Outcome",
    "Answers for it",
    "Drawn by the partners on",
    "Next looked at on",
    "Indicator",
    "Target",
    "Source",
)
SEE_INDICATOR = "The indicator's figures: {title}"


def listed(count: int, unrated: int) -> str:
    """The caption of the list.

    >>> listed(1, 0), listed(3, 1)
    ('1 delivery chain', '3 delivery chains, 1 of them without a rating')
    """
    rest = f", {unrated} of them without a rating" if unrated else ""
    return f"{count:,} delivery chain{'' if count == 1 else 's'}{rest}"


def weakest_finding(weakest: int, names: Sequence[str], mean_of_all: Fraction | None, links: int) -> str:
    """The title over the drawing: where the chain would break.

    >>> weakest_finding(2, ["A to B"], Fraction(5, 2), 4)
    'The weakest critical link is weak: A to B (mean of all 4 links 2.5)'
    >>> weakest_finding(1, ["A to B", "A to C", "B to C"], Fraction(1), 3)
    'The 3 weakest critical links are missing or broken: A to B; A to C; 1 more (mean of all 3 links 1.0)'
    """
    which = (
        "The weakest critical link is" if len(names) == 1 else f"The {len(names)} weakest critical links are"
    )
    more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    told = [*names[:MOST_NAMED], *more]
    all_links = f"mean of all {links} links {mean(mean_of_all)}"
    return f"{which} {STRENGTHS[weakest]}: {'; '.join(told)} ({all_links})"


def target(title: str, set_by: str, status: str) -> str:
    """A target in words, with who set it, and whether anybody did.

    >>> target("Fewer cars by 2030", "the Board", "agreed")
    'Fewer cars by 2030 (set by the Board)'
    >>> target("Fewer cars by 2030", "nobody", "illustrative")
    'Fewer cars by 2030 (illustrative target, set by nobody)'
    """
    return f"{title} ({'illustrative target, ' if status == 'illustrative' else ''}set by {set_by})"


def joins(start: str, end: str) -> str:
    """A link by its two ends."""
    return f"{start} to {end}"


def link_read(start: str, end: str, kind: str, strength: int, criticality: str) -> str:
    """What is read on an arrow, and in the alt text.

    >>> link_read("A", "B", "funding", 2, "critical_path")
    'A to B: funding, weak (2 of 4), critical'
    """
    return f"{joins(start, end)}: {LINK_TYPES[kind]}, {STRENGTHS[strength]} ({strength} of 4), {CRITICALITY[criticality]}"


def link_label(kind: str, strength: int) -> str:
    """The words at the middle of an arrow.

    >>> link_label("co_delivery", 1)
    'delivering together, missing or broken'
    """
    return f"{LINK_TYPES[kind]}, {STRENGTHS[strength]}"


def drawn(nodes: int, links: int) -> str:
    """The beginning of the alt text.

    >>> drawn(8, 11)
    'Drawn from left to right: 8 bodies and 11 links.'
    """
    return f"Drawn from left to right: {nodes} bod{'y' if nodes == 1 else 'ies'} and {links} link{'' if links == 1 else 's'}."


def scores_finding(mean_agreed: Fraction | None, agreed: int, apart: Sequence[str]) -> str:
    """The title over the scores.

    >>> scores_finding(Fraction(5, 2), 12, [])
    'Agreed together: 2.5 of 4 on average over 12 of the twelve questions; partners disagree on none'
    >>> scores_finding(None, 0, ["DC03"])
    'No score was agreed together; partners disagree on 1 question'
    """
    start = (
        "No score was agreed together"
        if mean_agreed is None
        else f"Agreed together: {mean(mean_agreed)} of 4 on average over {agreed} of the twelve questions"
    )
    how_many = f"{len(apart)} question{'' if len(apart) == 1 else 's'}" if apart else "none"
    return f"{start}; partners disagree on {how_many}"


def question_read(name: str, counts: Sequence[int] | None, agreed: int | None) -> str:
    """What is read on a question's marks.

    >>> question_read("Is the outcome clear?", (0, 1, 3, 0), 3)
    'Is the outcome clear? Alone: 1 gave 2, 3 gave 3. Agreed together: 3.'
    """
    given = ", ".join(f"{count} gave {step}" for step, count in enumerate(counts or (), start=1) if count)
    return " ".join(
        part
        for part in (
            name,
            f"Alone: {given}." if given else "",
            f"Agreed together: {agreed}." if agreed is not None else "",
        )
        if part
    )


def counted(open_ones: int, late: int = 0) -> str:
    """How many actions or risks are open.

    >>> counted(3, 1), counted(0)
    ('3, of which 1 overdue', 'none')
    """
    if not open_ones:
        return "none"
    return f"{open_ones}, of which {late} overdue" if late else str(open_ones)


def action_status(status: str, *, late: bool) -> str:
    """The status of an action.

    >>> action_status("open", late=True), action_status("done", late=False)
    ('▲ overdue', '● done')
    """
    return OVERDUE if late else ACTION_STATUS[status]
