"""The answers of the open data: pages, moments, CSV beside JSON, caching, what is marked and what is withheld."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.assessments import figures
from indicators.datasets import dataset
from indicators.server.api import resource
from indicators.store import open_store, queries
from indicators.submissions.first_start import ready_store
from tests.server.asking import ask
from tests.store.store_samples import area, indicator, observation, submit, target

LISTS = ("indicators", "observations", "targets")


def pages(app, address):
    """Every page from this address on."""
    while address:
        answer = ask(app, address)
        assert answer.status == 200, answer.text
        yield answer
        address = answer.json()["links"]["next"]


def items(app, address):
    return [item for page in pages(app, address) for item in page.json()["items"]]


def read_csv(answer):
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


@settings(max_examples=12, deadline=None)
@given(limit=st.integers(1, 90), begin=st.integers(0, 70))
def test_all_pages_joined_are_the_whole(app, limit, begin):
    whole = ask(app, "/api/v1/observations?indicator=KSI-CAS&limit=10000").json()["items"]
    joined = items(app, f"/api/v1/observations?indicator=KSI-CAS&limit={limit}&offset={begin}")
    assert joined == whole[begin:]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_complete_and_has_no_row_twice(app, name):
    store = ready_store()
    expected = {"indicators": 138, "observations": 6526, "targets": 44}[name]
    found = items(app, f"/api/v1/{name}")
    keys = {tuple(item[field] for field in dataset(name.removesuffix("s")).key) for item in found}
    assert len(found) == len(keys) == expected
    assert {page.json()["as_at"]["sequence"] for page in pages(app, f"/api/v1/{name}")} == {
        store.ledger.head().seq
    }


def test_the_pages_of_one_answer_are_of_one_moment(app):
    first = ask(app, "/api/v1/indicators?as_at=2026-11-20T09:04:00Z&limit=100").json()
    assert first["as_at"] == {"sequence": 5, "recorded_at": "2026-11-20T09:04:00Z"}
    assert "as_at=5" in first["links"]["next"]
    assert f'<{first["links"]["next"]}>; rel="next"' == ask(app, first["links"]["self"]).headers["link"]


def test_a_moment_before_the_figures_has_none(app):
    assert items(app, "/api/v1/observations?as_at=6") == []
    assert items(app, "/api/v1/targets?as_at=8&status=illustrative") == []
    assert len(items(app, "/api/v1/observations?as_at=7")) == 6526


@pytest.mark.parametrize(
    "query", ["indicators?", "observations?indicator=KSI-CAS&", "observations?area=E07000178&", "targets?"]
)
def test_csv_and_json_hold_the_same(app, query):
    expected = ask(app, f"/api/v1/{query}limit=200").json()["items"]
    for address in (f"{query}limit=200&format=csv", query.replace("?", ".csv?") + "limit=200"):
        answer = ask(app, f"/api/v1/{address}")
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        rows = read_csv(answer)
        assert [
            {name: same(row[name], item[name]) for name in row}
            for row, item in zip(rows, expected, strict=True)
        ] == expected


def same(cell, value):
    """The value if the cell of a CSV file says the same, else the cell; a formula starter is behind an apostrophe."""
    if value is None or isinstance(value, str):
        return value if cell.removeprefix("'") == (value or "") else cell
    return value if float(cell) == value else cell


def test_numbers_are_numbers_and_days_are_days(app):
    item = ask(app, "/api/v1/observations?indicator=KSI-CAS&from=2010-01-01&to=2010-12-31").json()["items"][0]
    assert (item["value"], item["period"]) == (395, "2010-01-01/P1Y")
    assert (item["period_start"], item["period_end"]) == ("2010-01-01", "2010-12-31")
    assert item["numerator"] is None


def test_one_indicator_leads_to_its_figures_and_targets(app):
    answer = ask(app, "/api/v1/indicators/KSI-CAS").json()
    assert answer["item"]["title"] == "People killed or seriously injured on the roads"
    for name in ("observations", "targets"):
        found = items(app, answer["links"][name])
        assert found
        assert {item["indicator_code"] for item in found} == {"KSI-CAS"}


@pytest.mark.parametrize("path", ["/api/v1", "/api/v1/"])
def test_every_address_of_the_index_answers(app, path):
    links = ask(app, path).json()["links"]
    assert links.keys() >= {*LISTS, "description", "index"}
    for address in links.values():
        assert ask(app, address.format(code="KSI-CAS")).status == 200


def test_what_is_known_is_not_sent_again(app):
    first = ask(app, "/api/v1/indicators")
    assert first.headers["cache-control"] == "no-cache"
    strong = first.headers["etag"].removeprefix("W/")
    for known in (first.headers["etag"], strong, f'"another", {first.headers["etag"]}', "*"):
        again = ask(app, "/api/v1/indicators", headers={"If-None-Match": known})
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    assert ask(app, "/api/v1/indicators", headers={"If-None-Match": 'W/"1.0-1-abc"'}).status == 200


def test_what_is_known_is_not_made_again(app, monkeypatch):
    tag = ask(app, "/api/v1/observations").headers["etag"]
    monkeypatch.setattr(figures, "open_records", None)
    assert ask(app, "/api/v1/observations", headers={"If-None-Match": tag}).status == 304
    assert ask(app, "/api/v1/observations?from=x", headers={"If-None-Match": tag}).status == 422


def test_a_file_is_whole_or_says_by_its_name_which_rows_it_holds(app):
    def named(address):
        answer = ask(app, address)
        name = answer.headers["content-disposition"].partition("filename=")[2].strip('"')
        return name, len(read_csv(answer)), "link" in answer.headers

    assert named("/api/v1/observations.csv?as_at=13") == ("observation-as-at-13.csv", 6526, False)
    assert named("/api/v1/targets.csv?limit=40&as_at=13") == ("target-as-at-13-rows-1-to-40.csv", 40, True)
    assert named("/api/v1/targets.csv?offset=40&as_at=13") == ("target-as-at-13-rows-41-to-44.csv", 4, False)


@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/targets.csv", "/api/v1/indicators/NOPE"])
def test_head_is_get_without_its_body(app, address):
    got, head = ask(app, address), ask(app, address, method="HEAD")
    assert (head.status, head.headers, head.body) == (got.status, got.headers, b"")


def test_no_other_site_may_read_it_in_a_readers_browser(app):
    answer = ask(app, "/api/v1/indicators", headers={"Origin": "https://example.org"})
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.fixture
def own(store, monkeypatch):
    """The open data of a store of its own: `.ledger` to submit to."""
    monkeypatch.setattr(resource, "ready_store", lambda: store)
    submit(store.ledger, "area", [area("A")], recorded_at=datetime(2026, 1, 1, tzinfo=UTC))
    submit(store.ledger, "indicator", [indicator("I", title='=HYPERLINK("x")')])
    return store


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path) as opened:
        yield opened


def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(app, own):
    rows = [
        observation("I", "2008-04-01/P1Y", -7.5, note="@SUM(A1)"),
        observation("I", "2009-04-01/P1Y", -8, note="+44 1865", source_period="-2009"),
    ]
    submit(own.ledger, "observation", rows)
    own.snapshot()
    assert read_csv(ask(app, "/api/v1/indicators.csv"))[0]["title"] == """'=HYPERLINK("x")"""
    found = read_csv(ask(app, "/api/v1/observations.csv"))
    assert [(row["value"], row["note"], row["source_period"]) for row in found] == [
        ("-7.5", "'@SUM(A1)", ""),
        ("-8", "'+44 1865", "-2009"),
    ]
    assert items(app, "/api/v1/observations")[0]["note"] == "@SUM(A1)", "JSON is not read by spreadsheets"


def test_what_is_suppressed_is_withheld_in_every_form(app, own):
    small = {"numerator": "6", "denominator": "80", "lower": "3.5", "upper": "15.5"}
    submit(own.ledger, "observation", [observation("I", "2008-04-01/P1Y", 7.125, **small)])
    submit(
        own.ledger,
        "target",
        [target("T", "2011-03-31", 9, baseline_period="2008-04-01/P1Y", baseline_value="7.125")],
    )
    submit(own.ledger, "observation", [observation("I", "2008-04-01/P1Y", "", status="suppressed", **small)])
    own.snapshot()
    for at in (3, 4, 5):
        for address in ("observations", "observations.csv", "targets", "targets.csv"):
            answer = ask(app, f"/api/v1/{address}?as_at={at}")
            assert answer.status == 200
            assert not [figure for figure in ("7.125", "3.5", "15.5") if figure in answer.text]
    assert items(app, "/api/v1/observations?as_at=3")[0]["status"] == "suppressed"
    assert items(app, "/api/v1/observations?as_at=3")[0]["numerator"] is None


def test_an_illustrative_target_says_so(app, own):
    rows = [
        target("T1", "2011-03-31", 9, status="illustrative", title="Ten per cent more"),
        target("T2", "2012-03-31", 9, status="illustrative", title="Illustrative, promised by nobody: more"),
        target("T3", "2013-03-31", 9, title="Agreed"),
    ]
    submit(own.ledger, "target", rows)
    own.snapshot()
    assert [(item["title"], item["status"]) for item in items(app, "/api/v1/targets")] == [
        ("Illustrative: Ten per cent more", "illustrative"),
        ("Illustrative, promised by nobody: more", "illustrative"),
        ("Agreed", "agreed"),
    ]


def test_every_illustrative_target_of_ours_is_marked(app):
    marked = [item["title"] for item in items(app, "/api/v1/targets?status=illustrative")]
    assert len(marked) == 22
    assert all(title.startswith("Illustrative") for title in marked)


def test_what_was_recorded_a_moment_ago_is_there_under_a_new_validator(app, own):
    own.snapshot()
    before = ask(app, "/api/v1/indicators").headers["etag"]
    submit(own.ledger, "indicator", [indicator("J")])
    assert ask(app, "/api/v1/indicators/J?as_at=3").status == 200
    after = ask(app, "/api/v1/indicators", headers={"If-None-Match": before})
    assert (after.status, len(after.json()["items"])) == (200, 2)
    assert queries.history(own.snapshot())[0].seq == after.json()["version"]["sequence"] == 3
