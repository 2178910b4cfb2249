"""What is asked of the prevention audit beyond its declarations: a published edition stays as it is, stages come in order."""

from __future__ import annotations

from indicators.datasets import Dataset, Field, dataset
from indicators.model import PUBLISHED_STATUSES
from indicators.store.published import EDITION, PARTS, SPENDING
from indicators.store.tables import SQL_TYPES, quoted
from indicators.submissions.declared_checks import same_key
from indicators.submissions.publication_rules import publication_checks
from indicators.submissions.statements import literals, statement
from indicators.submissions.workspace import Workspace, stored

OPINION = "assurance_opinion"


def edition_checks(work: Workspace, declared: Dataset) -> list[str]:
    """One statement a check, none for a dataset that the audit does not rest on.

    Args:
        work: a workspace in which the file is staged and cleaned.
        declared: the dataset that the file is for.
    """
    statuses = dataset(EDITION).field("status").choices
    published = literals(PUBLISHED_STATUSES)
    if declared.name in PARTS:
        return [*_parts(declared, published)]
    if declared.name == SPENDING:
        parts = {"editions": stored(EDITION), "returns": stored("partner_return"), "published": published}
        return [statement(f"{EDITION}/line_frozen", **parts, **_compared(declared))]
    if declared.name == EDITION:
        return [*_editions(declared, published, literals(statuses)), *publication_checks(work, declared)]
    return _opinions(work, declared) if declared.name == OPINION else []


def _parts(declared: Dataset, published: str) -> list[str]:
    """A line names its edition; one that would move it elsewhere takes it from the edition that it stands in."""
    named = ["cleaned.edition_code"]
    if "edition_code" not in declared.key:
        named.append(statement(f"{EDITION}/edition_left"))
    return [
        statement(
            f"{EDITION}/edition_frozen",
            editions=stored(EDITION),
            edition_code=edition_code,
            published=published,
            **_compared(declared),
        )
        for edition_code in named
    ]


def _editions(declared: Dataset, published: str, statuses: str) -> list[str]:
    others = [field for field in declared.fields if field.name not in (*declared.key, "status")]
    parts = {
        "stored": stored(declared.name),
        "same_key": same_key(declared),
        "published": published,
        "statuses": statuses,
        "others_differ": " or ".join(map(_differs, others)),
    }
    names = (
        "published_changed",
        "status_goes_back",
        "publication_undated",
        "restatement_unexplained",
        "restates_other_year",
        "year_published",
    )
    return [statement(f"{EDITION}/{name}", **parts) for name in names]


def _opinions(work: Workspace, declared: Dataset) -> list[str]:
    parts = {
        "stored": stored(declared.name),
        "same_key": same_key(declared),
        "stages": literals(declared.field("stage").choices),
        "returns": stored("partner_return"),
        "tags": stored("prevention_tag"),
    }
    work.run(f"{OPINION}/opinion_after", **parts)
    work.run(f"{OPINION}/resting_on", **parts)
    names = ("stage_out_of_order", "stage_too_early", "later_stage_stands", "nothing_second_coded")
    return [statement(f"{OPINION}/{name}", **parts) for name in names]


def _compared(declared: Dataset) -> dict[str, str]:
    """What a statement needs to tell a line that changes something from one that repeats what is stored."""
    others = [field for field in declared.fields if field.name not in declared.key]
    kind = statement(
        "change_kind",
        first_key=quoted(declared.key[0]),
        any_differs=" or ".join(map(_differs, others)) or "false",
    )
    return {"stored": stored(declared.name), "same_key": same_key(declared), "kind": kind}


def _differs(field: Field) -> str:
    """Whether a cell says something else than what is stored; one that cannot be read does, and has its own finding."""
    return f"try_cast(cleaned.{quoted(field.name)} as {SQL_TYPES[field.type]}) is distinct from stored.{quoted(field.name)}"
