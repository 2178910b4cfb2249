"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import indicators.server

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(indicators.server.__path__, "indicators.server.")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_true(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_some():
    assert sum(doctest.testmod(importlib.import_module(name)).attempted for name in MODULES) >= 4
