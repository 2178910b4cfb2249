"""The grid: what is typed is checked, previewed, recorded and undone like every file, and is never lost on the way."""

from __future__ import annotations

import pytest

from indicators.store.errors import LedgerUnwritable
from indicators.store.rows_in_force import rows_in_force
from indicators.submissions import accept
from indicators.submissions.preview import text_of
from indicators.ui import submit_commit
from indicators.ui.submit_files import in_force_csv
from indicators.wording import grid as words
from indicators.wording import submit_page
from tests.ui.conftest import markup
from tests.ui.conftest import words as said


def button(test, label):
    return next(each for each in test.button if each.label == label)


def editor(test):
    """The key of the editor on the screen."""
    (shown,) = test.data_editor
    return shown.key


def edit(test, **edits):
    """What a person does in the editor, as the browser tells it."""
    test.session_state[editor(test)] = {"edited_rows": {}, "added_rows": [], "deleted_rows": [], **edits}
    test.run()
    assert not test.exception, test.exception
    return test


def keep(test):
    """The editor's state, which a browser sends again with each run and the test must."""
    return dict(test.session_state[editor(test)])


def press(test, label):
    kept = keep(test)
    key = editor(test)
    button(test, label).click()
    test.session_state[key] = kept
    test.run()
    assert not test.exception, test.exception
    return test


def record(test, note="After the committee", by="scrutiny officer"):
    test.text_area[0].set_value(note)
    test.text_input[0].set_value(by)
    return press(test, submit_page.COMMIT)


def recommendation(store, code):
    rows = rows_in_force(store.snapshot(), "recommendation")
    return next(dict(zip(COLUMNS, map(text_of, row), strict=True)) for row in rows if row[0] == code)


COLUMNS = [
    "recommendation_code",
    "review",
    "position",
    "title",
    "summary",
    "addressee",
    "owner",
    "response",
    "response_due_on",
    "responded_on",
    "response_reason",
    "due_on",
    "current_due_on",
    "due_changed_reason",
    "evidence",
    "evidence_on",
    "evidence_strength",
    "evidence_source",
    "officer_assessment",
    "member_assessment",
    "signed_off_on",
    "signed_off_minute",
    "impact",
    "source",
    "source_key",
]


@pytest.fixture
def grid(screen, own_home):
    return screen("recommendations", part="edit")


def test_it_begins_with_what_is_recorded_and_nothing_done(grid):
    text = said(grid)
    assert words.NOTHING_DONE in text
    (shown,) = grid.data_editor
    assert "Title *" in shown.proto.columns
    assert shown.editing_mode == "dynamic"
    assert [each.label for each in grid.button] == []


def test_an_edit_is_checked_previewed_recorded_and_leads_to_its_receipt(grid, own_home):
    test = edit(grid, edited_rows={0: {"officer_assessment": "slipped", "current_due_on": "2027-03-31"}})
    assert "1 row changed" in said(test)
    assert submit_page.PREVIEW not in said(test), "only when asked"
    press(test, words.CHECK)
    text = said(test)
    assert "1 revised" in text
    assert "R1 · Future scrutiny of the Partnership" in text
    assert "Line" not in text, "a row of a grid has a name and no line"
    record(test)
    entry = own_home.ledger.entries()[-1]
    assert (entry.note, entry.by, entry.counts["revised"]) == ("After the committee", "scrutiny officer", 1)
    assert f"submit?part=receipts&amp;entry={entry.id}" in markup(test)
    assert words.NOTHING_DONE in said(test)
    row = recommendation(own_home, "R1")
    assert (row["officer_assessment"], row["current_due_on"]) == ("slipped", "2027-03-31")
    assert row["evidence"].startswith("A Strategy and Partnerships"), "other cells stay"


def test_rows_are_added_and_removed(grid, own_home):
    new = {
        "recommendation_code": "W1",
        "review": "Another review",
        "title": "A title",
        "summary": "What it asks",
        "addressee": "Cabinet",
        "source": "minute 7",
    }
    test = edit(grid, added_rows=[new], deleted_rows=[2])
    press(test, words.CHECK)
    assert "1 added, 1 removed" in said(test)
    record(test)
    codes = [row[0] for row in rows_in_force(own_home.snapshot(), "recommendation")]
    assert "W1" in codes
    assert "R3" not in codes
    assert recommendation(own_home, "W1")["source_key"] == "OURS", "new rows begin with the defaults"


def test_a_finding_names_the_row_and_nothing_can_be_recorded(grid):
    test = edit(
        grid, edited_rows={0: {"title": None}}, added_rows=[{"recommendation_code": "W1", "title": "New"}]
    )
    press(test, words.CHECK)
    text = said(test)
    assert submit_page.ROW in text
    assert "W1 · New" in text
    assert not test.text_area


def test_what_was_typed_stays_when_the_grid_leaves_the_screen_and_comes_back(grid, own_home):
    test = edit(grid, edited_rows={0: {"owner": "head of scrutiny"}}, deleted_rows=[4])
    test.query_params["part"] = "register"
    test.run()
    assert words.LEAD not in said(test)
    test.query_params["part"] = "edit"
    test.run()
    assert not test.exception, test.exception
    assert "1 row changed, 1 row to remove" in said(test)
    press(test, words.CHECK)
    record(test)
    assert recommendation(own_home, "R1")["owner"] == "head of scrutiny"


def test_what_was_typed_stays_when_a_colleague_records_the_same_row(grid, own_home):
    test = edit(grid, edited_rows={0: {"owner": "head of scrutiny"}})
    press(test, words.CHECK)
    before = recommendation(own_home, "R1")["owner"]
    colleague = in_force_csv(own_home.snapshot(), "recommendation").replace(b",indirect,", b",weak,", 1)
    accept(own_home, "recommendation", colleague, "other.csv", by="a colleague", note="quicker")
    head = own_home.ledger.head()
    record(test, note="My note")
    assert own_home.ledger.head() == head, "previewed again first"
    text = said(test)
    assert words.OVERTAKEN in text
    assert test.text_area[0].value == "My note"
    record(test, note="My note")
    row = recommendation(own_home, "R1")
    assert (before, row["owner"], row["evidence_strength"]) == (None, "head of scrutiny", "weak")


def test_begin_again_drops_what_was_done(grid, own_home):
    test = edit(grid, edited_rows={0: {"owner": "head of scrutiny"}})
    press(test, words.BEGIN_AGAIN)
    assert words.NOTHING_DONE in said(test.run())
    assert recommendation(own_home, "R1")["owner"] is None


def test_a_full_disk_is_said_and_what_was_typed_stays(grid, own_home, monkeypatch):
    def full(*_args, **_more):
        raise LedgerUnwritable(path="/ledger", reason="ENOSPC")

    test = edit(grid, edited_rows={0: {"owner": "head of scrutiny"}})
    press(test, words.CHECK)
    with monkeypatch.context() as broken:
        broken.setattr(submit_commit, "accept", full)
        record(test)
    assert submit_page.NOT_RECORDED in said(test)
    record(test)
    assert recommendation(own_home, "R1")["owner"] == "head of scrutiny"


def test_only_the_rows_of_one_review_are_shown_where_one_is_chosen(screen, own_home):
    review = recommendation(own_home, "R1")["review"]
    raw = in_force_csv(own_home.snapshot(), "recommendation").decode("utf-8-sig")
    other = raw.splitlines(keepends=True)[1].replace("R1,", "W1,").replace(review, "Another review")
    accept(
        own_home,
        "recommendation",
        (raw.splitlines(keepends=True)[0] + other).encode(),
        "w.csv",
        by="a",
        note="b",
    )
    own_home.snapshot()
    test = edit(
        screen("recommendations", part="edit", review="Another review"),
        edited_rows={0: {"owner": "head of scrutiny"}},
    )
    press(test, words.CHECK)
    record(test)
    assert recommendation(own_home, "W1")["owner"] == "head of scrutiny"
    assert recommendation(own_home, "R1")["owner"] is None


def test_as_it_was_recorded_earlier_nothing_can_be_edited(screen):
    test = screen("recommendations", part="edit", as_at="5")
    assert "only as it stands now" in " ".join(each.value for each in test.info)
    assert not test.data_editor
