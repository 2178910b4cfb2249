"""Where an installation keeps its state."""

from __future__ import annotations

from pathlib import Path

import indicators
from indicators.store import home


def test_the_environment_names_the_home(monkeypatch, tmp_path):
    monkeypatch.setenv("INDICATOR_BASKET_HOME", str(tmp_path))
    assert home() == tmp_path


def test_otherwise_it_is_var_beside_the_library(monkeypatch):
    monkeypatch.delenv("INDICATOR_BASKET_HOME", raising=False)
    assert home() == Path(indicators.__file__).resolve().parents[1] / "var"
    monkeypatch.setenv("INDICATOR_BASKET_HOME", "")
    assert home() == Path(indicators.__file__).resolve().parents[1] / "var"
