"""The words of commentary: its states and the steps between them, and what stands over each part."""

from __future__ import annotations

from indicators.model import CommentaryState, Rag
from indicators.wording.status import AGAINST_TARGET

PAGE = "Commentary"
HEADING = "Story behind the curve"
STORY = "Story behind the curve"
ACTION = "What is done about it"
JUDGED = "Judged rating"
JUDGED_REASON = "What the judgement rests on"
COMPUTED = "Computed rating"
PERIOD = "On the figure for"
ABOUT = (
    "Why the figure is as it is, what is done about it, and how the partnership itself judges it. The judged rating stands "
    "beside the computed one and never replaces it."
)
STATES: dict[CommentaryState, str] = {
    "draft": "draft",
    "submitted": "submitted, waiting for approval",
    "approved": "approved",
    "published": "published",
}
STEPS: dict[CommentaryState, str] = {
    "draft": "Keep it as a draft",
    "submitted": "Submit it for approval",
    "approved": "Approve it",
    "published": "Publish it",
}
DONE: dict[str, str] = {
    "draft": "a draft",
    "submitted": "submitted",
    "approved": "approved",
    "published": "published",
}
BACK_TO_DRAFT = "Make it a draft again, to change it"
NO_JUDGEMENT = "No rating of our own"
JUDGED_WORDS: dict[Rag, str] = {rag: sign.text for rag, sign in AGAINST_TARGET.items() if rag != "grey"}
NONE_YET = "Nobody has commented on this figure yet."
OF_ANOTHER_PERIOD = "There is no commentary on the latest figure yet. The last one was on {period}."
WRITE = "Write the commentary"
OPEN = "Open the commentary"
TO_THE_INDICATOR = "Back to the indicator"
TO_THE_INBOX = "Back to the Inbox"
NOT_WITHOUT_FIGURE = "There is no figure for {place} yet, so there is nothing to comment on."
ONLY_NOW = (
    "This shows the commentary as it was recorded at another moment. It can be changed as it stands now only."
)
TAKES_IT_OUT = "Made a draft again, it is no longer among the open data until it is approved again. The version before stays in the history."
STEP = "Next step"
YOUR_NAME = "Who you are, as it shall stand in the history: a role rather than a name"
NOTE = "Note for the history"
CHECK = "Check and preview"
RECORD = "Record it"
CANCEL = "Change it again"
NOTE_IF_EMPTY = "What is done stands there if you write nothing"
NAME_MISSING = "Say who you are: it stays with the entry for ever."
TO_LOOK_AT = "To look at; this does not stop you."
TO_PUT_RIGHT = "This has to be put right first; nothing was recorded."
OVERTAKEN = "Somebody else changed it in the meantime. Look at it again, then record it."
RECORDED_BY = "Recorded by (as stated)"
REMOVED = "removed"
NOTHING_CHANGES = "This is what is recorded already; nothing would change."
PREVIEW = "What would be recorded"
PREVIEW_COLUMNS = ("What", "As it stands", "As it would stand")
FINDING_COLUMNS = ("Where", "What is wrong")
EMPTY = "(empty)"
VERSIONS = "Versions"
VERSION_COLUMNS = ("Recorded", "By", "State", "Story", "Note")
RECORDED = "Recorded as {entry}. Keep the hash: {hash}"
RECORDED_ALREADY = "The same was recorded before, as {entry}; nothing was added."
DEFAULT_NOTE = "Commentary on {title} for {period}: {step}"


def move_not_allowed(was: CommentaryState | None, now: CommentaryState) -> str:
    """Why a commentary cannot go from one state to another.

    >>> move_not_allowed(None, "published")
    'A new commentary begins as a draft or is submitted; it cannot be published at once.'
    >>> move_not_allowed("draft", "published")
    'A draft cannot become published in one step: draft, submitted, approved, published.'
    """
    if was is None:
        return f"A new commentary begins as a draft or is submitted; it cannot be {now} at once."
    named = f"A {was}" if was == "draft" else f"What is {was}"
    if was == now:
        return f"{named} is {now} already."
    return f"{named} cannot become {now} in one step: draft, submitted, approved, published."


def who(written_by: str, approved_by: str | None) -> str:
    """Who stands for a commentary, as stated.

    >>> who("Road safety officer", None)
    'Written by Road safety officer (as stated).'
    >>> who("Road safety officer", "Head of transport")
    'Written by Road safety officer, approved by Head of transport (as stated).'
    """
    approved = f", approved by {approved_by}" if approved_by else ""
    return f"Written by {written_by}{approved} (as stated)."


def differs(computed: str, judged: str) -> str:
    """That somebody judges a figure other than the rule does.

    >>> differs("■ off track", "▲ at risk")
    'The partnership judges this other than the rule: judged ▲ at risk, computed ■ off track.'
    """
    return f"The partnership judges this other than the rule: judged {judged}, computed {computed}."


def agrees(judged: str) -> str:
    """The judged rating where it says what the rule says, or where the rule could say nothing."""
    return f"The partnership itself judges this: {judged}."
