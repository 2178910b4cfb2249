"""The pages on adding an indicator and a dataset are true: what stands there is run, exactly as it stands there."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import indicators.datasets
from indicators.command_line.app import app

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def files_in(document):
    """Each file that a page shows: the name in front of a block of CSV, and the block."""
    text = (DOCS / document).read_text(encoding="utf-8")
    return dict(re.findall(r"^`([\w-]+\.csv)`:\n\n```csv\n(.*?)```", text, re.MULTILINE | re.DOTALL))


def commands_in(document):
    """Each command that a page shows, as a list of words."""
    text = (DOCS / document).read_text(encoding="utf-8")
    return [shlex.split(line) for line in re.findall(r"^python -m indicators (.+)$", text, re.MULTILINE)]


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command in an empty folder with a home of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INDICATOR_BASKET_HOME", str(tmp_path / "home"))

    def run_one(*arguments):
        result = CliRunner().invoke(app, list(arguments))
        assert result.exit_code == 0, f"{arguments}: {result.output}"
        return result.stdout

    return run_one


def test_an_indicator_is_added_as_the_page_says(run, tmp_path):
    for name, text in files_in("adding-an-indicator.md").items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for words in commands_in("adding-an-indicator.md"):
        if words[0] != "template":
            run(*words)
    shown = json.loads(run("show", "LIB-LOANS", "--format", "json"))
    assert shown["in_basket"] is True
    assert [(each["period_label"], each["value"]) for each in shown["series"]] == [
        ("2022/23", 4.1),
        ("2023/24", 4.4),
        ("2024/25", 4.9),
    ]
    assert (shown["rating"]["rag"], shown["rating"]["illustrative"]) == ("green", False)
    assert shown["movement"]["direction"] == "improving"
    basket = json.loads(run("basket", "--format", "json"))
    assert [each["code"] for each in basket["indicators"]][-1] == "LIB-LOANS"
    assert len(basket["indicators"]) == 31


def test_the_page_uses_every_file_that_it_shows():
    used = {words[1] for words in commands_in("adding-an-indicator.md") if words[0] == "submit"}
    assert used == files_in("adding-an-indicator.md").keys()


def test_a_dataset_is_added_as_the_page_says(tmp_path):
    """In processes of their own, because the declarations are read once in each."""
    text = (DOCS / "adding-a-dataset.md").read_text(encoding="utf-8")
    declared = re.search(r"```json\n(.*?)```", text, re.DOTALL)[1]
    schemas = tmp_path / "schemas"
    shutil.copytree(indicators.datasets.SCHEMAS, schemas)
    (schemas / "site_visit.json").write_text(declared, encoding="utf-8")

    def run_one(*arguments):
        script = (
            "import pathlib, sys, indicators.datasets as datasets\n"
            "datasets.SCHEMAS = pathlib.Path(sys.argv[1])\n"
            "sys.argv = ['indicators', *sys.argv[2:]]\n"
            "from indicators.command_line.app import main\n"
            "main()\n"
        )
        return subprocess.run(
            [sys.executable, "-c", script, str(schemas), *arguments],
            cwd=ROOT,
            env={**os.environ, "INDICATOR_BASKET_HOME": str(tmp_path / "home")},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    headings = run_one("template", "site_visit").stdout.removeprefix("\ufeff").strip()
    assert headings == "visit_code,indicator_code,visited_on,kind,hours,source,source_key"
    assert run_one("load").returncode == 0
    path = tmp_path / "visits.csv"
    path.write_text(f"{headings}\nV-1,KSI-CAS,1 April 2008,announced,60,Minutes,OM-2015\n", encoding="utf-8")
    refused = run_one("check", str(path), "--dataset", "site_visit")
    assert refused.returncode == 1
    assert "above 48" in " ".join(refused.stdout.split())
    path.write_text(path.read_text(encoding="utf-8").replace(",60,", ",18.5,"), encoding="utf-8")
    sent = run_one("submit", str(path), "--dataset", "site_visit", "--note", "n", "--as", "role")
    assert sent.returncode == 0, sent.stderr
    assert run_one("export", str(tmp_path / "open")).returncode == 0
    exported = (tmp_path / "open" / "site_visit.csv").read_text(encoding="utf-8")
    assert exported.splitlines()[1] == "V-1,KSI-CAS,2008-04-01,announced,18.5,Minutes,OM-2015"
