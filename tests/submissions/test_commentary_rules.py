"""How commentary may move from state to state: every move tried, against a table written a second time."""

from __future__ import annotations

import csv
import io

import pytest

from indicators.datasets import dataset
from indicators.store import open_store
from indicators.store.commentaries import commentary_on
from indicators.submissions import accept, check_file, load_embedded
from indicators.submissions.findings import Refused
from tests.data.embedded_files import DATA

COLUMNS = dataset("commentary").columns
PERIOD = "2014-01-01/P1Y"
STATES = ("draft", "submitted", "approved", "published")
ALLOWED = """
nothing   -> draft submitted
draft     -> draft submitted
submitted -> draft submitted approved
approved  -> draft approved published
published -> draft published
"""
MOVES = {
    (line.split()[0], state) for line in ALLOWED.strip().splitlines() for state in line.split("->")[1].split()
}
WAY = {
    "nothing": (),
    "draft": ("draft",),
    "submitted": ("submitted",),
    "approved": ("submitted", "approved"),
    "published": ("submitted", "approved", "published"),
}


def row(state, **more):
    signed = {"approved_by": "Head of transport"} if state in ("approved", "published") else {}
    return {
        "indicator_code": "KSI-CAS",
        "area_code": "E10000025",
        "period": PERIOD,
        "state": state,
        "story": "Fewer young drivers.",
        "written_by": "Road safety officer",
        **signed,
        **more,
    }


def as_file(*rows):
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("commentary")
    with open_store(folder) as store:
        load_embedded(store, DATA)
        yield store


def record(store, one):
    return accept(store, "commentary", as_file(one), "c.csv", by="an officer", note="a test")


def found(store, one):
    return {
        (finding.rule, finding.column)
        for finding in check_file(store, "commentary", as_file(one), "c.csv").findings
        if finding.severity == "error"
    }


def at_state(store, state, area):
    for step in WAY[state]:
        record(store, row(step, area_code=area))


PLACES = dict(zip(WAY, ("E10000025", "E07000177", "E07000178", "E07000179", "E07000180"), strict=True))


@pytest.fixture(scope="module")
def at_every_state(home):
    """A commentary in each state, each in a place of its own."""
    for state, place in PLACES.items():
        at_state(home, state, place)
    return home


@pytest.mark.parametrize("now", STATES)
@pytest.mark.parametrize("was", WAY)
def test_every_move(at_every_state, was, now):
    errors = found(at_every_state, row(now, area_code=PLACES[was]))
    assert (("move_not_allowed", "state") in errors) is ((was, now) not in MOVES)


@pytest.mark.parametrize("was", ["submitted", "approved", "published"])
@pytest.mark.parametrize(
    "changed", [{"story": "Another story."}, {"judged_rating": "red", "judged_reason": "Because."}]
)
def test_what_was_submitted_is_rewritten_as_a_draft_only(at_every_state, was, changed):
    place = PLACES[was]
    assert ("text_changed", "state") in found(at_every_state, row(was, area_code=place, **changed))
    assert found(at_every_state, row("draft", area_code=place, **changed)) == set()


def test_nobody_approved_it(at_every_state):
    one = row("approved", area_code=PLACES["submitted"], approved_by="")
    assert found(at_every_state, one) == {("approver_missing", "approved_by")}


def test_a_judgement_needs_its_reason(at_every_state):
    one = row("draft", area_code=PLACES["nothing"], judged_rating="amber")
    assert found(at_every_state, one) == {("judgement_unexplained", "judged_reason")}


def test_an_unknown_state_is_told_once(at_every_state):
    errors = found(at_every_state, row("secret", area_code=PLACES["draft"]))
    assert errors == {("not_a_choice", "state")}


def test_the_same_again_is_no_move_and_can_be_removed(at_every_state):
    published = row("published", area_code=PLACES["published"])
    assert found(at_every_state, published) == set()
    text = as_file(published).decode().replace("approved_by", "approved_by,remove", 1)
    text = text.rstrip("\r\n") + ",remove\r\n"
    checked = check_file(at_every_state, "commentary", text.encode(), "c.csv")
    assert (checked.is_refused, checked.preview.removed) == (False, 1)


def test_a_refused_move_records_nothing(at_every_state):
    head = at_every_state.ledger.head()
    with pytest.raises(Refused):
        record(at_every_state, row("published", area_code=PLACES["draft"]))
    assert at_every_state.ledger.head() == head


def test_lines_of_a_story_are_kept_and_read_again(at_every_state):
    story = "First.\n\nSecond: **not bold**, <b>nor this</b>."
    record(at_every_state, row("draft", area_code=PLACES["nothing"], story=story))
    snapshot = at_every_state.snapshot()
    kept = commentary_on(snapshot, "KSI-CAS", PLACES["nothing"], PERIOD)
    assert (kept.story, kept.state, kept.may_leave) == (story, "draft", False)
    assert commentary_on(snapshot, "KSI-CAS", PLACES["nothing"], PERIOD, 7) is None
