"""Commands that take figures in, undo them, and show what was taken in."""

from __future__ import annotations

from typing import Annotated

import typer

from indicators.command_line.answers import Format
from indicators.command_line.options import (
    NOTE,
    ByOption,
    Dataset,
    DatasetOption,
    FileArgument,
    FormatOption,
    NoteOption,
    group_of_commands,
    leave,
)
from indicators.wording import command_help, redactions

app = group_of_commands()


@app.command(help=command_help.LOAD)
def load(wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import submitting

    leave(submitting.load, wanted)


@app.command(help=command_help.TEMPLATE)
def template(
    name: Annotated[Dataset, typer.Argument(metavar="NAME", help=command_help.DATASET_OF_TEMPLATE)],
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import checking

    leave(lambda: checking.template(name), wanted)


@app.command(help=command_help.CHECK)
def check(file: FileArgument, dataset: DatasetOption, wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import checking

    leave(lambda: checking.check(file, dataset), wanted)


@app.command(help=command_help.SUBMIT)
def submit(
    file: FileArgument,
    dataset: DatasetOption,
    note: NoteOption,
    by: ByOption,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=command_help.DRY_RUN)] = False,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import checking, submitting

    if dry_run:
        leave(lambda: checking.check(file, dataset), wanted)
    else:
        leave(lambda: submitting.submit(file, dataset, note, by), wanted)


@app.command(help=command_help.WITHDRAW)
def withdraw(
    entry: Annotated[str, typer.Argument(help=command_help.ENTRY)],
    note: NoteOption,
    by: ByOption,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import submitting

    leave(lambda: submitting.withdraw(entry, note, by), wanted)


@app.command("remove-illustrative", help=command_help.REMOVE_ILLUSTRATIVE)
def remove_illustrative(
    note: NoteOption = command_help.REMOVE_ILLUSTRATIVE_NOTE,
    by: ByOption = command_help.REMOVE_ILLUSTRATIVE_BY,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import submitting

    leave(lambda: submitting.remove_illustrative(note, by), wanted)


@app.command(help=redactions.HELP)
def redact(
    entry: Annotated[str, typer.Argument(help=command_help.ENTRY)],
    note: Annotated[str, typer.Option("--note", help=redactions.NOTE, callback=NOTE)],
    by: ByOption,
    *,
    text: Annotated[str | None, typer.Option("--text", help=redactions.TEXT)] = None,
    whole_file: Annotated[bool, typer.Option("--whole-file", help=redactions.WHOLE_FILE)] = False,
    wanted: FormatOption = Format.TABLE,
) -> None:
    if (text is None) != whole_file or (text is not None and not text.strip()):
        raise typer.BadParameter(redactions.ONE_OF_BOTH)
    from indicators.command_line import redacting

    leave(lambda: redacting.redact(entry, text, note, by), wanted)


@app.command(help=command_help.HISTORY)
def history(wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import listing

    leave(listing.history, wanted)


@app.command(help=command_help.VERIFY)
def verify(
    head: Annotated[str | None, typer.Option("--head", help=command_help.HEAD)] = None,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import listing
    from indicators.store.chain import is_hash

    if head is not None and not is_hash(head):
        raise typer.BadParameter(command_help.HEAD_UNREADABLE, param_hint="--head")
    leave(lambda: listing.verify(head), wanted)
