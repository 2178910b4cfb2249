"""The Basket on the embedded figures."""

from __future__ import annotations

import re

import pytest

from indicators.store.queries import history
from indicators.submissions.first_start import ready_store
from indicators.ui import view
from indicators.wording import screens
from indicators.wording.dates import moment
from tests.ui.conftest import markup, words


def names(test):
    return re.findall(r'<a href="indicator\?code=([A-Z0-9-]+)', markup(test))


def test_shows_thirty_indicators_with_their_links(screen):
    shown = names(screen("basket"))
    assert len(shown) == 30
    assert len(set(shown)) == 30
    assert "KSI-CAS" in shown


def test_says_the_state_of_the_basket_and_that_targets_are_illustrative(screen):
    text = words(screen("basket"))
    assert "30 indicators for Oxfordshire" in text
    assert "illustrative" in text
    assert "promised" in text


def test_a_place_without_targets_has_its_sentence_on_worsening_too(screen):
    text = words(screen("basket", area="E07000178"))
    assert "None of them can be judged against a target." in text
    assert re.search(
        r"\d+ of all 30 moved the wrong way since the figure before that can be compared\.", text
    )


@pytest.mark.parametrize("page", ["basket", "recommendations", "inbox", "prevention"])
def test_an_earlier_moment_is_named_on_screen_and_paper(screen, page):
    _, entry, *_ = history(ready_store().snapshot())
    said = screens.AS_RECORDED.format(moment=moment(entry.recorded_at), seq=entry.seq)
    assert said in words(screen(page, as_at=str(entry.seq)))
    assert "Shown as it was recorded" not in words(screen(page))


def test_the_road_casualty_target_was_missed_and_nobody_calls_it_illustrative(screen):
    table = markup(screen("basket"))
    row = re.search(r"<tr><th[^>]*><a href=\"indicator\?code=KSI-CAS.*?</tr>", table, re.DOTALL).group(0)
    assert "target missed" in row
    assert "326.4 by 2010" in row
    assert "illustrative" not in row


def test_worst_comes_first_by_default(screen):
    table = markup(screen("basket"))
    order = re.findall(
        r'data-name="Against target"><span[^>]*><span[^>]*>.</span> (off track|target missed|at risk|narrowly missed|cannot say|on track|target met)</span>',
        table,
    )
    rank = {
        "off track": 0, "target missed": 0, "at risk": 1, "narrowly missed": 1,
        "cannot say": 2, "on track": 3, "target met": 3,
    }  # fmt: skip
    assert [rank[word] for word in order] == sorted(rank[word] for word in order)
    assert len(order) == 30


def test_filters_come_from_the_address(screen):
    shown = names(screen("basket", theme="environment"))
    assert sorted(shown) == ["GHG-HEAD", "TRAFFIC", "WASTE-LAND", "WASTE-RECY"]


def test_every_link_keeps_place_and_moment(screen):
    table = markup(screen("basket", area="E07000178", as_at="2026-11-20"))
    assert 'href="indicator?code=EMP-RATE&amp;area=E07000178&amp;as_at=2026-11-20"' in table


def test_choosing_a_theme_writes_the_address(screen):
    test = screen("basket")
    test.selectbox(key="choice-theme").set_value("environment").run()
    assert test.query_params["theme"] == ["environment"] or test.query_params["theme"] == "environment"
    assert len(names(test)) == 4


def test_an_empty_choice_says_so_and_offers_the_way_back(screen):
    test = screen("basket", theme="environment", status="amber", area="E12000008")
    assert names(test) == []
    assert "No indicator of the basket matches" in words(test)
    test.button[0].click().run()
    assert len(names(test)) == 30


def test_a_place_that_does_not_exist_is_said(screen):
    text = words(screen("basket", area="E99999999"))
    assert "no place with the code “E99999999”" in text
    assert "30 indicators for Oxfordshire" in text


def test_a_moment_that_cannot_be_read_is_said(screen):
    assert "no recorded moment “yesterday”" in words(screen("basket", as_at="yesterday"))


def test_before_the_first_submission_nothing_was_recorded(screen):
    text = words(screen("basket", as_at="2007-07-26"))
    assert "Nothing was recorded yet" in text
    assert "20 November 2026" in text


def test_the_newest_moments_are_listed_and_the_one_that_is_shown(screen, monkeypatch):
    monkeypatch.setattr(view, "MOMENTS_MOST", 3)
    newest = len(history(ready_store().snapshot()))
    listed = screen("basket", as_at="2").selectbox(key="choice-as_at")
    assert listed.value == "2"
    assert len(listed.options) == 5  # now, three, and the one that is shown
    assert len(screen("basket", as_at=str(newest)).selectbox(key="choice-as_at").options) == 4


def test_markup_in_the_address_is_not_run(screen):
    table = markup(screen("basket", area="<script>alert(1)</script>"))
    assert "<script" not in table
