"""`token make`, `token list` and `token revoke`: who may submit from a machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from indicators.command_line.answers import Answer
from indicators.store import home
from indicators.store.tokens import May, Token, Tokens
from indicators.wording import tokens as words
from indicators.wording.dates import moment

if TYPE_CHECKING:
    from indicators.command_line.page import Page


def make(name: str, may: May, datasets: Sequence[str]) -> Answer:
    """A new token, shown once."""
    token, text = Tokens(home()).make(name, may=may, datasets=datasets)
    return Answer(data={**_data(token), "token": text}, show=lambda page: _show_made(page, token, text))


def list_all() -> Answer:
    """Every token, without what would open anything."""
    found = Tokens(home()).all()
    return Answer(data={"tokens": [_data(each) for each in found]}, show=lambda page: _show(page, found))


def revoke(token_id: str) -> Answer:
    """A token that opens nothing any more."""
    token = Tokens(home()).revoke(token_id)
    return Answer(
        data=_data(token),
        show=lambda page: page.say(words.REVOKED.format(id=token.id, name=token.name)),
    )


def _data(token: Token) -> dict[str, Any]:
    return {
        "id": token.id,
        "name": token.name,
        "may": token.may,
        "datasets": token.datasets,
        "made_at": token.made_at,
        "revoked_at": token.revoked_at,
    }


def _show_made(page: Page, token: Token, text: str) -> None:
    page.say(words.MADE.format(id=token.id))
    page.line(text)


def _show(page: Page, found: Sequence[Token]) -> None:
    if not found:
        page.say(words.NONE)
        return
    rows = [
        [
            each.id,
            each.name,
            words.MAY[each.may],
            words.datasets(each.datasets),
            moment(each.made_at),
            "" if each.revoked_at is None else moment(each.revoked_at),
        ]
        for each in found
    ]
    page.table(words.COLUMNS, rows, whole=(0,))
