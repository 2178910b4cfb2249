"""Commentary from the first draft to its publication, on a ledger of its own: written, previewed, recorded, shown, open."""

from __future__ import annotations

import csv
import io

import pytest

from indicators.reports.open_data import data_files
from indicators.submissions import accept
from indicators.submissions.first_start import ready_store
from indicators.wording import commentary
from tests.ui.conftest import NEXT_FIGURE, PAGES, markup, words

SUBJECT = {"code": "KSI-CAS", "period": "2014-01-01/P1Y"}
KEY = "KSI-CAS-E10000025-2014-01-01/P1Y"
STORY = "Fewer young drivers.\n\n**Not bold** and <b>not bold</b> either."


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home that the tests of this file write to, one after the other."""
    patch = pytest.MonkeyPatch()
    patch.setenv("INDICATOR_BASKET_HOME", str(tmp_path_factory.mktemp("commentary")))
    yield ready_store()
    patch.undo()


def press(test, label):
    found = [button for button in test.button if button.label == label]
    assert found, words(test)
    found[0].click()
    test.run()
    assert not test.exception, test.exception


def fill(test, **fields):
    for name, value in fields.items():
        key = f"{name}-{KEY}"
        kinds = {"step": test.radio, "judged": test.selectbox, "by": test.text_input, "note": test.text_input}
        kinds.get(name, test.text_area)(key=key).set_value(value)


def step(screen, state, by, **fields):
    """Take one step from the page as it stands."""
    test = screen("commentary", **SUBJECT)
    fill(test, step=state, by=by, **fields)
    press(test, "Check and preview")
    press(test, "Record it")
    return test


def opened(store):
    """The commentary in the open data."""
    snapshot = store.snapshot()
    files = {file.path: file.content.decode() for file in data_files(snapshot, snapshot.version.seq)}
    return list(csv.DictReader(io.StringIO(files["commentary.csv"])))


def test_nothing_is_written_yet(screen, home):
    text = words(screen("commentary", **SUBJECT))
    assert "Nobody has commented on this figure yet." in text
    assert "Computed rating: " in text
    assert "Nobody has commented" in words(screen("indicator", code="KSI-CAS"))


def test_who_it_is_must_be_said_and_a_story_must_be_told(screen, home):
    test = screen("commentary", **SUBJECT)
    press(test, "Check and preview")
    assert test.error[0].value.startswith("Say who you are")
    fill(test, by="Road safety officer", judged="red")
    press(test, "Check and preview")
    text = words(test)
    assert "This must be filled in." in text
    assert "Say what the judged rating rests on." in text
    assert home.ledger.head().seq == len(home.ledger.entries())
    assert not any(entry.dataset == "commentary" for entry in home.ledger.entries())


def test_a_draft_is_previewed_and_can_be_changed_before_it_is_recorded(screen, home):
    before = home.ledger.head()
    test = screen("commentary", **SUBJECT)
    fill(test, story=STORY, action="Speed checks.", judged="red", reason="Winter.", by="Road safety officer")
    press(test, "Check and preview")
    assert "What would be recorded" in words(test)
    assert "&lt;b&gt;not bold&lt;/b&gt;" in markup(test)
    press(test, "Change it again")
    assert test.text_area(key=f"story-{KEY}").value == STORY
    assert home.ledger.head() == before
    press(test, "Check and preview")
    press(test, "Record it")
    assert test.success[0].value.startswith("Recorded as 0000")
    assert home.ledger.head().seq == before.seq + 1
    assert opened(home) == []


def test_it_stands_under_the_chart_with_its_state_and_who_wrote_it(screen, home):
    test = screen("indicator", code="KSI-CAS")
    text, html = words(test), markup(test)
    assert "Draft. Written by Road safety officer (as stated)." in text
    assert "**Not bold** and &lt;b&gt;not bold&lt;/b&gt; either." in html
    assert "<b>not" not in html
    assert "Open the commentary" in text
    assert "commentary to be submitted" in words(screen("inbox", kind="commentary"))


def test_it_goes_from_draft_to_published_and_only_then_leaves_the_house(screen, home):
    step(screen, "submitted", "Head of service")  # who sends on what another wrote has not written it
    assert opened(home) == []
    assert commentary.TAKES_IT_OUT not in words(screen("commentary", **SUBJECT))
    step(screen, "approved", "Head of transport")
    assert commentary.TAKES_IT_OUT in words(screen("commentary", **SUBJECT))
    assert [row["state"] for row in opened(home)] == ["approved"]
    test = step(screen, "published", "Performance team")
    assert [(row["state"], row["story"]) for row in opened(home)] == [("published", STORY)]
    text = words(test)
    assert "Published. Written by Road safety officer, approved by Head of transport (as stated)." in text
    assert "Versions" in text
    assert "KSI-CAS" not in markup(screen("inbox", kind="commentary"))


def test_a_published_one_goes_back_to_the_same_draft(screen, home):
    """The row is then the very one of the first draft: the same content, sent again after others, is recorded."""
    before = home.ledger.head().seq
    step(screen, "draft", "Road safety officer")
    assert home.ledger.head().seq == before + 1
    assert opened(home) == []


def test_as_at_shows_what_was_said_then_and_offers_no_form(screen, home):
    published = next(entry for entry in reversed(home.ledger.entries()) if "published" in entry.note)
    test = screen("commentary", **SUBJECT, as_at=str(published.seq))
    assert "Published." in words(test)
    assert "It can be changed as it stands now only." in words(test)
    assert not test.text_area


def test_a_judgement_other_than_the_computed_rating_is_said(screen, home):
    code, period = "EMP-RATE", None
    test = screen("commentary", code=code)
    computed = next(line for line in words(test).splitlines() if "Computed rating: " in line)
    judged = "red" if "on track" in computed or "met" in computed else "green"
    period = test.selectbox(key="choice-period").value
    key = f"{code}-E10000025-{period}"
    test.text_area(key=f"story-{key}").set_value("A story.")
    test.text_area(key=f"reason-{key}").set_value("We know more.")
    test.selectbox(key=f"judged-{key}").set_value(judged)
    test.text_input(key=f"by-{key}").set_value("Officer")
    press(test, "Check and preview")
    press(test, "Record it")
    text = words(screen("indicator", code=code))
    if "cannot say" in computed:
        assert "The partnership itself judges this:" in text
    else:
        assert "The partnership judges this other than the rule:" in text


def test_unknown_and_empty(screen, home):
    assert "no indicator with the code" in words(screen("commentary", code="NOPE"))
    text = words(screen("commentary", code="KSI-CAS", area="E07000178"))
    assert "There is no figure for Oxford yet" in text


def test_a_newer_figure_does_not_take_the_form_from_who_types_in_it(screen, home):
    test = screen("commentary", code="KSI-CAS")
    assert "Oxfordshire · 2014" in words(test)
    accept(home, "observation", NEXT_FIGURE, "next.csv", by="Officer", note="Figures of 2015")
    home.snapshot()
    test.run()
    assert "Oxfordshire · 2014" in words(test)
    period = test.selectbox(key="choice-period")
    period.set_value("2015-01-01/P1Y")
    test.run()
    assert test.query_params["period"] == "2015-01-01/P1Y"
    assert "Oxfordshire · 2015" in words(test)
    test.query_params.clear()
    test.switch_page(str(PAGES / "inbox.py"))
    test.run()
    test.switch_page(str(PAGES / "commentary.py"))
    test.query_params["code"] = "KSI-CAS"
    test.run()
    assert "Oxfordshire · 2015" in words(test)


def test_at_an_earlier_moment_the_latest_figure_is_that_of_then(screen, home):
    newest = home.ledger.head().seq
    test = screen("commentary", code="KSI-CAS")
    assert "Oxfordshire · 2015" in words(test)
    test.query_params["as_at"] = str(newest - 1)
    test.run()
    assert "Oxfordshire · 2014" in words(test)
    del test.query_params["as_at"]
    test.run()
    assert "Oxfordshire · 2015" in words(test)
