"""From an audit to its charts of bars: the movement statement, and money by level."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from html import escape

from indicators.assessments.audited import Audit, Movement
from indicators.charts.levels import Tiers, levels_figure
from indicators.charts.palette import Palette
from indicators.charts.waterfall import Step, waterfall_figure
from indicators.reports import audit_words
from indicators.reports.edition_charts import Drawing, decimal
from indicators.wording import prevention, prevention_sentences
from indicators.wording import prevention_page as words
from indicators.wording.numbers import number

PARTNERS = 4


def movement_drawing(audit: Audit, colours: Palette) -> Drawing | None:
    """The movement statement; None where there is none."""
    if not isinstance(audit.movement, Movement) or audit.movement.money is None:
        return None
    steps = audit.movement.money
    known = {f.name: value for f in fields(steps) if (value := getattr(steps, f.name)) is not None}
    figure = waterfall_figure(
        [
            Step(
                prevention.MOVEMENT[name],
                float(amount) / 1000,
                prevention_sentences.step(name, decimal(amount)).removesuffix(" million"),
            )
            for name, amount in known.items()
        ],
        colours=colours,
        y_title=words.MONEY_UNIT,
    )
    finding = words.movement_finding(
        audit_words.year(audit.movement.since),
        decimal(steps.before),
        audit_words.year(audit.edition.period),
        decimal(steps.after),
    )
    said = "; ".join(f"{name}: {amount}" for name, amount in audit_words.movement_rows(audit))
    return Drawing(figure, finding, f"{finding}. {said}.")


def levels_drawing(audit: Audit, colours: Palette) -> Drawing | None:
    """Money by level, the partners that spend most beside one another."""
    spent = sorted(audit.levels.items(), key=lambda item: -sum(item[1].values(), Decimal(0)))[:PARTNERS]
    everybody = audit.levels.values()
    levels = sorted({level for amounts in everybody for level in amounts}, key=lambda level: level or "~")
    if not levels or audit.this_year is None:
        return None
    titles = audit.scheme.titles
    names = [
        prevention.NOT_JUDGED if level is None else titles.get(level, prevention.LEVELS[level])
        for level in levels
    ]
    figure = levels_figure(
        [
            Tiers(
                escape(partner, quote=False),
                tuple(float(amounts.get(level, 0)) / 1000 for level in levels),
                tuple(f"£{number(amounts.get(level, Decimal(0)) / 1000, 1)}m" for level in levels),
            )
            for partner, amounts in spent
        ],
        [escape(name, quote=False) for name in names],
        colours=colours,
        y_title=words.MONEY_UNIT,
    )
    sums = [sum((amounts.get(level, Decimal(0)) for amounts in everybody), Decimal(0)) for level in levels]
    whole = audit.this_year.shares.in_scope
    most = max(range(len(levels)), key=lambda i: sums[i])
    finding = words.TIERS_FINDING.format(
        level=names[most],
        share=prevention.per_cent(sums[most] / whole if whole else None),
        year=audit_words.year(audit.edition.period),
    )
    if len(audit.levels) > len(spent):
        finding += words.TIERS_DRAWN.format(drawn=len(spent), all=len(audit.levels))
    drawn = {partner for partner, _ in spent}
    said = "; ".join(
        f"{partner}, {level}: £{amount} million"
        for partner, level, amount in audit_words.level_rows(audit)
        if partner in drawn
    )
    return Drawing(figure, finding, f"{finding}. {said}.")
