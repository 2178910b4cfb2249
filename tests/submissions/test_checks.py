"""What the declaration asks of every file: each rule finds its rows, and only those, all at once."""

from __future__ import annotations

import pytest

from indicators.datasets import dataset
from indicators.submissions import checks
from indicators.submissions.checking import check_in
from indicators.wording.file_findings import sentence
from tests.submissions.submission_samples import (
    AREAS,
    INDICATORS,
    OBSERVATION,
    SOURCES,
    TODAY,
    found,
    observation,
    observations,
    put,
    registers,
    text,
)

YEARS = [{"period": str(2000 + number)} for number in range(8)]


@pytest.fixture(scope="module")
def work():
    with registers() as opened:
        yield opened


def check(work, raw, name="observation"):
    return check_in(work, name, raw, "figures.csv", today=TODAY)


def test_a_good_file_has_nothing_to_be_said(work):
    checked = check(work, observations(*YEARS))
    assert (found(checked), checked.is_refused, checked.row_count) == ([], False, 8)


BROKEN = {
    "an empty cell that must be filled": ({"source": ""}, [(2, "source", "required")]),
    "a missing mark in a key": ({"period": "-"}, [(2, "period", "required")]),
    "a word that is not declared": ({"status": "firm"}, [(2, "status", "not_a_choice")]),
    "a number that cannot be read": ({"value": "1.234,5"}, [(2, "value", "decimal_comma")]),
    "a period that cannot be read": ({"period": "Jun-08"}, [(2, "period", "not_a_period")]),
    "an unknown indicator": ({"indicator_code": "EMP-RAT"}, [(2, "indicator_code", "unknown_reference")]),
    "an error of the spreadsheet in a text": ({"source": "#REF!"}, [(2, "source", "spreadsheet_error")]),
    "a control character": ({"source": "a\x07page"}, [(2, "source", "control_character")]),
    "a text longer than a spreadsheet can hold": ({"source": "x" * 32_768}, [(2, "source", "cell_too_long")]),
    "several at once": (
        {"indicator_code": "X", "value": "abc", "status": "", "source_key": "NONE"},
        [
            (2, "indicator_code", "unknown_reference"),
            (2, "source_key", "unknown_reference"),
            (2, "status", "required"),
            (2, "value", "not_a_number"),
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_cell_is_found_and_refuses_the_file(work, name):
    cells, expected = BROKEN[name]
    checked = check(work, observations({**cells}, *YEARS[1:3]))
    assert found(checked) == expected
    assert checked.is_refused
    assert (checked.preview, checked.rows) == (None, None)


def test_the_line_is_the_row_of_the_spreadsheet_also_below_titles_and_blank_lines(work):
    raw = (
        b"Oxfordshire\n\n"
        + observations(YEARS[0])
        + b"\n,,,\n"
        + observations({"value": "abc"}).split(b"\n", 1)[1]
    )
    assert found(check(work, raw)) == [(7, "value", "not_a_number")]


def test_a_finding_has_the_cell_as_written_and_the_nearest_known_name(work):
    [finding] = check(work, observations({"area_code": "E1000025"})).findings
    assert (finding.value, finding.severity) == ("E1000025", "error")
    assert finding.figures == {"dataset": "area", "nearest": "E10000025"}
    [finding] = check(work, observations({"area_code": "zzz"})).findings
    assert finding.figures["nearest"] is None


MEANT = {
    "a place by its name": ({"area_code": "Oxford"}, "E07000178"),
    "in another case and spacing": ({"area_code": " oxfordshire  "}, "E10000025"),
    "a code in small letters": ({"area_code": "e07000178"}, "E07000178"),
    "an indicator by its title": ({"indicator_code": "employment  Rate"}, "EMP-RATE"),
    "a source by its title": ({"source_key": "a title"}, "TEST"),
    "nearly a name is not one": ({"area_code": "Oxfor"}, None),
    "a name of two is of neither": ({"area_code": "Twinford"}, None),
}


@pytest.fixture(scope="module")
def with_twins():
    """Two places of one name besides."""
    headings, _, row, *_ = AREAS.splitlines()
    rows = [row.replace("E07000178,Oxford", f"{code},Twinford") for code in ("E07000901", "E07000902")]
    with registers() as opened:
        put(opened, "area", "\n".join([headings, *rows]).encode())
        yield opened


@pytest.mark.parametrize("name", MEANT)
def test_a_name_in_words_suggests_its_code(with_twins, name):
    cells, code = MEANT[name]
    [finding] = check(with_twins, observations(cells)).findings
    assert (finding.rule, finding.figures["nearest"]) == ("unknown_reference", code)


def test_a_key_that_stands_twice_is_found_on_the_later_lines(work):
    checked = check(
        work, observations(*YEARS[:2], {"period": "2000-01-01/P1Y"}, {"period": "2000", "value": "3"})
    )
    assert found(checked) == [(4, "indicator_code", "duplicate_key"), (5, "indicator_code", "duplicate_key")]
    assert checked.findings[0].value == "EMP-RATE · E10000025 · 2000-01-01/P1Y"
    assert [finding.figures for finding in checked.findings] == [
        {"first_line": 2, "differ": []},
        {"first_line": 2, "differ": [{"column": "value", "first": "77.5", "now": "3"}]},
    ]


TWICE = {
    "the same figure written otherwise": ({"value": "77.50"}, []),
    "another figure": ({"value": "78"}, ["value 77.5 there, 78 here"]),
    "a figure and none": ({"value": "", "status": "not collected"}, ["value 77.5 there, empty here"]),
    "another denominator": (
        {"value": "75", "numerator": "150", "denominator": "200"},
        ["value 77.5 there, 75 here", "numerator empty there, 150 here", "denominator empty there, 200 here"],
    ),
}


@pytest.mark.parametrize("name", TWICE)
def test_the_figures_in_which_two_lines_of_one_key_differ_are_both_told(work, name):
    cells, expected = TWICE[name]
    raw = observations({}, cells, columns=("numerator", "denominator"))
    said = [
        sentence(each.rule, each.figures) for each in check(work, raw).findings if each.severity == "error"
    ]
    with_others = (
        f", with other figures: {'; '.join(expected)}. Keep the right one." if expected else ". Keep one."
    )
    assert said == [f"The same row stands on line 2 already{with_others}"]


def test_findings_of_ragged_rows_do_not_hide_those_of_the_others(work):
    checked = check(work, observations({"value": "abc"}) + b"a,b\n")
    assert found(checked) == [(2, "value", "not_a_number"), (3, None, "row_too_short")]


def test_wrong_headings_are_told_before_any_row(work):
    checked = check(work, b"indicator_code,area_code\nX,Y\n")
    assert {rule for _, _, rule in found(checked)} == {"missing_column"}


def test_bounds_and_patterns(work):
    wrong = INDICATORS.split("\n")[0] + "\nemp,t,T,u,7,higher,annual,P1W,count,p,s,a page,TEST\n"
    checked = check(work, wrong.encode(), "indicator")
    assert found(checked) == [
        (2, "decimals", "above_maximum"),
        (2, "indicator_code", "pattern"),
        (2, "period_length", "pattern"),
    ]
    assert checked.findings[0].figures == {"maximum": 6}
    assert checked.findings[1].figures == {"pattern": "[A-Z0-9][A-Z0-9-]{1,29}"}
    negative = observations({"denominator": "-5"}, columns=["denominator"])
    assert found(check(work, negative)) == [(2, "denominator", "below_minimum")]


def test_a_row_may_name_another_row_of_the_same_file(work):
    lines = AREAS.split("\n")
    new = "E07000181,West Oxfordshire,district,E10000099,3,a page,TEST\nE10000099,A county,county,,4,a page,TEST\n"
    assert found(check(work, f"{lines[0]}\n{new}".encode(), "area")) == []
    alone = f"{lines[0]}\n{new.split(chr(10), maxsplit=1)[0]}\n"
    assert found(check(work, alone.encode(), "area")) == [(2, "parent_code", "unknown_reference")]


def test_warnings_do_not_refuse(work):
    checked = check(work, observations({"value": "0.0775k"}, columns=["Colour"]))
    assert found(checked) == [(1, "Colour", "unknown_column"), (2, "value", "scaled_number")]
    assert not checked.is_refused


WITHHELD = {
    "the value": ({"value": "*", "status": "suppressed"}, [], "suppressed"),
    "the value while the status is firm": ({"value": "c"}, [(2, "status", "status_replaced")], "suppressed"),
    "the value and its parts": (
        {"value": "*", "numerator": "*", "denominator": "*", "status": "Suppressed"},
        [],
        "suppressed",
    ),
    "a part of a value that is shown": ({"numerator": "*"}, [(2, "numerator", "mark_dropped")], "final"),
}


@pytest.mark.parametrize("name", WITHHELD)
def test_a_withheld_number_leaves_its_mark_in_the_status(work, name):
    cells, expected, status = WITHHELD[name]
    checked = check(work, observations(cells, columns=["numerator", "denominator"]))
    assert found(checked) == expected
    kept = dict(zip(OBSERVATION.columns, checked.rows.decode().split("\n")[1].split(","), strict=False))
    assert kept["status"] == status
    assert kept["numerator"] == ""


def test_a_mark_without_a_column_for_the_status_leaves_the_status_open(work):
    raw = b"indicator_code,area_code,period,value,source,source_key,remove\nEMP-RATE,E10000025,2008,*,a page,TEST,\n"
    assert found(check(work, raw)) == [(2, "status", "required")]


def test_a_dataset_without_such_a_status_refuses_the_mark(work):
    headings = (
        "organisation,area_code,period,measure,parent,line,level,amount,price_basis,role,source,source_key\n"
    )
    row = "A council,E10000025,2008-09,net,All,Roads,line,*,cash,own,a page,TEST\n"
    assert found(check(work, (headings + row).encode(), "spending_line")) == [
        (2, "amount", "mark_without_status")
    ]


def test_a_date_column_is_judged_as_a_whole(work):
    headings = "event_code,happened_on,date_precision,kind,title,source,source_key\n"
    row = "{},{},day,milestone,t,a page,TEST\n"
    settled = headings + row.format("A", "03/04/2008") + row.format("B", "30/06/2008")
    assert found(check(work, settled.encode(), "event")) == []
    open_ = headings + row.format("A", "03/04/2008") + row.format("B", "2008-06-30")
    assert found(check(work, open_.encode(), "event")) == [(2, "happened_on", "date_order_unclear")]


@pytest.fixture
def with_figures():
    with registers() as opened:
        put(opened, "observation", observations({"note": "as published"}, YEARS[1], columns=["note"]))
        yield opened


def test_what_others_still_name_cannot_be_removed(with_figures):
    raw = b"area_code,name,remove\nE10000025,,yes\n"
    [finding] = check(with_figures, raw, "area").findings[:1]
    assert (finding.rule, finding.severity, finding.value) == ("still_referred_to", "error", "E10000025")
    assert {
        (each.figures["dataset"], each.figures["rows"]) for each in check(with_figures, raw, "area").findings
    } == {
        ("area", 1),
        ("observation", 2),
    }


def test_of_a_row_to_be_removed_only_the_key_counts(with_figures):
    raw = text(
        [*observation(value="", status="", source="", source_key=""), "x"],
        headings=[
            "indicator_code",
            "area_code",
            "period",
            "value",
            "status",
            "source",
            "source_key",
            "remove",
        ],
    )
    assert found(check(with_figures, raw.encode())) == []


def test_removing_what_is_not_there_is_remarked_on(with_figures):
    raw = b"indicator_code,area_code,period,remove\nEMP-RATE,E10000025,1999,yes\n"
    checked = check(with_figures, raw)
    assert [(each.line, each.rule, each.severity) for each in checked.findings] == [
        (2, "nothing_to_remove", "warning")
    ]
    assert checked.findings[0].value == "EMP-RATE · E10000025 · 1999-01-01/P1Y"


def test_an_unclear_marker_of_removal_is_refused(with_figures):
    raw = b"indicator_code,area_code,period,remove\nEMP-RATE,E10000025,2008,maybe\n"
    assert (2, "remove", "removal_unclear") in found(check(with_figures, raw))


def test_a_column_left_out_says_how_many_cells_it_empties(with_figures):
    checked = check(with_figures, observations({}))
    assert [(each.rule, each.column, each.figures) for each in checked.findings] == [
        ("absent_column", "note", {"rows": 1})
    ]


def test_very_many_findings_of_one_kind_are_cut_off_and_counted(work, monkeypatch):
    monkeypatch.setattr(checks, "FINDINGS_PER_RULE_AND_COLUMN_MOST", 3)
    checked = check(work, observations(*({**year, "value": "abc", "status": ""} for year in YEARS)))
    rules = [rule for _, _, rule in found(checked)]
    assert (rules.count("not_a_number"), rules.count("required")) == (3, 3)
    cut = {finding.column: finding.figures for finding in checked.findings if finding.rule == "more_findings"}
    assert cut == {"value": {"of": "not_a_number", "count": 5}, "status": {"of": "required", "count": 5}}


def test_names_of_a_dataset_that_are_the_names_of_our_own_columns_do_no_harm(work):
    """Spending lines have a column `line`, targets `title`, events `kind`: words that SQL of ours might use."""
    headings = (
        "organisation,area_code,period,measure,parent,line,level,amount,price_basis,role,source,source_key\n"
    )
    row = "A council,E10000025,2008-09,net,All,{},line,{},cash,own,a page,TEST\n"
    raw = (headings + row.format("Roads", "12") + row.format("", "x")).encode()
    assert found(check(work, raw, "spending_line")) == [
        (3, "amount", "not_a_number"),
        (3, "line", "required"),
    ]


def test_every_dataset_can_be_checked_when_its_file_is_full_of_nonsense(work):
    for name in ("source", "area", "theme", "indicator", "basket_membership", "target", "event", "prevention_tag",
                 "partnership", "recommendation", "spending_line", "observation"):  # fmt: skip
        declared = dataset(name)
        raw = text(*[["?"] * len(declared.columns)] * 2, headings=declared.columns).encode()
        checked = check(work, raw, name)
        assert checked.is_refused
        assert (3, declared.key[0], "duplicate_key") in found(checked)


def test_the_registers_of_these_tests_are_themselves_without_findings(work):
    assert found(check(work, SOURCES.encode(), "source")) == []
