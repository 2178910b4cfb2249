"""The words of the Prevention audit's page: controls, headings, findings over charts, and what an address cannot ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from indicators.wording.numbers import number, with_unit
from indicators.wording.prevention import LEVELS, ROLES, millions, per_cent, points

Amount = float | Decimal

EDITION = "Edition"
SCHEME = "Classified by"
SCHEME_HELP = "A scheme says what spending at a level counts as. Another scheme is read from the same coding where it knows its levels."
WHICH_LINES = "Lines"
LINES = {"counted": "Those in the headline", "all": "All that are recorded"}
NO_EDITION = "No edition of the audit has been recorded at this moment. The first is submitted as a row of prevention_edition."
NO_SUCH_EDITION = "There is no edition “{given}”. Showing {shown}."
NO_SUCH_SCHEME = (
    "The lines of this edition cannot be counted by “{given}”. Showing the edition's own scheme, {shown}."
)
NOT_MADE = "The audit of this edition could not be worked out."
NOT_MADE_WAY_ON = (
    "What is recorded is as it was. The audit is tried again a minute later; if it fails again, the last submissions of spending, "
    "tags or claims are where to look, and can be undone on the page History."
)
OTHER_EDITION = "Show edition {edition}"
TRY_AGAIN = "Try again"
SEE_HISTORY = "History"
BEING_WORKED_OUT = "The audit is being worked out; it appears here in a moment."

SHARES = "Core and broad share, beside the South East and England"
MONEY = "Money in cash and in real terms, with acute spending beside it"
WHY = "Why it moved"
TIERS_FINDING = "{level} is the largest level, with {share} of what is in scope in {year}"
TIERS_DRAWN = "; drawn are the {drawn} of {all} partners that spend most"
THE_LINES = "Lines and who judged them"
DIFFERENTLY = "Classify differently"
DIFFERENTLY_LEAD = (
    "Choose a line and put it at other levels: headline, trend and benchmarks follow, by the same rule for every place and "
    "year, and the line keeps the confidence with which it was coded. Nothing is recorded; the whole of it stands in the address, "
    "which you can send to others."
)
DIFFERENT = "Not recorded: classified differently for this view only"
TAKE_BACK = "count it as recorded again"
ALL_AS_RECORDED = "Count everything as recorded"
LINE = "Line"
LEVEL = "Level"
SHARE = "Share at this level, %"
REST = "The rest at"
APPLY = "Show it so"
SCHEMES = "By other schemes"
OWN_CODINGS = "A scheme that was coded on its own is shown as recorded: a line is classified differently in one coding only."
ASTRAY = "Published totals that do not add up"
ALL_ADD_UP = "The lines of every return add up to the total that it publishes."
QUESTIONS = "What an auditor would ask"
NO_QUESTIONS = "Nothing to ask about the coding."
INFLUENCE = "Influence of the partnership"
AGREEMENT = "Agreement of two coders"
OUTCOMES = "Linked indicators of the basket"
ASSURANCE = "Scope and assurance"
TEMPLATE = "Template and form of {title}"
YEARS = "Every year"
YEARS_CAPTION = "Shares and money by year"
LEVELS_CAPTION = "Money of {year} by partner and level"
MOVEMENT_CAPTION = "From one year to the next, step by step"
MOVEMENT_COLUMNS = ("Step", "Amount")
SCHEMES_CAPTION = "The same year by every scheme"
BESIDE_CAPTION = "Coded and not counted in the headline"
ASTRAY_CAPTION = "Returns whose lines miss their published total"
QUESTIONS_CAPTION = "Questions about the coding"
CODERS_CAPTION = "Who coded how many lines"
LINE_COLUMNS = ("Line", "£ million", "Level", "Counts as", "Confidence", "Who judged")
COUNTS = {
    "core": "core prevention",
    "broad": "broad prevention",
    "acute": "acute spending",
    "other": "neither",
    "unclassified": "not classified",
    "out_of_scope": "out of scope",
}
CONFIDENCE_NOT_STATED = "not stated"
NOT_RECORDED = "not recorded: this view only"
NOBODY = "nobody"
LINES_WORD = "lines"
PARTNERSHIP = "All partners"
CORE = "core"
BROAD = "broad"
ACUTE = "acute"
CASH = "cash"
REAL = "real"
SHARE_UNIT = "% of spending in scope"
MONEY_UNIT = "£ million"
ONLY_THE_LARGEST = "Only the largest lines are listed and can be chosen; all of them are counted."
NO_LINES = "No line is recorded for this year."
BREAK = "{change}: step or recoding"

REFUSALS = {
    "unreadable": "cannot be read. It must be return~service~line~level:share, shares joined by +, lines by |.",
    "no_line": "names a line that this edition does not have: “{named}”.",
    "no_level": "names the level “{named}”, which this scheme does not have.",
    "not_whole": "gives “{named}” shares that do not sum to 1.",
    "twice": "names “{named}” a second time.",
    "too_many": "is one line too many.",
}


def refused(why: str, part: str, named: str) -> str:
    """Why a part of the address is left out.

    >>> refused("no_level", "a~b~c~ZZ:1", "ZZ")
    'Not counted: “a~b~c~ZZ:1” names the level “ZZ”, which this scheme does not have.'
    """
    return f"Not counted: “{part}” {REFUSALS[why].format(named=named)}"


def coded(shares: Iterable[tuple[str, Amount]], titles: dict[str, str]) -> str:
    """The levels of a line with their shares.

    >>> coded([("SP", 0.5), ("AS", 0.5)], {"SP": "Secondary prevention"})
    '50% secondary prevention, 50% acute spending'
    """
    known = list(shares)
    names = [(titles.get(level, LEVELS.get(level, level)), share) for level, share in known]
    if len(known) == 1:
        return names[0][0].lower()
    return ", ".join(f"{_in_hundred(share)} {name.lower()}" for name, share in names)


def counted_so(line: str, shares: Iterable[tuple[str, Amount]], titles: dict[str, str]) -> str:
    """One line as it is counted in this view only.

    >>> counted_so("Youth justice", [("AS", 1)], {})
    'Youth justice: acute spending'
    """
    return f"{line}: {coded(shares, titles)}"


def differs(year: str, recorded: Amount | None, now: Amount | None) -> str:
    """What the other classification does to the headline.

    >>> differs("2024/25", 0.1806, 0.1082)
    'So the core share of 2024/25 is 10.8% instead of 18.1% as recorded: −7.2 points.'
    """
    if recorded is None or now is None:
        return ""
    moved = Decimal(str(now)) - Decimal(str(recorded))
    return f"So the core share of {year} is {per_cent(now)} instead of {per_cent(recorded)} as recorded: {points(moved)}."


def across(shares: Sequence[Amount], *, codings: int, ours: int) -> str:
    """The core share by every scheme that can read the lines, with the number of codings that they read and how many are ours.

    >>> across([0.18, 0.25, 0.18], codings=2, ours=1)
    'By the 3 schemes that can read these lines it lies between 18.0% and 25.0%. They rest on 2 codings, 1 of them ours.'
    >>> across([0.18, 0.18], codings=1, ours=1)
    'It is 18.0% by each of the 2 schemes that can read these lines. They rest on one coding, which is ours.'
    """
    low, high, many = per_cent(min(shares)), per_cent(max(shares)), len(shares)
    rest = f"They rest on {_codings(codings, ours)}."
    if low == high:
        return f"It is {low} by each of the {many} schemes that can read these lines. {rest}"
    return f"By the {many} schemes that can read these lines it lies between {low} and {high}. {rest}"


BOTH_OR_ALL = {2: "both"}


def _codings(many: int, ours: int) -> str:
    if many == 1:
        return "one coding, which is ours" if ours else "one coding"
    if not ours:
        return f"{many} codings"
    if ours == many:
        return f"{many} codings, {BOTH_OR_ALL.get(many, 'all')} ours"
    return f"{many} codings, {ours} of them ours"


def shares_finding(year: str, core: Amount, broad: Amount, others: Sequence[tuple[str, Amount]]) -> str:
    """The finding over the chart of shares.

    >>> shares_finding("2024/25", 0.181, 0.194, [("England", 0.184)])
    'Core prevention was 18.1% of spending in scope in 2024/25, broad prevention 19.4%; England 18.4% by the same rule'
    """
    beside = ", ".join(f"{name} {per_cent(share)}" for name, share in others)
    said = f"Core prevention was {per_cent(core)} of spending in scope in {year}, broad prevention {per_cent(broad)}"
    return f"{said}; {beside} by the same rule" if beside else said


def money_finding(year: str, core: Amount, acute: Amount) -> str:
    """The finding over the chart of money.

    >>> money_finding("2024/25", 32290, 144134)
    '£32.3 million of core prevention stood beside £144.1 million of acute spending in 2024/25'
    """
    return f"{millions(core)} of core prevention stood beside {millions(acute)} of acute spending in {year}"


def movement_finding(before: str, then: Amount, after: str, now: Amount) -> str:
    """The finding over the movement statement.

    >>> movement_finding("2023/24", 29046, "2024/25", 32290)
    'Core prevention went from £29.0 million in 2023/24 to £32.3 million in 2024/25'
    """
    return f"Core prevention went from {millions(then)} in {before} to {millions(now)} in {after}"


def judged_by(role: str | None, coder: str | None) -> str:
    """Who judged a line.

    >>> judged_by("suggested", "product team"), judged_by(None, None)
    ('product team: ours, unmoderated', 'nobody')
    """
    return NOBODY if role is None else f"{coder}: {ROLES[role]}"


def listed(shown: int) -> str:
    """How many lines are listed.

    >>> listed(12), listed(1)
    ('12 lines, the largest first.', '1 line, the largest first.')
    """
    return f"{number(shown, 0)} line{'' if shown == 1 else 's'}, the largest first."


def at_end(name: str, what: str, share: Amount) -> str:
    """The label at the end of a line of shares.

    >>> at_end("England", "core", 0.184)
    'England, core 18.4%'
    """
    return f"{name}, {what} {per_cent(share)}"


def money_at_end(what: str, kind: str, thousands: Amount) -> str:
    """The label at the end of a line of money.

    >>> money_at_end("core", "real", 32290)
    'Core, real £32.3m'
    """
    return f"{what.capitalize()}, {kind} {with_unit(Decimal(str(thousands)) / 1000, 1, '£')}m"


def short_place(name: str) -> str:
    """A place's name without what its group says already.

    >>> short_place("South East (all authorities)"), short_place("Oxfordshire County Council")
    ('South East', 'Oxfordshire')
    """
    return name.removesuffix(" (all authorities)").removesuffix(" County Council")


def _in_hundred(share: Amount) -> str:
    value = Decimal(str(share)) * 100
    return with_unit(value, 0 if value == value.to_integral_value() else 1, "%")
