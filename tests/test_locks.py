from __future__ import annotations

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = Path(__file__).resolve().parents[1]
PAIRS = [("requirements.txt", "requirements.lock"), ("requirements-dev.txt", "requirements-dev.lock")]
pairs = pytest.mark.parametrize(("wanted", "locked"), PAIRS, ids=["product", "development"])

LINE = re.compile(r"(?P<requirement>[^#]+?)\s+# (?P<why>.+)")


def direct(name):
    """Each requirement that a requirements file names itself, with its comment."""
    lines = [line for line in (PROJECT / name).read_text().splitlines() if re.match("[a-z]", line)]
    return [LINE.fullmatch(line) or pytest.fail(f"{name}: no reason given in {line!r}") for line in lines]


def entries(name):
    """Each entry of a lock: its requirement, and how many hashes it carries."""
    text = (PROJECT / name).read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return [(Requirement(line.split(" --hash=")[0]), line.count("--hash=sha256:")) for line in lines]


@pytest.mark.parametrize("name", [wanted for wanted, _ in PAIRS])
def test_every_requirement_has_a_tested_range_and_a_reason(name):
    for line in direct(name):
        operators = {bound.operator for bound in Requirement(line["requirement"]).specifier}
        assert operators == {">=", "<"}, line[0]


@pairs
def test_the_lock_names_a_release_within_every_range(wanted, locked):
    releases = {}
    for requirement, _ in entries(locked):
        releases.setdefault(requirement.name, set()).update(bound.version for bound in requirement.specifier)
    for line in direct(wanted):
        requirement = Requirement(line["requirement"])
        assert releases[requirement.name], requirement.name
        for release in releases[requirement.name]:
            assert requirement.specifier.contains(release), f"{locked} has {requirement.name} {release}"


@pairs
def test_every_entry_is_one_release_with_hashes(wanted, locked):
    for requirement, hashes in entries(locked):
        assert [bound.operator for bound in requirement.specifier] == ["=="], str(requirement)
        assert hashes >= 1, str(requirement)


@pairs
def test_a_lock_holds_no_address_of_an_index_or_a_machine(wanted, locked):
    text = (PROJECT / locked).read_text()
    assert re.findall(r"https?://|file:|^-|(?<!\w)/\w+/", text, flags=re.MULTILINE) == []


def test_the_product_is_tested_with_the_releases_it_runs_with():
    product = {str(requirement) for requirement, _ in entries("requirements.lock")}
    tested = {str(requirement) for requirement, _ in entries("requirements-dev.lock")}
    assert product - tested == set()
