from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.browser import chromium

HOME = Path("/home/reader")


def put(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)
    return path


def test_playwright_s_newest_comes_before_the_system_s(tmp_path):
    old = put(tmp_path / "pw" / "chromium-999" / "chrome-linux" / "chrome")
    new = put(tmp_path / "pw" / "chromium-1255" / "chrome-linux64" / "chrome")
    system = put(tmp_path / "bin" / "chromium")
    variables = {"PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "pw"), "PATH": str(tmp_path / "bin")}
    assert list(chromium.candidates(variables, "linux", HOME)) == [new, old, system]


def test_the_system_s_chromium_comes_before_chrome(tmp_path):
    places = [
        put(tmp_path / name)
        for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    ]
    assert list(chromium.candidates({"PATH": str(tmp_path)}, "linux", HOME)) == places


def test_macos_apps_are_looked_for(tmp_path):
    looked = list(chromium.candidates({"PATH": ""}, "darwin", tmp_path))
    assert looked[0] == Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    assert tmp_path / "Applications/Chromium.app/Contents/MacOS/Chromium" in looked


def test_windows_ends_with_edge():
    looked = list(chromium.candidates({"PATH": "", "PROGRAMFILES": "C:/Program Files"}, "win32", HOME))
    assert looked[0] == Path("C:/Program Files/Google/Chrome/Application/chrome.exe")
    assert looked[-1] == Path("C:/Program Files/Microsoft/Edge/Application/msedge.exe")


@pytest.mark.parametrize(
    ("variables", "system", "folder"),
    [
        pytest.param({}, "linux", HOME / ".cache/ms-playwright", id="Linux"),
        pytest.param(
            {"XDG_CACHE_HOME": "/cache"}, "linux", Path("/cache/ms-playwright"), id="Linux, cache elsewhere"
        ),
        pytest.param({}, "darwin", HOME / "Library/Caches/ms-playwright", id="macOS"),
        pytest.param({}, "win32", HOME / "AppData/Local/ms-playwright", id="Windows"),
        pytest.param({"PLAYWRIGHT_BROWSERS_PATH": "/pw"}, "darwin", Path("/pw"), id="chosen"),
    ],
)
def test_where_playwright_keeps_its_browsers(variables, system, folder):
    assert chromium.playwright_folder(variables, system, HOME) == folder


def test_the_variable_wins(monkeypatch):
    monkeypatch.setenv(chromium.VARIABLE, sys.executable)
    assert chromium.find_chromium() == Path(sys.executable)


def test_a_chosen_browser_that_does_not_start_is_named(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv(chromium.VARIABLE, str(tmp_path / "none"))
    with pytest.raises(ValueError, match=r"INDICATOR_BASKET_CHROMIUM is .*none, which does not start"):
        chromium.find_chromium()
    assert chromium.main() == 1
    assert "which does not start" in capsys.readouterr().err


def test_a_stub_that_does_not_start_is_passed_over(monkeypatch, tmp_path):
    stub = put(tmp_path / "chromium")
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setattr(chromium, "candidates", lambda *_: iter([stub, Path(sys.executable)]))
    assert chromium.find_chromium() == Path(sys.executable)


@pytest.fixture
def bare_machine(monkeypatch):
    """A machine without a browser; the commands that would install one are noted, and `stock` may be given one."""
    attempts, stock = [], []
    monkeypatch.setattr(chromium, "find_chromium", lambda: stock[0] if stock else None)
    monkeypatch.setattr(chromium, "attempt", attempts.append)
    monkeypatch.setattr(chromium.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 0, raising=False)
    return attempts, stock


def test_without_any_browser_two_ways_are_tried_and_then_said(bare_machine, capsys):
    attempts, _ = bare_machine
    assert chromium.main() == 1
    assert [command[0] for command in attempts] == [sys.executable, "apt-get", "apt-get"]
    assert capsys.readouterr().err.endswith(chromium.NONE_FOUND + "\n")


def test_when_playwright_installs_one_nothing_more_is_tried(monkeypatch, bare_machine, capsys):
    attempts, stock = bare_machine
    monkeypatch.setattr(
        chromium, "attempt", lambda command: (attempts.append(command), stock.append("/pw/chrome"))
    )
    assert chromium.main() == 0
    assert len(attempts) == 1
    assert capsys.readouterr().out == "/pw/chrome\n"


def test_whoever_is_not_root_is_not_asked_to_be(monkeypatch, bare_machine):
    attempts, _ = bare_machine
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 1000, raising=False)
    assert chromium.install_chromium() is None
    assert len(attempts) == 1


def test_an_installer_that_is_not_there_ends_in_a_sentence(capsys):
    chromium.attempt(["no-such-installer"])
    assert capsys.readouterr().err.startswith("no-such-installer did not end well: ")
