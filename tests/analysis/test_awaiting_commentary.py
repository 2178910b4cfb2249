from __future__ import annotations

import pytest

from indicators.analysis.awaiting_commentary import commentary_task, judged_otherwise


@pytest.mark.parametrize(
    ("state", "task"),
    [
        (None, "to_write"),
        ("draft", "to_submit"),
        ("submitted", "to_approve"),
        ("approved", "to_publish"),
        ("published", None),
    ],
)
def test_what_is_to_be_done_next(state, task):
    assert commentary_task(state) == task


@pytest.mark.parametrize(
    ("computed", "judged", "differs"),
    [
        ("green", "amber", True),
        ("red", "green", True),
        ("amber", "amber", False),
        ("red", None, False),
        ("grey", "red", False),
    ],
)
def test_whether_the_judgement_differs_from_the_computed_rating(computed, judged, differs):
    assert judged_otherwise(computed, judged) is differs
