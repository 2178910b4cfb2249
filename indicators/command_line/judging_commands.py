"""Commands that show figures and what is judged of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from indicators.command_line.answers import Format
from indicators.command_line.options import (
    RECOMMENDED,
    AreaOption,
    AsAtOption,
    FormatOption,
    RecipeOption,
    group_of_commands,
    leave,
)
from indicators.model import COUNTY
from indicators.wording import command_help, edition_report, enquiry_page, everywhere
from indicators.wording import reward as reward_words

app = group_of_commands()


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

    leave(lambda: showing.show(code, area, as_at, since=since, recipe=recipe), wanted)


@app.command(help=command_help.BASKET)
def basket(
    area: AreaOption = COUNTY,
    as_at: AsAtOption = None,
    recipe: RecipeOption = RECOMMENDED,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line import basket

    leave(lambda: basket.basket(area, as_at, recipe), wanted)


@app.command(help=command_help.LINT)
def lint(area: AreaOption = COUNTY, as_at: AsAtOption = None, wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import linting

    leave(lambda: linting.lint_all(area, as_at), wanted)


@app.command(help=command_help.INBOX)
def inbox(area: AreaOption = COUNTY, as_at: AsAtOption = None, wanted: FormatOption = Format.TABLE) -> None:
    from indicators.command_line import inbox

    leave(lambda: inbox.inbox(area, as_at), wanted)


@app.command(help=enquiry_page.HELP)
def questions(
    area: AreaOption = COUNTY, as_at: AsAtOption = None, wanted: FormatOption = Format.TABLE
) -> None:
    from indicators.command_line.questions import questions as of_place

    leave(lambda: of_place(area, as_at), wanted)


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

        leave(lambda: evidence_of_all(as_at, out), wanted, writes=out)
    elif out is not None:
        raise typer.BadParameter(everywhere.ONLY_ALL_AREAS)
    else:
        from indicators.command_line import linting

        leave(lambda: linting.evidence(area, as_at), wanted)


@app.command(help=command_help.AUDIT)
def audit(
    year: Annotated[str | None, typer.Option("--year", help=command_help.YEAR)] = None,
    scheme: Annotated[str | None, typer.Option("--scheme", help=command_help.SCHEME)] = None,
    as_at: AsAtOption = None,
    report: Annotated[
        Path | None, typer.Option("--report", dir_okay=False, help=edition_report.REPORT)
    ] = None,
    wanted: FormatOption = Format.TABLE,
) -> None:
    if report is not None:
        from indicators.command_line.audit_report import KINDS, report_of

        if report.suffix.lower() not in KINDS:
            raise typer.BadParameter(edition_report.ONLY_THESE.format(file=report, kinds=", ".join(KINDS)))
        leave(lambda: report_of(year, as_at, scheme, report), wanted, writes=report)
    else:
        from indicators.command_line import auditing

        leave(lambda: auditing.audit_of(year, as_at, scheme), wanted)


@app.command(help=reward_words.HELP)
def reward(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=reward_words.FILE)],
    area: AreaOption = COUNTY,
    wanted: FormatOption = Format.TABLE,
) -> None:
    from indicators.command_line.reward import reward as reckon

    leave(lambda: reckon(file, area), wanted)
