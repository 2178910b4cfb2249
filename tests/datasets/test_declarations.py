"""Each dataset is declared once; here the declarations are held to the standard and to each other."""

from __future__ import annotations

import pytest
from frictionless import Schema

from indicators import datasets

ASKED_FOR = {
    "indicator",
    "observation",
    "target",
    "area",
    "theme",
    "basket_membership",
    "event",
    "source",
    "spending_line",
    "partnership",
    "recommendation",
}


def test_every_dataset_that_the_product_needs_is_declared():
    assert set(datasets.names()) >= ASKED_FOR


@pytest.mark.parametrize("name", datasets.names())
def test_declaration_is_a_valid_table_schema(name):
    report = Schema.validate_descriptor(datasets.schema(name))
    assert report.valid, report.flatten(["message"])


@pytest.mark.parametrize("name", datasets.names())
def test_declaration_agrees_with_itself(name):
    dataset = datasets.dataset(name)
    assert dataset.name == name
    assert set(dataset.key) <= set(dataset.columns)
    assert set(dataset.sort) <= set(dataset.columns)
    for key in dataset.key:
        assert dataset.field(key).required, f"{name}.{key} is part of the key and may not be empty"
    for field in dataset.fields:
        assert field.title, f"{name}.{field.name} has no title"
        assert field.description.endswith("."), f"{name}.{field.name} has no describing sentence"


@pytest.mark.parametrize("name", datasets.names())
def test_foreign_keys_point_at_keys_that_exist(name):
    for foreign in datasets.dataset(name).foreign_keys:
        assert foreign.field in datasets.dataset(name).columns
        assert datasets.dataset(foreign.reference).key == (foreign.reference_field,)


# The register of sources itself, and what the partnership writes rather than reads.
WITHOUT_SOURCE = {"source", "commentary"}


@pytest.mark.parametrize("name", sorted(set(datasets.names()) - WITHOUT_SOURCE))
def test_every_row_of_every_dataset_names_its_source(name):
    dataset = datasets.dataset(name)
    assert dataset.field("source_key").required
    assert "source" in {key.reference for key in dataset.foreign_keys}


def test_unknown_dataset_is_an_error_that_names_it():
    with pytest.raises(KeyError, match="nonsense"):
        datasets.dataset("nonsense")
    with pytest.raises(KeyError, match="nonsense"):
        datasets.schema("nonsense")
