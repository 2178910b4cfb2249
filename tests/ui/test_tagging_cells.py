"""What somebody types in the tagging grid as the coding that it says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from indicators.assessments.tagging import LineCoded, LineToTag, Suggestion
from indicators.ui.tagging_cells import filled, is_changed, shown

KEY = ("M", "Children", "Youth")
D = Decimal


def coded(text, rationale="why", confidence="high"):
    shares = tuple((level, D(share)) for level, share in (part.split() for part in text.split(", ")))
    return LineCoded(shares, confidence, rationale, "an officer", None, None, None)


def line(own=None, suggested=None, **beside):
    suggestion = suggested and Suggestion(
        "year_before", "2023-24", "All organisations", "first", coded(suggested, "last year")
    )
    return LineToTag(
        KEY,
        D(1500),
        coded(own) if own else None,
        suggestion,
        {role: coded(text, role) for role, text in beside.items()},
    )


# The line, what is typed, and the shares and the reason that it then says.
CASES = {
    "nothing typed": (line("PP 1"), {}, "PP 1", "why"),
    "a new coding": (
        line(),
        {"level:PP": 25, "level:SP": 75.0, "rationale": "both"},
        "PP 0.25, SP 0.75",
        "both",
    ),
    "a share changed": (line("PP 0.5, SP 0.5"), {"level:PP": 40, "level:SP": 60}, "PP 0.4, SP 0.6", "why"),
    "a share emptied": (line("PP 0.5, SP 0.5"), {"level:PP": None, "level:SP": 100}, "SP 1", "why"),
    "a third, exactly as typed": (
        line(),
        {"level:PP": 33.3333, "level:SP": 66.6667},
        "PP 0.333333, SP 0.666667",
        "",
    ),
    "everything emptied": (line("PP 1"), {"level:PP": None}, "", "why"),
    "a suggestion taken": (line(None, "TP 1"), {"take": True}, "TP 1", "last year"),
    "a suggestion taken with another reason": (
        line(None, "TP 1"),
        {"take": True, "rationale": "mine"},
        "TP 1",
        "mine",
    ),
    "a suggestion taken, levels typed": (
        line(None, "TP 1"),
        {"take": True, "level:AS": 100},
        "AS 1",
        "last year",
    ),
    "a suggestion in place of the own": (line("PP 1", "TP 1"), {"take": True}, "TP 1", "last year"),
    "a suggestion that there is not": (line(), {"take": True}, "", ""),
    "the second coder's taken": (line(first="PP 1", second="AS 1"), {"take": "second"}, "AS 1", "second"),
    "nobody's taken": (line(first="PP 1", second="AS 1"), {"take": None}, "", ""),
}


@pytest.mark.parametrize(("about", "typed", "shares", "rationale"), CASES.values(), ids=CASES)
def test_what_is_said(about, typed, shares, rationale):
    found = filled(about, typed)
    assert ", ".join(f"{level} {share.normalize():f}" for level, share in found.shares) == shares
    assert found.rationale == rationale
    assert found.had == tuple(level for level, _ in about.own.shares) if about.own else found.had == ()


def test_a_line_is_changed_when_it_says_something_else():
    assert not is_changed(line("PP 1"), {})
    assert not is_changed(line("PP 1"), {"level:PP": 100.0, "rationale": "why"})
    assert not is_changed(line(), {"take": True})
    assert is_changed(line("PP 1"), {"confidence": "low"})


def test_the_row_shows_the_coding_with_what_was_typed_over_it():
    cells = shown(
        line("PP 0.25, SP 0.75", "TP 1"),
        ["PP", "SP", "TP"],
        {"TP": "Tertiary"},
        {"level:TP": 5},
        moderates=False,
    )
    assert [cells[f"level:{level}"] for level in ("PP", "SP", "TP")] == [25, 75, 5]
    assert cells["suggestion"] == "tertiary (edition 2023-24, first coder)"
    assert (cells["line"], cells["service"], cells["amount"]) == ("Youth", "Children", "1.5")
    assert cells["take"] is False


def test_who_moderates_is_shown_both_codings():
    cells = shown(line(first="PP 1", second="AS 1"), ["PP"], {}, {}, moderates=True)
    assert cells["first"] == "primary prevention (high): first"
    assert cells["second"] == "acute spending (high): second"
    assert cells["take"] is None
