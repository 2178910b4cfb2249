"""The command line as it is really started: quick to answer, side by side with others, and quiet when nobody listens."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.store import open_store, queries
from indicators.wording import command_help
from tests.data.embedded_files import number_of_files

ROOT = Path(__file__).parents[2]
FIGURES = (
    "indicator_code,area_code,period,value,status,source_period,source,source_key\n"
    "KSI-CAS,E10000025,2015,350,final,2015,Newspaper,OM-2015\n"
)
STATED = ("--note", "n", "--as", "role")


def program(home, *arguments, **more):
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "indicators", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "INDICATOR_BASKET_HOME": str(home)},
        capture_output="stdout" not in more,
        text=True,
        encoding="utf-8",
        check=False,
        **more,
    )


def loaded_by(statement):
    """The packages of others that a statement loads."""
    script = f"import sys\n{statement}\nprint(*sorted(name.partition('.')[0] for name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_help_waits_for_no_engine():
    heavy = {"duckdb", "numpy", "pandas", "scipy", "rich", "streamlit", "plotly"}
    assert loaded_by("import indicators.command_line.app") & heavy == set()


def test_no_command_waits_for_the_screens():
    modules = ["asked", "basket", "checking", "keeping", "listing", "showing", "submitting", "page"]
    statement = ";".join(f"import indicators.command_line.{module}" for module in modules)
    assert loaded_by(statement) & {"streamlit", "pandas", "plotly"} == set()


def test_help_and_exit_codes_of_a_real_process(loaded_home, tmp_path):
    assert command_help.ABOUT in program(tmp_path, "--help").stdout
    assert program(tmp_path, "shwo").returncode == 2
    assert program(loaded_home, "verify").returncode == 0
    missing = program(loaded_home, "show", "KSI-CAZ")
    assert missing.returncode == 1
    assert "Did you mean KSI-CAS" in missing.stderr
    assert "Traceback" not in missing.stderr


def test_what_is_written_is_utf_8_whatever_the_machine_says(loaded_home):
    env = {
        **os.environ,
        "INDICATOR_BASKET_HOME": str(loaded_home),
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
    }
    done = subprocess.run(
        [sys.executable, "-m", "indicators", "show", "PAY-MED", "--format", "json"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout.decode("utf-8"))["indicator"]["unit_short"] == "£"


@pytest.mark.parametrize(
    "command",
    [
        ("basket",),
        ("basket", "--format", "json"),
        ("template", "theme"),
        ("evidence", "--all-areas", "-o", "/dev/stdout"),
    ],
    ids=["text", "JSON", "a file", "a file that it writes"],
)
def test_a_reader_who_leaves_early_ends_it_quietly(loaded_home, command):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nobody:
        done = program(loaded_home, *command, stdout=nobody, stderr=subprocess.PIPE)
    assert done.returncode == 0
    assert not any(word in done.stderr for word in ("Traceback", "Exception", "cannot"))


FULL = Path("/dev/full")
DONE = "What was asked is done, but it cannot be shown: "
UNSHOWN = {
    "text": ("basket",),
    "JSON": ("basket", "--format", "json"),
    "a file": ("template", "theme"),
    "help": ("--help",),
}


@pytest.mark.skipif(not FULL.exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", UNSHOWN.values(), ids=UNSHOWN)
def test_an_answer_that_finds_no_room_is_said_to_be_done(loaded_home, command):
    with FULL.open("w") as full:
        done = program(loaded_home, *command, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == f"{DONE}the disk is full."
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="a device of Linux")
def test_a_refusal_that_finds_no_room_is_not_said_to_be_done(loaded_home):
    with FULL.open("w") as full:
        asked = ("show", "KSI-CAZ", "--format", "json")
        done = program(loaded_home, *asked, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no indicator with the code “KSI-CAZ”.")
    assert DONE not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell that can close a stream")
@pytest.mark.parametrize("command", ["submit", "basket"])
def test_a_closed_output_is_named_and_what_was_asked_is_done(own_figures, tmp_path, command):
    path = tmp_path / "figures.csv"
    path.write_text(FIGURES, encoding="utf-8")
    words = ("submit", path, "--dataset", "observation", *STATED) if command == "submit" else (command,)
    asked = shlex.join([sys.executable, "-m", "indicators", *map(str, words)])
    done = subprocess.run(
        ["sh", "-c", f"{asked} >&-"],
        cwd=ROOT,
        env={**os.environ, "INDICATOR_BASKET_HOME": str(own_figures.home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == f"{DONE}standard output is closed."
    recorded = own_figures.read("history")["head"]["sequence"] - number_of_files()
    assert recorded == (command == "submit")


@pytest.mark.skipif(os.name == "nt", reason="a shell that can close a stream")
def test_a_closed_error_stream_takes_nothing_from_the_answer(loaded_home):
    asked = shlex.join([sys.executable, "-m", "indicators", "verify"])
    env = {**os.environ, "INDICATOR_BASKET_HOME": str(loaded_home)}
    done = subprocess.run(["sh", "-c", f"{asked} 2>&-"], cwd=ROOT, env=env, capture_output=True, check=True)
    assert b"every byte is as it was written" in done.stdout


def test_a_submission_beside_an_open_store_is_seen_by_it(own_figures, tmp_path):
    """The dashboard holds the store open; a command in another process submits; the dashboard's next version has it."""
    path = tmp_path / "figures.csv"
    path.write_text(FIGURES, encoding="utf-8")
    with open_store(own_figures.home) as dashboard:
        before = dashboard.snapshot()
        done = program(
            own_figures.home,
            *("submit", path, "--dataset", "observation", *STATED, "--format", "json"),
        )
        assert done.returncode == 0, done.stderr
        after = dashboard.snapshot()
        assert (before.version.seq, after.version.seq) == (number_of_files(), number_of_files() + 1)
        assert after.version.hash == json.loads(done.stdout)["receipt"]["hash"]
        assert len(queries.series(before, "KSI-CAS", "E10000025")) + 1 == len(
            queries.series(after, "KSI-CAS", "E10000025")
        )
