"""What a command answers: data for programs, the same readably for people, and how it went."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from indicators.command_line.plain import to_json
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


def give(make: Callable[[], Answer], wanted: Format) -> Exit:
    """Make an answer and print it; what cannot be done is said in a sentence with the way out, never by a traceback."""
    # The engine is loaded only when a command runs.
    from indicators.store import StoreError  # noqa: PLC0415
    from indicators.store.errors import reason_of  # noqa: PLC0415

    try:
        answer = make()
    except (Refused, StoreError) as refusal:
        return _refuse(refusal.code, refusal.figures, wanted)
    except OSError as error:
        return _refuse("not_usable", {"path": error.filename, "reason": reason_of(error)}, wanted)
    if wanted is Format.JSON:
        _print_json(answer.data)
    else:
        from indicators.command_line.page import Page  # noqa: PLC0415 - not needed for JSON

        answer.show(Page())
    return Exit.OK if answer.ok else Exit.FAILED


def _refuse(code: str, figures: Mapping[str, Any], wanted: Format) -> Exit:
    message, way_out = problem(code, dict(figures))
    if wanted is Format.JSON:
        error = {"code": code, "message": message, "way_out": way_out, "figures": figures}
        _print_json({"error": error})
    else:
        sys.stderr.write(f"{message}\n{way_out}\n")
    return Exit.FAILED


def _print_json(data: Mapping[str, Any]) -> None:
    sys.stdout.write(f"{to_json(data)}\n")
