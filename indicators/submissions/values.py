"""Cells as people write them, to the one way in which we keep them. What could mean two things is refused.

Every function takes the text of a cell without spaces round it and returns a `Meaning`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from indicators.periods import PeriodError, parse
from indicators.submissions.findings import Severity

SUPPRESSED_MARKS = frozenset({"*", "c", "[c]"})
MISSING_MARKS = frozenset({"", "-", "–", "—", "n/a", "na", "..", "...", "[x]", "[z]"})
SPREADSHEET_ERRORS = frozenset(
    {"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"}
)
PLAIN_NUMBER = (
    r"-?[1-9][0-9]{0,14}(\.[0-9]{1,15})?|0(\.[0-9]{1,15})?"  # needs no reading; SQL asks the same question
)
PLAIN_WHOLE_NUMBER = r"-?[1-9][0-9]{0,14}|0"

_SCALES = {"k": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_MINUSES = str.maketrans(dict.fromkeys("\u2212\u2012\u2013\ufe63\uff0d", "-"))
_THIN_SPACES = re.compile("(?<=[0-9])[\u00a0\u2007\u2009\u202f](?=[0-9])")
_NUMBER = re.compile(
    r"(?P<sign>[-+]?) ?(?P<currency>£?) ?(?P<inner>[-+]?)"
    r"(?P<whole>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|)(?P<fraction>\.[0-9]*)?"
    r" ?(?P<scale>k|m|bn|million|billion)? ?(?P<percent>%?)"
)
_SCIENTIFIC = re.compile(r"[-+]?[0-9]+(\.[0-9]*)?e[-+]?[0-9]+", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]{1,3}(?:[. ][0-9]{3})*,[0-9]+|[-+]?[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_SPACED = re.compile(r"[-+]?[0-9]+(?: [0-9]+)+(?:\.[0-9]+)?")
_MOST_DIGITS = 30
_TRUE, _FALSE = frozenset({"remove", "yes", "y", "true", "1", "x"}), frozenset({"no", "n", "false", "0"})


@dataclass(frozen=True)
class Meaning:
    """What a cell means: `clean` as we keep it (None: no value), or the `rule` by which it is refused or remarked on."""

    clean: str | None
    rule: str | None = None
    severity: Severity = "error"
    figures: dict[str, Any] = field(default_factory=dict)
    suppressed: bool = False


def _refuse(rule: str, **figures: Any) -> Meaning:
    return Meaning(None, rule, figures=figures)


def number(text: str) -> Meaning:
    """A number: `1,234`, `£1.2m`, `12.5%` (the per cent sign is dropped), `(45)` for minus 45, a Unicode minus.

    Refused with a reason: a decimal comma, spaces between digits, scientific notation, errors of a spreadsheet.
    """
    marked = _mark(text)
    if marked is not None:
        return marked
    plain = _THIN_SPACES.sub("", text.translate(_MINUSES))
    bracketed = plain.startswith("(") and plain.endswith(")")
    found = _NUMBER.fullmatch((plain[1:-1] if bracketed else plain).strip().lower())
    if found is None or not (found["whole"] or (found["fraction"] or ".") != "."):
        return _refuse(_why_not_a_number(text, plain))
    if sum((bracketed, bool(found["sign"]), bool(found["inner"]))) > 1:
        return _refuse("not_a_number")
    return _value(found, negative=bracketed or "-" in (found["sign"], found["inner"]))


def whole_number(text: str) -> Meaning:
    """A whole number, written as any number may be; `7.0` is 7."""
    meaning = number(text)
    if meaning.clean is None:
        return meaning
    whole, _, fraction = meaning.clean.partition(".")
    if fraction.strip("0"):
        return _refuse("not_a_whole_number")
    return Meaning(whole, meaning.rule, meaning.severity, meaning.figures)


def _mark(text: str) -> Meaning | None:
    lowered = text.lower()
    if lowered in MISSING_MARKS:
        return Meaning(None)
    if lowered in SUPPRESSED_MARKS:
        return Meaning(None, suppressed=True)
    if text.upper() in SPREADSHEET_ERRORS:
        return _refuse("spreadsheet_error")
    return None


def _why_not_a_number(text: str, plain: str) -> str:
    if text.startswith("="):
        return "formula"
    for pattern, rule in (
        (_SCIENTIFIC, "scientific_notation"),
        (_DECIMAL_COMMA, "decimal_comma"),
        (_SPACED, "spaces_in_number"),
    ):
        if pattern.fullmatch(plain):
            return rule
    return "not_a_number"


def _value(found: re.Match[str], *, negative: bool) -> Meaning:
    whole = found["whole"].replace(",", "").lstrip("0") or "0"
    fraction = (found["fraction"] or "").lstrip(".")
    if len(whole) + len(fraction) > _MOST_DIGITS:
        return _refuse("too_many_digits", most=_MOST_DIGITS)
    sign = "-" if negative and (whole + fraction).strip("0") else ""
    if found["scale"] is None:
        return Meaning(sign + whole + (f".{fraction}" if fraction else ""))
    scaled = sign + _scaled(whole, fraction, _SCALES[found["scale"]])
    return Meaning(scaled, "scaled_number", "warning", {"read_as": scaled})


def _scaled(whole: str, fraction: str, power: int) -> str:
    """The digits with the point moved to the right: exact, however many there are."""
    digits = whole + fraction.ljust(power, "0")
    point = len(whole) + power
    left, right = digits[:point].lstrip("0") or "0", digits[point:].rstrip("0")
    return f"{left}.{right}" if right else left


def period(text: str) -> Meaning:
    """A period in any of the ways of `indicators.periods`, to its code."""
    if text.lower() in MISSING_MARKS:
        return Meaning(None)
    try:
        return Meaning(parse(text).code)
    except PeriodError as refused:
        return _refuse("not_a_period", reason=refused.code, **refused.figures)


def choice_of(choices: Sequence[str]) -> Callable[[str], Meaning]:
    """Reads one of the declared words, whatever its case and spacing."""
    spellings = {_folded(choice): choice for choice in choices}

    def read(text: str) -> Meaning:
        known = spellings.get(_folded(text))
        if known is not None:
            return Meaning(known)
        near = get_close_matches(_folded(text), spellings, n=1)
        return _refuse("not_a_choice", choices=tuple(choices), nearest=spellings[near[0]] if near else None)

    return read


def removal(text: str) -> Meaning:
    """The marker that removes a row: remove, yes, y, true, 1 or x; no, n, false, 0 or nothing leaves it."""
    if text.lower() in _TRUE:
        return Meaning("remove")
    return Meaning(None) if text.lower() in _FALSE else _refuse("removal_unclear")


def _folded(text: str) -> str:
    return " ".join(re.split(r"[\s_-]+", text.casefold().strip()))
