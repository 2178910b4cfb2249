"""What a machine asks for when it sends a file: the parameters, the token, and whether the one allows the other."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from indicators.datasets import names
from indicators.server.api.parameters import Parameter, values
from indicators.server.api.problems import Refused
from indicators.store import StoreError, home
from indicators.store.tokens import Token, Tokens
from indicators.wording.stated import LONGEST_NOTE, fault

LONGEST_FILE_NAME = 200
_SCHEME = "bearer "
log = logging.getLogger("indicators.server")


def _text(name: str, longest: int) -> Parameter:
    def read(text: str) -> str:
        if fault(name, text, longest):
            raise Refused(
                HTTPStatus.UNPROCESSABLE_ENTITY,
                "text_unreadable",
                asked=text,
                name=name,
                highest=f"{longest:,}",
            )
        return text.strip()

    return Parameter(name, {"type": "string", "minLength": 1, "maxLength": longest}, read)


def _one_of(name: str, choices: Mapping[str, Any], otherwise: str | None = None) -> Parameter:
    def read(text: str) -> Any:
        if text not in choices:
            known = " or ".join(choices)
            raise Refused(
                HTTPStatus.UNPROCESSABLE_ENTITY, "choice_unknown", asked=text, name=name, known=known
            )
        return choices[text]

    schema = {"type": "string", "enum": list(choices)} | ({"default": otherwise} if otherwise else {})
    return Parameter(name, schema, read, choices.get(otherwise or ""))


PARAMETERS = (
    _one_of("dataset", {name: name for name in names()}),
    _one_of("dry_run", {"true": True, "false": False}, "false"),
    _text("note", LONGEST_NOTE),
    _text("file_name", LONGEST_FILE_NAME),
)


def token_of(header: str) -> Token:
    """The open token of a request.

    Raises:
        Refused: there is none, or nothing is taken from machines at all.
    """
    tokens = Tokens(home())
    try:
        if not tokens.is_on():
            raise Refused(HTTPStatus.NOT_FOUND, "submissions_off")
        if not header.lower().startswith(_SCHEME):
            raise Refused(HTTPStatus.UNAUTHORIZED, "token_missing")
        token = tokens.find(header[len(_SCHEME) :].strip())
    except StoreError:
        log.exception("the tokens cannot be read")
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, "figures_unavailable") from None
    if token is None:
        raise Refused(HTTPStatus.UNAUTHORIZED, "token_refused")
    return token


def asked_of(token: Token, given: Iterable[tuple[str, str]]) -> Mapping[str, Any]:
    """The value of each parameter.

    Raises:
        Refused: one is not known, cannot be read or is lacking, or the token is not for this.
    """
    asked = values(PARAMETERS, given)
    _refuse_what_is_lacking(asked)
    _refuse_beyond_scope(token, asked)
    return asked


def _refuse_what_is_lacking(asked: Mapping[str, Any]) -> None:
    needed = ("dataset",) if asked["dry_run"] else ("dataset", "note")
    for name in needed:
        if asked[name] is None:
            raise Refused(HTTPStatus.BAD_REQUEST, "parameter_needed", asked=name)


def _refuse_beyond_scope(token: Token, asked: Mapping[str, Any]) -> None:
    if not token.covers(asked["dataset"]):
        known = ", ".join(token.datasets)
        raise Refused(HTTPStatus.FORBIDDEN, "token_for_others", dataset=asked["dataset"], known=known)
    if token.may != "submit" and not asked["dry_run"]:
        raise Refused(HTTPStatus.FORBIDDEN, "token_checks_only")
