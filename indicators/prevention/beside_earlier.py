"""The codings of lines put side by side: this edition beside the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from indicators.prevention.gaming import LineCoding
from indicators.prevention.rows import CodedPart, LineKey

ORDER = ("moderated", "first", "suggested")  # the coding that the headline takes
Place = tuple[LineKey, str]  # the line, and whose it is


def beside_earlier(parts: Iterable[CodedPart], edition: str, earlier: str | None) -> list[LineCoding]:
    """Each line's coding in force in the edition, beside that of the earlier edition where there is one."""
    known = list(parts)
    before = _codings([part for part in known if part.edition == earlier])
    found = []
    for place, roles in _codings([part for part in known if part.edition == edition]).items():
        now = _in_force(roles)
        old = _in_force(before.get(place, {}))
        if now:
            found.append(
                LineCoding(
                    key=place[0],
                    amount=now[0].amount,
                    before=_shares(old) if old else None,
                    now=_shares(now),
                    coded_on=max(part.coded_on for part in now),
                )
            )
    return found


def _codings(parts: Iterable[CodedPart]) -> dict[Place, dict[str, list[CodedPart]]]:
    found: dict[Place, dict[str, list[CodedPart]]] = defaultdict(lambda: defaultdict(list))
    for part in parts:
        found[part.key, part.organisation][part.role].append(part)
    return found


def _in_force(roles: dict[str, list[CodedPart]]) -> list[CodedPart]:
    return next((roles[role] for role in ORDER if role in roles), [])


def _shares(parts: Iterable[CodedPart]) -> dict[str, Decimal]:
    return {part.level: part.proportion for part in parts}
