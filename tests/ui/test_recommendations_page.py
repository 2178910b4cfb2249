"""The Recommendation tracker on the embedded data, and on recommendations of another review."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from indicators.assessments.recommendations import tracked_recommendations
from indicators.datasets.example_files import example
from indicators.reports.tracker import tracker_csv
from indicators.submissions import accept
from indicators.ui.recommendations_screen import let_through
from indicators.wording import recommendations as words
from indicators.wording import register
from tests.ui.conftest import markup
from tests.ui.conftest import words as said

TODAY = date(2026, 11, 22)


def send(store, name):
    accept(store, name, example(name), f"{name}.csv", by="a test", note="trying")
    store.snapshot()


def tracked(store):
    snapshot = store.snapshot()
    return tracked_recommendations(snapshot, snapshot.version.seq, TODAY)


def test_where_the_recommendations_of_2007_stand(own_home):
    found = {each.code: each.standing for each in tracked(own_home)}
    assert found["R11"].state == "overdue"
    assert found["R11"].days_overdue == (TODAY - date(2008, 2, 29)).days
    assert (found["R1"].state, found["R2"].state) == ("awaiting_members", "awaiting_members")
    assert {code for code, each in found.items() if each.state == "no_date"} == {
        f"R{number}" for number in (3, 4, 5, 6, 7, 8, 9, 10, 12)
    }
    assert next(iter(found)) == "R11", "overdue first"


def test_the_tracker_shows_all_with_their_evidence(screen):
    test = screen("recommendations")
    text, html = said(test), markup(test)
    assert "12 recommendations of 1 review: 1 overdue, 9 without a date, 2 awaiting the members." in text
    assert "Members have closed none." in text
    assert text.index("R11 · Benefits management") < text.index("R3 · Council structure")
    assert "29 February 2008" in text
    assert text.count("no date set") >= 9
    assert 'href="https://mycouncil.oxfordshire.gov.uk/ceListDocuments.aspx?CommitteeId=116' in html
    assert register.EXAMPLE not in text, "nothing made up is offered where real entries stand"


def test_the_state_can_be_chosen(screen):
    text = said(screen("recommendations", state="overdue"))
    assert "R11 · Benefits management" in text
    assert "R3 · Council structure" not in text
    nothing = screen("recommendations", state="paused")
    assert words.NONE_MATCHES in said(nothing)
    assert "recommendations" in markup(nothing)


def test_one_recommendation_with_everything_that_is_recorded(screen):
    text = said(screen("recommendations", recommendation="R6"))
    assert "R6 · Audit of partnerships" in text
    assert "17 March 2009" in text
    assert "direct in part" in text
    assert words.NO_RESPONSE in text
    assert words.SHOWN_BY["dates"] in text


def test_one_that_is_not_there_is_said(screen):
    assert "There is no recommendation “R99”." in said(screen("recommendations", recommendation="R99"))


def test_the_timeline_has_a_drawing_with_its_words_and_its_table(screen):
    test = screen("recommendations", part="timeline")
    assert "1 of 12 recommendations shown is overdue; 5 bear no date at all and are not drawn" in [
        each.value for each in test.header
    ]
    (chart,) = test.get("plotly_chart")
    assert "R11: due at first 29 February 2008;" in chart.proto.alt
    names = json.loads(chart.proto.spec)["layout"]["yaxis"]["ticktext"]
    assert len(names) == 7
    assert "17 March 2011" in said(test)


def test_without_any_date_there_is_nothing_to_draw(screen, own_home):
    test = screen("recommendations", part="timeline", state="paused")
    assert not test.get("plotly_chart")


def test_reports_to_council_open_empty_and_say_what_belongs_there(screen):
    test = screen("recommendations", part="council")
    assert words.COUNCIL_EMPTY in said(test)
    labels = [each.label for each in test.get("download_button")]
    assert labels == [register.TEMPLATE, register.DESCRIBED, register.EXAMPLE_FILE]


def test_reports_to_council_are_counted_by_council_year(screen, own_home):
    send(own_home, "council_report")
    text = said(screen("recommendations", part="council"))
    assert "2026/27" in text
    assert "2 (counted in 1 of 2 reports)" in text
    assert "not counted" in text


def test_recommendations_of_another_review_are_tracked_beside(screen, own_home):
    send(own_home, "recommendation")
    text = said(screen("recommendations"))
    assert "16 recommendations of 2 reviews" in text
    assert register.EXAMPLE_STANDS in text
    review = "Example: review of bus services to market towns"
    alone = said(screen("recommendations", review=review))
    assert "4 recommendations of 1 review" in alone
    assert "R11 ·" not in alone
    assert len(let_through(tracked(own_home), review=review, state="")) == 4


def test_officers_and_members_stand_apart_and_only_members_close(own_home):
    send(own_home, "recommendation")
    found = {each.code: each.standing for each in tracked(own_home)}
    assert found["EXAMPLE-R3"].state == "closed"
    assert found["EXAMPLE-R1"].days_slipped == 184
    assert found["EXAMPLE-R2"].state == "overdue"
    assert [each.rule for each in found["EXAMPLE-R2"].findings] == ["response_overdue"]


def test_the_file_holds_the_rows(own_home):
    found = tracked(own_home)
    rows = list(csv.DictReader(io.StringIO(tracker_csv(found).decode("utf-8-sig"))))
    assert [row["Recommendation"] for row in rows] == [each.code for each in found]
    assert rows[0]["Where it stands"] == "overdue"
    assert rows[0]["Due at first"] == "2008-02-29"


HOSTILE = "javascript:alert(1)"


def test_what_others_wrote_is_shown_as_it_stands(screen, own_home):
    raw = example("recommendation").decode().replace("Example: one timetable", "<script>x</script>")
    raw = raw.replace("Example: minute 12 of an invented meeting", HOSTILE)
    accept(own_home, "recommendation", raw.encode(), "x.csv", by="a", note="b")
    own_home.snapshot()
    for query in ({}, {"part": "timeline"}, {"recommendation": "EXAMPLE-R1"}):
        html = markup(screen("recommendations", **query))
        assert "<script>" not in html
        assert "&lt;script&gt;" in html
        assert f'href="{HOSTILE}' not in html


def test_a_moment_before_all_figures_is_empty_and_not_wrong(screen):
    test = screen("recommendations", as_at="1")
    assert words.EMPTY_LEAD in said(test)
    assert not test.get("plotly_chart")


@pytest.mark.parametrize("part", ["register", "timeline", "council", "edit"])
def test_every_part_opens(screen, part):
    assert words.TITLE in said(screen("recommendations", part=part))
