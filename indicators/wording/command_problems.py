"""What the command line, exports and backups refuse, each with the way out."""

from __future__ import annotations

ANOTHER_HOME = "name another folder with the environment variable INDICATOR_BASKET_HOME"
COMMAND_PROBLEMS: dict[str, tuple[str, str]] = {
    "indicator_unknown": ("There is no indicator with the code “{asked}”.", "{nearest}"),
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
    "not_redactable": (
        "{entry} is a {kind} and holds no text of its own to redact.",
        "Name the submission that holds it; `python -m indicators history` lists them.",
    ),
    "not_usable": (
        "{path} cannot be used: {cause}.",
        "Give this user the rights to it, or name another. Nothing was recorded.",
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
}
