"""The tagging workbench without a browser: a coding from the grid to the ledger, two coders apart, moderation, published editions."""

from __future__ import annotations

import hashlib

from indicators.assessments.tagging import EVERYBODY, Workplace
from indicators.datasets import dataset
from indicators.store.rows_in_force import rows_in_force
from indicators.submissions import accept
from indicators.submissions.first_start import ready_store
from indicators.wording import submit_page
from indicators.wording import tagging as workbench
from tests.submissions.test_edition_rules import file
from tests.ui.conftest import markup, words

EDITION = "2024-25"
S251 = ("gross expenditure (Section 251 outturn)", "Children's services (S251)")
FAMILY, YOUNG = "Family support services", "Services for young people"


def place(role="first"):
    at = Workplace(EDITION, "WELSH-2018", EVERYBODY, role)
    return f"tagging-{hashlib.sha256(repr(at).encode()).hexdigest()[:16]}"


def on_screen(test, role="first"):
    return test.session_state[place(role)].on_screen


def listed(test, role="first"):
    """The names of the lines on the screen, in the order of the grid."""
    return [line.key[2] for line in on_screen(test, role).lines]


def fill_in(test, line, *, role="first", **cells):
    """Type into the cells of a line; levels by their code."""
    editor = on_screen(test, role).editor
    edited = dict(test.session_state[editor]["edited_rows"]) if editor in test.session_state else {}
    edited[listed(test, role).index(line)] = {
        f"level:{name}" if name.isupper() else name: value for name, value in cells.items()
    }
    test.session_state[editor] = {"edited_rows": edited, "added_rows": [], "deleted_rows": []}
    test.run()
    assert not test.exception, test.exception
    return test


def press(test, label):
    next(each for each in test.button if each.label == label).click().run()
    assert not test.exception, test.exception
    return test


def check(test, who="county finance officer"):
    next(each for each in test.text_input if each.label == workbench.YOU).set_value(who).run()
    return press(test, workbench.CHECK)


def record(test):
    test.text_area[0].set_value("A coding")
    next(each for each in test.text_input if each.label == submit_page.BY).set_value("Finance")
    return press(test, submit_page.COMMIT)


def tags(store, *columns, line, role):
    declared = dataset("prevention_tag")
    rows = [
        dict(zip(declared.columns, row, strict=True))
        for row in rows_in_force(store.snapshot(), "prevention_tag")
    ]
    found = [
        row for row in rows if (row["scheme_code"], row["line"], row["role"]) == ("WELSH-2018", line, role)
    ]
    return [tuple(row[name] for name in columns) for row in found]


def coding(line, level, role, proportion="1", **more):
    row = {
        "edition_code": EDITION,
        "scheme_code": "WELSH-2018",
        "organisation": EVERYBODY,
        "measure": S251[0],
        "parent": S251[1],
        "line": line,
        "role": role,
        "prevention_level": level,
        "proportion": proportion,
        "method": "whole_line",
        "confidence": "high",
        "rationale": f"the {role} coder's reason",
        "coder": f"the {role} coder",
        "coded_on": "2026-11-01",
        "source": "a page",
        "source_key": "OURS",
    }
    return row | more


def send(store, name, *rows):
    accept(store, name, file(name, *rows), f"{name}.csv", by="us", note="a test")
    store.snapshot()


def test_lines_are_listed_with_suggestions_that_say_where_they_come_from(screen):
    test = screen("tagging")
    text = words(test)
    assert "0 of 7 lines are coded: £0.0 million of" in text
    assert listed(test)[0] == "Children looked after"
    frame = on_screen(test).frame
    said = frame["suggestion"][listed(test).index(YOUNG)]
    assert said == "50% primary prevention, 50% secondary prevention (ours, unmoderated)"
    levels = [name for name in frame.columns if name.startswith("level:")]
    assert levels == [f"level:{code}" for code in ("PP", "SP", "TP", "AS", "EN", "UC", "OOS")]
    assert workbench.NOTHING_DONE in text


def test_a_line_is_coded_from_the_grid_to_the_ledger(screen, own_home):
    test = screen("tagging")
    fill_in(test, FAMILY, AS=90, confidence="medium", rationale="mostly statutory")
    assert "Family support services: 90% so far, 10% is missing." in words(test)
    fill_in(test, FAMILY, AS=60, SP=40, confidence="medium", rationale="mostly statutory")
    check(test)
    text = words(test)
    assert "The core share of 2024/25 would be" in text
    assert "instead of 18.1%" in text
    assert "Against the coding that counts now" in text
    assert "60% acute spending, 40% secondary prevention" in text
    record(test)
    assert [each.value for each in test.success] == [workbench.RECORDED]
    found = tags(
        own_home, "prevention_level", "proportion", "method", "coder", "rationale", line=FAMILY, role="first"
    )
    said = ("apportioned_judgement", "county finance officer", "mostly statutory")
    assert found == [("AS", 0.6, *said), ("SP", 0.4, *said)]
    assert FAMILY not in listed(test)
    assert "1 of 7 lines is coded" in words(test)


def test_a_suggestion_is_taken_and_an_open_line_is_refused_by_name(screen, own_home):
    test = screen("tagging")
    fill_in(test, YOUNG, take=True)
    fill_in(test, FAMILY, SP=50, rationale="half")
    check(test)
    text = words(test)
    assert "would sum to 0.5, not 1" in text
    assert f"{S251[1]}: {FAMILY}, SP" in text
    assert submit_page.COMMIT not in [each.label for each in test.button]
    fill_in(test, FAMILY, SP=100, rationale="all of it")
    check(test)
    record(test)
    assert tags(own_home, "prevention_level", line=YOUNG, role="first") == [("PP",), ("SP",)]
    assert tags(own_home, "prevention_level", line=FAMILY, role="first") == [("SP",)]


def test_every_suggestion_of_the_page_is_taken_but_what_was_typed_stays(screen, own_home):
    test = screen("tagging")
    fill_in(test, FAMILY, TP=100, rationale="mine")
    press(test, workbench.TAKE_ALL)
    assert "7 lines are filled in and not recorded yet." in words(test)
    check(test)
    record(test)
    assert tags(own_home, "prevention_level", "rationale", line=FAMILY, role="first") == [("TP", "mine")]
    assert tags(own_home, "prevention_level", line=YOUNG, role="first") == [("PP",), ("SP",)]
    assert "7 of 7 lines are coded" in words(test)


def test_a_restatement_is_offered_the_coding_that_it_restates(screen, own_home):
    send(own_home, "prevention_tag", coding(FAMILY, "TP", "first"))
    (row,) = rows_in_force(own_home.snapshot(), "prevention_edition")
    names = dataset("prevention_edition").columns
    edition = {name: "" if value is None else str(value) for name, value in zip(names, row, strict=True)}
    (row,) = rows_in_force(own_home.snapshot(), "partner_return")
    names = dataset("partner_return").columns
    returned = {name: "" if value is None else str(value) for name, value in zip(names, row, strict=True)}
    code = {"edition_code": "2024-25-R1"}
    send(own_home, "prevention_edition", {**edition, **code, "restates": EDITION, "changes": "Anew."})
    send(own_home, "partner_return", {**returned, **code})
    test = screen("tagging", edition="2024-25-R1")
    at = Workplace("2024-25-R1", "WELSH-2018", EVERYBODY, "first")
    page = test.session_state[f"tagging-{hashlib.sha256(repr(at).encode()).hexdigest()[:16]}"].on_screen
    said = dict(zip(page.frame["line"], page.frame["suggestion"], strict=True))
    assert said[FAMILY] == "tertiary prevention (edition 2024-25, first coder)"


def test_what_was_typed_outlives_other_choices_and_can_be_begun_again(screen, own_home):
    test = screen("tagging")
    fill_in(test, FAMILY, SP=100, rationale="why")
    test.query_params["which"] = "done"
    test.run()
    assert "1 line is filled in and not recorded yet." in words(test)
    test.query_params["which"] = "all"
    test.run()
    row = listed(test).index(FAMILY)
    assert on_screen(test).frame["level:SP"][row] == 100
    assert on_screen(test).frame["rationale"][row] == "why"
    press(test, workbench.BEGIN_AGAIN)
    assert workbench.NOTHING_DONE in words(test)
    assert not on_screen(test).frame["level:SP"].notna().any()


def test_nobody_codes_without_saying_in_which_role(screen, own_home):
    test = screen("tagging")
    fill_in(test, FAMILY, SP=100, rationale="why")
    check(test, who=" ")
    assert workbench.CODER_MISSING in words(test)


def test_the_second_coder_sees_nothing_of_the_first(screen, own_home):
    send(own_home, "prevention_tag", coding(FAMILY, "TP", "first", rationale="a secret of the first"))
    test = screen("tagging", role="second", which="all")
    everything = words(test) + on_screen(test, "second").frame.to_csv()
    assert "a secret of the first" not in everything
    assert "kappa" not in everything
    fill_in(test, FAMILY, role="second", SP=100, rationale="the second says")
    check(test)
    text = words(test)
    assert "The second coding does not count in the headline." in text
    assert "a secret of the first" not in text
    record(test)
    assert tags(own_home, "prevention_level", line=FAMILY, role="second") == [("SP",)]
    assert tags(own_home, "prevention_level", line=FAMILY, role="first") == [("TP",)]


def test_a_second_coder_is_not_handed_what_the_first_may_have_taken_over(screen):
    test = screen("tagging", role="second", which="all")
    assert on_screen(test, "second").frame["suggestion"].isna().all()
    assert workbench.TAKE_ALL not in [button.label for button in test.button]
    assert workbench.TAKE_ALL in [button.label for button in screen("tagging").button]


def test_who_moderates_takes_one_coding_and_sees_the_agreement(screen, own_home):
    both = [coding(YOUNG, "PP", role) for role in ("first", "second")]
    differing = [coding(FAMILY, "TP", "first"), coding(FAMILY, "SP", "second")]
    send(own_home, "prevention_tag", *both, *differing)
    test = screen("tagging", role="moderated")
    text = words(test)
    assert "Two coders differ on 1 line." in text
    assert "Two coders agree on 2 lines with a kappa of" in text
    assert listed(test, "moderated") == [FAMILY]
    frame = on_screen(test, "moderated").frame
    assert frame["first"][0] == "tertiary prevention (high): the first coder's reason"
    fill_in(test, FAMILY, role="moderated", take="second")
    check(test)
    record(test)
    found = tags(own_home, "prevention_level", "rationale", "coder", line=FAMILY, role="moderated")
    assert found == [("SP", "the second coder's reason", "county finance officer")]
    assert workbench.NOTHING_LISTED in words(test)


def test_the_file_to_fill_in_holds_only_the_coders_own(screen, own_home, monkeypatch):
    send(own_home, "prevention_tag", coding(FAMILY, "TP", "first", rationale="a secret of the first"))
    made = {}

    def keep(label, data, name, *_, **__):
        if label == workbench.DOWNLOAD:
            made[name] = data().decode()

    monkeypatch.setattr("streamlit.download_button", keep)
    screen("tagging", role="second", which="all")
    screen("tagging", which="all")
    second, first = (made[f"prevention_tags-2024-25-{role}.csv"] for role in ("second", "first"))
    assert FAMILY in second
    assert "secret" not in second
    assert "a secret of the first" in first


def test_a_published_edition_is_shown_and_not_coded(screen, own_home):
    row = next(row for row in rows_in_force(own_home.snapshot(), "prevention_edition"))
    declared = dataset("prevention_edition").columns
    texts = {name: "" if value is None else str(value) for name, value in zip(declared, row, strict=True)}
    send(own_home, "prevention_edition", {**texts, "status": "published", "published_on": "2026-11-20"})
    test = screen("tagging")
    assert "Edition 2024-25 is published and stays as it is" in words(test)
    assert workbench.CHECK not in [each.label for each in test.button]
    assert "prevention?edition=2024-25" in markup(test)


def test_an_earlier_moment_is_shown_and_not_coded(screen):
    seq = str(ready_store().snapshot().version.seq - 1)
    test = screen("tagging", as_at=seq)
    assert workbench.IN_THE_PAST in words(test)
    assert workbench.CHECK not in [each.label for each in test.button]


def test_before_the_first_edition_it_says_what_belongs_here(screen):
    test = screen("tagging", as_at="3")
    assert workbench.NO_EDITION in words(test)
    assert "submit?dataset=prevention_edition" in markup(test)


def test_what_the_address_cannot_ask_for_is_left(screen):
    test = screen("tagging", edition="nope", role="nobody", which="nothing", whose="Mars", rows="99")
    assert listed(test)[0] == "Children looked after"
