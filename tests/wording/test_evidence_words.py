"""Sentences on steps, luck and chances: every claim with its date, size, interval and number of figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.model import Indicator
from indicators.periods import parse
from indicators.wording import chance, evidence

RATE = Indicator(
    code="X", title="Thefts", theme_code="t", unit="thefts per 1,000 people", unit_short=None, decimals=1,
    polarity="lower", frequency="quarterly", period_length="P3M", measure_kind="rate", related_ni=None,
    ni_basis=None, publisher="p", source_title="s", definition=None, source="s", source_key="k",
)  # fmt: skip
STEP = {
    "strength": "strong", "in_100": 94, "begins": parse("2007-10-01/P3M"),
    "between": (parse("2007-07-01/P3M"), parse("2008-01-01/P3M")), "size": -8.0, "interval": (-12.0, -4.0),
    "per_cent": False, "points": 24, "judgement": "better",
}  # fmt: skip


def test_a_step_has_date_size_interval_points_and_direction():
    said = evidence.step_sentence(RATE, **STEP)
    assert said.startswith("Strong evidence (94 in 100) that the level fell, most likely in ")
    assert "by about 8.0 (4.0 to 12.0), on 24 figures. That is the wanted way." in said
    assert "(between " in said


@pytest.mark.parametrize(
    ("indicator", "per_cent", "size"),
    [
        (RATE, True, "8 per cent (4 to 12)"),
        (replace(RATE, unit_short="%"), False, "8.0 points (4.0 to 12.0)"),
    ],
    ids=["per cent of the old level", "percentages differ by points"],
)
def test_a_size_is_never_called_per_cent_when_it_is_points(indicator, per_cent, size):
    assert size in evidence.step_sentence(indicator, **STEP | {"per_cent": per_cent})


def test_certainty_is_never_stated():
    assert "(95 or more in 100)" in evidence.step_sentence(RATE, **STEP | {"in_100": 100})
    assert chance.in_100(100) == "95 or more in 100"
    assert chance.in_100(0) == "5 or less in 100"


def test_a_step_for_the_worse_says_so():
    said = evidence.step_sentence(RATE, **STEP | {"size": 8.0, "interval": (4.0, 12.0), "judgement": "worse"})
    assert "the level rose" in said
    assert said.endswith("That is the wrong way.")


def test_luck_stands_beside_the_count_of_signals():
    counts = {"signals": 6, "charts": 50, "by_luck": 1.0, "leaning": 9.0, "false_steps": 0.1}
    said = evidence.luck_sentence(**counts, steps=3, in_pandemic=1)
    assert said.startswith(
        "6 of 50 charts show a signal at their latest figure; luck alone would give about 1, or about 9"
    )
    assert (
        "3 step changes can be believed, 1 of them dated in the pandemic; on average fewer than one" in said
    )
    assert "No step change can be believed yet" in evidence.luck_sentence(**counts, steps=0, in_pandemic=0)


def test_a_word_without_past_forecasts_has_no_record():
    assert "no record yet" in chance.record_line("likely", 0, 0)
    assert "“likely”, 3 of 4 met" in chance.record_line("likely", 3, 4)
