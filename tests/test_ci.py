"""What `.ci/run` makes of the exit codes of the tests: what failed in a browser, and nothing else, has a second try."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parents[1] / ".ci" / "run"
IN_A_BROWSER = "tests/browser/test_basket.py::test_it_opens"
ELSEWHERE = "tests/store/test_ledger.py::test_it_appends"

# Stands where start.py does: notes how it was called, leaves what pytest leaves, and ends as it is told.
PRETENDED = """
import json, pathlib, sys
told = json.loads(pathlib.Path("told.json").read_text())
calls = pathlib.Path("calls.jsonl")
number = len(calls.read_text().splitlines()) if calls.exists() else 0
with calls.open("a") as file:
    file.write(json.dumps(sys.argv[1:]) + chr(10))
kept = pathlib.Path(".pytest_cache/v/cache")
kept.mkdir(parents=True, exist_ok=True)
if told["failed"] and number == 0:
    (kept / "lastfailed").write_text(json.dumps(dict.fromkeys(told["failed"], True), indent=2))
sys.exit(told["codes"][number])
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script for a Unix shell")


@pytest.mark.parametrize(
    ("failed", "codes", "tries", "code"),
    [
        pytest.param([], [0], 1, 0, id="all passed"),
        pytest.param([IN_A_BROWSER], [1, 0], 2, 0, id="in a browser, passed alone"),
        pytest.param([IN_A_BROWSER], [1, 1], 2, 1, id="in a browser, failed alone too"),
        pytest.param([ELSEWHERE], [1], 1, 1, id="elsewhere"),
        pytest.param([IN_A_BROWSER, ELSEWHERE], [1], 1, 1, id="in a browser and elsewhere"),
        pytest.param([], [1], 1, 1, id="the set-up failed"),
        pytest.param([IN_A_BROWSER], [2], 1, 2, id="stopped in the middle"),
    ],
)
def test_only_what_failed_in_a_browser_is_tried_again(tmp_path, failed, codes, tries, code):
    (tmp_path / ".ci").mkdir()
    shutil.copy(RUN, tmp_path / ".ci" / "run")
    (tmp_path / "start.py").write_text(PRETENDED)
    (tmp_path / "told.json").write_text(json.dumps({"failed": failed, "codes": codes}))
    ended = subprocess.run(
        [tmp_path / ".ci" / "run"],
        env=os.environ | {"INDICATOR_BASKET_CHROMIUM": "/one/that/is/there"},
        capture_output=True,
        text=True,
        check=False,
    )
    calls = [json.loads(line) for line in (tmp_path / "calls.jsonl").read_text().splitlines()]
    assert (ended.returncode, len(calls)) == (code, tries)
    assert calls[1:] == [["test", "-n", "0", "--last-failed", "tests/browser"]] * (tries - 1)
    assert (IN_A_BROWSER in ended.stdout) == (tries == 2)
