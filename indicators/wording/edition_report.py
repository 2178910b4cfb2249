"""The words of the printed report of an edition of the prevention audit, besides those that it shares with page and command."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from indicators.wording.dates import moment
from indicators.wording.numbers import number, with_unit
from indicators.wording.prevention import TITLE, millions, per_cent

Amount = float | Decimal

COVERAGE = "Coverage"
CORE_SHARE = "Core share"
BROAD_SHARE = "Broad share"
ACUTE = "Acute spending"
RETURN_COLUMNS = ("Partner", "Return", "Basis", "In scope, £m", "Certified by")
RETURNS_CAPTION = "Returns that are counted"
EXCLUSIONS = "Left out"
LEVEL_CAPTION = "Levels of the scheme and what they count as"
LEVEL_COLUMNS = ("Level", "Counts as")
RANGE_COLUMNS = ("Preventative tags counted", "Core share", "Broad share")
RANGE_CAPTION = "The shares by how sure the coders were"
RANGE = {"high": "High confidence only", "high_and_medium": "High and medium confidence", "all": "All tags"}
POOLED_COLUMNS = ("Agreement", "Legal basis", "Host", "Partner", "Money, £m", "In kind, £m")
POOLED_CAPTION = "What each partner put into pooled funds"
CLAIM_COLUMNS = ("Grade", "Claim", "By", "Gross, £m", "Net, £m")
CLAIMS_CAPTION = "Claims of influence"
EVIDENCE_COLUMNS = ("Grade", "Service", "Line")
EVIDENCE_CAPTION = "Studies of services"
MIX_CAPTION = "Core spending of the year by the grade of the studies behind it"
MIX_COLUMNS = ("Grade of the studies", "Core, £m", "Of all core")
MIX_RULE = (
    "A grade says how sure a study is, not how large an effect it found. A line whose studies have different grades stands by itself; "
    "none of them is picked."
)
GRADES = {
    "E5": "E5, several rigorous evaluations",
    "E4": "E4, one rigorous evaluation of a strong design",
    "E3": "E3, one rigorous evaluation",
    "E2": "E2, preliminary",
    "E1": "E1, a stated logic or monitored locally",
    "E0": "E0, none",
    "EX": "EX, tested and found not effective",
    "disagree": "Studies of different grades",
    None: "No study recorded",
}
QUESTIONS_CAPTION = "What scrutiny asked about this edition"
QUESTION_COLUMNS = ("Asked", "Question", "Answer")
NO_QUESTION = "Missing: no question that scrutiny asked about this edition is recorded. Ask them on Key lines of enquiry."
NO_ANSWER = "no answer recorded"
NOBODY = "nobody"
NO_CHANGES = "It is not said what changed since the edition before."
FIRST_EDITION = "There is no edition before it."
NO_RETURN = "Missing: no return of a partner is counted. Submit rows of the dataset partner_return."
NO_SPENDING = (
    "Missing: nothing is recorded of spending in these returns. Submit rows of the dataset spending_line."
)
NO_CODING = "Missing: nobody has coded a line. Submit rows of the dataset prevention_tag."
LINES = "Annex. The largest lines and who judged them"
LINES_CAPTION = "Lines, the largest first"
LINE_COLUMNS = ("Line", "Partner and service", "£m", "Level", "Counts as", "Confidence", "Who judged")
SOURCES = "Sources"
MAKE = "Report of this edition"
MAKE_LEAD = (
    "The whole edition as it is recorded, in twelve parts with its charts, to print or to edit. Lines classified differently in "
    "this view are not in it."
)
BUTTONS = {"pdf": "Make it as PDF", "docx": "Make it as Word (DOCX)"}
STAGES = {"judging": "Judging the edition", "lines": "Reading the lines", "writing": "Writing the report"}
MADE = "The report is ready"
REPORT = "Write the edition's report to this file instead: PDF or Word, by its ending (.pdf, .docx)."
ONLY_THESE = "{file}: a report is written to a file that ends in {kinds}."


def title(edition: str) -> str:
    """The title of the report.

    >>> title("2024-25")
    'Prevention audit 2024-25'
    """
    return f"{TITLE} {edition}"


def counted_by(year: str, scheme: str) -> str:
    """What the report is of.

    >>> counted_by("2024/25", "Welsh levels 2018")
    'Spending of 2024/25, classified by: Welsh levels 2018.'
    """
    return f"Spending of {year}, classified by: {scheme}."


def recorded(at: datetime, entry: int, entry_hash: str) -> str:
    """By which moment of the record the report stands.

    >>> recorded(datetime(2026, 6, 1, 9, 5), 12, "0123456789abcdef")
    'As recorded at 1 June 2026, 10:05 (entry 12, 0123456789ab).'
    """
    return f"As recorded at {moment(at)} (entry {entry}, {entry_hash[:12]})."


def footer(edition: str, at: datetime) -> str:
    """What stands at the foot of every page.

    >>> footer("2024-25", datetime(2026, 6, 1, 9, 5))
    'Prevention audit 2024-25, as recorded at 1 June 2026, 10:05'
    """
    return f"{title(edition)}, as recorded at {moment(at)}"


def large_amount(thousands: Amount) -> str:
    """Money as a figure in large type.

    >>> large_amount(144134)
    '£144.1m'
    """
    return f"{with_unit(Decimal(str(thousands)) / 1000, 1, '£')}m"


def sources(names: Sequence[str]) -> str:
    """Where the lines were read.

    >>> sources(["Department for Education, Section 251 outturn"])
    'Sources: Department for Education, Section 251 outturn.'
    """
    return f"{SOURCES}: {'; '.join(names)}."


def by_confidence(surest: Amount | None, sure: Amount | None) -> str:
    """What the core share must be read with.

    >>> by_confidence(0, 0.1518)
    '0.0% by tags of high confidence alone, 15.2% by those of high and medium confidence'
    """
    return f"{per_cent(surest)} by tags of high confidence alone, {per_cent(sure)} by those of high and medium confidence"


def of_scope(year: str, thousands: Amount) -> str:
    """Of which whole the shares are.

    >>> of_scope("2024/25", 178823)
    'of £178.8 million in scope in 2024/25'
    """
    return f"of {millions(thousands)} in scope in {year}"


def only_largest(shown: int) -> str:
    """How many lines are listed.

    >>> only_largest(100)
    'The 100 largest lines are listed; all of them are counted.'
    """
    return f"The {number(shown, 0)} largest lines are listed; all of them are counted."


def save(name: str, size: int) -> str:
    """The button that saves a file.

    >>> save("report.pdf", 123456)
    'Save report.pdf (0.1 MB)'
    """
    return f"Save {name} ({number(Decimal(size) / 1_000_000, 1)} MB)"


def written(path: str) -> str:
    """Where a command wrote the report.

    >>> written("audit.pdf")
    'The report was written to audit.pdf.'
    """
    return f"The report was written to {path}."
