"""How a file was read, and everything that was found in it, with files that hold it all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

import streamlit as st

from indicators.submissions import Checked, Finding, annotated
from indicators.ui import markup
from indicators.ui.markup import Cell, Group
from indicators.ui.submit_files import findings_csv, findings_json
from indicators.ui.submit_look import Upload
from indicators.ui.submit_preview import called_by
from indicators.wording import submit_page as words
from indicators.wording.file_findings import sentence
from indicators.wording.findings_told import part_of
from indicators.wording.submitting import first_of, found, read_as

SHOWN_MOST = 200
CELL_MOST = 80  # characters of a cell that a table on the screen shows


def show_reading(checked: Checked) -> None:
    """Encoding, separator or sheet, and the first lines as the sender sees them."""
    reading = checked.reading
    if reading.encoding is None:
        return
    st.header(words.READ_AS)
    st.html(
        markup.paragraph(read_as(reading.encoding, reading.delimiter, reading.sheet, reading.header_line))
    )
    if reading.preview:
        width = max(len(cells) for _, cells in reading.preview)
        columns = (words.LINE, *(letters(number) for number in range(width)))
        rows = [
            [
                Cell(str(line)),
                *(Cell(_cut(cell)) for cell in (*cells, *[""] * (width - len(cells)))),
            ]
            for line, cells in reading.preview
        ]
        st.html(markup.table(columns, rows, caption=words.AS_SEEN.format(file=reading.file_name)))


def show_findings(checked: Checked, upload: Upload, named: Mapping[int, str] | None = None) -> None:
    """Every finding, those of the file as a whole first; a long list is cut off, the files are not.

    Args:
        checked: what is known of the file.
        upload: the file.
        named: what each line is about, where its number tells the reader nothing.
    """
    findings = checked.findings
    errors = sum(each.severity == "error" for each in findings)
    st.header(words.FINDINGS)
    st.html(markup.paragraph(found(errors, len(findings) - errors)))
    if not findings:
        return
    in_parts = sorted(findings, key=lambda each: list(words.GROUPS).index(part_of(each)))
    cut = first_of(SHOWN_MOST, len(findings), words.FINDINGS.lower())
    if cut:
        st.html(markup.paragraph(cut, quiet=True))
    st.html(_table(in_parts[:SHOWN_MOST], named, called_by(checked.dataset, named)))
    _files(checked, upload)


def letters(number: int) -> str:
    """The name that a spreadsheet gives a column, counted from 0.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    before, last = divmod(number, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _table(findings: Sequence[Finding], named: Mapping[int, str] | None, called: Mapping[str, str]) -> str:
    rows: list[Sequence[Cell] | Group] = []
    part = None
    for each in findings:
        if part_of(each) != part:
            part = part_of(each)
            rows.append(Group(words.GROUPS[part]))
        rows.append(
            [
                Cell(_place(each.line, named)),
                Cell(called.get(each.column or "", each.column or "")),
                Cell(_cut(each.value or "")),
                Cell(sentence(each.rule, each.figures)),
                Cell(each.rule.replace("_", " ")),
            ]
        )
    if named is None:
        return markup.table(words.FINDING_COLUMNS, rows, caption=words.FINDINGS_CAPTION)
    columns = (words.ROW, *words.FINDING_COLUMNS[1:])
    return markup.table(columns, rows, caption=words.FINDINGS, wrap=True)


def _place(line: int | None, named: Mapping[int, str] | None) -> str:
    if line is None:
        return ""
    return str(line) if named is None else named.get(line, str(line))


def _files(checked: Checked, upload: Upload) -> None:
    stem = PurePath(checked.reading.file_name).stem
    with st.container(horizontal=True, key="screen-only-findings"):
        st.download_button(
            words.FINDINGS_CSV,
            lambda: findings_csv(checked.findings),
            f"{stem}-findings.csv",
            "text/csv",
            on_click="ignore",
        )
        st.download_button(
            words.FINDINGS_JSON,
            lambda: findings_json(checked.findings),
            f"{stem}-findings.json",
            "application/json",
            on_click="ignore",
        )
        if checked.reading.header_line is not None:
            st.download_button(
                words.ANNOTATED,
                lambda: _annotated(checked, upload),
                f"{stem}-with-findings.csv",
                "text/csv",
                on_click="ignore",
            )


def _annotated(checked: Checked, upload: Upload) -> bytes:
    """The sender's own file with a column more; where it cannot be read to its end, the list of findings."""
    made = annotated(
        upload.raw,
        checked.reading,
        checked.findings,
        heading=words.ANNOTATED_HEADING,
        sentence=lambda each: f"{words.SEVERITY[each.severity]}: {sentence(each.rule, each.figures)}",
    )
    return findings_csv(checked.findings) if made is None else made


def _cut(text: str) -> str:
    return text if len(text) <= CELL_MOST else f"{text[:CELL_MOST]}…"
