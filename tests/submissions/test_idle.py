"""What was opened over a version is used again for the next file: one user at a time, a few at most, nothing of the file before."""

from __future__ import annotations

import os

import pytest

from indicators.store import open_store
from indicators.submissions import accept, check_file
from indicators.submissions.idle import MOST, Idle
from indicators.submissions.workspace import PROJECTION, SMALL_BYTES, over_projection
from tests.submissions.submission_samples import REGISTERS, TODAY, observations


class Opened:
    is_closed = False

    def close(self):
        self.is_closed = True


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a version"
    path.write_text("1")
    return path


def test_what_is_given_back_is_taken_again_by_one_at_a_time(file):
    idle, thing = Idle(), Opened()
    assert idle.take(file) is None
    idle.leave(file, thing)
    assert idle.take(file) is thing
    assert idle.take(file) is None
    assert not thing.is_closed


def test_no_more_are_kept_than_can_be_of_use(file):
    idle, things = Idle(), [Opened() for _ in range(MOST + 2)]
    for thing in things:
        idle.leave(file, thing)
    assert [thing.is_closed for thing in things] == [False] * MOST + [True] * 2
    idle.clear()
    assert all(thing.is_closed for thing in things)


def test_over_another_file_or_what_it_was_before_nothing_is_kept(file, tmp_path):
    idle, first, second = Idle(), Opened(), Opened()
    other = tmp_path / "the next version"
    other.write_text("2")
    idle.leave(file, first)
    assert idle.take(other) is None
    assert first.is_closed
    idle.leave(other, second)
    file.replace(other)
    assert idle.take(other) is None
    assert second.is_closed
    other.unlink()
    idle.leave(other, gone := Opened())
    assert gone.is_closed


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("idle")) as opened:
        for name, content in REGISTERS.items():
            accept(opened, name, content.encode(), f"{name}.csv", by="us", note="a register")
        yield opened


FILES = {
    "a good one": ("observation", observations({}, {"period": "2009"})),
    "a broken one": ("observation", observations({"value": "1,5"}, {"status": "perhaps"})),
    "one that withholds": ("observation", observations({"value": "*"}, {"period": "2009", "value": "12%"})),
    "of another dataset": ("theme", REGISTERS["theme"].replace("a theme", "another").encode()),
    "that removes": ("observation", observations({"remove": "yes"}, columns=["remove"])),
}


@pytest.mark.parametrize("before", FILES)
def test_what_is_found_does_not_depend_on_the_file_before(store, before):
    for name, raw in FILES.values():
        alone = seen(store, name, raw, afresh=True)
        check_file(store, *FILES[before], "before.csv", today=TODAY)
        assert seen(store, name, raw) == alone


def seen(store, name, raw, *, afresh=False):
    path = store.snapshot().path
    if afresh:
        os.utime(path)
    found = check_file(store, name, raw, "x.csv", today=TODAY)
    changes = found.preview and (found.preview.counts, list(found.preview.changes))
    return found.findings, changes, found.rows


def test_no_row_of_a_file_is_kept(store):
    with over_projection(store.snapshot().path) as work:
        kept = work
    check_file(store, *FILES["a broken one"], "x.csv", today=TODAY)
    with over_projection(store.snapshot().path) as work:
        assert work is kept
        assert work.run("tables_made", projection=f"'{PROJECTION}'") == []


def test_few_rows_share_one_thread_and_many_get_a_workspace_of_their_own(store):
    path = store.snapshot().path
    with over_projection(path, SMALL_BYTES) as work:
        kept = work
        assert threads(work) == 1
    with over_projection(path, SMALL_BYTES + 1) as work:
        assert work is not kept
        assert threads(work) == 2
    with over_projection(path) as work:
        assert work is kept


def threads(work):
    return work.query("select current_setting('threads')")[0][0]
