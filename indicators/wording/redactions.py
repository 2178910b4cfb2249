"""What a redaction did, for the command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

HELP = """Remove personal data from a submission that should not have held it.

The one command that changes what is stored. With --text a text goes wherever it stands in the rows and in the file as
received; with --whole-file the file as received goes. The entry keeps its place and its hashes: `verify` says that, when,
by whom and why something was removed. Backups and exports made before still hold it.

The note, the sender and the name of the file are sealed in the hash of their entry and are never removed. Where the text
stands in one, in this entry or another, the command says so.
"""
TEXT = "What must go, letter by letter; - reads it from standard input, so that it stays out of the shell's history."
WHOLE_FILE = "Remove the file as it was received; the rows stay."
ONE_OF_BOTH = "Give either --text TEXT or --whole-file."
NOTE = "Why, without saying again what is removed; it stays for ever."

SEALED_FIELDS = {"note": "the note", "by": "the sender", "file_name": "the name of the file"}
SEALED_WAY_OUT = (
    "What the hash of an entry seals cannot be changed. It goes only with the entry: restore a backup from before it into an "
    "empty home, and submit what came since again without the text."
)


def sealed_fields(fields: Iterable[str]) -> str:
    """The parts of an entry that its hash seals, in words.

    >>> sealed_fields(["note", "by", "file_name"])
    'the note, the sender and the name of the file'
    """
    *most, last = [SEALED_FIELDS[field] for field in fields] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def removed(
    entry: str,
    redaction: str,
    digest: str,
    *,
    cells: int,
    whole_file: bool,
    elsewhere: Sequence[str],
    sealed: Sequence[tuple[str, str]] = (),
) -> list[str]:
    """What was removed, where the text still stands, and what to do next; `sealed` are ids of entries and their parts.

    >>> removed("000014-ab", "000019-cd", "ef", cells=1, whole_file=False, elsewhere=())[0]
    'Removed from 000014-ab: 1 cell of its rows. Recorded as 000019-cd. Keep the hash: ef'
    """
    parts = [f"{cells:,} cell{'' if cells == 1 else 's'} of its rows"] if cells else []
    if whole_file:
        parts.append("the file as it was received")
    elif not cells:
        parts.append("the text in the file as it was received")
    lines = [f"Removed from {entry}: {' and '.join(parts)}. Recorded as {redaction}. Keep the hash: {digest}"]
    if sealed:
        lines.append(f"NOT REMOVED: the text still stands in {_places(sealed)}. {SEALED_WAY_OUT}")
    if elsewhere:
        lines.append(f"The same text still stands in {', '.join(elsewhere)}: redact those too.")
    lines.append("Backups and exports made before still hold it: delete them or make them again.")
    return lines


def _places(sealed: Sequence[tuple[str, str]]) -> str:
    entries = dict.fromkeys(entry for entry, _ in sealed)
    return "; ".join(
        f"{sealed_fields(field for each, field in sealed if each == entry)} of {entry}" for entry in entries
    )
