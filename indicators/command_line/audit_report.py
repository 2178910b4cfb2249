"""`audit --report`: the report of an edition written to a file, with its stages told while it is made."""

from __future__ import annotations

import sys
from pathlib import Path

from indicators.assessments.audited import SchemeNotReadable
from indicators.command_line import asked, judged
from indicators.command_line.answers import Answer, Refused
from indicators.command_line.auditing import edition_asked, not_readable
from indicators.reports.document_file import MEDIA, document_file
from indicators.reports.edition_report import edition_report
from indicators.reports.replacing import replacing
from indicators.wording import edition_report as words

KINDS = {f".{kind}": kind for kind in MEDIA}


def report_of(year: str | None, as_at: str | None, scheme: str | None, file: Path) -> Answer:
    """The report of the edition of a year, or of the latest one, as PDF or DOCX by the ending of the file's name."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    edition = edition_asked(snapshot, moment.at, year)
    try:
        document = edition_report(snapshot, edition.code, moment.at, scheme, tell=_tell)
    except SchemeNotReadable as unread:
        raise not_readable(unread) from None
    if document is None:
        raise Refused("edition_unknown", asked=edition.code, editions="")
    _tell("writing")
    written = document_file(document, KINDS[file.suffix.lower()])
    with replacing(file.resolve()) as prepared:
        prepared.write_bytes(written)
    return Answer(
        data={
            "as_at": judged.moment(moment),
            "edition": edition.code,
            "file": file,
            "bytes": len(written),
        },
        show=lambda page: page.say(words.written(str(file))),
    )


def _tell(stage: str) -> None:
    sys.stderr.write(f"{words.STAGES[stage]}\n")
    sys.stderr.flush()
