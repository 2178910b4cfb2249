"""What every test is given: a place of its own for the product's state, a quiet Streamlit, and files kept together."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

HOME = "INDICATOR_BASKET_HOME"
HERE = Path(__file__).resolve().parent

temporary_home = pytest.StashKey[str]()


def pytest_configure(config):
    """Keep every test, and every program that a test starts, away from the real ledger, before anything is imported."""
    config.stash[temporary_home] = tempfile.mkdtemp(prefix="indicator-basket-tests-")
    os.environ[HOME] = config.stash[temporary_home]
    logger = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    logger.addFilter(lambda record: "missing ScriptRunContext" not in record.getMessage())


def pytest_unconfigure(config):
    """Leave nothing behind."""
    shutil.rmtree(config.stash[temporary_home], ignore_errors=True)


def pytest_collection_modifyitems(config, items):
    """With two workers, which take file by file, begin with the tests in a browser: they take longest."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: item.path.relative_to(HERE).parts[0] != "browser")


# A shared machine may halt a test for a while; an example is judged by what it shows, not by its time.
settings.register_profile("basket", deadline=None)
settings.load_profile("basket")
