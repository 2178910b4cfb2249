"""Rows of the audit as tests write them: short texts to tagged amounts, claims and partners."""

from __future__ import annotations

from decimal import Decimal

from indicators.prevention.movement import PartnerSpend
from indicators.prevention.rows import CoderPair, InfluenceClaim, TaggedAmount
from indicators.prevention.schemes import Scheme

WELSH = Scheme(
    "WELSH-2018",
    "Welsh definition of prevention",
    "published",
    {
        "PP": "core",
        "SP": "core",
        "TP": "broad",
        "AS": "acute",
        "EN": "unclassified",
        "UC": "unclassified",
        "OOS": "out_of_scope",
    },
    {},
)
DEMOS = Scheme("DEMOS-PDEL", "Demos", "published", {**WELSH.counts, "TP": "other"}, {})
YEAR = "2024-04-01/P1Y"


def amount(
    value, level="PP", confidence="high", *, organisation="County", role="own", period=YEAR, parent="P"
):
    return TaggedAmount(organisation, role, period, "M", parent, level, confidence, Decimal(value))


def amounts(text):
    """`1000 PP high, 2000 - -`: thousands of pounds, level and confidence, a hyphen for none."""
    found = []
    for part in filter(None, text.split(", ")):
        value, level, confidence = (None if word == "-" else word for word in part.split())
        found.append(amount(value, level, confidence))
    return found


def partners(text):
    """`County 50000/200000, NHS 1/2`: what each spends on prevention, and in all."""
    found = {}
    for part in filter(None, text.split(", ")):
        name, spend = part.split()
        found[name] = PartnerSpend(*map(Decimal, spend.split("/")))
    return found


def claims(text):
    """`1200 0.25 0 0 0.10 I4`: gross, the four shares, the grade."""
    found = []
    for number, part in enumerate(filter(None, text.split(", "))):
        *figures, grade = part.split()
        found.append(InfluenceClaim(f"C{number}", "s", "advocacy", "County", *map(Decimal, figures), grade))
    return found


def pairs(table):
    """Counts of lines, the first coder's levels down and the second's across; each line is of one thousand pounds."""
    return [
        CoderPair(str(i), str(j), count, Decimal(count), Decimal(count if i == j else 0))
        for i, row in enumerate(table)
        for j, count in enumerate(row)
        if count
    ]
