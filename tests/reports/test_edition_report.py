"""The report of the embedded edition: twelve parts, those that are missing named, and the figures of the page."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from indicators.assessments.audited import SchemeNotReadable, audit
from indicators.charts.palette import palette
from indicators.prevention.edition import judge_edition
from indicators.prevention.restatement import LineRevised, MeasureChange, Restatement
from indicators.prevention.rows import Contribution, InfluenceClaim, InterventionEvidence, Opinion
from indicators.reports import audit_words
from indicators.reports.document import Bullets, Chart, Heading, KeyFigures, Missing, Paragraph, Table
from indicators.reports.document_file import document_file
from indicators.reports.edition_bars import levels_drawing
from indicators.reports.edition_charts import money_drawing, shares_drawing
from indicators.reports.edition_gathered import MOST_LINES, gathered
from indicators.reports.edition_report import edition_report, printed
from indicators.scrutiny.recorded import RecordedQuestion
from indicators.submissions.first_start import ready_store
from indicators.wording import edition_report as words
from indicators.wording import prevention
from tests.reports.printed import squeezed, words_of_docx, words_of_pdf

EDITION = "2024-25"
S251 = ("gross expenditure (Section 251 outturn)", "Children's services (S251)")


@pytest.fixture(scope="module")
def snapshot():
    return ready_store().snapshot()


@pytest.fixture(scope="module")
def report(snapshot):
    return edition_report(snapshot, EDITION, snapshot.version.seq)


ASKED = RecordedQuestion(
    **dict.fromkeys(field.name for field in fields(RecordedQuestion))
    | {
        "code": "Q1",
        "question": "Why did the share fall?",
        "subject_kind": "edition",
        "subject": EDITION,
        "asked_on": date(2026, 10, 2),
        "answer": "Lines were recoded.",
    }
)


def of_kind(document, kind):
    return [each for each in document.blocks if isinstance(each, kind)]


def part(document, name):
    """The blocks under one of the twelve headings."""
    found, inside = [], False
    for each in document.blocks:
        if isinstance(each, Heading) and each.level == 1:
            inside = each.text == prevention.PARTS[name]
        elif inside:
            found.append(each)
    return found


def test_it_has_the_twelve_parts_in_their_order(report):
    headings = [each.text for each in of_kind(report, Heading) if each.level == 1]
    assert headings == [*prevention.PARTS.values(), words.LINES]


def test_parts_that_are_missing_are_named_as_missing(report):
    missing = {
        name for name in prevention.PARTS if any(isinstance(each, Missing) for each in part(report, name))
    }
    assert missing == {"pooled", "saving", "influence", "evidence", "outcomes", "confidence", "sign_offs"}
    for each in of_kind(report, Missing):
        assert each.text.startswith("Missing: ")


def test_the_headline_is_a_range_under_the_name_of_the_edition(report):
    assert report.title == "Prevention audit 2024-25"
    lead = next(each.text for each in of_kind(report, Paragraph) if each.look == "lead")
    assert "£32.3 million of £178.8 million in scope" in lead
    assert "18.1%. Tags of high confidence alone give 0.0%, those of high and medium confidence 15.2%" in lead
    (key,) = of_kind(report, KeyFigures)
    assert [each.figure for each in key.figures] == ["18.1%", "19.4%", "100.0%", "£144.1m"]
    assert any("ours and unmoderated" in line for line in report.lines)
    assert any(re.match(r"As recorded at .* \(entry \d+, [0-9a-f]{12}\)\.$", line) for line in report.lines)
    assert any("Section 251" in line for line in report.lines)


def test_places_by_the_same_rule_and_the_fall_are_said(report):
    said = [item for each in of_kind(report, Bullets) for item in each.items]
    assert "England (all authorities): 25.2% in 2016/17, 18.4% in 2024/25." in said
    texts = " ".join(each.text for each in of_kind(report, Paragraph))
    assert "fell by 16.3 points in the single year 2017/18: a step or a recoding" in texts
    assert "A rising share is not a falling acute bill" in texts


def test_what_published_lines_do_not_add_up_is_in_the_part_on_errors(report):
    tables = {each.caption: each for each in part(report, "confidence") if isinstance(each, Table)}
    astray = tables["Returns whose lines miss their published total"]
    assert sum("England" in about for about, _ in astray.rows) == 2


def test_every_chart_has_a_finding_an_alt_text_and_figures_near_it(report):
    charts = of_kind(report, Chart)
    assert len(charts) == 4
    for chart in charts:
        assert chart.finding
        assert chart.alt.startswith(chart.finding)
    assert {each.caption for each in part(report, "spend") if isinstance(each, Table)} >= {
        "Shares and money by year",
        "Money of 2024/25 by partner and level",
    }


def test_all_its_figures_are_in_both_files(report):
    in_docx, in_pdf = words_of_docx(document_file(report, "docx")), words_of_pdf(document_file(report, "pdf"))
    for each in of_kind(report, Table):
        for cell in (cell for row in each.rows for cell in row):
            assert cell in in_docx
            assert squeezed(cell) in in_pdf


def test_the_lines_are_the_largest_ones_of_the_headline(snapshot, report):
    lines = [each for each in of_kind(report, Table) if each.caption == words.LINES_CAPTION]
    amounts = [Decimal(row[2].replace(",", "")) for each in lines for row in each.rows]
    assert amounts == sorted(amounts, reverse=True)
    assert 5 < len(amounts) <= MOST_LINES


def test_another_scheme_counts_otherwise_and_one_that_cannot_is_refused(snapshot):
    other = edition_report(snapshot, EDITION, snapshot.version.seq, "DEMOS-PDEL")
    assert "Preventative expenditure limit" in " ".join(other.lines)
    with pytest.raises(SchemeNotReadable):
        edition_report(snapshot, EDITION, snapshot.version.seq, "NO-SUCH")


def test_no_edition_no_report(snapshot):
    assert edition_report(snapshot, "1066-67", snapshot.version.seq) is None


def test_parts_that_are_recorded_are_told(snapshot):
    found = audit(snapshot, EDITION, snapshot.version.seq)
    (counted,) = found.rows.returns
    own = counted.organisation
    rows = replace(
        found.rows,
        claims=[
            InfluenceClaim(
                "C1",
                "A pooled budget",
                "pooled_decision",
                own,
                *map(Decimal, ["1200", "0.25", "0", "0", "0.1"]),
                "I4",
            )
        ],
        opinions=[Opinion("self_assessed", own, "finance officer", date(2026, 5, 1), "reasonable", None)],
        contributions=[
            Contribution(
                "P1",
                "Better care",
                "s75_NHS_2006",
                "The council",
                own,
                found.edition.period,
                Decimal(5000),
                None,
            )
        ],
        evidence=[
            InterventionEvidence(
                "E1",
                counted.measure,
                counted.parent,
                "Family support services",
                "E3",
                "CHILD-POV",
                Decimal(2),
            )
        ],
    )
    what = replace(
        gathered(snapshot, snapshot.version.seq, judge_edition(rows)),
        indicators={"CHILD-POV": "Children in poverty"},
        questions=(ASKED, replace(ASKED, asked_on=date(2026, 10, 3), answer=None)),
    )
    made = printed(what)
    said = {name: part(made, name) for name in ("pooled", "influence", "evidence", "outcomes", "sign_offs")}
    assert not [each for blocks in said.values() for each in blocks if isinstance(each, Missing)]
    assert said["pooled"][0].rows == (("Better care", "s75_NHS_2006", "The council", own, "5.0", "–"),)
    assert said["influence"][0].text == (
        "1 claim: £1.2 million gross, £0.8 million net of what would have happened anyway, of which £0.8 million is "
        "demonstrated (grade I3 or more)."
    )
    assert said["influence"][1].rows == (("I4", "A pooled budget", own, "1.2", "0.8"),)
    rule, mix, studies = said["evidence"]
    assert rule.text == words.MIX_RULE
    # by hand from data/spending_lines.csv: 25,883 thousand of 25,883 + 5,137 + 1,270
    assert mix.rows == (
        ("E3, one rigorous evaluation", "25.9", "80.2%"),
        ("No study recorded", "6.4", "19.8%"),
    )
    assert studies.rows == (("E3", counted.parent, "Family support services"),)
    assert said["outcomes"][0].items == ("Family support services: Children in poverty, after 2.0 years",)
    stages, asked = [each for each in said["sign_offs"] if isinstance(each, Table)]
    assert asked.rows == (
        ("2 October 2026", "Why did the share fall?", "Lines were recoded."),
        ("3 October 2026", "Why did the share fall?", words.NO_ANSWER),
    )
    assert stages.rows[0][:2] == ("Self-assessed", "● given")
    assert "finance officer, 1 May 2026" in stages.rows[0][2]
    assert [row[1] for row in stages.rows[1:]] == ["○ next", "○ not yet", "○ not yet", "○ not yet"]


def test_the_stages_of_its_making_are_told(snapshot):
    told = []
    edition_report(snapshot, EDITION, snapshot.version.seq, tell=told.append)
    assert set(told) <= words.STAGES.keys()
    assert told == ["judging", "lines"]


def test_of_many_partners_the_largest_are_drawn_and_all_are_counted(snapshot):
    found = audit(snapshot, EDITION, snapshot.version.seq)
    (spent,) = found.levels.values()
    many = replace(found, levels={f"Partner {i}": spent for i in range(6)})
    drawn = levels_drawing(many, palette("light"))
    assert drawn.finding.endswith("; drawn are the 4 of 6 partners that spend most")
    share = sum(amounts["AS"] for amounts in many.levels.values()) / found.this_year.shares.in_scope
    assert f"with {round(share * 100, 1)}% of what is in scope" in drawn.finding
    assert len(drawn.figure["data"]) == 4


def test_a_place_without_figures_is_not_said(snapshot):
    found = audit(snapshot, EDITION, snapshot.version.seq)
    assert audit_words.benchmarks(replace(found, benchmarks={"England": {}})) == []


def test_an_edition_without_any_figure_says_what_would_fill_it(snapshot):
    found = audit(snapshot, EDITION, snapshot.version.seq)
    nothing = dict.fromkeys(("returns", "amounts", "totals", "coders", "codings", "splits", "pairs"), ())
    empty = judge_edition(replace(found.rows, **nothing, readings={}))
    what = replace(gathered(snapshot, snapshot.version.seq, found), audit=empty, lines=(), sources=())
    made = printed(what)
    assert [each.text for each in of_kind(made, Heading)] == list(prevention.PARTS.values())
    missing = {
        name for name in prevention.PARTS if any(isinstance(each, Missing) for each in part(made, name))
    }
    assert missing == prevention.PARTS.keys() - {"scheme", "restatement"}
    assert all(each.rows for each in of_kind(made, Table))
    assert all(each.text for each in of_kind(made, Paragraph))
    assert "add up" not in " ".join(each.text for each in of_kind(made, Paragraph))
    for kind in ("pdf", "docx"):
        assert document_file(made, kind)


def test_a_single_year_draws_no_line(snapshot):
    found = audit(snapshot, EDITION, snapshot.version.seq)
    alone = replace(found, years=found.years[-1:])
    assert shares_drawing(alone, palette("light")) is None
    assert money_drawing(alone, palette("light")) is None


def test_a_restatement_says_what_is_different(snapshot):
    found = audit(snapshot, EDITION, snapshot.version.seq)
    before = Restatement(
        restates="2024-25 first",
        words="Two lines were coded anew.",
        measures=(MeasureChange("core_share", Fraction(1, 5), Fraction(1, 6)),),
        recoded=(),
        revised=(LineRevised("The council", (*S251, "Youth justice"), Decimal(1000), Decimal(2500)),),
        returns_added=(),
        returns_left=(),
    )
    made = printed(replace(gathered(snapshot, snapshot.version.seq, found), restated=before))
    blocks = part(made, "restatement")
    said = [each.text for each in blocks if isinstance(each, Paragraph)]
    assert "Two lines were coded anew." in said
    assert "The core share is 16.7%, where edition 2024-25 first said 20.0%." in said
    rows = [each.rows for each in blocks if isinstance(each, Table)]
    assert rows == [
        (("Core share", "20.0%", "16.7%", "−3.3 points"),),
        (("The council, Children's services (S251): Youth justice", "1.0", "2.5"),),
    ]
