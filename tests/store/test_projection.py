"""The projection's files: made from nothing or upon an older one with the same result, and made again when damaged."""

from __future__ import annotations

import errno
import logging
import os

import duckdb
import pytest

from indicators.datasets import names
from indicators.store import building, open_store, projection, queries
from indicators.store.engine import attach, connect
from indicators.store.errors import ProjectionUnwritable
from indicators.store.ledger import Ledger
from indicators.store.projection import Projection
from indicators.store.state import State, Version
from tests.store.store_samples import member, observation, submit, theme


@pytest.fixture
def files(tmp_path):
    return Projection(tmp_path / "projection")


def state_of(ledger, upto=None):
    return State(ledger.folder, ledger.examination(), upto=upto)


def tables(path):
    """Every row of every table of a projection, in no particular order."""
    kept = ["entry", "problem", *(f"{name}_revision" for name in names())]
    with duckdb.connect(str(path), read_only=True) as connection:
        return {table: connection.execute(f"from {table} order by all").fetchall() for table in kept}


def mixed_history(ledger):
    """Yield after each of some appends of every kind."""
    submit(ledger, "theme", [theme("a"), theme("b")])
    yield
    submit(ledger, "basket_membership", [member("X", 1), member("Y", 2)])
    yield
    submit(
        ledger,
        "theme",
        [theme("a", "another title"), theme("b", remove="remove"), theme("c", position="one")],
    )
    yield
    withdrawal = ledger.append_withdrawal("3", by="an officer", note="a mistake")
    yield
    submit(
        ledger, "observation", [observation("X", f"{year}-01-01/P1Y", year % 7) for year in range(1990, 2020)]
    )
    yield
    ledger.append_withdrawal(withdrawal.id, by="an officer", note="no mistake")
    yield
    submit(ledger, "observation", [observation("X", f"{year}-01-01/P1Y", 5) for year in range(2000, 2030)])
    yield
    ledger.append_redaction("2", replacement_raw=b"", by="an officer", note="a person was named")
    yield
    ledger.append_withdrawal("5", by="an officer", note="a mistake")
    yield


@pytest.mark.parametrize("sorted_each_time", [False, True], ids=["as it comes", "sorted each time"])
def test_built_step_by_step_it_is_as_if_built_at_once(tmp_path, ledger, files, monkeypatch, sorted_each_time):
    if sorted_each_time:
        monkeypatch.setattr(building, "SMALLEST_TABLE_TO_SORT", 1)
        monkeypatch.setattr(building, "LARGEST_TAIL", 0)
    made_upon = []
    real = projection.build

    def build(state, folder, **base):
        made_upon.append(base.get("base_seq", 0))
        return real(state, folder, **base)

    monkeypatch.setattr(projection, "build", build)
    compared = 0
    for number, _ in enumerate(mixed_history(ledger), start=1):
        step_by_step = files.ensure(state_of(ledger))
        assert made_upon.pop() == number - 1
        if number % 3 == 0:
            at_once = Projection(tmp_path / f"at once {number}").ensure(state_of(ledger))
            assert made_upon.pop() == 0
            assert tables(step_by_step) == tables(at_once)
            compared += 1
    assert compared == 3
    assert len(tables(step_by_step)["observation_revision"]) > 50


def test_a_table_is_sorted_again_when_too_much_arrived_since(ledger, files, monkeypatch):
    monkeypatch.setattr(building, "SMALLEST_TABLE_TO_SORT", 10)

    def order():
        with duckdb.connect(str(files.ensure(state_of(ledger))), read_only=True) as connection:
            return [
                row[0] for row in connection.execute("select period from observation_revision").fetchall()
            ]

    def years(*of):
        return [f"{year}-01-01/P1Y" for year in of]

    submit(ledger, "observation", [observation("X", period, 1) for period in years(*range(2019, 1999, -1))])
    assert order() == years(*range(2000, 2020))
    submit(ledger, "observation", [observation("X", period, 1) for period in years(1995, 1996, 1997)])
    assert order() == years(*range(2000, 2020), 1995, 1996, 1997)
    submit(ledger, "observation", [observation("X", period, 1) for period in years(1990, 1991, 1992)])
    assert order() == years(1990, 1991, 1992, 1995, 1996, 1997, *range(2000, 2020))


def test_a_file_is_named_by_what_it_was_made_from(ledger, files):
    entry = submit(ledger, "theme", [theme("a")])
    path = files.ensure(state_of(ledger))
    assert path.name == f"00000001-{entry.hash[:12]}-{building.fingerprint()}.duckdb"
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute("from build").fetchall() == [(building.fingerprint(), 1, entry.hash, "")]


def test_a_file_that_is_there_is_not_made_again(ledger, files, monkeypatch):
    submit(ledger, "theme", [theme("a")])
    path = files.ensure(state_of(ledger))
    monkeypatch.setattr(projection, "build", None)
    assert files.ensure(state_of(ledger)) == path


def test_only_the_newest_few_files_are_kept(ledger, files):
    paths = []
    for number in range(5):
        submit(ledger, "theme", [theme("a", str(number))])
        paths.append(files.ensure(state_of(ledger), attached=paths[:1]))
    assert [path.exists() for path in paths] == [True, False, True, True, True]


def test_a_file_that_cannot_be_removed_is_left(ledger, files, monkeypatch):
    def refuse(_path):
        raise PermissionError(errno.EACCES, "somebody reads it")

    for number in range(5):
        submit(ledger, "theme", [theme("a", str(number))])
        with monkeypatch.context() as patched:
            patched.setattr("pathlib.Path.unlink", refuse)
            files.ensure(state_of(ledger))
    assert len(list(files.folder.glob("*.duckdb"))) == 5


def test_files_of_other_declarations_are_not_used(ledger, files, monkeypatch):
    submit(ledger, "theme", [theme("a")])
    older = files.ensure(state_of(ledger))
    building.fingerprint.cache_clear()
    monkeypatch.setattr(building, "FORMAT", 0)
    try:
        newer = files.ensure(state_of(ledger))
        assert newer != older
        assert [path for _, path in files.ready(state_of(ledger))] == [newer]
    finally:
        building.fingerprint.cache_clear()


def test_files_of_another_ledger_are_not_used(tmp_path, ledger, files):
    submit(ledger, "theme", [theme("a")])
    submit(ledger, "theme", [theme("b")])
    other = Ledger(tmp_path / "other")
    submit(other, "theme", [theme("z")])
    files.ensure(state_of(other))
    assert files.ready(state_of(ledger)) == []
    assert [row[0] for row in tables(files.ensure(state_of(ledger)))["theme_revision"]] == ["a", "b"]


def test_left_over_work_of_a_dead_process_is_cleared_away(ledger, files):
    submit(ledger, "theme", [theme("a")])
    workshop = files.folder / ".building"
    workshop.mkdir(parents=True)
    (workshop / "half.duckdb").write_bytes(b"half a file")
    files.ensure(state_of(ledger))
    assert not workshop.exists()


def test_what_an_attempt_that_failed_had_made_does_not_keep_the_disk_full(ledger, files, monkeypatch):
    submit(ledger, "theme", [theme("a")])

    def build(_, workshop, **__):
        (workshop / "half.duckdb").write_bytes(b"half a file")
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(projection, "build", build)
        with pytest.raises(ProjectionUnwritable):
            files.ensure(state_of(ledger))
    assert not (files.folder / ".building").exists()
    assert files.ensure(state_of(ledger)).exists()


def damage(path, how):
    content = bytearray(path.read_bytes())
    if how == "missing":
        path.unlink()
        return
    if how == "empty":
        content = b""
    elif how == "foreign":
        content = b"not a database" * 1000
    elif how == "cut off":
        content = content[: 12_288 + 1_000]  # the three headers and next to nothing of the rows
    elif how == "header":
        content[100] ^= 0xFF
    else:
        # Of every block of 256 KiB, wherever the rows lie.
        for offset in range(12_288 + 100, len(content), 4096):
            content[offset] ^= 0xFF
    path.write_bytes(bytes(content))


DAMAGES = ["missing", "empty", "foreign", "cut off", "header", "blocks"]


@pytest.mark.parametrize("how", DAMAGES)
def test_a_damaged_file_is_made_again_when_the_store_is_opened(tmp_path, ledger, files, caplog, how):
    submit(ledger, "theme", [theme("a")])
    damage(files.ensure(state_of(ledger)), how)
    caplog.set_level(logging.INFO, "indicators.store")
    with open_store(tmp_path) as store:
        assert [theme.code for theme in queries.themes(store.snapshot())] == ["a"]
        assert store.snapshot().problems == ()
    assert {record.name for record in caplog.records} == {"indicators.store"}
    assert caplog.records[-1].message.startswith("made 00000001-")


@pytest.mark.parametrize("how", DAMAGES)
def test_a_damaged_file_is_not_built_upon(ledger, files, how):
    submit(ledger, "theme", [theme("a")])
    damage(files.ensure(state_of(ledger)), how)
    submit(ledger, "theme", [theme("b")])
    assert [row[0] for row in tables(files.ensure(state_of(ledger)))["theme_revision"]] == ["a", "b"]


def test_a_file_that_is_damaged_while_it_is_read_is_made_again(tmp_path, ledger, caplog):
    submit(ledger, "observation", [observation("X", f"{year}-01-01/P1Y", year) for year in range(1000, 3000)])
    with open_store(tmp_path) as store:
        snapshot = store.snapshot()
        assert len(queries.history(snapshot)) == 1
        damage(snapshot.path, "blocks")
        assert len(queries.series(snapshot, "X", "A")) == 2000
        assert "is damaged, making it again" in caplog.text
        assert len(queries.series(snapshot, "X", "A")) == 2000
        assert len(queries.series(store.snapshot(), "X", "A")) == 2000


def test_when_it_cannot_be_made_again_the_reason_is_named_and_the_next_question_tries_again(
    tmp_path, ledger, monkeypatch
):
    submit(ledger, "observation", [observation("X", f"{year}-01-01/P1Y", year) for year in range(1000, 3000)])
    with open_store(tmp_path) as store:
        snapshot = store.snapshot()
        damage(snapshot.path, "blocks")
        with monkeypatch.context() as patched:
            patched.setattr(projection, "build", full_disk)
            for _ in range(2):
                with pytest.raises(ProjectionUnwritable):
                    queries.series(snapshot, "X", "A")
        assert len(queries.series(snapshot, "X", "A")) == 2000


def full_disk(*_, **__):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.EROFS, "read-only"), "EROFS"),
        (duckdb.IOException('Could not write file "x": No space left on device\nand more'), "ENOSPC"),
        (duckdb.IOException("Something else\nand more"), "Something else"),
    ],
    ids=["folder", "engine, full disk", "engine"],
)
def test_a_folder_that_cannot_be_written_is_named(ledger, files, monkeypatch, error, reason):
    def fail(*_, **__):
        raise error

    submit(ledger, "theme", [theme("a")])
    monkeypatch.setattr(projection, "build", fail)
    with pytest.raises(ProjectionUnwritable) as caught:
        files.ensure(state_of(ledger))
    assert caught.value.figures == {"path": str(files.folder), "reason": reason}
    assert list(files.folder.glob("*.duckdb")) == []


def test_an_entry_that_was_left_out_makes_another_version(ledger, files):
    for code in "abc":
        submit(ledger, "theme", [theme(code)])
    whole = files.ensure(state_of(ledger))
    path = ledger.folder / ledger.find(2).folder_name / "rows.csv"
    content = path.read_bytes()
    path.write_bytes(b"")
    state = state_of(ledger)
    assert state.version == Version(3, ledger.head().hash, state.version.left_out)
    assert len(state.version.left_out) == 8
    damaged = files.ensure(state)
    assert damaged.name.endswith(f"-{state.version.left_out}.duckdb")
    assert [row[0] for row in tables(damaged)["theme_revision"]] == ["a", "c"]
    path.write_bytes(content)
    assert files.ensure(state_of(ledger)) == whole


def test_an_earlier_moment_can_be_made_as_well(ledger, files):
    for code in "abc":
        submit(ledger, "theme", [theme(code)])
    path = files.ensure(state_of(ledger, upto=2))
    assert path.name.startswith(f"00000002-{ledger.find(2).hash[:12]}")
    assert [row[0] for row in tables(path)["theme_revision"]] == ["a", "b"]


def test_a_connection_reaches_only_its_folders(tmp_path, ledger, files):
    submit(ledger, "theme", [theme("a")])
    path = files.ensure(state_of(ledger))
    outside = tmp_path / "outside.csv"
    outside.write_text("a\n1\n")
    with connect(folders=(files.folder,), spill=tmp_path / "spill", memory="100MB") as connection:
        attach(connection, path, "inside")
        with pytest.raises(duckdb.PermissionException):
            connection.execute("select * from read_csv($file)", {"file": str(outside)})
        with pytest.raises(duckdb.InvalidInputException, match="configuration has been locked"):
            connection.execute("set enable_external_access = true")
        with pytest.raises(duckdb.Error):
            connection.execute("install excel")
