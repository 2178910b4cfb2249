"""Words of a grid in which rows of a register are edited."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording.commands import counted

LEAD = (
    "Type into a cell, add a row at the end, or mark rows at the left and delete them. Nothing is stored until it has been "
    "checked and recorded below; what you typed stays until then, or until you begin again."
)
KEYS = (
    "Arrow keys move, Enter opens a cell and closes it, Delete empties it, Ctrl+V pastes from a spreadsheet."
)
CHECK = "Check and preview"
BEGIN_AGAIN = "Begin again"
NOTHING_DONE = "Nothing was changed here yet."
RECORDED = "Recorded. Its receipt, and the way to undo it:"
ALREADY = "This was recorded before; nothing was added. Its receipt:"
RECEIPT = "Receipt and undo"
FILE_NAME = "{dataset}-edited.csv"
OVERTAKEN = "Somebody else recorded these rows after you began. Your cells are laid over what stands there now, so look at the preview:"
TAKEN = "A row with this key is recorded already and would be replaced by your new one:"


def plain(choice: str) -> str:
    """A word of a column as people read it.

    >>> plain("accepted_in_part")
    'accepted in part'
    """
    return choice.replace("_", " ")


def label(title: str, *, required: bool) -> str:
    """The heading of a column; a star says that it must be filled.

    >>> label("Title", required=True), label("Owner", required=False)
    ('Title *', 'Owner')
    """
    return f"{title} *" if required else title


def code_and_title(code: str, title: str, most: int) -> str:
    """A code with what it stands for, the whole no longer than `most`.

    >>> code_and_title("R5", "Delivery chains", 40), code_and_title("R5", "Delivery chains", 12)
    ('R5 · Delivery chains', 'R5 · Delive…')
    """
    text = f"{code} · {title}"
    return text if len(text) <= most else f"{text[: most - 1]}…"


def done(*, changed: int, added: int, removed: int) -> str:
    """What was done in the grid so far.

    >>> done(changed=1, added=0, removed=2)
    'In this grid: 1 row changed, 2 rows to remove. Nothing of it is recorded yet.'
    """
    parts = [
        counted(number, f"{one}", f"{many}")
        for number, one, many in (
            (changed, "row changed", "rows changed"),
            (added, "new row", "new rows"),
            (removed, "row to remove", "rows to remove"),
        )
        if number
    ]
    return f"In this grid: {', '.join(parts)}. Nothing of it is recorded yet."


def listed(names: Sequence[str], most: int = 5) -> str:
    """Names of rows, the rest counted.

    >>> listed(["A", "B"]), listed(["A", "B", "C"], most=1)
    ('A; B', 'A; and 2 more')
    """
    more = len(names) - most
    return "; ".join(names) if more <= 0 else "; ".join([*names[:most], f"and {more:,} more"])
