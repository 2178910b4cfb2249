"""The first start of an installation, also when it was stopped half-way or somebody was quicker."""

from __future__ import annotations

import shutil
from threading import Thread

import pytest

from indicators.store import open_store
from indicators.submissions import first_start
from tests.data.embedded_files import number_of_files

FILES = number_of_files()


@pytest.fixture
def fresh_home(tmp_path, monkeypatch):
    monkeypatch.setenv("INDICATOR_BASKET_HOME", str(tmp_path / "home"))
    first_start._ready.cache_clear()
    yield tmp_path / "home"
    first_start._ready.cache_clear()


def test_an_empty_ledger_is_filled(fresh_home):
    store = first_start.ready_store()
    assert store.home == fresh_home
    assert store.ledger.head().seq == FILES
    assert first_start.ready_store() is store


def test_two_installations_have_the_same_head(fresh_home, tmp_path, monkeypatch):
    one = first_start.ready_store().ledger.head()
    monkeypatch.setenv("INDICATOR_BASKET_HOME", str(tmp_path / "another"))
    assert first_start.ready_store().ledger.head() == one


def test_a_start_that_was_stopped_half_way_goes_on(fresh_home):
    whole = first_start.ready_store()
    head = whole.ledger.head()
    for entry in whole.ledger.entries()[4:]:
        shutil.rmtree(whole.ledger.folder / entry.folder_name)
    first_start._ready.cache_clear()
    again = first_start.ready_store()
    assert again.ledger.head() == head


def test_somebodys_own_figures_are_left_alone(fresh_home):
    store = open_store(fresh_home)
    rows = b"theme_code,title,framework,position,note,source,source_key,remove\n"
    store.ledger.append_submission(
        "theme", rows, raw=rows, file_name="themes.csv", by="somebody", note="ours", row_count=0
    )
    assert first_start.ready_store().ledger.head().seq == 1


def test_two_that_start_at_once_load_once(fresh_home):
    heads = []
    threads = [
        Thread(target=lambda: heads.append(first_start._ready.__wrapped__(fresh_home))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [store.ledger.head().seq for store in heads] == [FILES, FILES]
