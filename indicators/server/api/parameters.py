"""The parameters of the open data: how each is read, and how its description declares it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any

from indicators.datasets import dataset
from indicators.server.api.problems import Refused

USUAL_LIMIT, HIGHEST_LIMIT, HIGHEST_OFFSET = 1_000, 10_000, 1_000_000_000
LONGEST_CODE, LONGEST_MOMENT = 100, 40
FORMATS = ("json", "csv")
Schema = dict[str, Any]


@dataclass(frozen=True)
class Parameter:
    """One parameter: its declaration as a JSON Schema, and what makes a value of its text.

    `read` raises Refused for a text that is none; `otherwise` is the value where the parameter is not given.
    """

    name: str
    schema: Schema
    read: Callable[[str], Any]
    otherwise: Any = None


def values(parameters: Iterable[Parameter], given: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The value of each of these parameters, by name.

    Args:
        parameters: those that the address has.
        given: names and texts as they stand in the query string.

    Raises:
        Refused: a parameter that the address does not have, one given twice, or a text that cannot be read.
    """
    known = {parameter.name: parameter for parameter in parameters}
    found: dict[str, Any] = {}
    for name, text in given:
        if name not in known:
            listed = ", ".join(known) or "none"
            raise Refused(HTTPStatus.BAD_REQUEST, "parameter_unknown", asked=name, known=listed)
        if name in found:
            raise Refused(HTTPStatus.BAD_REQUEST, "parameter_repeated", asked=name)
        found[name] = known[name].read(text)
    return {name: found.get(name, parameter.otherwise) for name, parameter in known.items()}


def _text(name: str, longest: int, *examples: str) -> Parameter:
    schema = {"type": "string", "minLength": 1, "maxLength": longest, "examples": list(examples)}
    return Parameter(name, schema, str)


def _day(name: str) -> Parameter:
    def read(text: str) -> date:
        # Python reads other spellings too, such as 20101231, which the description does not allow.
        with suppress(ValueError):
            if date.fromisoformat(text).isoformat() == text:
                return date.fromisoformat(text)
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "day_unreadable", asked=text)

    return Parameter(name, {"type": "string", "format": "date"}, read)


def _number(name: str, *, lowest: int, highest: int, otherwise: int) -> Parameter:
    def read(text: str) -> int:
        is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(highest))
        if not is_number or not lowest <= int(text) <= highest:
            raise Refused(
                HTTPStatus.UNPROCESSABLE_ENTITY,
                "number_unreadable",
                asked=text,
                name=name,
                lowest=f"{lowest:,}",
                highest=f"{highest:,}",
            )
        return int(text)

    schema = {"type": "integer", "minimum": lowest, "maximum": highest, "default": otherwise}
    return Parameter(name, schema, read, otherwise)


def _choice(name: str, choices: tuple[str, ...], otherwise: str | None = None) -> Parameter:
    def read(text: str) -> str:
        if text not in choices:
            known = " or ".join(choices)
            raise Refused(
                HTTPStatus.UNPROCESSABLE_ENTITY, "choice_unknown", asked=text, name=name, known=known
            )
        return text

    schema = {"type": "string", "enum": list(choices)} | ({"default": otherwise} if otherwise else {})
    return Parameter(name, schema, read, otherwise)


INDICATOR = _text("indicator", LONGEST_CODE, "KSI-CAS")
AREA = _text("area", LONGEST_CODE, "E10000025")
AS_AT = _text("as_at", LONGEST_MOMENT, "13", "2026-11-20")
FROM, TO = _day("from"), _day("to")
STATUS = _choice("status", dataset("target").field("status").choices)
FORMAT = _choice("format", FORMATS, FORMATS[0])
LIMIT = _number("limit", lowest=1, highest=HIGHEST_LIMIT, otherwise=USUAL_LIMIT)
# A file is taken for the whole: it holds as much as one answer may.
FILE_LIMIT = _number("limit", lowest=1, highest=HIGHEST_LIMIT, otherwise=HIGHEST_LIMIT)
OFFSET = _number("offset", lowest=0, highest=HIGHEST_OFFSET, otherwise=0)
