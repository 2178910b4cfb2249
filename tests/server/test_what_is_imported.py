"""What the pages bring into memory: looked at in a process of its own, in which nothing else was imported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json, logging, os, sys
logging.disable()
from streamlit.testing.v1 import AppTest
import dashboard
ran = []
for page, query in (("basket", {}), ("indicator", {"code": "KSI-CAS"})):
    test = AppTest.from_file("indicators/ui/frame.py", default_timeout=60).run()
    if page != "basket":
        test.switch_page(os.path.abspath(f"pages/{page}.py"))
    for name, value in query.items():
        test.query_params[name] = value
    test.run()
    assert not test.exception, test.exception
    ran.append([len(test.get("html")), len(test.get("plotly_chart"))])
print(json.dumps({"ran": ran, "modules": sorted(sys.modules)}), flush=True)
os._exit(0)  # what is still being worked out in the background is of no use here
"""


@pytest.fixture(scope="module")
def process():
    """What the process that showed both pages says at its end."""
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout.splitlines()[-1])


def test_both_pages_were_shown(process):
    (tables, no_chart), (_, charts) = process["ran"]
    assert (tables >= 2, no_chart, charts) == (True, 0, 1)


@pytest.mark.parametrize(
    "module",
    [
        *(
            "plotly.express",
            "pandas",
            "pyarrow",
            "altair",
            "pydeck",
            "matplotlib",
            "scipy.stats",
            "statsmodels",
        ),
        *("typst", "docx", "lxml"),
    ],
)
def test_what_no_page_needs_is_not_imported(process, module):
    assert module not in process["modules"]


def test_a_server_that_judges_elsewhere_shows_the_basket_without_what_judging_needs():
    """Statistics and pictures are 20 MB that the process which sends pages need not hold."""
    program = """
import json, logging, os, sys, time
logging.disable()
from streamlit.testing.v1 import AppTest
import dashboard
from indicators.assessments.kept import judged_apart
from indicators.server.start import warm_up
with judged_apart():
    warm_up()
    test = AppTest.from_file("indicators/ui/frame.py", default_timeout=60)
    while "luck alone would give" not in "".join(one.proto.body for one in test.run().get("html")):
        time.sleep(0.1)
print(json.dumps(sorted(sys.modules)), flush=True)
os._exit(0)
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    modules = set(json.loads(ended.stdout.splitlines()[-1]))
    assert "indicators.ui.basket_screen" in modules
    assert modules & {"scipy.special", "PIL.Image", "pandas"} == set()


def test_settings_are_read_once_and_as_they_are():
    program = """
import logging; logging.disable()
import dashboard, json
from streamlit import config
sections = ("theme", "theme.light", "theme.dark", "theme.sidebar", "server")
kept = config.get_options_for_section
print(json.dumps([kept(one) == kept.__wrapped__(one) and kept(one) is kept(one) for one in sections]))
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert json.loads(ended.stdout.splitlines()[-1]) == [True] * 5


def test_what_the_pages_are_made_of_is_imported_before_the_first_visitor():
    """The entry script alone brings in every screen's modules, so that nobody waits for them."""
    program = "import logging; logging.disable(); import dashboard, json, sys; print(json.dumps(sorted(sys.modules)))"
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    modules = json.loads(ended.stdout.splitlines()[-1])
    screens = {f"indicators.ui.{path.stem}" for path in (ROOT / "indicators" / "ui").glob("*_screen.py")}
    assert screens <= set(modules)
