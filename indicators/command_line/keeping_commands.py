"""Commands that give everything away, keep it safe and bring it back, and those of tokens."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from indicators.command_line.answers import Format
from indicators.command_line.options import NAME, AsAtOption, Dataset, FormatOption, group_of_commands, leave
from indicators.wording import command_help
from indicators.wording import tokens as token_words

app = group_of_commands()
token_app = typer.Typer(help=token_words.ABOUT, no_args_is_help=True, rich_markup_mode=None)
app.add_typer(token_app, name="token")


@app.command(help=command_help.EXPORT)
def export(
    folder: Annotated[Path, typer.Argument(help=command_help.FOLDER)],
    as_at: AsAtOption = None,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import keeping

    leave(lambda: keeping.export(folder, as_at), wanted)


@app.command(help=command_help.BACKUP)
def backup(
    file: Annotated[Path, typer.Argument(help=command_help.BACKUP_FILE)],
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import keeping

    leave(lambda: keeping.backup(file), wanted)


@app.command(help=command_help.RESTORE)
def restore(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=command_help.RESTORE_FILE)],
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import keeping

    leave(lambda: keeping.restore(file), wanted)


@token_app.command("make", help=token_words.MAKE)
def token_make(
    name: Annotated[str, typer.Argument(help=token_words.NAME, callback=NAME)],
    *,
    datasets: Annotated[
        list[Dataset] | None, typer.Option("--dataset", metavar="NAME", help=token_words.DATASETS)
    ] = None,
    commit: Annotated[bool, typer.Option("--commit", help=token_words.COMMIT)] = False,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import tokens

    may = "submit" if commit else "check"
    leave(lambda: tokens.make(name, may, [each.value for each in datasets or ()]), wanted)


@token_app.command("list", help=token_words.LIST)
def token_list(wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import tokens

    leave(tokens.list_all, wanted)


@token_app.command("revoke", help=token_words.REVOKE)
def token_revoke(
    token_id: Annotated[str, typer.Argument(metavar="ID", help=token_words.ID)],
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import tokens

    leave(lambda: tokens.revoke(token_id), wanted)
