"""What is asked of prevention tags beyond their declaration: the shares of a line make a whole, and its two coders are two."""

from __future__ import annotations

from indicators.store.tables import literal, quoted
from indicators.submissions.statements import listed, statement
from indicators.submissions.workspace import stored

# What names one line that is coded, and one coding of it; a coding has a row for each of its levels.
CODED_LINE = ("edition_code", "scheme_code", "organisation", "measure", "parent", "line")
CODING = (*CODED_LINE, "role")


def tag_checks() -> list[str]:
    """The statements that list codings which the file would leave with shares that do not sum to exactly 1, or with one coder twice."""
    parts = {"coding": listed(CODING), "stored": stored("prevention_tag")}
    return [
        statement("prevention_tag/shares_not_one", label=literal("proportion"), **parts),
        statement(
            "prevention_tag/coded_by_one",
            label=literal("coder"),
            line=listed(CODED_LINE),
            same_line=" and ".join(f"other.{quoted(name)} = tag.{quoted(name)}" for name in CODED_LINE),
            **parts,
        ),
    ]
