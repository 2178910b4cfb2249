"""A home with the embedded figures in it, loaded once through the command line itself, and a way to run commands in it."""

from __future__ import annotations

import json
import shutil

import pytest
from typer.testing import CliRunner

from indicators.command_line.app import app

HOME = "INDICATOR_BASKET_HOME"


class CommandLine:
    """Runs commands in one home, in this process."""

    def __init__(self, home):
        self.home = home

    def run(self, *arguments):
        """The result of one command: `.exit_code`, `.stdout`, `.stderr`."""
        result = CliRunner().invoke(app, [str(each) for each in arguments], env={HOME: str(self.home)})
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def read(self, *arguments, code=0):
        """What one command answers as JSON."""
        result = self.run(*arguments, "--format", "json")
        assert result.exit_code == code, result.stdout + result.stderr
        return json.loads(result.stdout)

    def text(self, *arguments, code=0):
        """What one command answers a person, with every run of spaces as one."""
        result = self.run(*arguments)
        assert result.exit_code == code, result.stdout + result.stderr
        return " ".join((result.stdout + result.stderr).split())


@pytest.fixture(scope="session")
def loaded_home(tmp_path_factory):
    """The home into which `load` has loaded the embedded figures; not to be changed."""
    home = tmp_path_factory.mktemp("loaded")
    assert CommandLine(home).run("load").exit_code == 0
    assert CommandLine(home).run("verify").exit_code == 0
    return home


@pytest.fixture
def figures(loaded_home):
    """Commands over the embedded figures, for those that only read."""
    return CommandLine(loaded_home)


@pytest.fixture
def own_figures(loaded_home, tmp_path):
    """Commands over a copy of the embedded figures that may be changed."""
    shutil.copytree(loaded_home, tmp_path / "home")
    return CommandLine(tmp_path / "home")


@pytest.fixture
def nothing(tmp_path):
    """Commands in a home that does not exist yet."""
    return CommandLine(tmp_path / "empty")
