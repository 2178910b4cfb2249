"""A template is a file that, filled in, is accepted; and its description says what each column is."""

from __future__ import annotations

import csv
import io

import pytest

from indicators.datasets import dataset, names
from indicators.submissions.checking import check_in
from indicators.submissions.reading import read
from indicators.submissions.template import DESCRIPTION_HEADINGS, described_template, template
from tests.submissions.submission_samples import OBSERVATION, TODAY, found, observation, registers


@pytest.mark.parametrize("name", names())
def test_a_template_names_every_column_and_holds_nothing(name):
    declared = dataset(name)
    reading = read(template(declared), "template.csv", declared)
    assert reading.columns == declared.columns
    assert [finding.rule for finding in reading.findings] == ["no_rows"]


def test_a_template_that_is_filled_in_is_accepted():
    cells = dict(
        zip(
            ("indicator_code", "area_code", "period", "value", "status", "source", "source_key"),
            observation(),
            strict=True,
        )
    )
    line = ",".join(cells.get(column, "") for column in OBSERVATION.columns)
    with registers() as work:
        raw = template(OBSERVATION) + line.encode()
        assert found(check_in(work, "observation", raw, "x.csv", today=TODAY)) == []


@pytest.mark.parametrize("name", names())
def test_the_description_has_a_row_for_each_column_and_one_for_removals(name):
    declared = dataset(name)
    rows = list(csv.DictReader(io.StringIO(described_template(declared).decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == DESCRIPTION_HEADINGS
    assert [row["column"] for row in rows] == [*declared.columns, "remove"]
    for row, field in zip(rows, declared.fields, strict=False):
        assert (row["title"], row["description"], row["type"]) == (field.title, field.description, field.type)
        assert row["required"] == ("yes" if field.required else "no")
        assert row["choices"] == " | ".join(field.choices)
