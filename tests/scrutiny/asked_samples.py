"""For every rule that asks: a case made for it, and its twin that differs in one thing and must stay silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from indicators.scrutiny import asked_of_basket, asked_of_editions, asked_of_indicators
from indicators.scrutiny.asked_of_registers import (
    questions_on_benefit,
    questions_on_chain,
    questions_on_freshness,
    questions_on_recommendation,
    questions_on_register,
)
from indicators.scrutiny.benefits import BenefitProfile, realisation
from indicators.scrutiny.chain_questions import ChainAnswer, chain_score
from indicators.scrutiny.chains import ChainLink, chain_rating
from indicators.scrutiny.figures_asked import BasketAsked, EditionAsked, IndicatorAsked
from indicators.scrutiny.figures_told import (
    AgreedLevel,
    ClaimedStep,
    Elsewhere,
    EndedTarget,
    RatedFigure,
    RevisedFigure,
    RewardAtStake,
    WorseStep,
    WorseTrend,
)
from indicators.scrutiny.partnerships import Partnership, register
from indicators.scrutiny.recommendation import Recommendation
from indicators.scrutiny.recommendations import standing

D = Decimal
TODAY = date(2026, 11, 20)
YEARS = [f"{year}-04-01/P1Y" for year in range(2020, 2026)]
INDICATOR = IndicatorAsked("WASTE", "Waste recycled", "higher", "%", 1)


def rated(*ratings):
    return tuple(
        RatedFigure(year, D("40.5"), D(50), rating) for year, rating in zip(YEARS, ratings, strict=False)
    )


def on_indicator(**known):
    return asked_of_indicators.questions_on(replace(INDICATOR, **known))


def on_edition(**known):
    year = {"period": YEARS[4], "before_period": YEARS[3]}
    return asked_of_editions.questions_on(EditionAsked("2024-25", "2024/25", **year, **known))


def on_basket(agreed, indicators=30):
    return asked_of_basket.questions_on(
        BasketAsked("BASKET", "Basket", indicators, agreed, indicators - agreed)
    )


def on_recommendation(**known):
    one = Recommendation("R7", "A review, 2007", 7, "Cabinet", **known)
    return questions_on_recommendation(standing(one, TODAY), "An annual audit")


def on_register(**known):
    entries = [Partnership("WASTE", "Waste partnership", "lsp_theme_group", **known)]
    return questions_on_register(register(entries, TODAY), entries)


def on_freshness(verified, entries=4):
    known = [
        Partnership(
            f"P{n}", f"Partnership {n}", "lsp_board", last_verified_on=TODAY if n < verified else None
        )
        for n in range(entries)
    ]
    return questions_on_freshness(register(known, TODAY))


def on_chain(strength=4, *, criticality="critical_path", scores=(3, 3)):
    links = [
        ChainLink("L1", "A", "B", "funding", 4, "critical_path"),
        ChainLink("L2", "B", "C", "funding", strength, criticality),
    ]
    answers = [ChainAnswer("DC03", f"P{n}", "individual", score) for n, score in enumerate(scores)]
    ends = {link.code: (f"body {link.start}", f"body {link.end}") for link in links}
    return questions_on_chain(
        "CHAIN", "The chain of waste", None, chain_rating(links), chain_score(answers), ends=ends
    )


def on_benefit(actual, kind="benefit"):
    sign = 1 if kind == "benefit" else -1
    one = BenefitProfile("BEN", "Fewer bins", kind, "cash_releasing", "£", "Director", "WASTE")
    return questions_on_benefit(realisation(one, {YEARS[0]: D(600 * sign)}, {YEARS[0]: D(actual * sign)}))


def level(value, due="2026-03-31", agreed="2020-06-01"):
    return AgreedLevel(date.fromisoformat(agreed), D(value), date.fromisoformat(due))


def reward(gap):
    return on_indicator(reward=RewardAtStake(YEARS[2], D(gap), D(800_000)))


def day(text):
    return date.fromisoformat(text)


WORSE = WorseTrend(YEARS[0], D("40.5"), YEARS[4], D("35.5"))
THERE = Elsewhere("E12000008", YEARS[4], D("35.5"), D("44.0"))
OFF = {"rated": rated("red", "red"), "is_illustrative": True}


STEP = WorseStep(YEARS[1], 0.99, YEARS[0], D("50"), YEARS[4], D("40.5"), in_pandemic=True)


def run(*values):
    return tuple(zip(YEARS, map(D, values), strict=False))


def ended(rating="red"):
    return EndedTarget(day("2020-12-31"), D(65), YEARS[0], D("57.1"), rating)


AT_RISK = {"rated": rated("amber")}
# The rule, the name of the pair, what must be asked, and what must not.
PAIRS = [
    ("red_two_periods", "the last two", on_indicator(rated=rated("green", "red", "red")), on_indicator(rated=rated("red", "red", "amber"))),
    ("red_two_periods", "two and not one", on_indicator(rated=rated("red", "red")), on_indicator(rated=rated("red"))),
    ("red_two_periods", "with one between", on_indicator(rated=rated("red", "red")), on_indicator(rated=rated("red", "grey", "red"))),
    ("red_two_periods", "a promise", on_indicator(rated=rated("red", "red")), on_indicator(**OFF)),
    ("red_two_periods", "old figures", on_indicator(rated=rated("red", "red")), on_indicator(rated=rated("red", "red"), is_stale=True)),
    ("red_two_periods", "over", on_indicator(rated=rated("red", "red")), on_indicator(rated=rated("red", "red"), has_ended=True)),
    ("off_illustrative_course", "a promise", on_indicator(**OFF), on_indicator(rated=rated("red", "red"))),
    ("off_illustrative_course", "two and not one", on_indicator(**OFF), on_indicator(rated=rated("amber", "red"), is_illustrative=True)),
    ("worsening", "old figures", on_indicator(worsening=WORSE), on_indicator(worsening=WORSE, is_stale=True)),
    ("worsening", "no trend", on_indicator(worsening=WORSE), on_indicator()),
    ("step_for_the_worse", "old figures", on_indicator(worse_step=STEP), on_indicator(worse_step=STEP, is_stale=True)),
    ("step_for_the_worse", "come back", on_indicator(worse_step=STEP), on_indicator(worse_step=replace(STEP, latest=D("60")))),
    ("worse_three_times", "one the same", on_indicator(latest_figures=run("4", "3", "2", "1")), on_indicator(latest_figures=run("4", "3", "3", "1"))),
    ("worse_three_times", "three and not two", on_indicator(latest_figures=run("9", "4", "3", "2", "1")), on_indicator(latest_figures=run("1", "3", "2", "1"))),
    ("worse_three_times", "the wanted way", on_indicator(latest_figures=run("4", "3", "2", "1")), on_indicator(latest_figures=run("1", "2", "3", "4"))),
    ("worse_three_times", "lower is better", on_indicator(latest_figures=run("1", "2", "3", "4"), polarity="lower"), on_indicator(latest_figures=run("1", "2", "3", "4"), polarity="neutral")),
    ("worse_three_times", "old figures", on_indicator(latest_figures=run("4", "3", "2", "1")), on_indicator(latest_figures=run("4", "3", "2", "1"), is_stale=True)),
    ("worse_than_elsewhere", "old figures", on_indicator(elsewhere=THERE), on_indicator(elsewhere=THERE, is_stale=True)),
    ("worse_than_elsewhere", "no difference", on_indicator(elsewhere=THERE), on_indicator()),
    ("target_ended", "still running", on_indicator(ended=ended()), on_indicator()),
    ("targets_not_agreed", "just half", on_basket(14), on_basket(15)),
    ("targets_not_agreed", "an empty basket", on_basket(0), on_basket(0, 0)),
    ("register_unverified", "just half", on_freshness(1), on_freshness(2)),
    ("register_unverified", "an empty register", on_freshness(0), on_freshness(0, 0)),
    ("prevention_share_fell", "no change", on_edition(core_before=Fraction(2, 10), core_now=Fraction(1, 10)), on_edition(core_before=Fraction(2, 10), core_now=Fraction(2, 10))),
    ("prevention_share_fell", "no year before", on_edition(core_before=Fraction(2, 10), core_now=Fraction(1, 10)), on_edition(core_now=Fraction(1, 10))),
    ("influence_unclaimed", "one claim", on_edition(core_now=Fraction(1, 10), grades={}), on_edition(core_now=Fraction(1, 10), grades={"I4": 1})),
    ("coding_unmoderated", "a second coder", on_edition(coded=70, coded_again=0), on_edition(coded=70, coded_again=1)),
    ("coding_unmoderated", "no coding", on_edition(coded=70, coded_again=0), on_edition(coded=0, coded_again=0)),
    ("no_trend_possible", "no limits", on_indicator(is_headline=True, trend_reason="gap", comparable_points=3), on_indicator(is_headline=True, trend_reason="no_uncertainty", comparable_points=30)),
    ("judged_differs", "kinder", on_indicator(**AT_RISK, judged_rating="green"), on_indicator(**AT_RISK, judged_rating="amber")),
    ("judged_differs", "sterner", on_indicator(**AT_RISK, judged_rating="red"), on_indicator(**AT_RISK, judged_rating="grey")),
    ("judged_differs", "of nothing", on_indicator(**AT_RISK, judged_rating="red"), on_indicator(judged_rating="red")),
    ("judged_differs", "where the rule cannot say", on_indicator(**AT_RISK, judged_rating="red"), on_indicator(rated=rated("grey"), judged_rating="red")),
    ("just_under_the_reward_line", "at the line", reward("0.5999999999"), reward("0.6")),
    ("just_under_the_reward_line", "within reach", reward("0.5"), reward("0.4999999999")),
    ("step_without_comparators", "one comparator", on_indicator(step=ClaimedStep(YEARS[1], 0.99, 0)), on_indicator(step=ClaimedStep(YEARS[1], 0.99, 1))),
    ("target_reset", "lower", on_indicator(levels=(level("50"), level("45"))), on_indicator(levels=(level("50"), level("50.0", agreed="2022-06-01")))),
    ("target_reset", "later", on_indicator(levels=(level("50"), level("50", "2028-03-31"))), on_indicator(levels=(level("50"),))),
    ("stale_figures", "a day late", on_indicator(latest_period=YEARS[2], days_late=1), on_indicator(latest_period=YEARS[2], days_late=0)),
    ("stale_figures", "nothing late", on_indicator(latest_period=YEARS[2], days_late=90), on_indicator(latest_period=YEARS[2])),
    ("revised_figures", "another value", on_indicator(revised=(RevisedFigure(YEARS[0], D(40), D(41)),)), on_indicator(revised=(RevisedFigure(YEARS[0], D(40), D("40.0")),))),
    ("no_trend_possible", "outside the basket", on_indicator(is_headline=True, trend_reason="too_few_points", comparable_points=3), on_indicator(trend_reason="too_few_points", comparable_points=3)),
    ("no_trend_possible", "a trend", on_indicator(is_headline=True, trend_reason="too_few_points", comparable_points=4), on_indicator(is_headline=True, comparable_points=5)),
    ("reclassified", "more than half", on_edition(core_before=Fraction(1, 10), core_now=Fraction(2, 10), reclassified=Fraction(51, 1000)), on_edition(core_before=Fraction(1, 10), core_now=Fraction(2, 10), reclassified=Fraction(1, 20))),
    ("reclassified", "of a fall", on_edition(core_before=Fraction(1, 10), core_now=Fraction(2, 10), reclassified=Fraction(1, 10)), on_edition(core_before=Fraction(2, 10), core_now=Fraction(1, 10), reclassified=Fraction(1, 10))),
    ("prevention_up_outcomes_still", "one moved", on_edition(core_before=Fraction(1, 10), core_now=Fraction(2, 10), linked_moved=(False, False)), on_edition(core_before=Fraction(1, 10), core_now=Fraction(2, 10), linked_moved=(False, True))),
    ("prevention_up_outcomes_still", "share still", on_edition(core_before=Fraction(1, 10), core_now=Fraction(2, 10), linked_moved=(False,)), on_edition(core_before=Fraction(1, 10), core_now=Fraction(1, 10), linked_moved=(False,))),
    ("influence_ungraded", "just half", on_edition(grades={"I0": 1, "I1": 2, "I4": 2}), on_edition(grades={"I1": 2, "I2": 2})),
    ("influence_ungraded", "no claim", on_edition(grades={"I1": 1}), on_edition(grades={})),
    ("weakest_link", "adequate", on_chain(2), on_chain(3)),
    ("weakest_link", "supporting", on_chain(1), on_chain(1, criticality="supporting")),
    ("partners_disagree", "neighbours", on_chain(scores=(1, 4)), on_chain(scores=(2, 3))),
    ("benefit_slipping", "nine tenths", on_benefit(539), on_benefit(540)),
    ("benefit_slipping", "less harm than feared", on_benefit(100), on_benefit(100, "dis_benefit")),
    ("recommendation_overdue", "due today", on_recommendation(due_on=day("2026-11-19")), on_recommendation(due_on=TODAY)),
    ("recommendation_overdue", "evidence", on_recommendation(due_on=day("2008-03-31")), on_recommendation(due_on=day("2008-03-31"), evidence="a minute", evidence_on=day("2008-03-01"))),
    ("recommendation_without_date", "a date", on_recommendation(), on_recommendation(due_on=day("2027-01-01"))),
    ("recommendation_without_date", "closed", on_recommendation(), on_recommendation(member_assessment="superseded", signed_off_on=day("2010-01-01"))),
    ("officers_and_members_differ", "alike", on_recommendation(due_on=day("2027-01-01"), officer_assessment="on_track", member_assessment="slipped"), on_recommendation(due_on=day("2027-01-01"), officer_assessment="slipped", member_assessment="slipped")),
    ("achieved_without_evidence", "with it", on_recommendation(due_on=day("2027-01-01"), officer_assessment="achieved"), on_recommendation(due_on=day("2027-01-01"), officer_assessment="achieved", evidence="a minute")),
    ("response_overdue", "given", on_recommendation(response_due_on=day("2026-11-19")), on_recommendation(response_due_on=day("2026-11-19"), response="rejected")),
    ("date_moved_without_reason", "with one", on_recommendation(due_on=day("2026-01-01"), current_due_on=day("2027-01-01")), on_recommendation(due_on=day("2026-01-01"), current_due_on=day("2027-01-01"), due_changed_reason="the election")),
    ("review_overdue", "today", on_register(review_due_on=day("2026-11-19")), on_register(review_due_on=TODAY)),
    ("review_overdue", "closed", on_register(review_due_on=day("2020-01-01")), on_register(review_due_on=day("2020-01-01"), status="closed")),
    ("no_exit_terms", "terms", on_register(significance="major"), on_register(significance="major", exit_arrangements="notice", agreement="a deed")),
    ("no_exit_terms", "limited", on_register(significance="moderate"), on_register(significance="limited")),
    ("officers_and_members_differ", "closed", on_recommendation(officer_assessment="slipped", member_assessment="superseded"), on_recommendation(officer_assessment="slipped", member_assessment="superseded", signed_off_on=day("2010-01-01"))),
    ("date_moved_without_reason", "a first date", on_recommendation(due_on=day("2026-01-01"), current_due_on=day("2027-01-01")), on_recommendation(current_due_on=day("2027-01-01"))),
]  # fmt: skip
