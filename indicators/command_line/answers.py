"""What a command answers: data for programs, the same readably for people, and how it went."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.command_line.plain import to_json
from indicators.command_line.standard_output import let_go, trouble_of
from indicators.wording.problems import problem

if TYPE_CHECKING:
    from indicators.command_line.page import Page


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"


class Exit(IntEnum):
    """How a command went. Wrong use is 2, which the parser of arguments gives."""

    OK = 0
    FAILED = 1


class Refused(Exception):  # noqa: N818 - it is not an error of ours but an answer
    """What was asked for cannot be done: `code` and `figures`, of which `wording` makes the sentence."""

    def __init__(self, code: str, **figures: Any) -> None:
        super().__init__(code)
        self.code = code
        self.figures = figures


@dataclass(frozen=True)
class Answer:
    """`data` has stable keys, numbers as numbers; `show` writes the same for people; `ok` is false when there are findings."""

    data: Mapping[str, Any]
    show: Callable[[Page], None]
    ok: bool = True


def give(make: Callable[[], Answer], wanted: Format, writes: Path | None = None) -> Exit:
    """Make an answer and print it; what cannot be done is said in a sentence with the way out, never by a traceback.

    Args:
        make: makes the answer.
        wanted: how it is printed.
        writes: the file that is written while it is made, if any: an error of writing names none, or one beside it.
    """
    # The engine is loaded only when a command runs.
    from indicators.store import StoreError  # noqa: PLC0415
    from indicators.store.errors import reason_of  # noqa: PLC0415

    try:
        answer = make()
    except (Refused, StoreError) as refusal:
        return _refuse(refusal.code, refusal.figures, wanted)
    except BrokenPipeError:
        let_go()  # the file that it writes is a pipe whose reader has left
        return Exit.OK
    except OSError as error:
        path, reason = str(writes or error.filename or ""), reason_of(error)
        code = "file_unwritable" if writes else "not_usable" if path else "not_possible"
        return _refuse(code, {"path": path, "reason": reason}, wanted)
    trouble = trouble_of(lambda: _print(answer, wanted))
    if trouble is not None:
        return unshown(trouble)
    return Exit.OK if answer.ok else Exit.FAILED


def unshown(trouble: OSError) -> Exit:
    """Say on the error stream that what was asked is done, and why it is not shown."""
    from indicators.store.errors import reason_of  # noqa: PLC0415

    _complain(*problem("not_shown", {"reason": reason_of(trouble)}))
    return Exit.FAILED


def _refuse(code: str, figures: Mapping[str, Any], wanted: Format) -> Exit:
    message, way_out = problem(code, dict(figures))
    error = {"code": code, "message": message, "way_out": way_out, "figures": figures}
    if wanted is not Format.JSON or trouble_of(lambda: _print_json({"error": error})) is not None:
        _complain(message, way_out)
    return Exit.FAILED


def _complain(message: str, way_out: str) -> None:
    sys.stderr.write(f"{message}\n{way_out}\n")


def _print(answer: Answer, wanted: Format) -> None:
    if wanted is Format.JSON:
        _print_json(answer.data)
        return
    from indicators.command_line.page import Page  # noqa: PLC0415 - not needed for JSON

    answer.show(Page())


def _print_json(data: Mapping[str, Any]) -> None:
    sys.stdout.write(f"{to_json(data)}\n")
