"""What is wrong or strange in a submitted file, each finding with what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from indicators.datasets import dataset
from indicators.wording.claim_findings import CLAIMS
from indicators.wording.commentary import move_not_allowed
from indicators.wording.edition_findings import EDITIONS
from indicators.wording.layout_findings import LAYOUTS
from indicators.wording.period_findings import no_period_end, not_a_period, read_by_its_end
from indicators.wording.question_findings import QUESTIONS

Figures = Mapping[str, Any]
Sentence = str | Callable[[Figures], str]

SAVE_AGAIN = "Open it in a spreadsheet and save it as CSV UTF-8 or as a workbook (.xlsx)."
KINDS = {
    "image": "an image",
    "pdf": "a PDF",
    "rich_text": "a text document",
    "archive": "an archive",
    "parquet": "a Parquet file",
    "database": "a database",
    "web_page": "a web page",
}

UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def _title(name: str) -> str:
    return dataset(name).title.lower()


def _length(duration: str) -> str:
    """An ISO 8601 duration of one unit in words: P3Y is 3 years."""
    count, unit = int(duration[1:-1]), UNITS[duration[-1]]
    return f"{count} {unit}{'' if count == 1 else 's'}"


def _nearest(figures: Figures) -> str:
    return f" Did you mean “{figures['nearest']}”?" if figures.get("nearest") else ""


def _duplicate(first_line: int, differ: Sequence[Mapping[str, str | None]]) -> str:
    """That a row stands there twice, and the figures in which the two are not the same."""
    if not differ:
        return f"The same row stands on line {first_line} already. Keep one."
    figures = "; ".join(
        f"{each['column']} {_filled(each['first'])} there, {_filled(each['now'])} here" for each in differ
    )
    return f"The same row stands on line {first_line} already, with other figures: {figures}. Keep the right one."


def _filled(text: str | None) -> str:
    return "empty" if text is None else text


WHOLE_FILE: dict[str, Sentence] = {
    "empty_file": "The file is empty.",
    "file_too_large": "The file is too large: {bytes:,} bytes, at most {most:,}. Split it.",
    "not_a_table": lambda f: f"The file is {KINDS[f['kind']]}, not a table. {SAVE_AGAIN}",
    "old_workbook": f"The workbook is of a kind from before 2007. {SAVE_AGAIN}",
    "encrypted_workbook": "The workbook is protected by a password. Save it without one.",
    "macro_workbook": f"The workbook holds macros. {SAVE_AGAIN}",
    "binary_workbook": f"The workbook is of the binary kind (.xlsb). {SAVE_AGAIN}",
    "broken_workbook": lambda f: (
        f"The workbook is damaged{' at ' + str(f['part']) if f.get('part') else ''}. {SAVE_AGAIN}"
    ),
    "workbook_too_large": "The workbook is too large. Save the sheet with the figures as CSV.",
    "nul_byte": f"There is a zero byte at byte {{offset}}: this is no text file. {SAVE_AGAIN}",
    "broken_encoding": f"Byte {{offset}} cannot be read as {{encoding}}. {SAVE_AGAIN}",
    "read_as_windows_1252": "Read as Windows-1252, because it is not UTF-8. Look whether £ and accents are right.",
    "no_header": lambda f: (
        f"No row of headings was found in the first {f['lines']} lines. Expected: {', '.join(f['expected'])}."
    ),
    "no_rows": "There are no rows under the headings.",
    "too_many_columns": "There are {columns} columns, at most {most} can be read.",
    "missing_column": "This column is missing and must be there.",
    "repeated_column": "This column is there {times} times. Keep one.",
    "unknown_column": lambda f: f"This column is not known and is left out.{_nearest(f)}",
    "absent_column": "The file does not have this column; it empties {rows:,} rows that have something in it.",
    "other_sheets": lambda f: f"Only this sheet was read; the workbook has others: {', '.join(f['sheets'])}.",
    "more_findings": "{count:,} more findings of the rule {of} are not listed.",
}
ROWS: dict[str, Sentence] = {
    "row_too_short": "The line has {cells} cells, the headings are {headings}.",
    "row_too_long": "The line has {cells} cells, the headings are {headings}. Is a comma not in quotes?",
    "line_too_long": (
        "The line is longer than {most:,} bytes and was not read. Take out columns, of which at most {columns} can be read, or "
        "the cell that holds so much; where all rows stand on this one line, save the table again with a line for each."
    ),
    "unclosed_quote": "A quotation mark that is opened here is never closed.",
    "stray_quote": "A quotation mark stands inside a cell. Double it, or take it out.",
    "duplicate_key": lambda f: _duplicate(f["first_line"], f["differ"]),
    "shares_not_one": (
        "With what is stored already the shares of this line would sum to {sum}, not 1. Name every level of the line, and write "
        "“remove” beside those that no longer hold."
    ),
    "coded_by_one": lambda f: (
        f"The {'first' if f['role'] == 'second' else 'second'} coder of this line has the same name. How far two coders agree says "
        "something only where they are two: have somebody else code the line, and name the two differently."
    ),
    "planned_on_wrong_side": lambda f: (
        "A benefit is planned at nought or more."
        if f["kind"] == "benefit"
        else "A dis-benefit is planned at nought or less."
    ),
    "leads_back": "By the other arrows this leads back to “{start}”. A benefits map goes one way: take out one arrow of the circle.",
    "unknown_reference": lambda f: f"This is not in the {_title(f['dataset'])}.{_nearest(f)}",
    "still_referred_to": lambda f: (
        f"This cannot be removed: {f['rows']:,} rows of the {_title(f['dataset'])} name it."
    ),
    "nothing_to_remove": "There is no such row to remove.",
    "removal_unclear": "Write “remove” to remove the row, or leave the cell empty.",
}
CELLS: dict[str, Sentence] = {
    "required": "This must be filled in.",
    "not_a_choice": lambda f: f"Write one of: {', '.join(f['choices'])}.{_nearest(f)}",
    "pattern": "This is not written as it must be (pattern {pattern}).",
    "below_minimum": "This is below {minimum:g}, the least that can be.",
    "above_maximum": "This is above {maximum:g}, the most that can be.",
    "cell_too_long": "The cell is longer than {most:,} characters.",
    "control_character": "The cell holds a character that cannot be shown. Type it again.",
    "spreadsheet_error": "The spreadsheet shows an error here instead of a figure. Put its formula right.",
    "formula": "This is a formula. Paste its value.",
    "formula_not_calculated": "This formula was never calculated. Open the workbook, save it, and send it again.",
    "not_a_number": "This is not a number.",
    "not_a_whole_number": "This is not a whole number.",
    "decimal_comma": "Write the decimals after a point, 4.5 and not 4,5.",
    "spaces_in_number": "There is a space inside the number. Take it out.",
    "scientific_notation": "Write the number in full: a spreadsheet has shortened it, and digits may be lost.",
    "too_many_digits": "The number has more than {most} digits.",
    "scaled_number": "Read as {read_as}.",
    "not_a_period": lambda f: not_a_period(f["reason"], f),
    "period_read_by_its_end": lambda f: read_by_its_end(f["read_as"], f["rows"]),
    "no_period_end": lambda f: no_period_end(f["day"], _length(f["usual"])),
    "not_a_date": "This is not a date. Write it like 2008-04-01.",
    "no_such_day": "There is no such day.",
    "date_order_unclear": "Day or month first? Write it like 2008-04-01.",
    "date_month_first": "The month stands first here, as in America. Write dates like 2008-04-01.",
    "date_two_orders": "Some dates of this column have the day first, some the month. Write them like 2008-04-01.",
    "date_short_year": "Write the year with four digits.",
    "date_without_day": "The day is missing. Write the date like 2008-04-01.",
    "date_serial_number": "This is a spreadsheet's number for a day. Format the cell as a date.",
    "mark_without_status": "A mark for a withheld number cannot be kept here. Leave the cell empty.",
    "mark_dropped": "The mark for a withheld number is left out: the status does not say that it was withheld.",
    "status_replaced": "The value is marked as withheld, so the status becomes “{kept}”.",
}
FIGURES: dict[str, Sentence] = {
    "future_period": "The period begins on {first_day}, which is still to come.",
    "unfinished_period": "The period ends on {last_day}. Give the figure as provisional or estimated.",
    "impossible_percentage": "A percentage lies between 0 and 100.",
    "negative_count": "Only a net count, such as homes built less homes lost, can be below 0. Is this one?",
    "fraction_of_count": "A count is a whole number. If this is an estimate or an average, give it the status that says so.",
    "denominator_zero": (
        "{numerator:g} out of 0 is no figure. Put the denominator right; where there was nobody to count, leave value and "
        "numerator empty and give the status “not collected”."
    ),
    "numerator_alone": "The numerator has no denominator beside it, so the figure cannot be tried. Send it too if it is known.",
    "limits_not_around_value": "The value does not lie between its limits ({lower}, {upper}).",
    "value_missing": "There is no value, and the status does not say why: suppressed, or not collected.",
    "value_though_withheld": "There is a value, though the status says “{status}”.",
    "ratio_mismatch": "Numerator and denominator make {expected:.6g}.",
    "unit_differs": "The figure is written with {sign}, but the indicator is in {unit}. Give it in that unit, without a sign.",
    "meaning_changed": (
        "This was “{was}” for {figures:,} figures that are recorded. Send those again in the new sense, or declare a new indicator."
    ),
    "revision": "This replaces {old:g}.",
    "outlier": "This is far from the {points} figures before it (their median is {median:g}).",
    "wrong_scale": lambda f: (
        f"This is about {f['factor']:,g} times the figures before it (their median is {f['median']:g})."
    ),
    "unusual_period_length": lambda f: (
        f"The figures of this indicator usually cover {_length(f['usual'])}, this one {_length(f['length'])}."
    ),
}
COMMENTARIES: dict[str, Sentence] = {
    "move_not_allowed": lambda f: move_not_allowed(f["was"], f["now"]),
    "text_changed": "The text was {was} and can be changed in a draft only. Set the state to draft, then submit it again.",
    "approver_missing": "Say who approved it.",
    "judgement_unexplained": "Say what the judged rating rests on.",
}
FINDINGS: dict[str, Sentence] = {
    **WHOLE_FILE,
    **LAYOUTS,
    **ROWS,
    **CELLS,
    **FIGURES,
    **COMMENTARIES,
    **CLAIMS,
    **EDITIONS,
    **QUESTIONS,
}


def sentence(rule: str, figures: Figures) -> str:
    """What is wrong, and what to do.

    Args:
        rule: the rule that found it.
        figures: what the rule gives with it.

    Raises:
        KeyError: a rule that we have no sentence for.

    >>> sentence("duplicate_key", {"first_line": 12, "differ": []})
    'The same row stands on line 12 already. Keep one.'
    """
    text = FINDINGS[rule]
    return text(figures) if callable(text) else text.format_map(figures)
