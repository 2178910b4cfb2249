"""What has still to be done for the commentary on a figure."""

from __future__ import annotations

from typing import Literal

from indicators.model import CommentaryState, Rag

CommentaryTask = Literal["to_write", "to_submit", "to_approve", "to_publish"]

_NEXT: dict[CommentaryState | None, CommentaryTask | None] = {
    None: "to_write",
    "draft": "to_submit",
    "submitted": "to_approve",
    "approved": "to_publish",
    "published": None,
}


def commentary_task(state: CommentaryState | None) -> CommentaryTask | None:
    """The next step for a commentary in this state, None for one that is published; `state` is None where there is none yet."""
    return _NEXT[state]


def judged_otherwise(computed: Rag, judged: Rag | None) -> bool:
    """Whether somebody judged a figure other than it was computed; a rating that could not be computed contradicts nobody."""
    return judged is not None and computed not in ("grey", judged)
