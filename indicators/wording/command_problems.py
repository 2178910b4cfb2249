"""What the command line, exports and backups refuse, each with the way out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from indicators.wording.edition_findings import ELSEWHERE
from indicators.wording.redactions import SEALED_WAY_OUT

NAMED_MOST = 3
ANOTHER_HOME = "name another folder with the environment variable INDICATOR_BASKET_HOME"
COMMAND_PROBLEMS: dict[str, tuple[str, str]] = {
    "indicator_unknown": ("There is no indicator with the code “{asked}”.", "{nearest}"),
    "reward_file_refused": (
        "{file} was refused. {problems}",
        "Put right what is named, and run it again. `python -m indicators reward --help` names the columns.",
    ),
    "since_unreadable": (
        "“{asked}” names no period, day or event.",
        "Give a period such as 2015/16, a day such as 2015-04-01, or the code of an event such as LAA1-BEGINS.",
    ),
    "no_places": (
        "No place is recorded at that moment.",
        "Places are rows of the dataset area. In a home of its own `python -m indicators load` brings the embedded ones, before anything else.",
    ),
    "area_unknown": ("There is no place called “{asked}”.", "The places are: {places}."),
    "nothing_recorded_yet": (
        "Nothing was recorded yet at “{asked}”.",
        "The first figures were recorded on {first}.",
    ),
    "nothing_readable": (
        "No entry of the ledger can be read.",
        "`python -m indicators verify` says what is damaged. Restore the ledger from a backup.",
    ),
    "not_withdrawable": (
        "{entry} cannot be withdrawn: {why}.",
        "`python -m indicators history` shows what counts.",
    ),
    "needed_by_others": (
        "{entry} cannot be withdrawn, because others need it{needing}.",
        "Withdraw those first, the newest first, or submit rows that do without.",
    ),
    "edition_published": (
        "{entry} cannot be withdrawn: that would change a published edition of the prevention audit, or what it rests on ({editions}).",
        ELSEWHERE,
    ),
    "not_redactable": (
        "{entry} is a {kind} and holds no text of its own to redact.",
        "Name the submission that holds it; `python -m indicators history` lists them.",
    ),
    "text_not_found": (
        "That text stands neither in the rows nor in the file of {entry}.",
        "Give it letter by letter as it was sent. Nothing was removed.",
    ),
    "file_removed": (
        "The file of {entry} was removed before.",
        "There is nothing left to remove. Nothing was recorded.",
    ),
    "text_sealed": (
        "That text stands in {sealed} of {entry}, and neither in its rows nor in its file. Nothing was removed.",
        SEALED_WAY_OUT,
    ),
    "text_not_removable": (
        "That text stands in the column {column} of {entry}, which cannot hold another.",
        (
            "A key, a number, a word from a list and a reference stay as they are. Name a longer text, which stands "
            "only where it may go; where a key itself names a person, restore a backup from before. Nothing was removed."
        ),
    ),
    "note_repeats_text": (
        "The reason, or the name given, repeats what is to be removed from {entry}, and both are kept for ever.",
        "Say why without saying it again. Nothing was removed.",
    ),
    "token_unknown": (
        "No token {asked} is open.",
        "`python -m indicators token list` shows them.",
    ),
    "tokens_unusable": (
        "The tokens in {path} cannot be used: {cause}.",
        "Give this user the right to read and write that file. Nothing was changed.",
    ),
    "not_usable": (
        "{path} cannot be used: {cause}.",
        "Give this user the rights to it, or name another. Nothing was recorded.",
    ),
    "file_unwritable": (
        "{path} cannot be written: {cause}.",
        "Free some space or give this user the right to write there, or name another file. Nothing was recorded.",
    ),
    "not_possible": (
        "What was asked cannot be done: {cause}.",
        "Put that right and try again. Nothing was recorded.",
    ),
    "not_shown": (
        "What was asked is done, but it cannot be shown: {why}.",
        "Ask again where there is room for the answer. `python -m indicators history` lists what has been recorded.",
    ),
    "no_editions": (
        "At entry {at} of the ledger there was no edition of the prevention audit.",
        "One is opened by a row of the dataset prevention_edition; `python -m indicators history` says when that was done.",
    ),
    "edition_unknown": (
        "There is no edition of the prevention audit for “{asked}”.",
        "Editions: {editions}. Another is opened by a row of the dataset prevention_edition.",
    ),
    "scheme_unknown": (
        "The edition cannot be read by the scheme {asked}.",
        "Schemes by which it can: {schemes}.",
    ),
    "scheme_without_levels": (
        "The edition is read by the scheme {asked}, of which no levels are recorded.",
        "Send them as rows of the dataset classification_level, or undo the withdrawal that took them out.",
    ),
    "export_folder_taken": (
        "{path} holds something that is not an export of ours.",
        "Name a new or an empty folder. Nothing was written.",
    ),
    "backup_exists": ("There is something at {path} already.", "Name a new file. Nothing was written."),
    "backup_unwritable": (
        "The backup cannot be written to {path}: {cause}.",
        "Free some space or name a file in another folder. Nothing was lost.",
    ),
    "backup_unreadable": ("{path} is not a backup of ours: {why}.", "Name a file that `backup` wrote."),
    "backup_damaged": (
        "The backup {path} is not as the ledger was. {damage}",
        "Take another backup. The ledger was left as it is.",
    ),
    "ledger_in_the_way": (
        "The ledger in {path} holds entries already, {entries} of them.",
        f"A backup is restored into an empty ledger only: {ANOTHER_HOME}. Nothing was changed.",
    ),
    "ledger_empty": (
        "Nothing has been recorded in {path} yet.",
        "Load the embedded figures with `python -m indicators load`, or submit some.",
    ),
}
WHY = {
    "already_withdrawn": "it is withdrawn already",
    "is_redaction": "it is a redaction, and what it removed is gone",
    "not_a_zip": "it is no zip file that can be read",
    "foreign_file": "it holds files that are no entry of a ledger",
    "empty": "it is empty",
    "EBADF": "standard output is closed",
}


def needing(figures: Mapping[str, Any]) -> str:
    """Which entries need what another one brought; empty where an error is about something else.

    >>> needing({"rows": 2, "needed_by": ["000015-ab12cd34ef56"], "named": ["OM-2015"]})
    ': 2 rows of 000015-ab12cd34ef56 name OM-2015'
    """
    if "needed_by" not in figures:
        return ""
    count = figures["rows"]
    rows, verb = ("row", "names") if count == 1 else ("rows", "name")
    return f": {count:,} {rows} of {_some(figures['needed_by'])} {verb} {_some(figures['named'])}"


def _some(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    more = len(names) - NAMED_MOST
    return ", ".join(names[:NAMED_MOST]) + (f" and {more:,} more" if more > 0 else "")
