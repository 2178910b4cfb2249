"""One indicator in one place, judged from figures made for the case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indicators.analysis.rating import default_tolerance
from indicators.assessments.asked_indicators import rated_figures
from indicators.assessments.evidence import evidence
from indicators.assessments.judged import assess
from indicators.assessments.recipes import DEFAULT, by_recipe
from indicators.model import Indicator
from indicators.reports.basket_lines import summary
from indicators.reports.signals import in_signs, movement_note, verdict
from tests.analysis.model_examples import event, quarters, target, years

PLACE, DAY = "E10000025", date(2026, 11, 22)
ANNUAL = Indicator(
    "X", "Calls answered", "economy", "per cent", "%", 0, "higher", "annual", "P1Y", "percentage",
    None, None, "us", "Calls", None, "https://x", "OURS",
)  # fmt: skip
QUARTERLY = replace(ANNUAL, frequency="quarterly", period_length="P3M")
NOISE = (0, 1, -1, 1, 0, -1, 1, -1, 0, 1, 0, -1)


def assessed(indicator, figures, *, targets=(), events=()):
    return assess(indicator, PLACE, figures, targets, events, as_of=DAY)


BROKEN = assessed(
    ANNUAL,
    years(2014, 50, 51, 50, 51, 90, 91, 90, 91, 88),
    targets=[target(90, "2027-12-31", baseline=90, period="2019-01-01/P1Y")],
    events=[event("2018-01-01")],
)
SEASONAL = assessed(
    QUARTERLY,
    quarters(2014, *(90 + NOISE[i % 12] + (-12, 12)[i % 2] for i in range(25))),
    targets=[target(90, "2027-12-31", baseline=90, period="2018-01-01/P3M")],
)


@pytest.mark.parametrize("one", [BROKEN, SEASONAL], ids=["a break", "a season"])
def test_a_status_allows_for_what_its_process_chart_calls_usual(one):
    assert one.rating.tolerance == default_tolerance(evidence(one, []).charted, 90, 90)
    assert one.rating.rag == "red"


@pytest.mark.parametrize("one", [BROKEN, SEASONAL], ids=["a break", "a season"])
def test_every_way_to_the_rating_gives_the_same(one):
    again = by_recipe(by_recipe(one, "havering"), DEFAULT)
    assert again == one
    assert rated_figures(one)[-1].rating == one.rating.rag


@pytest.mark.parametrize(
    ("before", "now", "decimals", "sign", "note"),
    [
        pytest.param(50.2, 49.9, 0, "→ no change", "no change since 2001", id="worse by less than is shown"),
        pytest.param(49.9, 50.2, 0, "→ no change", "no change since 2001", id="better by less than is shown"),
        pytest.param(50.2, 49.9, 1, "↓ worsening", "−0.3 points since 2001", id="the same where it is shown"),
        pytest.param(
            50.5, 50.0, 0, "↓ worsening", "−1 point since 2001", id="half of what is shown rounds up"
        ),
        pytest.param(0.10, 0.15, 1, "↑ improving", "+0.1 points since 2001", id="half of a decimal"),
        pytest.param(0.10, 0.14, 1, "→ no change", "no change since 2001", id="less than half of a decimal"),
        pytest.param(50, 50, 0, "→ no change", "no change since 2001", id="none at all"),
    ],
)
def test_sign_note_sentence_and_count_of_a_movement_say_the_same(before, now, decimals, sign, note):
    agreed = target(60, "2010-12-31", baseline=50, period="2000-01-01/P1Y")
    one = assessed(replace(ANNUAL, decimals=decimals), years(2001, before, now), targets=[agreed])
    assert (in_signs(one).movement.text, movement_note(one)) == (sign, note)
    word, size = sign[2:], note.removesuffix(" since 2001")
    said = "no change" if word == "no change" else f"{word}, {size}"
    assert verdict(one).endswith(f"Movement: {said} since 2001.")
    moved = f"{int(word == 'worsening')} of all 1 moved the wrong way"
    assert moved in summary([one], "here")
