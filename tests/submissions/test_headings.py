"""Headings are matched by name, else by title; what is missing, named twice or unknown is said."""

from __future__ import annotations

import pytest

from indicators.datasets import dataset, names
from indicators.submissions.headings import findings, match
from tests.submissions.submission_samples import OBSERVATION

WRITTEN = {
    "INDICATOR_CODE": "indicator_code",
    " indicator code ": "indicator_code",
    "Indicator-Code": "indicator_code",
    "\ufeffindicator_code": "indicator_code",
    "Indicator": "indicator_code",
    "Area": "area_code",
    "lower LIMIT": "lower",
    "Remove": "remove",
    "Indicators": None,
    "": None,
}


@pytest.mark.parametrize("heading", WRITTEN)
def test_a_heading_means_a_column_by_its_name_or_title(heading):
    assert match([heading], OBSERVATION) == (WRITTEN[heading],)


def test_a_name_goes_before_the_title_of_another_column():
    assert match(["source", "source_key"], OBSERVATION) == ("source", "source_key")
    assert match(["Source"], OBSERVATION) == ("source",)


def test_where_the_name_is_taken_by_its_own_title_the_other_title_counts():
    assert match(["Where it was read", "Source"], OBSERVATION) == ("source", "source_key")


@pytest.mark.parametrize("name", names())
def test_the_titles_of_every_dataset_can_stand_for_its_names(name):
    declared = dataset(name)
    assert match([field.title for field in declared.fields], declared) == declared.columns


def said(headings):
    return [
        (each.rule, each.severity, each.column, each.figures)
        for each in findings(headings, match(headings, OBSERVATION), 3, OBSERVATION)
    ]


def test_missing_columns_are_errors_repeated_ones_too_and_unknown_ones_are_warnings():
    headings = ["indicator_code", "Indicator", "area_code", "period", "Valeu", "status", "source", "Colour"]
    assert said(headings) == [
        ("missing_column", "error", "source_key", {}),
        ("repeated_column", "error", "indicator_code", {"times": 2}),
        ("unknown_column", "warning", "Valeu", {"nearest": "value"}),
        ("unknown_column", "warning", "Colour", {"nearest": None}),
    ]


def test_to_remove_rows_only_the_key_is_needed():
    assert said(["indicator_code", "area_code", "period", "remove"]) == []
    assert said(["indicator_code", "area_code", "remove"]) == [("missing_column", "error", "period", {})]
