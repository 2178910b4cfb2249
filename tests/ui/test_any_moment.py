"""Every part of every page stands at any moment of the ledger, whatever of the embedded data was not recorded yet."""

from __future__ import annotations

import pytest

from indicators.wording import (
    enquiry_page,
    history,
    partnership_health,
    partnership_life,
    partnerships,
    recommendations,
    screens,
    submit_page,
)
from indicators.wording.method_reasons import SERIES
from tests.ui.conftest import PAGES, words

PARTS = {
    "benefits": ("register", "totals", "map", "edit"),
    "chains": ("register", "edit"),
    "enquiry": enquiry_page.PARTS,
    "history": history.PARTS,
    "indicator": screens.PARTS,
    "partnership_health": partnership_health.PARTS,
    "partnership_life": partnership_life.PARTS,
    "partnerships": partnerships.PARTS,
    "recommendations": recommendations.PARTS,
    "submit": submit_page.PARTS,
}
MOMENTS = ("1", "3", "5", "7", "9", "11", "13", "15", "17", "")
# The three kinds of series: with a target and events, with neither, and with a hole.
CODES = ("KSI-CAS", "QUAL-NONE", "U18-CONC")


@pytest.mark.parametrize("page", sorted(each.stem for each in PAGES.glob("*.py")))
def test_every_part_stands_at_any_moment(screen, page):
    codes = CODES if page == "indicator" else ("",)
    asked = [
        {"part": part, "as_at": moment, "code": code}
        for part in PARTS.get(page, ("",))
        for moment in MOMENTS
        for code in codes
    ]
    test = screen(page)
    for each in asked:
        test.query_params.clear()
        for name, value in each.items():
            if value:
                test.query_params[name] = value
        test.run()
        assert not test.exception, (each, test.exception)
        assert words(test).strip(), each
        assert screens.NOT_WORKED_OUT not in words(test), each
        assert SERIES["not_worked_out"] not in words(test), each
