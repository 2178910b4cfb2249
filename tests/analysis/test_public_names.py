"""The names that others rely on, and that no module takes the place of a function."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from indicators import analysis

MODULES = [path.stem for path in Path(analysis.__file__).parent.glob("*.py")]


@pytest.mark.parametrize("name", analysis.__all__)
def test_public_name_is_a_function_whatever_was_imported_before(name):
    for module in MODULES:
        import_module(f"indicators.analysis.{module}")
    assert callable(getattr(analysis, name))


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        analysis.nonsense  # noqa: B018 - looking it up is the test


def test_rating_does_not_wait_for_scipy():
    code = (
        "import sys, indicators.analysis.rating; sys.exit('scipy' in sys.modules or 'pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
