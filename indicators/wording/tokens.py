"""Tokens for machines, on the command line."""

from __future__ import annotations

from collections.abc import Sequence

ABOUT = "Let a machine submit through the web address: make, list and revoke tokens."
MAKE = """Make a token and show it, once.

Until the first token is made the server takes nothing from machines. A token may check files only, unless --commit is given,
and it is for all datasets unless some are named. See docs/submitting-from-machines.md.
"""
LIST = "List every token, with what it may do. The tokens themselves are kept nowhere."
REVOKE = "Close a token for ever."
NAME = "For what it is; it stands in the history as the submitter."
DATASETS = "Only for this dataset; may be given several times."
COMMIT = "It may also submit, not only check."
ID = "The token's id; `token list` shows it."

COLUMNS = ("Id", "Name", "May", "Datasets", "Made", "Revoked")
MAY = {"check": "check", "submit": "check and submit"}
NONE = "There is no token: the server takes nothing from machines."
MADE = "Token {id} made. It is shown this once; keep it where only the machine can read it:"
REVOKED = "Token {id} ({name}) opens nothing any more."


def datasets(names: Sequence[str]) -> str:
    """For which datasets a token is.

    >>> datasets(()), datasets(("observation", "target"))
    ('all', 'observation, target')
    """
    return ", ".join(names) or "all"
