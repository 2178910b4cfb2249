"""The options and arguments that several commands have, and how a command ends."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from indicators.command_line.answers import Answer, Exit, Format, give
from indicators.datasets import names
from indicators.wording import command_help, recipes
from indicators.wording import stated as words

Dataset = StrEnum("Dataset", [(name, name) for name in names()])
Recipe = StrEnum("Recipe", [(name, name) for name in recipes.NAMES])
RECOMMENDED = next(iter(Recipe))

FormatOption = Annotated[Format, typer.Option("--format", help=command_help.FORMAT)]
AreaOption = Annotated[str, typer.Option("--area", help=command_help.AREA)]
AsAtOption = Annotated[str | None, typer.Option("--as-at", help=command_help.AS_AT)]
RecipeOption = Annotated[Recipe, typer.Option("--recipe", help=command_help.RECIPE)]
DatasetOption = Annotated[Dataset, typer.Option("--dataset", metavar="NAME", help=command_help.DATASET)]


def _stated(what: str, longest: int) -> Callable[[str], str]:
    """Reads a text that will stand in the history for ever; one that cannot is wrong use. `what` it is begins the sentence."""

    def read(text: str) -> str:
        wrong = words.fault(what, text, longest)
        if wrong:
            raise typer.BadParameter(wrong)
        return text.strip()

    return read


NOTE = _stated(words.NOTE, words.LONGEST_NOTE)
NAME = _stated(words.NAME, words.LONGEST_NAME)
NoteOption = Annotated[str, typer.Option("--note", help=command_help.NOTE, callback=NOTE)]
ByOption = Annotated[str, typer.Option("--as", help=command_help.BY, callback=NAME)]
FileArgument = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=command_help.FILE)]


def group_of_commands() -> typer.Typer:
    """A part of the program whose commands stand beside all others."""
    return typer.Typer(rich_markup_mode=None)


def leave(make: Callable[[], Answer], wanted: Format, *, writes: Path | None = None) -> None:
    """Make an answer, print it as wanted, and end with the exit code that it has; `writes` is the file written meanwhile."""
    went = give(make, wanted, writes)
    if went is not Exit.OK:
        raise typer.Exit(went)
