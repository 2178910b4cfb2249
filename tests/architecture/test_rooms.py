"""Who may import whom, where SQL stands, and what is not used: held for the product, and the holder itself is tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.rooms import ROOMS, breaches, room_of, source_files

ROOT = Path(__file__).parents[2]


def test_the_house_keeps_its_law():
    assert "\n".join(map(str, breaches(ROOT))) == ""


def test_every_room_on_disk_is_read():
    on_disk = {room_of(path.relative_to(ROOT).as_posix()) for path in source_files(ROOT)}
    assert on_disk == ROOMS.keys()


def test_nothing_points_back():
    above: set[str] = set()
    for name, room in ROOMS.items():
        assert room.ours <= above, (
            f"{name} imports {sorted(room.ours - above)}, which does not stand above it"
        )
        above.add(name)


PLANTED = {
    "a page reads the store": (
        "pages/basket.py",
        "import streamlit as st\nfrom indicators.store import queries\n",
        "pages/basket.py:2: pages may not import store",
    ),
    "analysis reads the store": (
        "indicators/analysis/xmr.py",
        "import indicators.store.queries\n",
        "indicators/analysis/xmr.py:1: analysis may not import store",
    ),
    "inside a function": (
        "indicators/charts/trend.py",
        "def draw():\n    from indicators.store import Store\n",
        "indicators/charts/trend.py:2: charts may not import store",
    ),
    "only for a type": (
        "indicators/model.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from indicators.periods import Period\n",
        "indicators/model.py:3: model may not import periods",
    ),
    "from the package": (
        "indicators/wording/x.py",
        "from indicators import assessments\n",
        "indicators/wording/x.py:1: wording may not import assessments",
    ),
    "relative": (
        "indicators/wording/x.py",
        "from ..store import errors\n",
        "indicators/wording/x.py:1: wording may not import store",
    ),
    "by name": (
        "indicators/wording/x.py",
        "import importlib\nimportlib.import_module('indicators.store')\n",
        "indicators/wording/x.py:2: wording may not import store",
    ),
    "scipy beyond its special functions": (
        "indicators/analysis/xmr.py",
        "from scipy import stats\n",
        "indicators/analysis/xmr.py:1: analysis may not import scipy.stats",
    ),
    "pandas in analysis": (
        "indicators/analysis/xmr.py",
        "import pandas as pd\n",
        "indicators/analysis/xmr.py:1: analysis may not import pandas",
    ),
    "streamlit outside the screens": (
        "indicators/reports/x.py",
        "import streamlit as st\n",
        "indicators/reports/x.py:1: reports may not import streamlit",
    ),
    "duckdb outside the store": (
        "indicators/assessments.py",
        "import duckdb\n",
        "indicators/assessments.py:1: assessments may not import duckdb",
    ),
    "plotly.express": (
        "indicators/charts/trend.py",
        "import plotly.express as px\n",
        "indicators/charts/trend.py:1: plotly.express is not used",
    ),
    "an unknown room": (
        "indicators/helpers.py",
        "",
        "indicators/helpers.py:1: the room helpers is not in the table",
    ),
    "a statement in Python": (
        "indicators/store/queries.py",
        '"""A question."""\n\nTEXT = """\nselect area_code\nfrom area\n"""\n',
        "indicators/store/queries.py:3: SQL stands only in .sql files",
    ),
    "a statement in capitals, filled in": (
        "indicators/store/queries.py",
        "def ask(name):\n    return f'DELETE FROM {name} WHERE true'\n",
        "indicators/store/queries.py:2: SQL stands only in .sql files",
    ),
    "an .sql file elsewhere": (
        "indicators/reports/all.sql",
        "select 1;\n",
        "indicators/reports/all.sql:1: SQL stands only in store and submissions",
    ),
    "use_container_width": (
        "indicators/ui/x.py",
        "import streamlit as st\nst.table([], use_container_width=True)\n",
        "indicators/ui/x.py:2: use_container_width is not used",
    ),
    "unsafe_allow_html": (
        "pages/basket.py",
        "import streamlit as st\nst.markdown('<b>', unsafe_allow_html=True)\n",
        "pages/basket.py:2: unsafe_allow_html is not used",
    ),
    "an experimental function": (
        "pages/basket.py",
        "import streamlit as st\nst.experimental_rerun()\n",
        "pages/basket.py:2: experimental_rerun is not used",
    ),
}


@pytest.mark.parametrize(("file", "text", "expected"), PLANTED.values(), ids=PLANTED)
def test_a_planted_breach_is_named_with_file_line_and_rule(small_house, file, text, expected):
    planted = small_house / file
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(text, encoding="utf-8")
    found = [str(breach) for breach in breaches(small_house)]
    assert len(found) == 1
    assert found[0].startswith(expected)


INNOCENT = {
    "a sentence": ("indicators/wording/x.py", "TEXT = 'Select a place from the list, or all.'\n"),
    "a docstring": ("indicators/wording/x.py", '"""\nselect area_code from area\n"""\n'),
    "special functions": (
        "indicators/analysis/xmr.py",
        "from scipy.special import ndtr\nimport numpy as np\n",
    ),
    "its own room": (
        "indicators/store/x.py",
        "from .errors import StoreError\nfrom indicators.store import y\n",
    ),
    "the standard library": ("indicators/model.py", "from collections.abc import Mapping\nimport json\n"),
    "a page's own screen": (
        "pages/basket.py",
        "import streamlit as st\nfrom indicators.ui.view import View\n",
    ),
}


@pytest.mark.parametrize(("file", "text"), INNOCENT.values(), ids=INNOCENT)
def test_what_is_allowed_is_let_through(small_house, file, text):
    (small_house / file).parent.mkdir(parents=True, exist_ok=True)
    (small_house / file).write_text(text, encoding="utf-8")
    assert breaches(small_house) == []


@pytest.fixture
def small_house(tmp_path):
    """A project with an entry script and nothing else."""
    (tmp_path / "dashboard.py").write_text("from indicators.server import routes\n", encoding="utf-8")
    return tmp_path
