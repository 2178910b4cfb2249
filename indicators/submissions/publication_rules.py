"""What is asked of an edition of the prevention audit when it reaches a status: moderated before published, assured as it says."""

from __future__ import annotations

from indicators.datasets import Dataset, dataset
from indicators.model import LEAST_KAPPA, PUBLISHED_STATUSES
from indicators.store.tables import literal, quoted
from indicators.submissions.declared_checks import same_key
from indicators.submissions.statements import literals, statement
from indicators.submissions.workspace import Workspace, stored

# The statuses that say of themselves that a stage of assurance was passed.
CLAIMED = {
    "finance_certified": "finance_certified",
    "assured": "internal_audit_reviewed",
    "scrutinised": "scrutiny_challenged",
}
AFTERWARDS = "scrutiny_challenged"  # the stage that comes after publication
_LINE = ("file_line", "organisation", "measure", "parent", "line")


def publication_checks(work: Workspace, declared: Dataset) -> list[str]:
    """The statements that list editions which reach a status before what it rests on is there.

    Low agreement of two coders before moderation refuses the publication, as does a status that says that a stage was passed which
    nobody gave. Whether an edition may be published without assurance, or on our own coding, is left to the partnership: a warning.

    Args:
        work: a workspace in which a file of editions is staged and cleaned.
        declared: the dataset of editions.
    """
    stages = dataset("assurance_opinion").field("stage").choices
    parts = {
        "stored": stored(declared.name),
        "same_key": same_key(declared),
        "published": literals(PUBLISHED_STATUSES),
        "stages": literals(stages),
        "opinions": stored("assurance_opinion"),
        "returns": stored("partner_return"),
        "tags": stored("prevention_tag"),
        "claims": ", ".join(f"({literal(status)}, {literal(stage)})" for status, stage in CLAIMED.items()),
        "afterwards": literal(AFTERWARDS),
        "same_line_two": _same_line("two"),
        "same_line_moderated": _same_line("moderated"),
        "least_of": LEAST_KAPPA.numerator,
        "least_over": LEAST_KAPPA.denominator,
    }
    work.run(f"{declared.name}/status_reached", **parts)
    work.run(f"{declared.name}/stage_lacking", **parts)
    names = ("agreement_too_low", "stage_not_given", "published_unassured", "published_ours")
    return [statement(f"{declared.name}/{name}", **parts) for name in names]


def _same_line(other: str) -> str:
    return " and ".join(f"{other}.{quoted(name)} = one.{quoted(name)}" for name in _LINE)
