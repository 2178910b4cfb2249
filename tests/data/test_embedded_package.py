"""The data package is what `package_descriptor` makes of its files, and other people's tools accept it."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta

import pytest
from frictionless import Package

from indicators.datasets import names, schema
from indicators.datasets.package import PackagedFile, package_descriptor
from tests.data.embedded_files import DATA, descriptor, rows_of_file

# These open empty: nobody has sent us such rows, and none are made up.
OPEN_EMPTY = {
    "commentary",
    "pooled_agreement",
    "influence_claim",
    "saving_case",
    "intervention_evidence",
    "assurance_opinion",
    "partnership_member",
    "partnership_health",
    "council_report",
    "delivery_chain",
    "chain_node",
    "chain_link",
    "chain_answer",
    "chain_action",
    "chain_risk",
    "benefit",
    "benefit_plan",
    "benefit_edge",
    "scrutiny_question",
    "target_grant",
    "board_seat",
    "board_appointment",
    "secondment",
    "case_study",
    "publicity_activity",
    "partner_survey",
    "partner_survey_answer",
}
OWN_KEYS = ("title", "x-recorded-at", "x-note", "x-by")


def test_descriptor_is_made_from_the_declarations():
    stored = descriptor()
    files = [
        PackagedFile(
            resource["x-dataset"],
            resource["path"],
            len(rows_of_file(resource["path"])),
            resource["name"],
            {key: resource[key] for key in OWN_KEYS},
        )
        for resource in stored["resources"]
    ]
    properties = {key: value for key, value in stored.items() if key not in ("profile", "resources")}
    assert package_descriptor(files, **properties) == stored


@pytest.mark.parametrize("resource", descriptor()["resources"], ids=lambda resource: resource["path"])
def test_schema_of_a_resource_is_the_declared_one(resource):
    assert resource["schema"] == schema(resource["x-dataset"])


def test_every_dataset_is_packaged_before_what_points_at_it():
    loaded = set()
    for resource in descriptor()["resources"]:
        loaded.add(resource["x-dataset"])
        needed = {key["reference"]["resource"] for key in resource["schema"]["foreignKeys"]}
        assert needed <= loaded, resource["path"]
    assert loaded == set(names()) - OPEN_EMPTY


def test_files_are_recorded_a_minute_apart_from_the_day_of_the_set():
    stamps = [
        datetime.strptime(resource["x-recorded-at"], "%Y-%m-%dT%H:%M:%S%z")
        for resource in descriptor()["resources"]
    ]
    first = datetime.fromisoformat("2026-11-20T09:00:00+00:00")
    assert stamps == [first + timedelta(minutes=minute) for minute in range(len(stamps))]


def test_frictionless_accepts_the_package():
    report = Package(str(DATA / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert [report.warnings, *(task.warnings for task in report.tasks if task.warnings)] == [[]]
    assert report.valid


@pytest.mark.parametrize(
    ("path", "old", "new", "kind"),
    [
        ("basket_membership.csv", "EMP-RATE", "EMP-RATES", "foreign-key"),
        ("themes.csv", "\neconomy,", "\nhealth,", "foreign-key"),
        ("targets_illustrative.csv", ",E10000025,", ",E10000026,", "foreign-key"),
        ("areas.csv", "E07000177", "E07000178", "primary-key"),
        ("recommendations.csv", "2007-11-06", "6 November 2007", "type-error"),
        ("prevention_tags.csv", ",PP,", ",P,", "constraint-error"),
    ],
)
def test_frictionless_sees_a_damaged_package(tmp_path, path, old, new, kind):
    small = [file for file in DATA.iterdir() if file.stat().st_size < 100_000]
    for file in small:
        shutil.copy(file, tmp_path)
    kept = [
        PackagedFile(resource["x-dataset"], resource["path"], resource["rows"], resource["name"])
        for resource in descriptor()["resources"]
        if (tmp_path / resource["path"]).exists()
    ]
    text = (tmp_path / path).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / path).write_text(text.replace(old, new), encoding="utf-8")
    damaged = Package(
        package_descriptor(kept, name="damaged", title="Damaged"), basepath=str(tmp_path)
    ).validate()
    assert kind in {row[0] for row in damaged.flatten(["type"])}


def test_two_resources_of_one_name_are_refused():
    files = [PackagedFile("target", "targets.csv", 1), PackagedFile("target", "more.csv", 1)]
    with pytest.raises(ValueError, match="two resources are called target"):
        package_descriptor(files, name="twice", title="Twice")


def test_an_undeclared_dataset_is_refused():
    with pytest.raises(KeyError):
        package_descriptor([PackagedFile("rumour", "rumours.csv", 1)], name="none", title="None")
