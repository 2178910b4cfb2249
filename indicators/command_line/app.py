"""The program: every command, by what it is for. What a command needs is imported when it is run, so that help is quick."""

from __future__ import annotations

import io
import sys

import typer

from indicators.command_line import judging_commands, keeping_commands, submitting_commands
from indicators.command_line.answers import unshown
from indicators.command_line.standard_output import trouble_of
from indicators.wording import command_help

PROGRAM = "python -m indicators"
WIDTH = 100

app = typer.Typer(
    help=command_help.ABOUT,
    epilog=command_help.EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"terminal_width": WIDTH, "max_content_width": WIDTH},
)
for commands in (submitting_commands, judging_commands, keeping_commands):
    app.add_typer(commands.app)


def main() -> None:
    """Run the command that the arguments name and leave with its exit code."""
    # A stream that the caller has closed is none: what would be said on the error stream then goes nowhere.
    sys.stderr = sys.stderr or io.TextIOWrapper(io.BytesIO())
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(prog_name=PROGRAM)
    except OSError:
        # Help may have nowhere to go, which one more line shows; a command looks after its answer itself.
        trouble = trouble_of(lambda: sys.stdout.write("\n"))
        if trouble is None:
            raise
        sys.exit(unshown(trouble))
