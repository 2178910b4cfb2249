"""`questions` on the embedded figures."""

from __future__ import annotations


def test_questions_as_json(figures):
    answer = figures.read("questions")
    assert answer["area"]["code"] == "E10000025"
    assert answer["summary"].startswith(f"{len(answer['questions'])} questions on Oxfordshire")
    first = answer["questions"][0]
    assert (first["place"], first["rule"], first["weight"], first["subject"]) == (
        1,
        "red_two_periods",
        "off_course",
        "WASTE-HHREC",
    )
    assert first["figures"]["now"] == 57.6
    assert first["question"].endswith("?")
    assert first["good_answer"]
    assert answer["promises"] == []
    assert "within a rule the largest first" in answer["ranking"]


def test_questions_as_a_table(figures):
    said = figures.text("questions")
    assert "questions on Oxfordshire and on the registers: 4 off course" in said
    assert "1. Household" in said
    assert "How they are ranked: First what is off course" in said


def test_of_another_place_and_another_moment(figures):
    assert figures.read("questions", "--area", "Oxford")["area"]["code"] == "E07000178"
    answer = figures.read("questions", "--as-at", "5")
    assert [each["rule"] for each in answer["questions"]] == ["targets_not_agreed"]
    assert answer["summary"] == "1 question on Oxfordshire and on the registers: 1 not kept up."
