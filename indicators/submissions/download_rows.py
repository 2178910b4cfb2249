"""A publisher's download as rows of ours: the places and indicators that are ours, in our codes, the rest counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from indicators.periods import PeriodError, parse
from indicators.submissions.downloads import DOWNLOADS, Publisher, places
from indicators.submissions.findings import Finding, error, warning
from indicators.submissions.publishers_indicators import OurIndicator, Ours
from indicators.submissions.values import number

Key = tuple[str, str, str]
Figure = Mapping[str, str | None]

NUMBERS = ("value", "numerator", "denominator", "lower", "upper")
COLUMNS = (
    *("indicator_code", "area_code", "period", *NUMBERS),
    *("status", "source_period", "note", "source", "source_key"),
)
_ACADEMIC_YEAR = "-09-01/P1Y"
_SUPPRESSED_WORDS = ("suppress", "disclos", "small number", "small count")
_STATUSES = {"": "final", "final": "final", "p": "provisional", "provisional": "provisional"}
_STATUSES |= {"e": "estimated", "estimated": "estimated", "r": "revised", "revised": "revised"}
_STATUSES |= {"c": "suppressed", "[c]": "suppressed", "suppressed": "suppressed"}


@dataclass(frozen=True)
class Chosen:
    """A line of the download that is a figure of ours: its parts by name."""

    line: int
    indicator: OurIndicator
    parts: Mapping[str, str]


@dataclass
class Sorted:
    """The lines of a download: ours, and how many are not and why."""

    chosen: list[Chosen] = field(default_factory=list)
    lines: int = 0
    elsewhere: Counter[str] = field(default_factory=Counter)  # lines by place
    broken_down: int = 0
    not_mapped: dict[tuple[str, str], list[int]] = field(default_factory=dict)  # lines by code and name

    def findings(self, publisher: Publisher, header_line: int) -> tuple[Finding, ...]:
        """How the file was read, what was left out, and each indicator that is none of ours (an error)."""
        told = warning(
            "read_as_download",
            line=header_line,
            publisher=publisher,
            lines=self.lines,
            kept=len(self.chosen),
            indicators=tuple(sorted({each.indicator.code for each in self.chosen})),
        )
        return (
            told,
            *self._left_out(header_line),
            *(
                error(
                    "indicator_not_mapped",
                    line=lines[0],
                    column="indicator_code",
                    value=code,
                    code=code,
                    name=name,
                    lines=len(lines),
                )
                for (code, name), lines in self.not_mapped.items()
            ),
        )

    def _left_out(self, line: int) -> Iterator[Finding]:
        if self.elsewhere:
            count = sum(self.elsewhere.values())
            yield warning("places_left_out", line=line, lines=count, places=len(self.elsewhere))
        if self.broken_down:
            yield warning("breakdowns_left_out", line=line, lines=self.broken_down)
        if not self.chosen and not self.not_mapped:
            yield error("no_rows", line=line)


def sort_lines(
    rows: Iterable[tuple[int, Sequence[str]]],
    headings: Sequence[str],
    publisher: Publisher,
    ours: Ours,
    areas: frozenset[str],
) -> Sorted:
    """Tell the lines that are figures of ours from those of other places, other people and other indicators."""
    found = Sorted()
    where = places(headings, DOWNLOADS[publisher])
    for line, cells in rows:
        found.lines += 1
        area = cells[where["area_code"]].strip()
        if area not in areas:
            found.elsewhere[area] += 1
            continue
        _sort(line, {part: cells[place].strip() for part, place in where.items()}, ours, found)
    return found


def _sort(line: int, parts: Mapping[str, str], ours: Ours, found: Sorted) -> None:
    code, name = parts["indicator"], parts.get("name", "")
    if parts.get("category"):
        found.broken_down += 1
    elif not ours.knows(code, name):
        found.not_mapped.setdefault((code, name), []).append(line)
    elif (
        indicator := ours.find(code, name, parts.get("sex", ""), parts.get("age", ""))
    ) is None or _has_another_length(parts["period"], indicator):
        found.broken_down += 1
    else:
        found.chosen.append(Chosen(line, indicator, parts))


def _has_another_length(period: str, indicator: OurIndicator) -> bool:
    """Whether a figure pools other years than ours: Fingertips gives some for one year and for three."""
    try:
        return parse(period).length != indicator.period_length
    except PeriodError:
        return False  # the check of the cell tells it


def as_rows(
    chosen: Iterable[Chosen], publisher: Publisher, file_name: str, stored: Mapping[Key, Figure]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The chosen lines as rows of `COLUMNS`.

    A figure that is recorded already, the same to the last digit, keeps the row that it has, and with it the source
    from which it first came. The year 2014/15 begins in September where the indicator's recorded years all do, else
    in April.
    """
    in_academic_years = _in_academic_years(stored)
    for each in chosen:
        row = _row(each, publisher, file_name, is_academic=each.indicator.code in in_academic_years)
        known = stored.get((row["indicator_code"], row["area_code"], row["period"]))
        kept = known if known is not None and _is_same(row, known) else row
        yield each.line, tuple(kept[column] or "" for column in COLUMNS)


def _in_academic_years(stored: Iterable[Key]) -> set[str]:
    all_academic: dict[str, bool] = {}
    for code, _, period in stored:
        all_academic[code] = all_academic.get(code, True) and period.endswith(_ACADEMIC_YEAR)
    return {code for code, is_academic in all_academic.items() if is_academic}


def _row(each: Chosen, publisher: Publisher, file_name: str, *, is_academic: bool) -> dict[str, str]:
    parts = each.parts
    status, remark = _status(parts)
    notes = (parts.get("note", ""), remark)
    return {
        "indicator_code": each.indicator.code,
        "area_code": parts["area_code"],
        "period": _period(parts["period"], is_academic=is_academic),
        **{name: parts.get(name, "") for name in NUMBERS},
        "status": status,
        "source_period": parts["period"],
        "note": "; ".join(note for note in notes if note),
        "source": _source(publisher, parts, file_name),
        "source_key": each.indicator.source_key,
    }


def _period(text: str, *, is_academic: bool) -> str:
    try:
        return parse(text, default_year="academic" if is_academic else "financial").code
    except PeriodError:
        return text


def _status(parts: Mapping[str, str]) -> tuple[str, str]:
    """Our word for the status, and the publisher's where we have none for it."""
    said = parts.get("status", "")
    known = _STATUSES.get(said.casefold())
    if not parts["value"]:
        words = f"{parts.get('note', '')} {said}".casefold()
        is_suppressed = known == "suppressed" or any(word in words for word in _SUPPRESSED_WORDS)
        return ("suppressed" if is_suppressed else "not collected"), ("" if known else said)
    return known or "final", ("" if known else said)


_SOURCES: dict[Publisher, Callable[[Mapping[str, str]], str]] = {
    "fingertips": lambda parts: f"Fingertips, indicator {parts['indicator']} ({parts['name']})",
    "explore_local_statistics": lambda parts: f"Explore Local Statistics, {parts['indicator']}",
}


def _source(publisher: Publisher, parts: Mapping[str, str], file_name: str) -> str:
    return f"{_SOURCES[publisher](parts)}, as downloaded in {file_name}"


def _is_same(row: Mapping[str, str], known: Figure) -> bool:
    if row["status"] != known["status"] or row["note"] not in ("", known["note"]):
        return False
    return all(_number(row[name]) == _number(known[name] or "") for name in NUMBERS)


def _number(text: str) -> float | str | None:
    meaning = number(text)
    if meaning.rule is not None:
        return text  # not a number: never the same as one
    return None if meaning.clean is None else float(meaning.clean)
