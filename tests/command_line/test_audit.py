"""`audit` and the part of `lint` that asks about the coding of spending."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from indicators.datasets import dataset
from indicators.wording import prevention

PARTS = list(prevention.PARTS.values())


def write(path, name, *rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, dataset(name).columns)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_the_latest_edition_in_its_twelve_parts(figures):
    text = figures.text("audit")
    assert "Prevention audit 2024-25" in text
    assert "18.1%" in text
    assert "a step or a recoding, which statistics cannot tell" in text
    assert "ours and unmoderated" in text
    assert [text.index(part) for part in PARTS] == sorted(text.index(part) for part in PARTS)
    assert text.count("Missing:") == 7


@pytest.mark.parametrize("year", ["2024-25", "2024/25", "2024-04-01/P1Y"])
def test_a_year_may_be_written_in_any_way(figures, year):
    assert figures.read("audit", "--year", year)["edition"]["code"] == "2024-25"


def test_figures_for_programs(figures):
    answer = figures.read("audit", "--year", "2024-25")
    last = answer["years"][-1]
    assert last["label"] == "2024/25"
    assert last["shares"]["core_of_in_scope"] == pytest.approx(0.1805697858)
    assert last["core"]["cash"] == pytest.approx(32289.964)
    assert last["nothing_a_head"]["code"] == "no_population"
    assert answer["course"]["largest_change_begins"] == 2017
    assert answer["course"]["statistics_can_tell"] is False
    assert answer["movement"]["no_reclassification"]["code"] == "no_earlier_edition"
    assert answer["missing"] == [
        *("pooled", "saving", "influence", "evidence", "outcomes"),
        *("second_coder", "sign_offs"),
    ]
    astray = [each for each in answer["control_totals"] if each["adds_up"] is False]
    assert {each["period"][:4] for each in astray if each["organisation"].startswith("England")} == {
        "2017",
        "2022",
    }


def test_counting_by_another_scheme(figures):
    assert figures.read("audit", "--scheme", "DEMOS-PDEL")["scheme"]["code"] == "DEMOS-PDEL"


def test_a_year_without_an_edition_is_refused_with_those_there_are(figures):
    error = figures.read("audit", "--year", "2016-17", code=1)["error"]
    assert error["code"] == "edition_unknown"
    assert "2024-25" in error["way_out"]


def test_a_scheme_that_cannot_read_it_is_refused(figures):
    error = figures.read("audit", "--scheme", "CIPFA-2025", code=1)["error"]
    assert error["code"] == "scheme_unknown"
    assert "WELSH-2018" in error["way_out"]


def test_before_there_was_an_edition_it_says_so(figures):
    for asked in ((), ("--year", "2024-25")):
        error = figures.read("audit", "--as-at", "5", *asked, code=1)["error"]
        assert error["code"] == "no_editions"
        assert error["message"] == "At entry 5 of the ledger there was no edition of the prevention audit."
        assert "prevention_edition" in error["way_out"]


def test_what_is_submitted_fills_the_parts_that_were_missing(own_figures, tmp_path):
    sourced = {"source": "minute 5", "source_key": "OURS"}
    claim = {
        "claim_code": "C1",
        "edition_code": "2024-25",
        "statement": "Youth work was kept.",
        "mechanism": "pooled_decision",
        "organisation": "Oxfordshire County Council",
        "gross": "1200",
        "deadweight": "0.25",
        "leakage": "0",
        "displacement": "0",
        "substitution": "0.10",
        "influence_grade": "I4",
        "decision_ref": "Cabinet, minute 7",
        "decided_on": "2024-06-18",
        "counterfactual": "The money would have gone to placements.",
        "confirmed_by": "section 151 officer",
        **sourced,
    }
    opinion = {
        "edition_code": "2024-25",
        "stage": "self_assessed",
        "organisation": "All organisations",
        "given_by": "finance officer",
        "given_on": "2026-11-22",
        **sourced,
    }
    pooled = {
        "agreement_code": "P1",
        "title": "Joint commissioning",
        "legal_basis": "s75_NHS_2006",
        "host": "Oxfordshire County Council",
        "organisation": "NHS",
        "period": "2024-25",
        "amount": "400000",
        **sourced,
    }
    study = {
        "evidence_code": "E1",
        "measure": "gross expenditure (Section 251 outturn)",
        "parent": "Children's services (S251)",
        "line": "Services for young people",
        "method_scale": "EIF",
        "native_rating": "3",
        "common_grade": "E3",
        "indicator_code": "EMP-RATE",
        "lag_years": "2",
        **sourced,
    }
    rows = {
        "influence_claim": claim,
        "assurance_opinion": opinion,
        "pooled_agreement": pooled,
        "intervention_evidence": study,
    }
    for name, row in rows.items():
        path = write(tmp_path / f"{name}.csv", name, row)
        own_figures.read("submit", path, "--dataset", name, "--note", "n", "--as", "an officer")
    answer = own_figures.read("audit")
    assert answer["missing"] == ["saving", "second_coder"]
    assert answer["influence"]["demonstrated"] == 810
    text = own_figures.text("audit")
    assert "1 claim: £1.2 million gross, £0.8 million net" in text
    assert "Assurance has come to “Self-assessed” (1 of 5 stages)." in text
    assert "finance officer, 22 November 2026" in " ".join(text.split())
    assert "Joint commissioning (Oxfordshire County Council): NHS, £400.0 million" in text
    assert "Services for young people: EMP-RATE, after 2.0 years" in text
    assert prevention.LINK_IS_NO_CAUSE in text


def test_a_second_coder_and_a_moderated_line(own_figures, tmp_path):
    with (Path(__file__).parents[2] / "data" / "prevention_tags.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        welsh = [row for row in csv.DictReader(file) if row["scheme_code"] == "WELSH-2018"]
    first = [{**row, "role": "first", "coder": "officer A"} for row in welsh]
    second = [{**row, "role": "second", "coder": "officer B"} for row in welsh]
    for row in second:
        if row["line"] == "Family support services" and row["parent"].startswith("Children's services"):
            row["prevention_level"] = "TP"
    path = write(tmp_path / "coded.csv", "prevention_tag", *first, *second)
    own_figures.read("submit", path, "--dataset", "prevention_tag", "--note", "n", "--as", "an officer")
    answer = own_figures.read("audit")
    assert answer["ours_unmoderated"] is False
    assert answer["in_force"] == {"first": answer["years"][-1]["shares"]["classified"]}
    assert answer["agreement"]["lines"] == 62
    assert 0.9 < answer["agreement"]["kappa"] < 1
    assert "Two coders agree on 62 lines with a kappa of" in own_figures.text("audit")


def tag(level, proportion, *, role="suggested", remove=""):
    return {
        "edition_code": "2024-25",
        "scheme_code": "WELSH-2018",
        "organisation": "All organisations",
        "measure": "gross expenditure (Section 251 outturn)",
        "parent": "Children's services (S251)",
        "line": "Family support services",
        "role": role,
        "prevention_level": level,
        "proportion": proportion,
        "method": "apportioned_judgement",
        "rationale": "why",
        "coder": "officer",
        "coded_on": "2026-11-22",
        "source": "ours",
        "source_key": "OURS",
        "remove": remove,
    }


CODINGS = {
    "a level more than the stored one": ([tag("TP", "1")], "2"),
    "a stored level made smaller alone": ([tag("SP", "0.5")], "0.5"),
    "a new coding that falls a millionth short": ([tag("PP", "0.999999", role="first")], "0.999999"),
    "the stored level divided": ([tag("SP", "0.5"), tag("AS", "0.5")], None),
    "the stored level replaced": ([tag("SP", "1", remove="remove"), tag("TP", "1")], None),
    "the stored coding removed": ([tag("SP", "1", remove="remove")], None),
    "a new coding in thirds": (
        [
            tag("PP", "0.333333", role="first"),
            tag("SP", "0.333333", role="first"),
            tag("AS", "0.333334", role="first"),
        ],
        None,
    ),
}


@pytest.mark.parametrize(("rows", "total"), CODINGS.values(), ids=CODINGS)
def test_shares_of_a_line_must_make_a_whole_with_what_is_stored(figures, tmp_path, rows, total):
    path = tmp_path / "tags.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    answer = figures.read("check", path, "--dataset", "prevention_tag", code=0 if total is None else 1)
    wrong = [each for each in answer["findings"] if each["rule"] == "shares_not_one"]
    assert [each["figures"]["sum"] for each in wrong] == ([] if total is None else [total])


def test_lint_asks_about_the_coding_too(figures):
    answer = figures.read("lint", code=1)
    assert answer["prevention"]["edition"] == "2024-25"
    assert answer["prevention"]["summary"] == "9 questions about the coding of edition 2024-25."
    sentences = [each["sentence"] for each in answer["prevention"]["findings"]]
    assert any("£55,335 thousand more than the published total" in each for each in sentences)
    assert "What an auditor would ask about the coding" in figures.text("lint", code=1)


def test_a_published_edition_is_refused_by_the_command_too(own_figures, tmp_path):
    def rows_of(name):
        with (Path(__file__).parents[2] / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    stated = ("--note", "n", "--as", "an officer")
    edition = {**rows_of("prevention_editions")[0], "status": "published", "published_on": "2026-11-21"}
    path = write(tmp_path / "editions.csv", "prevention_edition", edition)
    own_figures.read("submit", path, "--dataset", "prevention_edition", *stated)
    tag = {**rows_of("prevention_tags")[0], "rationale": "another"}
    path = write(tmp_path / "tags.csv", "prevention_tag", tag)
    answer = own_figures.read("submit", path, "--dataset", "prevention_tag", *stated, code=1)
    assert [each["rule"] for each in answer["findings"]] == ["edition_frozen"]
    assert "Edition 2024-25 is published and stays as it is." in answer["findings"][0]["message"]
    recorded = own_figures.read("history")["entries"]
    published = next(each for each in recorded if each["dataset"] == "prevention_edition")
    error = own_figures.read("withdraw", published["id"], *stated, code=1)["error"]
    assert (error["code"], error["figures"]["editions"]) == ("edition_published", "2024-25")
    assert "restates it" in error["way_out"]
