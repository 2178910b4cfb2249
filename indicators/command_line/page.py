"""What a person reads in a terminal: sentences, lists of facts and tables, through rich. No other module imports it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.measure import measure_renderables
from rich.table import Table
from rich.text import Text

from indicators.command_line.column_widths import widths_within

# Without a terminal to measure, for example in a file or a pipe: room for a table on a landscape page.
WIDTH_OF_A_FILE = 120
LONGEST_WHOLE_WORD = 14
GAP = 2  # between two columns of a table: one blank of ours, one that the box puts there
TAB, LINE_FEED, SPACE, DELETE, LAST_CONTROL = 0x09, 0x0A, 0x20, 0x7F, 0x9F
# What somebody submitted must not move the cursor or change colours.
CONTROLS = dict.fromkeys({*range(SPACE), *range(DELETE, LAST_CONTROL + 1)} - {TAB, LINE_FEED})


class _Output(Console):
    """Leaves it to whoever printed to do with a reader who is gone; by itself it would end the program with a failure."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class Page:
    """Writes to standard output, as wide as the terminal."""

    def __init__(self) -> None:
        width = None if sys.stdout.isatty() else WIDTH_OF_A_FILE
        self._console = _Output(
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
        grid.add_column(overflow="fold", ratio=1)
        for item in items:
            grid.add_row(Text("-"), _text(item))
        self._console.print(grid)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Names and values in two columns; pairs without a value are left out."""
        grid = Table.grid(padding=(0, 2))
        grid.add_column(overflow="fold", max_width=self._console.width // 2)
        grid.add_column(overflow="fold", ratio=1)
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
        """A table; the columns at the positions `numeric` are right-aligned, those at `whole` are wrapped last."""
        cells = [[_text(name) for name in columns], *(list(map(_text, row)) for row in rows)]
        widths = self._widths(cells, whole)
        table = Table(
            box=box.SIMPLE_HEAD,
            show_edge=False,
            pad_edge=False,
            padding=(0, GAP - 1, 0, 0),
            width=sum(widths) + GAP * (len(widths) - 1),
        )
        for position, (heading, width) in enumerate(zip(cells[0], widths, strict=True)):
            justify = "right" if position in numeric else "left"
            table.add_column(heading, justify=justify, overflow="fold", width=width)
        for line in cells[1:]:
            table.add_row(*line)
        # Where there is not even room for a letter a column, lines run over rather than lose any.
        self._console.print(table, crop=False)

    def raw(self, content: bytes) -> None:
        """Bytes exactly as they are, for a file or a pipe."""
        sys.stdout.flush()
        sys.stdout.buffer.write(content)

    def _widths(self, cells: Sequence[Sequence[Text]], whole: Sequence[int]) -> list[int]:
        """How wide each column is: as long as there is room `whole` columns and all words stay whole, then words of a usual length."""
        options = self._console.options
        measured = [
            measure_renderables(self._console, options, column) for column in zip(*cells, strict=True)
        ]
        natural = [max(each.maximum, 1) for each in measured]
        words = [max(each.minimum, 1) for each in measured]
        floors = (
            [natural[at] if at in whole else word for at, word in enumerate(words)],
            words,
            [word if at in whole else min(word, LONGEST_WHOLE_WORD) for at, word in enumerate(words)],
            [1] * len(words),
        )
        return widths_within(natural, floors, self._console.width - GAP * (len(words) - 1))


def _text(text: str, style: str = "") -> Text:
    return Text(text.translate(CONTROLS), style=style)
