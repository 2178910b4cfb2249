"""Names, arguments and help of every command. What a command needs is imported when it is run, so that help is quick."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indicators.command_line.answers import Answer, Exit, Format, give
from indicators.datasets import names
from indicators.model import COUNTY
from indicators.wording import command_help, everywhere, recipes, redactions
from indicators.wording import reward as reward_words
from indicators.wording import tokens as token_words

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = "python -m indicators"
WIDTH = 100

Dataset = StrEnum("Dataset", [(name, name) for name in names()])
Recipe = StrEnum("Recipe", [(name, name) for name in recipes.NAMES])

app = typer.Typer(
    help=command_help.ABOUT,
    epilog=command_help.EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"terminal_width": WIDTH, "max_content_width": WIDTH},
)

RECOMMENDED = next(iter(Recipe))

token_app = typer.Typer(help=token_words.ABOUT, no_args_is_help=True, rich_markup_mode=None)
app.add_typer(token_app, name="token")

FormatOption = Annotated[Format, typer.Option("--format", help=command_help.FORMAT)]
AreaOption = Annotated[str, typer.Option("--area", help=command_help.AREA)]
AsAtOption = Annotated[str | None, typer.Option("--as-at", help=command_help.AS_AT)]
RecipeOption = Annotated[Recipe, typer.Option("--recipe", help=command_help.RECIPE)]
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
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=command_help.DRY_RUN)] = False,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import checking, submitting

    if dry_run:
        _leave(lambda: checking.check(file, dataset), wanted)
    else:
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


@app.command(help=redactions.HELP)
def redact(
    entry: Annotated[str, typer.Argument(help=command_help.ENTRY)],
    note: Annotated[str, typer.Option("--note", help=redactions.NOTE)],
    by: ByOption,
    *,
    text: Annotated[str | None, typer.Option("--text", help=redactions.TEXT)] = None,
    whole_file: Annotated[bool, typer.Option("--whole-file", help=redactions.WHOLE_FILE)] = False,
    wanted: FormatOption = Format.TABLE,
) -> None:
    if (text is None) != whole_file or (text is not None and not text.strip()):
        raise typer.BadParameter(redactions.ONE_OF_BOTH)
    from indicators.command_line import redacting

    _leave(lambda: redacting.redact(entry, text, note, by), wanted)


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
    *,
    area: AreaOption = COUNTY,
    as_at: AsAtOption = None,
    since: Annotated[str | None, typer.Option("--since", help=command_help.SINCE)] = None,
    recipe: RecipeOption = RECOMMENDED,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import showing

    _leave(lambda: showing.show(code, area, as_at, since=since, recipe=recipe), wanted)


@app.command(help=command_help.BASKET)
def basket(
    area: AreaOption = COUNTY,
    as_at: AsAtOption = None,
    recipe: RecipeOption = RECOMMENDED,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import basket

    _leave(lambda: basket.basket(area, as_at, recipe), wanted)


@app.command(help=command_help.LINT)
def lint(area: AreaOption = COUNTY, as_at: AsAtOption = None, wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import linting

    _leave(lambda: linting.lint_all(area, as_at), wanted)


@app.command(help=command_help.INBOX)
def inbox(area: AreaOption = COUNTY, as_at: AsAtOption = None, wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import inbox

    _leave(lambda: inbox.inbox(area, as_at), wanted)


@app.command(help=command_help.EVIDENCE)
def evidence(
    area: AreaOption = COUNTY,
    as_at: AsAtOption = None,
    *,
    all_areas: Annotated[bool, typer.Option("--all-areas", help=everywhere.ALL_AREAS)] = False,
    out: Annotated[Path | None, typer.Option("--out", "-o", dir_okay=False, help=everywhere.OUT)] = None,
    wanted: FormatOption = Format.TABLE,
) -> None:
    if all_areas:
        from indicators.command_line.everywhere import evidence_of_all

        _leave(lambda: evidence_of_all(as_at, out), wanted)
    elif out is not None:
        raise typer.BadParameter(everywhere.ONLY_ALL_AREAS)
    else:
        from indicators.command_line import linting

        _leave(lambda: linting.evidence(area, as_at), wanted)


@app.command(help=command_help.AUDIT)
def audit(
    year: Annotated[str | None, typer.Option("--year", help=command_help.YEAR)] = None,
    scheme: Annotated[str | None, typer.Option("--scheme", help=command_help.SCHEME)] = None,
    as_at: AsAtOption = None,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import auditing

    _leave(lambda: auditing.audit_of(year, as_at, scheme), wanted)


@app.command(help=reward_words.HELP)
def reward(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=reward_words.FILE)],
    area: AreaOption = COUNTY,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line.reward import reward as reckon

    _leave(lambda: reckon(file, area), wanted)


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


@token_app.command("make", help=token_words.MAKE)
def token_make(
    name: Annotated[str, typer.Argument(help=token_words.NAME)],
    *,
    datasets: Annotated[
        list[Dataset] | None, typer.Option("--dataset", metavar="NAME", help=token_words.DATASETS)
    ] = None,
    commit: Annotated[bool, typer.Option("--commit", help=token_words.COMMIT)] = False,
    wanted: FormatOption = Format.TABLE,
) -> None:
    if not name.strip():
        raise typer.BadParameter(token_words.NAME)
    from indicators.command_line import tokens

    may = "submit" if commit else "check"
    _leave(lambda: tokens.make(name, may, [each.value for each in datasets or ()]), wanted)


@token_app.command("list", help=token_words.LIST)
def token_list(wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import tokens

    _leave(tokens.list_all, wanted)


@token_app.command("revoke", help=token_words.REVOKE)
def token_revoke(
    token_id: Annotated[str, typer.Argument(metavar="ID", help=token_words.ID)],
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import tokens

    _leave(lambda: tokens.revoke(token_id), wanted)


def _leave(make: Callable[[], Answer], wanted: Format) -> None:
    went = give(make, wanted)
    if went is not Exit.OK:
        raise typer.Exit(went)
