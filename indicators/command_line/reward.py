"""`reward`: what stretch targets could earn, earned, and may be expected to earn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.assessments import assess_indicator
from indicators.assessments.stretch_reward import (
    StretchReward,
    StretchTarget,
    is_enhancement,
    outlook_of,
    reward_of,
    total,
)
from indicators.assessments.whole import evidence_of
from indicators.command_line import asked, judged
from indicators.command_line.answers import Answer, Refused
from indicators.model import Reason
from indicators.submissions.delimited import records
from indicators.submissions.encoding import decode
from indicators.submissions.file_kind import kind_of
from indicators.submissions.findings import Unreadable
from indicators.submissions.values import number
from indicators.wording import reasons
from indicators.wording import reward as words
from indicators.wording.file_findings import sentence

if TYPE_CHECKING:
    from indicators.command_line.page import Page

Fault = tuple[int | None, str, dict[str, Any]]
# What the files of others say of themselves when they are read as text; their sentences name workbooks as a way out.
NO_TEXT = {"not_a_table", "old_workbook", "encrypted_workbook", "nul_byte", "broken_encoding"}


@dataclass(frozen=True)
class Row:
    """A stretch target of the file with what it may be forecast by, if anything, and whether a weight was given."""

    target: StretchTarget
    indicator_code: str
    due_on: date | None
    is_weighted: bool = False


def reward(file: Path, area: str) -> Answer:
    """The reward of every target of the file; a file with anything wrong in it is refused whole.

    Raises:
        Refused: something is wrong; every line of it is named.
    """
    rows, faults = read_rows(file.read_bytes())
    found: list[StretchReward] = []
    if not faults:
        found, faults = _rewards(rows, area)
    if faults:
        problems = " ".join(words.fault(*each) for each in faults)
        raise Refused("reward_file_refused", file=file.name, problems=problems)
    potential = total([each.target.weighted_potential for each in found])
    earned, expected = total([each.earned for each in found]), total([each.expected for each in found])
    said = words.summary(potential, earned, expected, unknown=sum(each.expected is None for each in found))
    return Answer(
        data={
            "file": file.name,
            "potential": potential,
            "earned": earned,
            "expected": expected,
            "summary": said,
            "history": words.HISTORY,
            "targets": [_data(each) for each in found],
        },
        show=lambda page: _show(page, found, said, (potential, earned, expected)),
    )


def read_rows(content: bytes) -> tuple[list[Row], list[Fault]]:
    """The targets of a file and everything that is wrong with it."""
    try:
        if content and kind_of(content) != "text":
            return [], [(None, "not_csv", {})]
        (_, head), *lines = records(decode(content), ",")
    except Unreadable as unreadable:
        wrong = unreadable.finding
        if wrong.rule in NO_TEXT:
            return [], [(None, "not_csv", {})]
        return [], [(wrong.line, "unreadable", {"why": sentence(wrong.rule, wrong.figures)})]
    except ValueError:
        return [], [(None, "no_rows", {})]
    names = [cell.strip().casefold() for cell in head]
    missing = [name for name in words.REQUIRED if name not in names]
    if missing:
        return [], [(None, "column_missing", {"columns": ", ".join(missing)})]
    filled = [
        (line, dict(zip(names, map(str.strip, cells), strict=False))) for line, cells in lines if any(cells)
    ]
    rows: dict[int, Row] = {}
    faults: list[Fault] = []
    for line, cells in filled:
        row, wrong = _read_row(cells)
        faults += [(line, code, figures) for code, figures in wrong]
        if row is not None:
            rows[line] = row
    faults += _beyond_the_whole(rows)
    return list(rows.values()), faults or ([] if filled else [(None, "no_rows", {})])


def _beyond_the_whole(rows: Mapping[int, Row]) -> Iterator[Fault]:
    """Each title whose rows count for more than the whole potential together: the parts of one grant share it.

    Rows without any weight are no parts: each brings a potential of its own.
    """
    parts: dict[str, list[tuple[int, Row]]] = {}
    for line, row in rows.items():
        parts.setdefault(row.target.title.casefold() or f"line {line}", []).append((line, row))
    for rows_of_one in parts.values():
        weight = total([row.target.weight for _, row in rows_of_one])
        if weight > 1 and any(row.is_weighted for _, row in rows_of_one):
            line, last = rows_of_one[-1]
            yield line, "beyond_the_whole", {"title": last.target.title, "weight": format(weight, "f")}


def _read_row(cells: dict[str, str]) -> tuple[Row | None, list[tuple[str, dict[str, Any]]]]:
    wrong: list[tuple[str, dict[str, Any]]] = []

    def figure(
        column: str, default: Decimal | None = None, *, least: Decimal | None = None
    ) -> Decimal | None:
        text = cells.get(column, "")
        if not text:
            if default is None and column != "actual":
                wrong.append(("empty", {"column": column}))
            return default
        clean = number(text).clean
        if clean is None:
            wrong.append(("not_a_number", {"column": column, "value": text}))
            return default
        value = Decimal(clean)
        if least is not None and value < least:
            wrong.append(("negative", {"column": column, "value": text}))
        return value

    baseline, level, actual = figure("baseline"), figure("target"), figure("actual")
    potential = figure("potential", least=Decimal(0))
    weight = figure("weight", Decimal(1), least=Decimal(0))
    polarity = cells.get("polarity", "").casefold()
    if polarity not in ("higher", "lower"):
        wrong.append(("polarity", {"value": cells.get("polarity", "")}))
    due_on = _day(cells.get("due_on", ""), wrong)
    if wrong or baseline is None or level is None or potential is None or weight is None:
        return None, wrong
    target = StretchTarget(cells.get("title", ""), baseline, level, actual, polarity, potential, weight)
    if not is_enhancement(target):
        return None, [("no_enhancement", {"target": level, "baseline": baseline, "polarity": polarity})]
    return Row(target, cells.get("indicator_code", "").upper(), due_on, bool(cells.get("weight"))), []


def _day(text: str, wrong: list[tuple[str, dict[str, Any]]]) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        wrong.append(("day", {"value": text}))
        return None


def _rewards(rows: Sequence[Row], area: str) -> tuple[list[StretchReward], list[Fault]]:
    """The rewards; the ledger is opened only where something must be forecast."""
    if not any(_to_forecast(row) for row in rows):
        return [reward_of(row.target) for row in rows], []
    snapshot = asked.figures()
    moment = asked.moment(snapshot, None)
    place = asked.area(snapshot, moment.at, area)
    found, faults = [], []
    for row in rows:
        outlook: Callable[[Decimal], float] | Reason | None = None
        if _to_forecast(row) and row.due_on is not None:
            one = assess_indicator(snapshot, row.indicator_code, place.code, moment.at, moment.as_of)
            if one is None:
                faults.append((None, "indicator_unknown", {"value": row.indicator_code}))
                continue
            outlook = outlook_of(one, evidence_of(snapshot, one, moment.at), row.target, row.due_on)
        found.append(reward_of(row.target, outlook))
    return found, faults


def _to_forecast(row: Row) -> bool:
    return row.target.actual is None and bool(row.indicator_code) and row.due_on is not None


def _data(found: StretchReward) -> dict[str, Any]:
    target = found.target
    return {
        "title": target.title,
        "baseline": target.baseline,
        "target": target.target,
        "actual": target.actual,
        "polarity": target.polarity,
        "weight": target.weight,
        "potential": target.weighted_potential,
        "gap_closed": found.gap_closed,
        "share": found.share,
        "earned": found.earned,
        "expected": found.expected,
        "reason": judged.reason(found.reason),
    }


def _show(
    page: Page, found: Sequence[StretchReward], said: str, totals: tuple[Decimal, Decimal, Decimal]
) -> None:
    potential, earned, expected = map(words.pounds, totals)
    rows = [
        (
            each.target.title,
            words.pounds(each.target.weighted_potential),
            words.share(each.gap_closed),
            words.share(each.share),
            words.pounds(each.earned),
            words.pounds(each.expected),
            reasons.sentence(each.reason) if each.reason else "",
        )
        for each in found
    ]
    page.table(
        words.COLUMNS,
        [*rows, (words.TOTAL, potential, "", "", earned, expected, "")],
        numeric=(1, 2, 3, 4, 5),
    )
    page.say(said)
    page.say(words.HISTORY)
