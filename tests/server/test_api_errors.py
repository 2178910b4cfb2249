"""What the open data refuse: each with its status, a sentence, and the way out."""

from __future__ import annotations

import re

import pytest

from indicators.server.api import resource
from indicators.store.errors import LedgerUnreadable
from indicators.wording.open_api import PROBLEMS, problem
from tests.server.asking import ask

REFUSED = {
    "an indicator that does not exist": ("/api/v1/indicators/KSI-CASS", 404, "indicator_unknown", "KSI-CAS"),
    "an indicator like none": ("/api/v1/indicators/%00", 404, "indicator_unknown", "All codes stand at"),
    "its figures": ("/api/v1/observations?indicator=KSI", 404, "indicator_unknown", "Did you mean"),
    "its targets": ("/api/v1/targets?indicator=", 404, "indicator_unknown", "All codes"),
    "a place that does not exist": ("/api/v1/observations?area=X", 404, "area_unknown", "E07000178 Oxford"),
    "an entry that does not exist": ("/api/v1/observations?as_at=99", 404, "moment_unknown", "from 1 to"),
    "before the first entry": (
        "/api/v1/targets?as_at=2008-06-30",
        404,
        "nothing_recorded_yet",
        "Leave `as_at` out",
    ),
    "entry nought": ("/api/v1/indicators?as_at=0", 404, "nothing_recorded_yet", "Leave"),
    "a moment that is none": ("/api/v1/indicators?as_at=Q1", 422, "moment_unreadable", "2026-11-20"),
    "digits of another script": ("/api/v1/indicators?as_at=%D9%A1", 422, "moment_unreadable", "entry"),
    "a number without end": ("/api/v1/indicators?as_at=" + "9" * 5000, 422, "moment_unreadable", "date"),
    "a day that is none": (
        "/api/v1/observations?from=31.12.2010",
        422,
        "day_unreadable",
        "such as 2010-12-31",
    ),
    "a day in short": ("/api/v1/observations?to=20101231", 422, "day_unreadable", "year, month and day"),
    "no such day": ("/api/v1/observations?to=2011-02-29", 422, "day_unreadable", "year"),
    "days exchanged": (
        "/api/v1/observations?from=2011-01-01&to=2010-12-31",
        422,
        "days_reversed",
        "Exchange",
    ),
    "a limit of nought": ("/api/v1/targets?limit=0", 422, "number_unreadable", "from 1 to 10,000"),
    "too high a limit": ("/api/v1/targets?limit=10001", 422, "number_unreadable", "from 1 to 10,000"),
    "a limit in words": ("/api/v1/targets?limit=all", 422, "number_unreadable", "whole number"),
    "a limit below nought": ("/api/v1/targets?limit=-1", 422, "number_unreadable", "whole number"),
    "an offset beyond counting": ("/api/v1/targets?offset=" + "9" * 400, 422, "number_unreadable", "from 0"),
    "a format that is none": ("/api/v1/targets?format=xml", 422, "choice_unknown", "json or csv"),
    "a status that is none": (
        "/api/v1/targets?status=promised",
        422,
        "choice_unknown",
        "agreed or illustrative",
    ),
    "a parameter that is none": ("/api/v1/indicators?area=E10000025", 400, "parameter_unknown", "as_at"),
    "a format where the address says it": ("/api/v1/targets.csv?format=json", 400, "parameter_unknown", ""),
    "a parameter where there are none": ("/api/v1/?limit=1", 400, "parameter_unknown", "none"),
    "a parameter twice": ("/api/v1/targets?limit=1&limit=2", 400, "parameter_repeated", "once"),
    "an address that is none": ("/api/v1/areas", 404, "address_unknown", "/api/v1/ lists"),
    "a slash too many": ("/api/v1/indicators/", 404, "address_unknown", "/api/v1/"),
    "another release": ("/api/v2/indicators", 404, "address_unknown", "/api/v1/"),
}


@pytest.mark.parametrize(("address", "status", "code", "way_out"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_says_why_and_where_to_go(app, address, status, code, way_out):
    answer = ask(app, address)
    assert (answer.status, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert way_out in answer.json()["way_out"]
    assert len(answer.body) < 1000, "a long question makes no long answer"
    assert "etag" not in answer.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/api/v1", "/api/v1/indicators/KSI-CAS", "/api/v1/targets.csv"])
def test_nothing_can_be_changed(app, method, path):
    answer = ask(app, path, method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
    assert answer.json()["code"] == "method_not_allowed"


def test_figures_that_cannot_be_opened_are_no_secret_but_their_folder_is(app, monkeypatch):
    def unreadable():
        raise LedgerUnreadable(path="/srv/var/ledger", reason="EACCES")

    monkeypatch.setattr(resource, "ready_store", unreadable)
    answer = ask(app, "/api/v1/indicators")
    assert (answer.status, answer.json()["code"]) == (503, "figures_unavailable")
    assert b"/srv" not in answer.body


def test_every_problem_is_met_above():
    met = {code for _, _, code, _ in REFUSED.values()}
    assert PROBLEMS.keys() - met == {"method_not_allowed", "figures_unavailable"}


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_problem_is_a_sentence_with_a_way_out(code):
    names = ("known", "near", "places", "last", "begins", "ends", "name", "lowest", "highest")
    for text in problem(code, {"asked": "x"} | dict.fromkeys(names, "Some")):
        assert re.fullmatch(r"[“A-Z/].*\.", text), text
