"""What has gone wrong with files and folders, each with the way out."""

from __future__ import annotations

from typing import Any

from indicators.wording import redactions
from indicators.wording.command_problems import COMMAND_PROBLEMS, WHY, needing
from indicators.wording.verification import damage

OS_REASONS = {
    "ENOSPC": "the disk is full",
    "EACCES": "this user may not write there",
    "EPERM": "this user may not write there",
    "EROFS": "the disk is read-only",
    "EIO": "the disk reports an error",
    "ENOTDIR": "a file stands where a folder is needed",
    "EEXIST": "a file stands where a folder is needed",
    "ENOENT": "the folder is not there",
}
UNWRITABLE_WAY_OUT = (
    "Free some space or give this user the right to write in that folder, then try again. Another folder can be "
    "named with the environment variable INDICATOR_BASKET_HOME. Nothing that was recorded is lost."
)
PROBLEMS: dict[str, tuple[str, str]] = {
    "ledger_unwritable": ("The ledger in {path} cannot be written: {cause}.", UNWRITABLE_WAY_OUT),
    "ledger_unreadable": (
        "The ledger in {path} cannot be read: {cause}.",
        (
            "Give this user the right to read that folder, or name another folder with the environment variable "
            "INDICATOR_BASKET_HOME; then try again."
        ),
    ),
    "projection_unwritable": ("The database in {path} cannot be written: {cause}.", UNWRITABLE_WAY_OUT),
    "unwritable": (
        "{path} cannot be written: {cause}.",
        "Free some space or give this user the right to write there, or name another folder. Nothing that was recorded is lost.",
    ),
    "ledger_busy": (
        "Another process has held the ledger in {path} for {seconds} seconds.",
        "Wait a moment and try again. If no other process is running, restart this one.",
    ),
    "ledger_damaged": (
        "The ledger is damaged. {damage}",
        (
            "Everything else can be read. Restore that entry from a backup, then run "
            "`python -m indicators verify`; until then nothing can be added."
        ),
    ),
    "ledger_not_empty": (
        "The ledger already holds entries.",
        (
            "The embedded data are loaded only into an empty ledger. To begin anew, name another folder with "
            "INDICATOR_BASKET_HOME."
        ),
    ),
    "head_moved": (
        "Somebody else has recorded something in the meantime.",
        "Look at the preview again, then commit.",
    ),
    "entry_unknown": (
        "There is no single entry called {asked}.",
        "`python -m indicators history` lists them.",
    ),
    "moment_unreadable": (
        "“{text}” is neither an entry nor a date.",
        "Give an entry's number, or a date such as 2026-11-20.",
    ),
    "embedded_refused": (
        "The embedded file {file} was refused: {findings} findings, the first on line {line}: {rule}.",
        "The installation is not whole. Fetch the project again.",
    ),
    **COMMAND_PROBLEMS,
}
UNKNOWN = ("Something went wrong with the figures ({code}).", "The log of the server says more.")


def problem(code: str, figures: dict[str, Any]) -> tuple[str, str]:
    """What happened and the way out, for an error's code and figures."""
    text, way_out = PROBLEMS.get(code, UNKNOWN)
    cause = OS_REASONS.get(str(figures.get("reason")), f"the system says {figures.get('reason')}")
    why = WHY.get(str(figures.get("reason")), cause)
    sealed = redactions.sealed_fields(figures.get("fields", ()))
    about = {"damage": _damage(figures), "needing": needing(figures), "sealed": sealed}
    known = _Known(figures, code=code, cause=cause, why=why, **about)
    return text.format_map(known), way_out.format_map(known)


def _damage(figures: dict[str, Any]) -> str:
    """The sentence on what is not as it was written, where an error names it by `problem`."""
    if "problem" not in figures:
        return ""
    return damage(figures["problem"], figures.get("entry", ""), figures.get("file"), figures)


class _Known(dict):
    """Figures for a sentence; one that is not there shows as a question mark rather than an error."""

    def __init__(self, figures: dict[str, Any], **more: Any) -> None:
        super().__init__({**figures, **more})

    def __missing__(self, key: str) -> str:
        return "?"
