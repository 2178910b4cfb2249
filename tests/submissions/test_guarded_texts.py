"""The apostrophe by which our own files keep a spreadsheet from running a text goes off again when they are sent back."""

from __future__ import annotations

import pytest

from indicators.submissions.canonical import canonical, rows_of
from indicators.submissions.cleaning import clean
from indicators.submissions.reading import read
from indicators.submissions.staging import stage
from indicators.submissions.workspace import nothing_stored
from tests.submissions.submission_samples import OBSERVATION, observations

TEXTS = {
    "guarded formula": ("'=1+1", "=1+1"),
    "guarded minus": ("'-5.6 per cent by 2007", "-5.6 per cent by 2007"),
    "guarded at": ("'@home", "@home"),
    "bare formula": ("=1+1", "=1+1"),
    "a quotation": ("'quoted'", "'quoted'"),
    "an apostrophe alone": ("'", "'"),
    "twice guarded": ("''=1", "''=1"),
}


@pytest.mark.parametrize(("written", "kept"), TEXTS.values(), ids=TEXTS)
def test_the_guard_is_no_part_of_the_text(written, kept):
    raw = observations({"source": written})
    with nothing_stored() as work:
        reading = read(raw, "figures.csv", OBSERVATION)
        stage(work, reading, OBSERVATION)
        clean(work, OBSERVATION, reading.columns)
        rows, _ = canonical(work, OBSERVATION)
    assert rows_of(rows)[0]["source"] == kept
