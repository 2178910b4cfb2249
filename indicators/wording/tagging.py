"""The words of the tagging workbench: roles, the grid, suggestions and where they come from, what is still open, what would follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from indicators.wording.numbers import number, with_unit
from indicators.wording.prevention import ROLES, millions, per_cent
from indicators.wording.prevention_page import coded

Amount = float | Decimal

TITLE = "Tag spending"
LEAD = (
    "The lines of an edition of the Prevention audit, each to be put at one level of prevention or divided among several. Nothing is "
    "stored until it has been checked and recorded below."
)
VIEWS = {"first": "First coder", "second": "Second coder", "moderated": "Moderation"}
VIEW_LEADS = {
    "first": "You code first. What another coder made of the lines is not shown here.",
    "second": (
        "You code second, without sight of the first coding: neither the grid nor its download shows it, and agreement is told only "
        "under Moderation. (Recorded tags can be read by anybody elsewhere; there is no sign-in yet, so this is a matter of trust.)"
    ),
    "moderated": "Both codings stand beside each other. What you record here goes before both in the headline.",
}
EDITION = "Edition"
SCHEME = "Scheme"
WHOSE = "Coded for"
EVERYBODY = "Everybody, benchmarks too"
WHICH = "Lines"
WHICH_LINES = {
    "first": {"to_do": "Still to be coded", "done": "Coded by the first coder", "all": "All"},
    "second": {
        "sample": "To be coded twice",
        "to_do": "All still to be coded",
        "done": "Coded by the second coder",
        "all": "All",
    },
    "moderated": {"differ": "Coded differently by two", "done": "Moderated", "all": "All"},
}
SAMPLE_RULE = "To be coded twice: every line of £1 million or more, and one in ten of the rest, chosen by the line's name."
NO_EDITION = (
    "No edition of the audit is recorded yet. The first one is a row of the dataset prevention_edition."
)
NO_LEVELS = (
    "No levels of the scheme {scheme} are recorded, so there is nothing to code by. They are rows of the dataset classification_level; "
    "where they were withdrawn, History has the way to undo that."
)
FORM_OF_LEVELS = "Template and form of levels of a scheme"
FORM_OF_EDITION = "Template and form of prevention editions"
NO_RETURNS = (
    "This edition counts no return yet, so there is no line to code. Returns are rows of the dataset partner_return, their lines "
    "rows of spending_line."
)
FORM_OF_RETURNS = "Template and form of partner returns"
NOTHING_LISTED = "No line matches this choice."
IN_THE_PAST = "This is how the lines were coded at that moment. Coding goes on at the latest one only."
PUBLISHED = (
    "Edition {edition} is published and stays as it is; its lines cannot be coded. To change something, open a new edition that "
    "restates it and says what changed."
)
SEE_AUDIT = "Show the edition in the Prevention audit"
LATEST = "Go to the latest moment"

KEYS = "Arrow keys move, Enter opens a cell and closes it, Delete empties it, Ctrl+V pastes from a spreadsheet. The shares of a line make 100."
LINE, SERVICE, AMOUNT = "Line", "Service", "£ million"
SUGGESTED = "Suggestion, and where it comes from"
TAKE = "Take it"
TAKE_HELP = "Take the suggestion over, with its reason; what you type yourself goes before it."
FIRST, SECOND = "First coder", "Second coder"
TAKE_ALL = "Take every suggestion on this page"
TAKE_WHOSE = "Take"
TAKE_WHOSE_HELP = "Take one coder's levels and reason over; what you type yourself goes before them."
WHOSE_CODING = {"first": "the first coder's", "second": "the second coder's"}
SHARE_HELP = "Share of the line in per cent; empty is none."
CONFIDENCE, CONFIDENCE_HELP = (
    "Confidence",
    "How sure you are of the levels. The headline's range is made of it.",
)
CONFIDENCES = {"high": "high", "medium": "medium", "low": "low"}
RATIONALE, RATIONALE_HELP = "Reason *", "Why these levels. It is shown beside the line."
DRIVER, DRIVER_HELP = (
    "Divided by",
    "What the line was divided by, such as cases or hours; empty where by judgement.",
)
PURPOSE, PURPOSE_HELP = "Main purpose", "What the spending is for; needed for large lines only."
POPULATION, POPULATION_HELP = "For whom", "The people it is for; needed for large lines only."
GRID = "Lines to code"
PAPER_COLUMNS = ("Line", "£ million", "Coded in this role")
NOT_CODED = "not yet"
LINES = "lines"
DOWNLOAD = "These lines as a file to fill in (CSV)"
DOWNLOAD_ABOUT = (
    "The file has the columns of prevention tags, and only your own coding. It is sent under Submit figures."
)

YOU = "Who codes (a role, never a person's name)"
SOURCE = "Where the judgement was made"
SOURCE_DEFAULT = "Tagging workbench"
SOURCE_KEY = "Source in the register"
CODER_MISSING = "Say in which role you code."
OPEN_LINES = "Not yet whole:"
CHECK = "Check and preview"
BEGIN_AGAIN = "Begin again"
NOTHING_DONE = "Nothing has been filled in here that is not recorded."
FILE_NAME = "prevention_tags-coded.csv"
OVERTAKEN = (
    "Somebody else recorded these lines after you began. Look at the preview before you record over them:"
)
RECORDED = "Recorded. Its receipt, and the way to undo it:"
ALREADY = "This was recorded before; nothing was added. Its receipt:"
RECEIPT = "Receipt and undo"

EFFECT = "What the headline would be"
SECOND_NO_HEADLINE = "The second coding does not count in the headline. It is for the agreement of the two."
STAYS = "The headline stays as it is."
LARGEST = "The largest changes"
LARGEST_COLUMNS = ("Line", "£ million", "Now", "Would be", "Moved, £ million")
LARGEST_CAPTION = "Against the coding that counts now, the most money first"
QUESTIONS = "What an auditor would ask then"
QUESTIONS_CAPTION = "Questions that are new"
NO_QUESTIONS = "No question that is not there already."
AGREEMENT = "Agreement of the two coders"


def level_column(title: str) -> str:
    """The heading of a level's column: its title without the word that all of them share.

    >>> level_column("Primary prevention"), level_column("Acute spending"), level_column("Preventative")
    ('Primary, %', 'Acute, %', 'Preventative, %')
    """
    return f"{title.removesuffix(' prevention').removesuffix(' spending')}, %"


def progress(coded_lines: int, lines: int, money_coded: Amount, money: Amount) -> str:
    """How far a coder has come.

    >>> progress(3, 12, 60000, 178823), progress(1, 1, 5, 5)
    ('3 of 12 lines are coded: £60.0 million of £178.8 million.', '1 of 1 line is coded: £0.0 million of £0.0 million.')
    """
    verb = "is" if coded_lines == 1 else "are"
    noun = "line" if lines == 1 else "lines"
    return f"{number(coded_lines, 0)} of {number(lines, 0)} {noun} {verb} coded: {millions(money_coded)} of {millions(money)}."


def differing(lines: int) -> str:
    """How many lines two coders coded differently.

    >>> differing(0), differing(1), differing(7)
    ('Two coders differ on no line.', 'Two coders differ on 1 line.', 'Two coders differ on 7 lines.')
    """
    return f"Two coders differ on {number(lines, 0) if lines else 'no'} line{'' if lines in (0, 1) else 's'}."


def suggestion(
    shares: Iterable[tuple[str, Amount]],
    titles: dict[str, str],
    origin: str,
    *,
    edition: str,
    organisation: str,
    role: str,
) -> str:
    """A suggestion with where it comes from.

    >>> said = {"edition": "2023-24", "organisation": "All organisations", "role": "moderated"}
    >>> suggestion([("SP", 1)], {"SP": "Secondary prevention"}, "year_before", **said)
    'secondary prevention (edition 2023-24, moderated)'
    >>> suggestion([("SP", 1)], {}, "elsewhere", edition="2024-25", organisation="Oxford City", role="first")
    'secondary prevention (the same line of Oxford City in edition 2024-25, first coder)'
    >>> suggestion([("SP", 1)], {}, "ours", edition="2024-25", organisation="All organisations", role="suggested")
    'secondary prevention (ours, unmoderated)'
    """
    levels = coded(shares, titles)
    whence = {
        "year_before": f"edition {edition}, {ROLES[role]}",
        "elsewhere": f"the same line of {organisation} in edition {edition}, {ROLES[role]}",
        "ours": ROLES["suggested"],
    }
    return f"{levels} ({whence[origin]})"


def other_coding(
    shares: Iterable[tuple[str, Amount]], titles: dict[str, str], confidence: str | None, rationale: str
) -> str:
    """What a coder made of a line, for who moderates.

    >>> other_coding([("SP", 1)], {}, "high", "Early help."), other_coding([("AS", 1)], {}, None, "Care.")
    ('secondary prevention (high): Early help.', 'acute spending: Care.')
    """
    sure = f" ({confidence})" if confidence else ""
    return f"{coded(shares, titles)}{sure}: {rationale}"


def recorded(shares: Iterable[tuple[str, Amount]], titles: dict[str, str], rationale: str) -> str:
    """A coder's own coding of a line.

    >>> recorded([("SP", 1)], {}, "Early help.")
    'secondary prevention: Early help.'
    """
    return f"{coded(shares, titles)}: {rationale}"


def open_line(name: str, whole: Amount) -> str:
    """A line whose shares do not make a whole yet.

    >>> open_line("Youth work", Decimal("0.9")), open_line("Youth work", Decimal("1.05"))
    ('Youth work: 90% so far, 10% is missing.', 'Youth work: 105% in all, 5% too much.')
    """
    share = Decimal(str(whole))
    if share < 1:
        return f"{name}: {_in_hundred(share)} so far, {_in_hundred(1 - share)} is missing."
    return f"{name}: {_in_hundred(share)} in all, {_in_hundred(share - 1)} too much."


def done(lines: int) -> str:
    """How much was filled in and is not recorded.

    >>> done(1), done(12)
    ('1 line is filled in and not recorded yet.', '12 lines are filled in and not recorded yet.')
    """
    return f"{number(lines, 0)} line{' is' if lines == 1 else 's are'} filled in and not recorded yet."


def would_be(year: str, now: Amount | None, then: Amount | None) -> str:
    """What becomes of the core share.

    >>> would_be("2024/25", Decimal("0.1806"), Decimal("0.1082"))
    'The core share of 2024/25 would be 10.8% instead of 18.1%.'
    >>> would_be("2024/25", Decimal("0.1806"), Decimal("0.1806"))
    'The core share of 2024/25 stays at 18.1%.'
    >>> would_be("2024/25", None, Decimal("0.1806"))
    'The core share of 2024/25 would be 18.1%.'
    """
    if now is None:
        return f"The core share of {year} would be {per_cent(then)}."
    if now == then:
        return f"The core share of {year} stays at {per_cent(now)}."
    return f"The core share of {year} would be {per_cent(then)} instead of {per_cent(now)}."


def line_name(key: Sequence[str]) -> str:
    """What a line is called where it stands alone: its service and itself.

    >>> line_name(("gross", "Children", "Youth work"))
    'Children: Youth work'
    """
    return f"{key[1]}: {key[2]}"


def in_millions(thousands: Amount) -> str:
    """Thousands of pounds in millions, with the decimals that small lines need.

    >>> in_millions(Decimal("178822.6")), in_millions(Decimal("12.4"))
    ('178.8', '0.01')
    """
    value = Decimal(str(thousands)) / 1000
    return number(value, 2 if 0 < abs(value) < 1 else 1)


def _in_hundred(share: Decimal) -> str:
    value = share * 100
    return with_unit(value, 0 if value == value.to_integral_value() else 2, "%")
