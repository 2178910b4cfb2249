"""What a person reads in a terminal: sentences, lists of facts and tables, through rich. No other module imports it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

# Without a terminal to measure, for example in a file or a pipe: room for a table on a landscape page.
WIDTH_OF_A_FILE = 120
LONGEST_WHOLE_WORD = 14
TAB, LINE_FEED, SPACE, DELETE, LAST_CONTROL = 0x09, 0x0A, 0x20, 0x7F, 0x9F
# What somebody submitted must not move the cursor or change colours.
CONTROLS = dict.fromkeys({*range(SPACE), *range(DELETE, LAST_CONTROL + 1)} - {TAB, LINE_FEED})


class Page:
    """Writes to standard output, as wide as the terminal."""

    def __init__(self) -> None:
        width = None if sys.stdout.isatty() else WIDTH_OF_A_FILE
        self._console = Console(
            file=sys.stdout, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False
        )

    def title(self, text: str) -> None:
        """A heading over everything."""
        self._console.print(_text(text, style="bold"))

    def heading(self, text: str) -> None:
        """A heading over a part, with room above it."""
        self._console.print()
        self._console.print(_text(text, style="bold"))

    def say(self, text: str) -> None:
        """A paragraph; nothing for an empty text."""
        if text:
            self._console.print(_text(text))

    def line(self, text: str) -> None:
        """One line however long, for what is copied: hashes and paths."""
        self._console.print(_text(text), soft_wrap=True)

    def bullets(self, items: Iterable[str]) -> None:
        """One line an item, with a mark before it."""
        grid = Table.grid(padding=(0, 1))
        grid.add_column()
        grid.add_column(ratio=1)
        for item in items:
            grid.add_row(Text("-"), _text(item))
        self._console.print(grid)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Names and values in two columns; pairs without a value are left out."""
        grid = Table.grid(padding=(0, 2))
        grid.add_column(no_wrap=True)
        grid.add_column(ratio=1)
        for name, value in pairs:
            if value:
                grid.add_row(_text(name, style="dim"), _text(value))
        self._console.print(grid)

    def table(
        self,
        columns: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        numeric: Sequence[int] = (),
        whole: Sequence[int] = (),
    ) -> None:
        """A table; the columns at the positions `numeric` are right-aligned, those at `whole` are never wrapped."""
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
        lines = [list(map(_text, row)) for row in rows]
        for position, name in enumerate(columns):
            table.add_column(
                _text(name),
                justify="right" if position in numeric else "left",
                overflow="fold",
                no_wrap=position in whole,
                min_width=_longest_word(line[position].plain for line in lines),
            )
        for line in lines:
            table.add_row(*line)
        self._console.print(table)

    def raw(self, content: bytes) -> None:
        """Bytes exactly as they are, for a file or a pipe."""
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def _text(text: str, style: str = "") -> Text:
    return Text(text.translate(CONTROLS), style=style)


def _longest_word(texts: Iterable[str]) -> int:
    """How wide a column must be for no word to be cut, within reason."""
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    return min(longest, LONGEST_WHOLE_WORD)
