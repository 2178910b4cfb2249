"""What the screens say of signals and chances, on the embedded figures: first the quick page, then the whole one."""

from __future__ import annotations

import json
import re

import pytest

from indicators.assessments import evidence as evidence_module
from indicators.assessments import evidence_or_reason, kept
from indicators.model import COUNTY
from indicators.store.as_at import today
from indicators.submissions import accept
from indicators.submissions.first_start import ready_store
from indicators.wording import signals
from indicators.wording.method_reasons import SERIES
from tests.ui.conftest import markup, words

THEME = "theme_code,title,framework,position,note,source,source_key\nawe,A theme,Ours,9,,https://example.org/theme,OURS\n"


@pytest.fixture
def worked_out():
    """The county's evidence and the record, before the page asks."""
    snapshot = ready_store().snapshot()
    kept.wait_record(snapshot)
    return kept.wait_whole(snapshot, COUNTY, snapshot.version.seq, today())


def row(test, code):
    return re.search(
        rf'<tr><th[^>]*><a href="indicator\?code={code}".*?</tr>', markup(test), re.DOTALL
    ).group(0)


def test_a_page_does_not_wait_for_the_evidence(screen, monkeypatch):
    for module in ("basket_words", "basket_screen"):
        monkeypatch.setattr(f"indicators.ui.{module}.ready_whole", lambda *_: None)
    test = screen("basket")
    assert "being worked out" in words(test)
    assert markup(test).count("<tr><th") >= 30


def test_a_fault_in_one_line_is_said_on_its_pages_and_nowhere_else(screen, own_home, monkeypatch):
    # The words of a page are kept by what the ledger holds, so this one must hold what no other test has.
    accept(own_home, "theme", THEME.encode(), "theme.csv", by="Officer", note="A home like no other")
    snapshot = own_home.snapshot()
    worked = evidence_module.evidence

    def broken(one, benchmark):
        if one.indicator.code == "GHG-HEAD":
            raise ZeroDivisionError
        return worked(one, benchmark)

    monkeypatch.setattr(evidence_or_reason, "evidence", broken)
    kept.wait_record(snapshot)
    kept.wait_whole(snapshot, COUNTY, snapshot.version.seq, today())
    for part in ("", "table", "signals"):
        screen("indicator", code="GHG-HEAD", part=part)
    assert SERIES["not_worked_out"] in words(screen("indicator", code="GHG-HEAD", part="signals"))
    assert SERIES["not_worked_out"] not in words(screen("indicator", code="EMP-RATE", part="signals"))
    basket = screen("basket")
    assert "cannot say" in row(basket, "GHG-HEAD")
    assert "unusual, worse" in row(basket, "ABS-PERS")


def test_the_luck_sentence_counts_signals(screen, worked_out):
    text = words(screen("basket"))
    assert f"{worked_out.signals} of {worked_out.charts} charts show a signal" in text
    assert "luck alone would give fewer than one" in text


def test_rows_carry_signal_and_chance(screen, worked_out):
    test = screen("basket")
    assert "unusual, worse" in row(test, "ABS-PERS")
    assert "with the pandemic" in row(test, "ABS-PERS")
    assert "cannot say" in row(test, "MORT-CVD")
    assert "95 or more in 100" in row(test, "GHG-HEAD")
    assert "better" not in re.sub(r"<[^>]+>", "", row(test, "PAY-MED"))


def test_the_fan_has_two_tints_and_no_line(screen, worked_out):
    test = screen("indicator", code="GHG-HEAD")
    spec = json.loads(test.get("plotly_chart")[0].proto.spec)
    tints = [t for t in spec["data"] if t.get("fill") == "toself"]
    assert len({t["fillcolor"] for t in tints}) == 2
    assert all(t["line"]["width"] == 0 for t in tints)
    assert max(tints[0]["x"]) == "2030-07-02"
    assert "in 80 of 100" in test.get("plotly_chart")[0].proto.alt


@pytest.mark.parametrize("code", ["PAY-MED", "MORT-CVD", "KSI-CAS"])
def test_without_a_chance_there_is_no_fan(screen, worked_out, code):
    spec = json.loads(screen("indicator", code=code).get("plotly_chart")[0].proto.spec)
    assert not [t for t in spec["data"] if "93, 101, 112" in t.get("fillcolor", "")]


def test_a_strong_step_is_marked_with_its_word(screen, worked_out):
    spec = json.loads(screen("indicator", code="TRAFFIC").get("plotly_chart")[0].proto.spec)
    labels = [label["text"] for label in spec["layout"]["annotations"]]
    assert "step down in 2020, with the pandemic, not held" in labels


def test_signals_give_the_four_answers_and_the_record(screen, worked_out):
    text = words(screen("indicator", code="TRAFFIC", part="signals"))
    for question in ("large enough", "a step beyond chance", "than the benchmark", "Was it held"):
        assert question in text
    assert re.search(r"Of past forecasts called “more likely to miss it”, \d+ of \d+ met the level", text)
    assert "How we got this" in text


@pytest.mark.parametrize("code", ["U18-CONC", "RTC-KSI", "L3-19-GAP"])
def test_of_a_step_that_nobody_claims_no_size_is_stated_and_no_level_called_held(screen, worked_out, code):
    text = words(screen("indicator", code=code, part="signals"))
    assert "no date from which the other questions could be answered" in text
    for claim in ("large enough", "carried forward", "Change of level here", "Was it held", "The new level"):
        assert claim not in text


def test_plain_hides_limits_and_figures_that_analyst_shows(screen, worked_out):
    plain = screen("indicator", code="TRAFFIC", part="signals")
    analyst = screen("indicator", code="TRAFFIC", part="signals", view="analyst")
    for word in ("Lower limit", "Probability of a step"):
        assert word not in words(plain)
        assert word in words(analyst)
    drawn = [len(json.loads(t.get("plotly_chart")[0].proto.spec)["data"]) for t in (plain, analyst)]
    assert drawn == [2, 4]


def test_where_the_season_is_taken_out_the_table_holds_the_figures_as_published_too(screen, worked_out):
    seasonal = markup(screen("indicator", code="RTC-KSI", part="signals"))
    row = re.search(r"<tr><th[^>]*>Q3 2016/17.*?</tr>", seasonal, re.DOTALL).group(0)
    assert re.findall(r">(\d+)<", row)[:2] == ["100", "97"]
    assert signals.WITHOUT_SEASON in seasonal
    assert signals.WITHOUT_SEASON not in markup(screen("indicator", code="TRAFFIC", part="signals"))


def test_of_a_target_that_has_ended_no_level_is_present(screen, worked_out):
    assert worked_out.evidence["KSI-CAS"].chart.assurance is None
    assert "the present level" not in words(screen("indicator", code="KSI-CAS", part="signals"))


def test_a_level_on_the_move_is_not_measured_by_the_limits_of_its_past(screen, worked_out):
    """Emissions fell for two decades: on track, nearly sure to meet the target, and far from their old average."""
    assert worked_out.evidence["GHG-HEAD"].chart.assurance is None
    assert "would miss" not in words(screen("indicator", code="GHG-HEAD", part="signals"))


def test_money_of_the_day_is_said_once(screen, worked_out):
    text = words(screen("indicator", code="PAY-MED", part="signals"))
    assert text.count("money of the day and grow with prices") == 1
    assert "Cannot say whether there was a step change" in text


@pytest.mark.parametrize("code", [
    "EMP-RATE", "CLAIMANT", "HLE-M", "KSI-CAS", "RTC-KSI", "KS4-ATT8", "WASTE-LAND", "CL-EET",
])  # fmt: skip
def test_signals_open_for_every_kind_of_series(screen, worked_out, code):
    assert "Is it real?" in words(screen("indicator", code=code, part="signals"))


def test_an_indicator_outside_the_basket_has_its_signals_too(screen):
    screen("indicator", code="OXF-HOMES", area="E07000178", part="signals")
    snapshot = ready_store().snapshot()
    kept.wait_whole(
        snapshot, COUNTY, 1, today()
    )  # the jobs are done in order, so the one asked for before is done
    assert "Is it real?" in words(screen("indicator", code="OXF-HOMES", area="E07000178", part="signals"))


def test_a_date_fixed_in_advance_is_kept_in_the_address(screen, worked_out):
    text = words(screen("indicator", code="TRAFFIC", part="signals", since="2015"))
    assert re.search(
        r"Since 2015 the level differs from the course before it carried forward by .* at 95 per cent", text
    )
    assert "must have been fixed before anybody looked" in text
    assert "not that what happened then was the cause" in text


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("1994-01-01/P1Y", "points before that date; 8 are needed"),
        ("soon", "“soon” names no period, day or event"),
    ],
)
def test_why_there_is_no_change_since_a_date(screen, worked_out, since, said):
    assert said in words(screen("indicator", code="TRAFFIC", part="signals", since=since))


def test_without_a_date_nothing_is_claimed(screen, worked_out):
    text = words(screen("indicator", code="TRAFFIC", part="signals"))
    assert "the level differs" not in text
    assert "must have been fixed before anybody looked" in text


def test_new_limits_are_drawn_only_by_the_address(screen, worked_out):
    plain = screen("indicator", code="TRAFFIC", part="signals")
    assert "needed before new limits are offered" in words(plain)
    assert "had the limits drawn afresh" not in words(plain)
    asked = words(screen("indicator", code="TRAFFIC", part="signals", rebase="2020"))
    assert "A reader had the limits drawn afresh from 2020" in asked
    assert "no cause is named" in asked
    assert re.search(r"of the 33 figures stand out", asked)
    assert "is no period of this chart" in words(
        screen("indicator", code="TRAFFIC", part="signals", rebase="1900")
    )
