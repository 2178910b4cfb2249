"""The embedded files hold together: shape, keys, references, periods, counts, and the rules that we applied."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal

import pytest

from indicators import periods
from indicators.datasets import dataset
from tests.data.embedded_files import COUNTY, DATA, descriptor, rows_of, rows_of_file, series

ROWS = {
    "sources.csv": 79,
    "areas.csv": 10,
    "themes.csv": 4,
    "indicators.csv": 138,
    "basket_membership.csv": 30,
    "events.csv": 66,
    "observations.csv": 6526,
    "targets.csv": 22,
    "targets_illustrative.csv": 22,
    "spending_lines.csv": 980,
    "partnerships.csv": 33,
    "recommendations.csv": 12,
    "classification_schemes.csv": 5,
    "classification_levels.csv": 31,
    "prevention_editions.csv": 1,
    "partner_returns.csv": 1,
    "prevention_tags.csv": 130,
    "deflators.csv": 211,
    "population.csv": 78,
}
DATASET_OF = {resource["path"]: resource["x-dataset"] for resource in descriptor()["resources"]}
DATASETS = sorted(set(DATASET_OF.values()))
RULE_BASELINE_ENDS_BY = date(2020, 3, 31)
RULE_YEAR = 2030
RULE_PLACES = Decimal("0.0001")
LINES_THAT_ADD_UP = {"service", "line"}
ROUNDING_OF_PUBLISHED_LINES = Decimal(2)  # thousand pounds; some returns give whole thousands


def test_every_file_is_packaged_in_load_order_and_none_else():
    assert list(DATASET_OF) == list(ROWS)
    assert {path.name for path in DATA.iterdir()} == {*ROWS, "README.md", "datapackage.json"}


@pytest.mark.parametrize("path", ROWS)
def test_number_of_rows(path):
    assert len(rows_of_file(path)) == ROWS[path]


@pytest.mark.parametrize("path", ROWS)
def test_file_is_utf8_with_line_feeds_and_the_declared_columns(path):
    raw = (DATA / path).read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    header = raw.decode("utf-8").splitlines()[0].split(",")
    assert tuple(header) == dataset(DATASET_OF[path]).columns


@pytest.mark.parametrize("path", ROWS)
def test_rows_stand_in_declared_order(path):
    declared = dataset(DATASET_OF[path])
    whole_numbers = {field.name for field in declared.fields if field.type == "integer"}

    def place(row):
        names = (*declared.sort, *declared.key)
        return [int(row[name]) if name in whole_numbers else row[name] for name in names]

    rows = rows_of_file(path)
    assert list(rows) == sorted(rows, key=place)


@pytest.mark.parametrize("name", DATASETS)
def test_keys_are_unique_across_the_files_of_a_dataset(name):
    key = dataset(name).key
    counts = Counter(tuple(row[column] for column in key) for row in rows_of(name))
    assert [found for found, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", DATASETS)
def test_every_reference_points_at_a_row(name):
    for reference in dataset(name).foreign_keys:
        known = {row[reference.reference_field] for row in rows_of(reference.reference)}
        used = {row[reference.field] for row in rows_of(name)} - {""}
        assert used - known == set(), reference.field


@pytest.mark.parametrize("name", [name for name in DATASETS if name != "source"])
def test_every_row_names_where_it_was_read(name):
    assert [row for row in rows_of(name) if not row["source"] or not row["source_key"]] == []


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("observation", "period"),
        ("spending_line", "period"),
        ("target", "baseline_period"),
        ("prevention_edition", "period"),
        ("prevention_edition", "price_base"),
        ("deflator", "period"),
    ],
)
def test_periods_are_stored_as_codes(name, column):
    codes = {row[column] for row in rows_of(name)} - {""}
    assert codes
    assert {code for code in codes if periods.parse(code).code != code} == set()


def test_the_length_of_an_indicators_period_is_that_of_most_of_its_rows():
    lengths = defaultdict(Counter)
    for (indicator, _, length), rows in series().items():
        lengths[indicator][length] += len(rows)
    assert {row["indicator_code"]: row["period_length"] for row in rows_of("indicator")} == {
        indicator: counts.most_common(1)[0][0] for indicator, counts in lengths.items()
    }


def test_limits_enclose_their_value():
    for row in rows_of("observation"):
        if row["lower"] and row["upper"]:
            assert Decimal(row["lower"]) <= Decimal(row["value"]) <= Decimal(row["upper"]), row


def test_every_indicator_of_the_basket_has_figures_of_the_county():
    in_county = {indicator for indicator, area, _ in series() if area == COUNTY}
    basket = {row["indicator_code"] for row in rows_of("basket_membership")}
    assert basket - in_county == set()


def test_an_indicator_of_the_basket_has_an_illustrative_target_or_a_reason_for_none():
    with_target = {row["indicator_code"] for row in rows_of_file("targets_illustrative.csv")}
    with_reason = {row["indicator_code"] for row in rows_of("basket_membership") if row["no_target_reason"]}
    assert with_target & with_reason == set()
    assert with_target | with_reason == {row["indicator_code"] for row in rows_of("basket_membership")}


@pytest.mark.parametrize(
    "target", rows_of_file("targets_illustrative.csv"), ids=lambda row: row["target_code"]
)
def test_illustrative_target_follows_the_mechanical_rule(target):
    indicator = next(row for row in rows_of("indicator") if row["indicator_code"] == target["indicator_code"])
    figures = [
        (periods.parse(row["period"]).end, row)
        for row in series()[indicator["indicator_code"], COUNTY, indicator["period_length"]]
    ]
    ended, baseline = max(
        (figure for figure in figures if figure[0] <= RULE_BASELINE_ENDS_BY), key=lambda figure: figure[0]
    )
    value = Decimal(baseline["value"])
    if indicator["polarity"] == "lower":
        expected = value * Decimal("0.9")
    elif indicator["measure_kind"] == "percentage":
        expected = value + (100 - value) / 10
    else:
        expected = value * Decimal("1.1")

    assert target["baseline_period"] == baseline["period"]
    assert Decimal(target["baseline_value"]) == value
    assert Decimal(target["target_value"]) == expected.quantize(RULE_PLACES)
    assert date.fromisoformat(target["due_on"]) == ended.replace(year=RULE_YEAR)
    assert (target["status"], target["set_by"]) == ("illustrative", "nobody: a mechanical rule")


def test_published_targets_are_agreed_and_carry_the_body_that_set_them():
    assert {row["status"] for row in rows_of_file("targets.csv")} == {"agreed"}
    assert {row["level"] for row in rows_of_file("targets.csv")} >= {"national target", "county target"}


@pytest.mark.parametrize(
    "event",
    [row for row in rows_of("event") if row["kind"] != "milestone"],
    ids=lambda row: row["event_code"],
)
def test_a_break_or_caution_begins_with_a_period_of_its_series(event):
    starts = {
        row["period"].split("/")[0]
        for (indicator, _, _), rows in series().items()
        if indicator == event["indicator_code"]
        for row in rows
    }
    assert event["happened_on"] in starts
    if event["kind"] == "break":
        assert min(starts) < event["happened_on"]


def test_a_milestone_concerns_no_single_indicator():
    assert {row["indicator_code"] for row in rows_of("event") if row["kind"] == "milestone"} == {""}


def test_shares_of_a_tagged_line_add_up_to_one_and_the_line_exists():
    lines = {(row["measure"], row["parent"], row["line"]) for row in rows_of("spending_line")}
    shares = defaultdict(Decimal)
    for row in rows_of("prevention_tag"):
        coding = row["edition_code"], row["scheme_code"], row["organisation"], row["role"]
        shares[*coding, row["measure"], row["parent"], row["line"]] += Decimal(row["proportion"])
    assert {coding[-3:] for coding in shares} - lines == set()
    assert set(shares.values()) == {Decimal(1)}


def test_the_first_coding_is_ours_and_unmoderated():
    assert {(row["role"], row["source_key"]) for row in rows_of("prevention_tag")} == {("suggested", "OURS")}
    (edition,) = rows_of("prevention_edition")
    assert (edition["status"], edition["published_on"]) == ("tagging", "")
    assert {(row["certified_role"], row["certified_on"]) for row in rows_of("partner_return")} == {("", "")}


def test_every_level_of_a_tag_is_one_of_its_scheme():
    levels = {(row["scheme_code"], row["prevention_level"]) for row in rows_of("classification_level")}
    assert {
        (row["scheme_code"], row["prevention_level"]) for row in rows_of("prevention_tag")
    } - levels == set()


def test_a_return_states_the_published_total():
    totals = {
        (row["organisation"], row["period"], row["measure"], row["parent"]): row["amount"]
        for row in rows_of("spending_line")
        if row["level"] == "total"
    }
    years = {row["edition_code"]: row["period"] for row in rows_of("prevention_edition")}
    for row in rows_of("partner_return"):
        table = row["organisation"], years[row["edition_code"]], row["measure"], row["parent"]
        assert totals[table] == row["total_in_scope"]


def test_deflators_have_no_hole_and_agree_with_each_other():
    """The yearly index is the mean of its quarters, but for the rounding of the published figures."""
    yearly, quarters = {}, defaultdict(list)
    for row in rows_of("deflator"):
        year, length = row["period"][:4], row["period"].split("/")[1]
        if row["series"] == "YBGB" and length == "P1Y":
            yearly[year] = Decimal(row["value"])
        elif row["series"] == "YBGB":
            quarters[year].append(Decimal(row["value"]))
    assert list(yearly) == [str(year) for year in range(1990, 2025)]
    for year, index in yearly.items():
        assert len(quarters[year]) == 4
        assert abs(sum(quarters[year]) / 4 - index) < Decimal("0.2")  # prices swung in 2020


def test_the_districts_make_up_the_county():
    people = defaultdict(dict)
    for row in rows_of("population"):
        people[row["counted_on"]][row["area_code"]] = int(row["population"])
    for counted in people.values():
        assert sum(counted.values()) == 2 * counted[COUNTY]


def test_lines_of_own_spending_add_up_to_the_published_total():
    added, totals = defaultdict(Decimal), {}
    for row in rows_of("spending_line"):
        if row["role"] != "own":
            continue
        table = row["organisation"], row["period"], row["measure"], row["parent"]
        if row["level"] == "total":
            totals[table] = Decimal(row["amount"])
        elif row["level"] in LINES_THAT_ADD_UP:
            added[table] += Decimal(row["amount"])
    assert set(added) == set(totals)
    astray = {table: (added[table], total) for table, total in totals.items() if added[table] != total}
    assert {
        table: pair for table, pair in astray.items() if abs(pair[0] - pair[1]) > ROUNDING_OF_PUBLISHED_LINES
    } == {}


@pytest.mark.parametrize("path", ROWS)
def test_no_person_is_addressed_by_name(path):
    addressed = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Cllr|Councillor)\.? [A-Z][a-z]+")
    assert [row for row in rows_of_file(path) if any(addressed.search(text) for text in row.values())] == []
