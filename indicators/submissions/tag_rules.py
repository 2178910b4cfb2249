"""What is asked of prevention tags beyond their declaration: the shares of a line make a whole."""

from __future__ import annotations

from indicators.store.tables import literal
from indicators.submissions.statements import listed, statement
from indicators.submissions.workspace import stored

# What names one coding of one line; a coding has a row for each of its levels.
CODING = ("edition_code", "scheme_code", "organisation", "measure", "parent", "line", "role")


def tag_checks() -> list[str]:
    """The statement that lists the codings which the file would leave with shares that do not sum to exactly 1."""
    return [
        statement(
            "prevention_tag/shares_not_one",
            coding=listed(CODING),
            stored=stored("prevention_tag"),
            label=literal("proportion"),
        )
    ]
