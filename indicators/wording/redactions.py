"""What a redaction did, for the command line."""

from __future__ import annotations

from collections.abc import Sequence

HELP = """Remove personal data from a submission that should not have held it.

The one command that changes what is stored. With --text a text goes wherever it stands in the rows and in the file as
received; with --whole-file the file as received goes. The entry keeps its place and its hashes: `verify` says that, when,
by whom and why something was removed. Backups and exports made before still hold it.
"""
TEXT = "What must go, letter by letter; - reads it from standard input, so that it stays out of the shell's history."
WHOLE_FILE = "Remove the file as it was received; the rows stay."
ONE_OF_BOTH = "Give either --text TEXT or --whole-file."
NOTE = "Why, without saying again what is removed; it stays for ever."


def removed(
    entry: str, redaction: str, digest: str, *, cells: int, whole_file: bool, elsewhere: Sequence[str]
) -> list[str]:
    """What was removed, and what to do next.

    >>> removed("000014-ab", "000019-cd", "ef", cells=1, whole_file=False, elsewhere=())[0]
    'Removed from 000014-ab: 1 cell of its rows. Recorded as 000019-cd. Keep the hash: ef'
    """
    parts = [f"{cells:,} cell{'' if cells == 1 else 's'} of its rows"] if cells else []
    if whole_file:
        parts.append("the file as it was received")
    elif not cells:
        parts.append("the text in the file as it was received")
    lines = [f"Removed from {entry}: {' and '.join(parts)}. Recorded as {redaction}. Keep the hash: {digest}"]
    if elsewhere:
        lines.append(f"The same text still stands in {', '.join(elsewhere)}: redact those too.")
    lines.append("Backups and exports made before still hold it: delete them or make them again.")
    return lines
