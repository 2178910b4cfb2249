"""Lines classified differently, as they stand in the address: `return~service~line~SP:0.5+AS:0.5|…`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from urllib.parse import unquote

from indicators.assessments.audited import Override

PARAMETER = "count"
MOST = 20
NAMES = 3  # of the return, of the service, of the line
QUOTED = {"%": "%25", "~": "%7E", "|": "%7C"}


@dataclass(frozen=True)
class Refused:
    """A part of the address that is not counted: `why` is unreadable, no_line, no_level, not_whole, twice or too_many."""

    why: str
    part: str
    named: str = ""


def written(overrides: Sequence[Override]) -> str:
    """The overrides as the address has them."""
    return "|".join(
        "~".join([*map(_quoted, key), "+".join(f"{level}:{_plain(share)}" for level, share in levels)])
        for key, levels in overrides
    )


def read(
    text: str, levels: Mapping[str, str], there_is: Callable[[tuple[str, str, str]], bool]
) -> tuple[tuple[Override, ...], tuple[Refused, ...]]:
    """What the address asks for, and what of it cannot be counted.

    Args:
        text: the value of the parameter.
        levels: the levels of the scheme by their code.
        there_is: whether the edition has a line of this name.
    """
    counted: dict[tuple[str, str, str], Override] = {}
    refused = []
    for number, part in enumerate(filter(None, text.split("|"))):
        one = Refused("too_many", part) if number >= MOST else _one(part, levels, there_is)
        if isinstance(one, Refused):
            refused.append(one)
        elif one[0] in counted:
            refused.append(Refused("twice", part, one[0][2]))
        else:
            counted[one[0]] = one
    return tuple(counted.values()), tuple(refused)


def _one(
    part: str, levels: Mapping[str, str], there_is: Callable[[tuple[str, str, str]], bool]
) -> Override | Refused:
    *names, coding = part.split("~")
    if len(names) != NAMES:
        return Refused("unreadable", part)
    key = (unquote(names[0]), unquote(names[1]), unquote(names[2]))
    shares: dict[str, Decimal] = {}
    # A plus that somebody typed into an address is read as a blank.
    for each in coding.replace("+", " ").split():
        level, _, share = each.partition(":")
        value = _share(share)
        if value is None or level in shares:
            return Refused("unreadable", part)
        if level not in levels:
            return Refused("no_level", part, level)
        shares[level] = value
    if not shares:
        return Refused("unreadable", part)
    if sum(shares.values()) != 1:
        return Refused("not_whole", part, key[2])
    return (key, tuple(shares.items())) if there_is(key) else Refused("no_line", part, key[2])


def _share(text: str) -> Decimal | None:
    """A share above 0 and up to 1 with at most six decimals."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not value.is_finite() or not 0 < value <= 1 or value != round(value, 6):
        return None
    return value


def _quoted(name: str) -> str:
    return "".join(QUOTED.get(letter, letter) for letter in name)


def _plain(share: Decimal) -> str:
    return format(share.normalize(), "f")
