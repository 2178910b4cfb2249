"""A published edition of the prevention audit stays as it is: which ones an entry would change, or what they rest on."""

from __future__ import annotations

from indicators.model import PUBLISHED_STATUSES
from indicators.store.snapshot import Snapshot
from indicators.store.tables import table_parts

EDITION = "prevention_edition"
SPENDING = "spending_line"
# What a published edition rests on, beside the lines of spending of its year. Opinions are given on it afterwards too.
PARTS = ("prevention_tag", "partner_return", "influence_claim", "saving_case")


def editions_changed(after: Snapshot) -> tuple[str, ...]:
    """The codes of the published editions that the newest entry of a version changes, or of which it changes the grounds.

    A line of spending is no ground any more as soon as a restatement of its year is open: that is where it is corrected.
    """
    about = after.attachment.state.entries[-1].dataset
    if about not in (EDITION, SPENDING, *PARTS):
        return ()
    found = after.query(
        "editions_changed_by_spending" if about == SPENDING else "editions_changed",
        revision=table_parts(about)["revision"],
        statuses=list(PUBLISHED_STATUSES),
        seq=after.version.seq,
    )
    return tuple(row["edition_code"] for row in found)
