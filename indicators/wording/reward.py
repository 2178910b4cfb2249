"""The reward grant in words: the rule, what became of the money, and what is wrong with a file of stretch targets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from indicators.wording.numbers import NO_VALUE, number, with_unit

HEADING = "Reward grant"
RULE = (
    "Agreements made before June 2008 paid a grant for stretch targets: the share of the enhancement that was achieved, at most all of "
    "it, and nothing below 60 per cent. At exactly 60 per cent it pays 60 per cent, so everything is reckoned in exact decimals. The "
    "whole potential was 2.5 per cent of the net budget requirement, divided equally over the targets and then over their parts. Before "
    "the end, the grant to be expected is the mean share over everything that the forecast thinks possible."
)
HISTORY = (
    "What was earned is not what was paid. In October 2010 the Government cancelled the reward of the agreements of 2008 to 2011 before any "
    "of it was paid, and halved the last instalment for agreements made before June 2008. Oxfordshire’s plan of 2009 had been half revenue and "
    "half capital; the authorities named in the determination of 2011 were paid 30 per cent as capital. Scrutiny heard in March 2011 "
    "that Oxfordshire’s last payment had just been made; how much it came to is not known here."
)
NO_TARGET_CARRIES_ONE = (
    "No target among the figures carries a grant. On the command line, “python -m indicators reward FILE” reckons it for a file "
    "of stretch targets."
)
COLUMNS = ("Target", "Potential", "Way gone", "Share paid", "Earned", "Expected", "")
TOTAL = "All together"
REQUIRED = ("title", "baseline", "target", "actual", "polarity", "potential")
HELP = """Reckon the reward grant for a file of stretch targets: potential, earned, and to be expected.

A CSV file, one target or part of a target a row, with the columns title, baseline, target, actual, polarity (higher or lower) and potential (pounds). It may
have weight (the part of the potential that the row counts for; those of one title come to 1 at most), and, for rows without an
actual figure, indicator_code and due_on, from which the figure is forecast. Nothing is stored.
"""
FILE = "A CSV file of stretch targets."
FAULTS = {
    "column_missing": "The columns {columns} are missing.",
    "not_a_number": "{column}: “{value}” is not a number.",
    "empty": "{column} is empty.",
    "negative": "{column}: {value} is below nought.",
    "polarity": "polarity: “{value}” is neither higher nor lower.",
    "no_enhancement": (
        "The target {target} is no enhancement on the baseline {baseline}, where {polarity} is better; no payment is reckoned."
    ),
    "indicator_unknown": "indicator_code: there is no indicator “{value}”.",
    "day": "due_on: “{value}” is not a day such as 2030-03-31.",
    "unreadable": "It cannot be read as a table. {why}",
    "no_rows": "It holds no targets.",
    "not_csv": "It is no CSV file, and no other kind is read here. Open it in a spreadsheet and save it as CSV UTF-8.",
    "beyond_the_whole": "The weights of “{title}” come to {weight}. The parts of one grant share it: together they weigh 1 at most.",
}


def fault(line: int | None, code: str, figures: dict[str, Any]) -> str:
    """What is wrong with one line.

    >>> fault(3, "empty", {"column": "baseline"})
    'Line 3: baseline is empty.'
    """
    text = FAULTS[code].format(**figures)
    return text if line is None else f"Line {line}: {text}"


def pounds(amount: Decimal | None) -> str:
    """An amount of money to the penny.

    >>> pounds(Decimal("480000")), pounds(None)
    ('£480,000.00', '–')
    """
    return with_unit(amount, 2, "£")


def share(part: Decimal | None) -> str:
    """A share in per cent, with one decimal.

    >>> share(Decimal("0.575")), share(None)
    ('57.5%', '–')
    """
    return NO_VALUE if part is None else f"{number(100 * part, 1)}%"


def worked(parts: int, paid: int, potential: Decimal, earned: Decimal) -> str:
    """The worked example of a whole agreement.

    >>> worked(8, 5, Decimal(5600000), Decimal(3040000))
    'For example, 8 parts of one agreement could earn £5,600,000.00; 5 of them reached 60 per cent and earned £3,040,000.00 together.'
    """
    return (
        f"For example, {parts} parts of one agreement could earn {pounds(potential)}; {paid} of them reached 60 per cent and "
        f"earned {pounds(earned)} together."
    )


def summary(potential: Decimal, earned: Decimal, expected: Decimal, *, unknown: int) -> str:
    """What it comes to.

    >>> summary(Decimal(100), Decimal(60), Decimal(60), unknown=0)
    'Of £100.00 potential, £60.00 was earned; £60.00 may be expected in all.'
    """
    text = f"Of {pounds(potential)} potential, {pounds(earned)} was earned; {pounds(expected)} may be expected in all."
    if not unknown:
        return text
    which = "1 target" if unknown == 1 else f"{unknown} targets"
    return f"{text} Nothing is reckoned for {which} without an actual figure or a forecast."
