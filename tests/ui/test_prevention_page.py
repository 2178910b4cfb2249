"""The Prevention audit's page on the embedded edition: headline, charts, lines, another classification, empty parts."""

from __future__ import annotations

import re
import time
from urllib.parse import unquote_plus

import pytest

from indicators.assessments.audits import largest_lines
from indicators.ui.prevention_screen import literal
from indicators.wording.prevention_page import BEING_WORKED_OUT
from tests.ui.conftest import markup, words

S251 = "gross expenditure (Section 251 outturn)~Children's services (S251)"
FAMILY = f"{S251}~Family support services"
YOUNG = f"{S251}~Services for young people"
CHARTS = 4


@pytest.fixture
def audit(screen):
    """A function that opens the page with query parameters, when the audit has been made."""

    def open_audit(**query):
        test = screen("prevention", **query)
        while BEING_WORKED_OUT in words(test):
            time.sleep(0.2)
            test.run()
        assert not test.exception, test.exception
        return test

    return open_audit


def charts(test):
    return test.get("plotly_chart")


def test_the_headline_is_a_range_with_its_status_and_acute_spending_beside_it(audit):
    test = audit()
    assert test.title[0].value == "Prevention audit"
    text = words(test)
    assert "ours and unmoderated" in text
    assert "18.1%. Tags of high confidence alone give 0.0%, those of high and medium confidence 15.2%" in text
    assert (
        "It is 18.1% by each of the 4 schemes that can read these lines. They rest on 2 codings, both ours."
        in text
    )
    assert "fell by 16.3 points in the single year 2017/18: a step or a recoding" in text
    assert "£32.9 million in 2016/17, £17.7 million in 2017/18 and £32.3 million in 2024/25" in text
    assert "England (all authorities): 25.2% in 2016/17, 18.4% in 2024/25." in text
    assert "A rising share is not a falling acute bill" in text
    assert "Core a head, 2024/25: there is no estimate of the people for 30 June 2024." in text
    assert "Not recorded" not in text


def test_every_chart_has_its_finding_its_words_and_its_table(audit):
    test = audit()
    assert len(charts(test)) == CHARTS
    headings = [heading.value for heading in test.header]
    assert any(finding.startswith("Core prevention was 18.1% of spending in scope") for finding in headings)
    assert "Core prevention went from £29.0 million in 2023/24 to £32.3 million in 2024/25" in headings
    assert "Acute spending is the largest level, with 80.6% of what is in scope in 2024/25" in headings
    text = words(test)
    for caption in ("Shares and money by year", "step by step", "by partner and level"):
        assert caption in text
    assert "There is no earlier edition whose tags could be used again" in text


def test_lines_say_who_judged_them(audit):
    text = words(audit())
    assert "Family support services" in text
    assert "50% primary prevention, 50% secondary prevention" in text
    assert "product team: ours, unmoderated" in text
    assert "Learning disability support" not in text
    every = audit(lines="all", rows="2")
    assert "26 to 50 of" in words(every)


def test_empty_parts_say_how_they_are_filled(audit):
    test = audit()
    text, links = words(test), markup(test)
    assert "no claim of influence has been recorded" in text
    assert "nobody has coded the lines a second time" in text
    assert "A link between spending and an indicator is not a cause." in text
    for name in ("influence_claim", "prevention_tag", "intervention_evidence", "assurance_opinion"):
        assert f'href="submit?dataset={name}"' in links


def test_totals_that_do_not_add_up_stand_apart_from_questions(audit):
    text = words(audit())
    astray, _, questions = text.partition("Questions about the coding")
    assert "In 2022/23 the lines sum to £13,290.0 million, £55,335 thousand more" in astray
    assert "exact halves" in questions


def test_a_line_classified_differently_moves_headline_trend_and_benchmarks(audit):
    test = audit(count=f"{FAMILY}~SP:0.5+AS:0.5")
    text = words(test)
    assert "Not recorded: classified differently for this view only" in text
    assert "Family support services: 50% secondary prevention, 50% acute spending" in text
    assert "So the core share of 2024/25 is 10.8% instead of 18.1% as recorded: −7.2 points." in text
    assert "England (all authorities): 25.2% in 2016/17" not in text
    assert 'href="prevention"' in markup(test)
    assert charts(test)[0].proto.spec != charts(audit())[0].proto.spec


def test_two_lines_are_taken_back_one_by_one(audit):
    links = markup(audit(count=f"{FAMILY}~AS:1|{YOUNG}~AS:1"))
    left = re.findall(r'href="prevention\?count=([^"]*)"', links)
    assert [unquote_plus(address) for address in left] == [f"{YOUNG}~AS:1", f"{FAMILY}~AS:1"]
    assert "Count everything as recorded" in links


UNREADABLE = {
    "no coding": ("nonsense", "cannot be read"),
    "no such line": ("a~b~c~SP:1", "names a line that this edition does not have: “c”"),
    "no such level": (f"{FAMILY}~ZZ:1", "names the level “ZZ”, which this scheme does not have"),
    "not whole": (f"{FAMILY}~SP:0.5", "shares that do not sum to 1"),
    "twice": (f"{FAMILY}~SP:1|{FAMILY}~AS:1", "a second time"),
    "not a number": (f"{FAMILY}~SP:lots", "cannot be read"),
    "script": ("<b>x</b>~b~c~SP:1", "does not have"),
}


@pytest.mark.parametrize(("count", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_counted_is_refused_in_words(audit, count, said):
    test = audit(count=count)
    assert said in words(test)
    assert "<b>" not in markup(test)


def test_another_scheme_is_counted_and_stands_in_the_address(audit):
    text = words(audit(scheme="THREE-CLASS"))
    assert "18.1%" in text
    mixed = words(audit(scheme="THREE-CLASS", count=f"{FAMILY}~MX:1"))
    assert "Family support services: mixed" in mixed
    assert "instead of 18.1% as recorded" in mixed


def test_what_does_not_exist_is_said(audit):
    assert "no edition “1999”" in words(audit(edition="1999"))
    assert "cannot be counted by “CIPFA-2025”" in words(audit(scheme="CIPFA-2025"))
    assert "cannot be counted by “nonsense”" in words(audit(scheme="nonsense"))


def test_until_it_is_made_the_page_says_so(screen, monkeypatch):
    for module in ("prevention_choices", "prevention_screen"):
        monkeypatch.setattr(f"indicators.ui.{module}.ready_audit", lambda *_, **__: None)
    test = screen("prevention")
    assert BEING_WORKED_OUT in words(test)
    assert not charts(test)


def test_names_are_shown_as_they_stand():
    assert (
        literal("A *bold* [name](http://x) costs $5: #1") == r"A \*bold\* \[name\](http\://x) costs \$5\: \#1"
    )


def test_a_list_that_is_cut_says_so(audit, monkeypatch):
    monkeypatch.setattr("indicators.ui.prevention_screen.lines_of", cut)
    assert "Only the largest lines are listed" in words(audit())


def cut(snapshot, found):
    partners = tuple(each.organisation for each in found.rows.returns)
    return largest_lines(snapshot, found.rows.read_at, found.edition, found.rows.coding, partners, most=20)


def test_before_the_first_edition_there_is_none(screen):
    assert "No edition of the audit has been recorded at this moment" in words(
        screen("prevention", as_at="3")
    )


def test_the_form_writes_the_line_into_the_address(audit):
    test = audit()
    line = test.selectbox(key="differently-line")
    line.set_value(next(option for option in line.options if option.startswith("Family support")))
    test.selectbox(key="differently-level").set_value("Acute spending")
    next(button for button in test.button if button.label == "Show it so").click().run()
    assert not test.exception, test.exception
    assert test.query_params["count"] == f"{FAMILY}~AS:1"
    assert "as recorded: −14.5 points" in words(test)
