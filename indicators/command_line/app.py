"""Names, arguments and help of every command. What a command needs is imported when it is run, so that help is quick."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indicators.command_line.answers import Answer, Exit, Format, give
from indicators.datasets import names
from indicators.wording import command_help

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = "python -m indicators"
COUNTY = "E10000025"
WIDTH = 100

Dataset = StrEnum("Dataset", [(name, name) for name in names()])

app = typer.Typer(
    help=command_help.ABOUT,
    epilog=command_help.EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"terminal_width": WIDTH, "max_content_width": WIDTH},
)

FormatOption = Annotated[Format, typer.Option("--format", help=command_help.FORMAT)]
AreaOption = Annotated[str, typer.Option("--area", help=command_help.AREA)]
AsAtOption = Annotated[str | None, typer.Option("--as-at", help=command_help.AS_AT)]
NoteOption = Annotated[str, typer.Option("--note", help=command_help.NOTE)]
ByOption = Annotated[str, typer.Option("--as", help=command_help.BY)]
DatasetOption = Annotated[Dataset, typer.Option("--dataset", metavar="NAME", help=command_help.DATASET)]
FileArgument = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=command_help.FILE)]


def main() -> None:
    """Run the command that the arguments name and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    app(prog_name=PROGRAM)


@app.command(help=command_help.LOAD)
def load(wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import submitting

    _leave(submitting.load, wanted)


@app.command(help=command_help.TEMPLATE)
def template(
    name: Annotated[Dataset, typer.Argument(metavar="NAME", help=command_help.DATASET_OF_TEMPLATE)],
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import checking

    _leave(lambda: checking.template(name), wanted)


@app.command(help=command_help.CHECK)
def check(file: FileArgument, dataset: DatasetOption, wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import checking

    _leave(lambda: checking.check(file, dataset), wanted)


@app.command(help=command_help.SUBMIT)
def submit(
    file: FileArgument,
    dataset: DatasetOption,
    note: NoteOption,
    by: ByOption,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import submitting

    _leave(lambda: submitting.submit(file, dataset, note, by), wanted)


@app.command(help=command_help.WITHDRAW)
def withdraw(
    entry: Annotated[str, typer.Argument(help=command_help.ENTRY)],
    note: NoteOption,
    by: ByOption,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import submitting

    _leave(lambda: submitting.withdraw(entry, note, by), wanted)


@app.command("remove-illustrative", help=command_help.REMOVE_ILLUSTRATIVE)
def remove_illustrative(
    note: NoteOption = command_help.REMOVE_ILLUSTRATIVE_NOTE,
    by: ByOption = command_help.REMOVE_ILLUSTRATIVE_BY,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import submitting

    _leave(lambda: submitting.remove_illustrative(note, by), wanted)


@app.command(help=command_help.HISTORY)
def history(wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import listing

    _leave(listing.history, wanted)


@app.command(help=command_help.VERIFY)
def verify(
    head: Annotated[str | None, typer.Option("--head", help=command_help.HEAD)] = None,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import listing

    _leave(lambda: listing.verify(head), wanted)


@app.command(help=command_help.SHOW)
def show(
    code: Annotated[str, typer.Argument(help=command_help.CODE)],
    area: AreaOption = COUNTY,
    as_at: AsAtOption = None,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import showing

    _leave(lambda: showing.show(code, area, as_at), wanted)


@app.command(help=command_help.BASKET)
def basket(area: AreaOption = COUNTY, as_at: AsAtOption = None, wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import basket

    _leave(lambda: basket.basket(area, as_at), wanted)


@app.command(help=command_help.LINT)
def lint(area: AreaOption = COUNTY, as_at: AsAtOption = None, wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import linting

    _leave(lambda: linting.lint_all(area, as_at), wanted)


@app.command(help=command_help.EVIDENCE)
def evidence(
    area: AreaOption = COUNTY, as_at: AsAtOption = None, wanted: FormatOption = Format.TABLE
) -> None:
    from indicators.command_line import linting

    _leave(lambda: linting.evidence(area, as_at), wanted)


@app.command(help=command_help.EXPORT)
def export(
    folder: Annotated[Path, typer.Argument(help=command_help.FOLDER)],
    as_at: AsAtOption = None,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import keeping

    _leave(lambda: keeping.export(folder, as_at), wanted)


@app.command(help=command_help.BACKUP)
def backup(
    file: Annotated[Path, typer.Argument(help=command_help.BACKUP_FILE)],
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import keeping

    _leave(lambda: keeping.backup(file), wanted)


@app.command(help=command_help.RESTORE)
def restore(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=command_help.RESTORE_FILE)],
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import keeping

    _leave(lambda: keeping.restore(file), wanted)


def _leave(make: Callable[[], Answer], wanted: Format) -> None:
    went = give(make, wanted)
    if went is not Exit.OK:
        raise typer.Exit(went)
