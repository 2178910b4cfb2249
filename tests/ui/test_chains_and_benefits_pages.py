"""Delivery chains and the Benefits register: empty on the embedded figures, then with the example, on a ledger of its own."""

from __future__ import annotations

import pytest

from indicators.datasets.example_files import example, example_names
from indicators.submissions import accept
from indicators.submissions.first_start import ready_store
from tests.store.store_samples import submit
from tests.ui import conftest
from tests.ui.conftest import markup

CHAIN, BENEFIT = "EXAMPLE-CHAIN", "EXAMPLE-B1"
OURS = {"source": "made for a test", "source_key": "OURS"}


def words(test):
    """All words of the page with one blank between them: a sign's shape and word are two pieces of markup."""
    return " ".join(conftest.words(test).split())


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home with the examples of both registers, and a chain that is wrong in every way."""
    patch = pytest.MonkeyPatch()
    patch.setenv("INDICATOR_BASKET_HOME", str(tmp_path_factory.mktemp("examples")))
    store = ready_store()
    for name in example_names():
        if name.split("_")[0] in ("delivery", "chain", "benefit"):
            accept(store, name, example(name), f"{name}.csv", by="an officer", note="an example")
    _wrong(store.ledger)
    yield store
    patch.undo()


def _wrong(ledger):
    """Past the checks: a circle, a link into nowhere, markup in names, two scores agreed together, one score alone."""
    submit(
        ledger,
        "delivery_chain",
        [{"chain_code": "WRONG", "title": "Wrong <b>chain</b> *here*", "outcome": "<i>none</i>", **OURS}],
    )
    submit(
        ledger,
        "chain_node",
        [
            {
                "node_code": f"W-{n}",
                "chain_code": "WRONG",
                "organisation": f"<b>Body {n}</b>",
                "tier": "county",
                "role": "fund",
                **OURS,
            }
            for n in range(3)
        ],
    )
    submit(
        ledger,
        "chain_link",
        [
            {
                "link_code": f"W-L{n}",
                "chain_code": "WRONG",
                "start_node": start,
                "end_node": end,
                "link_type": "funding",
                "strength": "1",
                "criticality": "supporting",
                **OURS,
            }
            for n, (start, end) in enumerate([("W-0", "W-1"), ("W-1", "W-0"), ("W-1", "NOWHERE")])
        ],
    )
    answers = [("consensus", "all", "2"), ("consensus", "everybody", "4"), ("individual", "one of us", "1")]
    submit(
        ledger,
        "chain_answer",
        [
            {
                "chain_code": "WRONG",
                "question": "DC01",
                "round": round_,
                "organisation": body,
                "score": score,
                **OURS,
            }
            for round_, body, score in answers
        ],
    )


PAGES = {"chains": "delivery_chain", "benefits": "benefit"}


@pytest.mark.parametrize(("page", "dataset"), PAGES.items(), ids=PAGES)
def test_an_empty_register_says_what_belongs_there(screen, page, dataset):
    test = screen(page)
    text = words(test)
    assert "Nothing has been recorded here yet." in text
    assert "are not known" in text
    assert f'href="submit?dataset={dataset}"' in markup(test)
    assert any(button.label == "Try the example" for button in test.button)
    assert not test.get("plotly_chart")


@pytest.mark.parametrize("page", PAGES)
def test_an_earlier_moment_without_rows_offers_nothing_to_try(screen, home, page):
    test = screen(page, as_at="3")
    assert "Nothing has been recorded here yet." in words(test)
    assert not any(button.label == "Try the example" for button in test.button)


def test_all_chains_stand_in_one_list_the_weakest_first(screen, home):
    test = screen("chains")
    text = words(test)
    assert "2 delivery chains, 1 of them without a rating" in text
    assert text.index("Example: more care leavers") < text.index("Wrong")
    assert "▲ weak" in text
    assert "Example: leaving-care team to Example: further education college" in text
    assert "None of the chain's 3 links is marked as critical" in text
    assert "Made-up entries stand in this register" in text


def test_one_chain_is_drawn_with_its_tables(screen, home):
    test = screen("chains", chain=CHAIN)
    text = words(test)
    assert "The weakest critical link is weak" in text
    assert len(test.get("plotly_chart")) == 2
    for caption in (
        "Who is in the chain",
        "The links",
        "The twelve questions",
        "Actions and lessons",
        "Risks",
    ):
        assert caption in text
    assert (
        "Agreed together: 2.4 of 4 on average over 11 of the twelve questions; partners disagree on 2 questions"
        in text
    )
    assert "▲ overdue" in text
    assert "A protocol held once each body had named who answers the telephone." in text
    assert "12: likely (3) × the outcome is missed (4)" in text
    assert "A high risk, 12 of 16" in text
    assert 'href="indicator?code=CL-EET"' in markup(test)


def test_no_single_score_is_shown_with_its_body(screen, home):
    text = words(screen("chains", chain=CHAIN))
    assert "employers' network" not in text
    alone = words(screen("chains", chain="WRONG"))
    assert "one of us" not in alone
    assert "fewer than 3" in alone


def test_what_is_wrong_in_a_chain_is_asked_and_nothing_of_others_is_markup(screen, home):
    test = screen("chains", chain="WRONG")
    text = words(test)
    assert "The link ends at NOWHERE, which is no node of the chain." in text
    assert "These lead back to themselves: <b>Body 0</b>, <b>Body 1</b>." in text
    assert "No link begins or ends here; the chain has 3 in all." in text
    assert "2 scores are recorded as agreed together (2, 4), so none counts." in text
    assert "<b>" not in markup(test)
    assert any(heading.value == r"Wrong \<b\>chain\</b\> \*here\*" for heading in test.header)


def test_a_chain_that_does_not_exist_is_said(screen, home):
    test = screen("chains", chain="NONE")
    assert "no delivery chain with the code “NONE”" in words(test)
    assert "2 delivery chains" in words(test)


def test_rows_are_edited_in_a_grid_now_but_not_at_an_earlier_moment(screen, home):
    test = screen("chains", part="edit", dataset="chain_node", chain=CHAIN)
    assert len(test.get("data_editor")) == 1
    earlier = screen("chains", part="edit", as_at="3")
    assert "can be edited only as it stands now" in words(earlier)
    assert not earlier.get("data_editor")
    assert len(screen("benefits", part="edit").get("data_editor")) == 1


def test_the_register_reads_what_has_come_from_the_basket(screen, home):
    test = screen("benefits")
    text = words(test)
    assert "4 benefits and 1 dis-benefit" in text
    assert "64% Care leavers in education, work or training, 2024/25" in text
    assert "81.8%" in text
    assert "▲ below nine tenths of plan" in text
    assert "▲ worse than planned" in text
    assert "Nothing is measured of it" in text
    assert text.index("Dis-benefits, beside") > text.index("more care leavers")
    assert 'href="indicator?code=CL-EET&amp;area=E10000025"' in markup(test)


def test_filters_stand_in_the_address(screen, home):
    assert "no benefits and 1 dis-benefit, of 5 in all" in words(screen("benefits", kind="dis_benefit"))
    test = screen("benefits", status="profiled")
    assert "1 benefit and no dis-benefit, of 5 in all" in words(test)
    assert "No benefit matches these choices." in words(
        screen("benefits", kind="dis_benefit", status="profiled")
    )


def test_one_benefit_has_its_curves_its_profile_and_its_part_of_the_map(screen, home):
    test = screen("benefits", benefit=BENEFIT)
    text = words(test)
    assert "by 2024/25, +9 has come of +11 planned, 81.8%" in text
    assert len(test.get("plotly_chart")) == 2
    assert "Counted from" in text
    assert "55%, 2021/22" in text
    assert "EXAMPLE- every care leaver has a mentor" in text
    assert "EXAMPLE- one number for business advice" not in text
    assert "does not show that the work did it" in text


def test_what_is_not_measured_is_not_drawn(screen, home):
    test = screen("benefits", benefit="EXAMPLE-B5")
    text = words(test)
    assert "There is nothing to draw" in text
    assert "nobody is recorded as accountable" in text
    assert "no benefit with the code “NONE”" in words(screen("benefits", benefit="NONE"))


def test_totals_count_the_same_gain_once_and_leave_rates_out(screen, home):
    text = words(screen("benefits", part="totals", period="2022-01-01/P1Y"))
    assert "businesses +450 +410 0 0 +410" in text
    assert "counted once, with Example: more active businesses through advice to founders" in text
    assert "a rate, share or score: not added to others" in text
    assert "nothing of it is counted" in text


def test_the_map_is_drawn_with_its_table(screen, home):
    test = screen("benefits", part="map")
    assert "4 benefits among 13 entries" in words(test)
    assert len(test.get("plotly_chart")) == 1
    assert 'href="benefits?benefit=EXAMPLE-B2"' in markup(test)
