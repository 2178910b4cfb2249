"""The audit for a page: made aside, the lines whole, and what is cut said."""

from __future__ import annotations

from threading import Event

import pytest

from indicators.assessments import audits
from indicators.assessments.audited import audit, editions
from indicators.assessments.audits import has_line, largest_lines, ready_audit, warm_schemes, why_not_made
from indicators.model import Reason
from indicators.submissions.first_start import ready_store

COUNCIL = "Oxfordshire County Council"
S251 = ("gross expenditure (Section 251 outturn)", "Children's services (S251)")
LONG = 60.0


@pytest.fixture(scope="module")
def snapshot():
    """The embedded figures; what is being made of them is let finish, for a process that ends amid a query may die of it."""
    jobs = audits._jobs
    yield ready_store().snapshot()
    for moment in ("the end", "the end of what that began"):
        jobs.ask(moment, int).result()


@pytest.fixture(scope="module")
def edition(snapshot):
    return editions(snapshot, snapshot.version.seq)[0]


def test_it_is_the_audit_itself(snapshot, edition):
    at = snapshot.version.seq
    assert ready_audit(snapshot, edition.code, at, None, patience=LONG) == audit(snapshot, edition.code, at)


def test_what_is_not_ready_is_not_waited_for(snapshot, edition, monkeypatch):
    go_on = Event()
    monkeypatch.setattr(audits, "_jobs", audits.Jobs(audits.KEPT))
    monkeypatch.setattr(audits, "_made", lambda *_: go_on.wait(LONG) and "made")
    asked = (snapshot, edition.code, snapshot.version.seq, None)
    assert ready_audit(*asked, patience=0) is None
    go_on.set()
    assert ready_audit(*asked, patience=LONG) == "made"


def test_lines_are_whole_and_the_largest_come_first(snapshot, edition):
    found = largest_lines(snapshot, snapshot.version.seq, edition, edition.scheme_code, (COUNCIL,))
    assert not found.is_cut
    amounts = [line.amount for line in found.lines]
    assert amounts == sorted(amounts, reverse=True)
    assert len({line.key for line in found.lines}) == len(found.lines)
    assert all(sum(share for _, share in line.levels) == 1 for line in found.lines if line.levels)
    halves = next(line for line in found.lines if line.key == (*S251, "Services for young people"))
    assert [level for level, _ in halves.levels] == ["PP", "SP"]


@pytest.mark.parametrize("most", range(20, 40))
def test_a_line_is_never_cut_in_two(snapshot, edition, most):
    asked = (snapshot, snapshot.version.seq, edition, edition.scheme_code, (COUNCIL,))
    found, every = largest_lines(*asked, most=most), largest_lines(*asked)
    assert found.is_cut
    assert found.lines == every.lines[: len(found.lines)]


def test_a_line_is_known_by_its_whole_name(snapshot, edition):
    at = snapshot.version.seq
    assert has_line(snapshot, at, edition, (*S251, "Youth justice"))
    assert not has_line(snapshot, at, edition, (*S251, "Youth"))


def test_the_largest_of_several_are_the_largest_of_all(snapshot, edition):
    at, england = snapshot.version.seq, "England (all authorities)"
    both = largest_lines(snapshot, at, edition, edition.scheme_code, (COUNCIL, england)).lines
    apart = [
        line
        for name in (COUNCIL, england)
        for line in largest_lines(snapshot, at, edition, edition.scheme_code, (name,)).lines
    ]
    assert list(both) == sorted(apart, key=lambda line: (-line.amount, line.organisation, line.key))


FAILURES = {
    "rows that do not go together": (
        ValueError("claim C-1 is of -3"),
        Reason("audit_rows_unfit", {"error": "claim C-1 is of -3"}),
    ),
    "a fault": (KeyError("x"), Reason("audit_fault", {"kind": "KeyError"})),
}


@pytest.mark.parametrize(("error", "reason"), FAILURES.values(), ids=FAILURES)
def test_why_an_audit_could_not_be_made_is_told_and_never_raised(
    snapshot, edition, monkeypatch, error, reason
):
    def fail(*_):
        raise error

    monkeypatch.setattr(audits, "_jobs", audits.Jobs(audits.KEPT))
    monkeypatch.setattr(audits, "_made", fail)
    asked = (snapshot, edition.code, snapshot.version.seq, None)
    assert ready_audit(*asked, patience=LONG) is None
    assert why_not_made(*asked) == reason


def test_there_is_no_reason_while_it_is_made_nor_when_it_is_there(snapshot, edition, monkeypatch):
    go_on = Event()
    monkeypatch.setattr(audits, "_jobs", audits.Jobs(audits.KEPT))
    monkeypatch.setattr(audits, "_made", lambda *_: go_on.wait(LONG) and "made")
    asked = (snapshot, edition.code, snapshot.version.seq, None)
    assert why_not_made(*asked) is None
    go_on.set()
    assert ready_audit(*asked, patience=LONG) == "made"
    assert why_not_made(*asked) is None


def test_every_scheme_is_made_behind_the_edition_itself(snapshot, edition, monkeypatch):
    asked = []
    jobs = audits.Jobs(audits.KEPT)
    monkeypatch.setattr(audits, "_jobs", jobs)
    monkeypatch.setattr(audits, "_made", lambda *of: asked.append(of[3]))
    warm_schemes(snapshot, edition, snapshot.version.seq)
    jobs.ask("begin", int).result(LONG)
    jobs.ask("end", int).result(LONG)
    assert asked == ["DEMOS-PDEL", "SCOTTISH-2025", "THREE-CLASS"]
