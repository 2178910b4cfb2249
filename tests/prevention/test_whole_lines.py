"""Parts of lines put together again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from indicators.prevention.rows import TaggedLine
from indicators.prevention.whole_lines import whole_lines

PART = TaggedLine(
    organisation="Council",
    role="own",
    period="2024-04-01/P1Y",
    measure="gross",
    parent="Children",
    line="Youth work",
    line_amount=Decimal(100),
    level="PP",
    proportion=Decimal("0.4"),
    confidence="low",
    coder="officer",
    coder_role="first",
    coded_on=date(2026, 5, 1),
    rationale=None,
    source="file",
    source_key="S251",
)
OTHER_PART = replace(PART, level="SP", proportion=Decimal("0.6"))
LARGER = replace(PART, line="Social work", line_amount=Decimal(900), level=None, proportion=None)
ELSEWHERE = replace(PART, organisation="District", proportion=Decimal(1))


def test_parts_of_one_line_are_one_line_and_the_largest_comes_first():
    larger, whole = whole_lines([PART, LARGER, OTHER_PART])
    assert (larger.key[2], larger.levels) == ("Social work", ())
    assert whole.levels == (("PP", Decimal("0.4")), ("SP", Decimal("0.6")))
    assert whole.amount == Decimal(100)


def test_the_same_line_of_two_partners_stays_two():
    assert [line.organisation for line in whole_lines([PART, OTHER_PART, ELSEWHERE])] == [
        "Council",
        "District",
    ]


def test_nothing_is_no_line():
    assert whole_lines([]) == []
