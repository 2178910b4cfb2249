"""`evidence --all-areas`: the judgements on every series there is, counted, and written to a file as they are made."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from time import monotonic
from typing import IO

from indicators.assessments import Assessment
from indicators.assessments.everywhere import evidence_everywhere, series_count
from indicators.assessments.evidence import Evidence
from indicators.command_line import asked, judged
from indicators.command_line.answers import Answer
from indicators.command_line.linting import WORDS, code_of, show_counts
from indicators.reports.replacing import replacing
from indicators.wording import everywhere as words

SECONDS_BETWEEN_REPORTS = 1.0


def evidence_of_all(as_at: str | None, out: Path | None) -> Answer:
    """Counts over every indicator in every area; each judgement goes to the file, and nothing else is kept."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    total = series_count(snapshot, moment.at)
    counts: dict[str, Counter[str]] = {name: Counter() for name in WORDS}
    done = 0
    with _written(out) as write, _progress(total, sys.stderr) as tell:
        for one, found in evidence_everywhere(snapshot, moment.at, moment.as_of):
            codes = {name: code_of(name, found) for name in WORDS}
            for name, code in codes.items():
                counts[name][code] += 1
            write(_row(one, found, codes))
            done += 1
            tell(done)
    said = words.done(done, str(out) if out else None)
    return Answer(
        data={
            "as_at": judged.moment(moment),
            "series": done,
            "file": out,
            "judgements": {name: dict(count) for name, count in counts.items()},
        },
        show=lambda page: show_counts(page, said, counts),
    )


def _row(one: Assessment, found: Evidence, codes: dict[str, str]) -> list[object]:
    return [
        one.indicator.code,
        one.area_code,
        one.latest.period if one.latest else "",
        found.chart.points,
        *codes.values(),
        found.step_period.code if found.step_period else "",
        found.step.p_change,
        found.chance.shown,
    ]


@contextmanager
def _written(out: Path | None) -> Iterator:
    """A function that writes one row to the file, which replaces an earlier one only when it is whole; without a file, to nowhere."""
    if out is None:
        yield lambda _: None
        return
    # A device or a pipe, such as /dev/stdout, cannot be replaced and is written straight to.
    is_plain = out.is_file() or not out.exists()
    with (
        replacing(out.resolve()) if is_plain else nullcontext(out) as path,
        path.open("w", encoding="utf-8", newline="") as file,
    ):
        writer = csv.writer(file)
        writer.writerow([*words.COLUMNS_BEFORE, *WORDS, *words.COLUMNS_AFTER])
        yield writer.writerow


@contextmanager
def _progress(total: int, stream: IO[str]) -> Iterator:
    """A function that says how many are done, once a second; on a terminal always on the same line."""
    is_terminal = stream.isatty()
    began = said = monotonic()

    def tell(done: int) -> None:
        nonlocal said
        now = monotonic()
        if done < total and now - said < SECONDS_BETWEEN_REPORTS * (1 if is_terminal else 10):
            return
        said = now
        stream.write(
            f"{chr(13) if is_terminal else ''}{words.progress(done, total, now - began)}{'' if is_terminal else chr(10)}"
        )
        stream.flush()

    yield tell
    if is_terminal and total:
        stream.write("\n")
