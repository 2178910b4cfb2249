"""The cells of the tagging grid: what a line shows, and what somebody typed as what it says. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from indicators.assessments.tagging import Filled, LineCoded, LineToTag
from indicators.wording import tagging as words

Typed = Mapping[str, Any]  # what was typed, by column
WORDS = ("confidence", "rationale", "driver", "main_purpose", "target_population")
TAKE = "take"
LEVEL = "level:"
HUNDRED = 100


def shown(
    line: LineToTag, levels: Sequence[str], titles: Mapping[str, str], typed: Typed, *, moderates: bool
) -> dict[str, Any]:
    """The cells of one row: what the line is, what is suggested or decided between, and its coding with what was typed."""
    own = line.own
    shares = {} if own is None else dict(own.shares)
    cells: dict[str, Any] = {
        "line": line.key[2],
        "service": line.key[1],
        "amount": words.in_millions(line.amount),
        TAKE: None if moderates else False,
        **{
            f"{LEVEL}{level}": float(shares[level] * HUNDRED) if level in shares else None for level in levels
        },
        **{name: (getattr(own, name) or None) if own else None for name in WORDS},
    }
    cells |= _beside(line, dict(titles))
    return cells | dict(typed)


def filled(line: LineToTag, typed: Typed) -> Filled:
    """What a line says with what was typed: levels typed go before those taken over, and those before the recorded ones."""
    taken = _taken(line, typed.get(TAKE))
    own = taken or line.own
    return Filled(
        key=line.key,
        shares=_shares(line.own, taken, typed),
        had=tuple(level for level, _ in line.own.shares) if line.own else (),
        **{
            name: str(typed[name] or "") if name in typed else (getattr(own, name) or "") if own else ""
            for name in WORDS
        },
    )


def is_changed(line: LineToTag, typed: Typed) -> bool:
    """Whether the line says something else than is recorded in this coder's role."""
    return filled(line, typed) != filled(line, {})


def _shares(own: LineCoded | None, taken: LineCoded | None, typed: Typed) -> tuple[tuple[str, Decimal], ...]:
    levels = {name.removeprefix(LEVEL): value for name, value in typed.items() if name.startswith(LEVEL)}
    recorded = dict(own.shares) if own else {}
    if taken is not None and not levels:
        return tuple(sorted(taken.shares))
    shares = recorded | {level: _share(value) for level, value in levels.items()}
    return tuple(sorted((level, share) for level, share in shares.items() if share))


def _share(percent: Any) -> Decimal:
    """A percentage as a share, exactly as it was typed; nothing is 0."""
    try:
        value = Decimal(str(percent if percent is not None else 0))
    except InvalidOperation:
        return Decimal(0)
    return value / HUNDRED if value.is_finite() else Decimal(0)


def _taken(line: LineToTag, take: Any) -> LineCoded | None:
    if isinstance(take, str):
        return line.beside.get(take)
    return line.suggestion.coded if take and line.suggestion else None


def _beside(line: LineToTag, titles: dict[str, str]) -> dict[str, Any]:
    """What stands beside a coder's own coding: a suggestion, or for who moderates both codings."""
    said: dict[str, Any] = {
        role: words.other_coding(coding.shares, titles, coding.confidence, coding.rationale)
        for role, coding in line.beside.items()
    }
    found = line.suggestion
    said["suggestion"] = (
        None
        if found is None
        else words.suggestion(
            found.coded.shares,
            titles,
            found.origin,
            edition=found.edition,
            organisation=found.organisation,
            role=found.role,
        )
    )
    return said
