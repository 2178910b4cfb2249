"""An edition of the prevention audit in words: the sentences and tables that page, command and report share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from fractions import Fraction

from indicators.assessments.audited import Audit, Movement, Year
from indicators.periods import parse
from indicators.wording import prevention, prevention_sentences, reasons
from indicators.wording.numbers import number, with_unit
from indicators.wording.prevention_findings import sentence


def exact(share: Fraction | None) -> Decimal | None:
    """A fraction as a decimal, to 28 digits; for display only."""
    return None if share is None else Decimal(share.numerator) / Decimal(share.denominator)


def year(period: str) -> str:
    """A financial year as a county writes it."""
    return parse(period).short_label


def status(audit: Audit) -> str:
    """How far an edition has come, and how much of its headline rests on our own suggestions alone."""
    said = f"Edition {audit.edition.code}: {prevention.STATUSES[audit.edition.status]}."
    if audit.is_all_ours:
        return f"{said} {prevention.OURS}"
    if not audit.ours or audit.this_year is None:
        return said
    return f"{said} {prevention_sentences.partly_ours(audit.ours, audit.this_year.shares.in_scope)}"


def headline(audit: Audit) -> str:
    """The core share as a range; why there is none where there is none."""
    now, sure = audit.this_year, audit.range
    if now is None or sure is None or now.shares.reason:
        why = audit.reason or (now.shares.reason if now else None)
        return reasons.sentence(why) if why else ""
    return prevention_sentences.headline(
        year(now.period),
        core=now.shares.core,
        in_scope=now.shares.in_scope,
        share=_share(now.shares.core_of_in_scope),
        broad=_share(now.shares.broad_of_in_scope),
        surest=_share(sure.high.core_of_in_scope),
        sure=_share(sure.high_and_medium.core_of_in_scope),
        core_levels=_titles(audit, "core"),
        broad_levels=_titles(audit, "broad"),
    )


def course(audit: Audit) -> str:
    """The largest change of the share in one year and what came after it."""
    line = audit.course
    if line.reason or line.turn is None or line.change is None:
        return reasons.sentence(line.reason) if line.reason else ""
    turn = next(each for each in audit.years if parse(each.period).start.year == line.years[line.turn])
    return prevention_sentences.turned(
        year(turn.period),
        line.change,
        years_before=line.years_before,
        can_tell=line.statistics_can_tell,
        quiet_since=line.quiet_since,
    )


def money(audit: Audit) -> str:
    """Core money before and after the largest change and now, in cash and real terms, with all and acute spending beside it."""
    chosen = _telling_years(audit)
    if not chosen:
        return ""
    first, last = chosen[0], chosen[-1]
    core = prevention_sentences.money_then_and_now(
        [(year(each.period), each.core.cash, exact(each.core.real)) for each in chosen],
        year(audit.edition.price_base),
        exact(last.core_since(first)),
    )
    beside = prevention_sentences.wholes(
        year(first.period),
        year(last.period),
        total_then=first.in_scope.cash,
        total_now=last.in_scope.cash,
        acute_then=first.acute.cash,
        acute_now=last.acute.cash,
    )
    return f"{core} {beside} {prevention.ACUTE_BESIDE}"


def benchmarks(audit: Audit) -> list[str]:
    """Other places by the same rule, each from its first year to its last."""
    said = []
    for name, years in audit.benchmarks.items():
        if not years:
            continue
        first, last = min(years), max(years)
        said.append(
            prevention_sentences.place(
                name,
                year(first),
                exact(years[first].core_of_in_scope),
                year(last),
                exact(years[last].core_of_in_scope),
            )
        )
    return said


def findings(audit: Audit) -> list[tuple[str, str]]:
    """What an auditor would ask: about what, and the sentence."""
    return [(each.subject, sentence(each.rule, each.figures)) for each in audit.findings]


def year_rows(audit: Audit) -> list[tuple[str, ...]]:
    """A row a year for `YEAR_COLUMNS`."""
    return [
        (
            year(each.period),
            _in_millions(each.core.cash),
            prevention.per_cent(exact(each.shares.core_of_in_scope)),
            prevention.per_cent(exact(each.shares.core_of_classified)),
            prevention.per_cent(exact(each.shares.broad_of_in_scope)),
            prevention.per_cent(exact(each.shares.coverage)),
            _in_millions(each.acute.cash),
            _in_millions(each.in_scope.cash),
            _in_millions(exact(each.core.real)),
            with_unit(exact(each.core.a_head), 0, "£"),
        )
        for each in audit.years
    ]


def year_notes(audit: Audit) -> list[str]:
    """Why a year of the table has nothing in real terms or nothing a head: a sentence a column and reason."""
    real, a_head = prevention.YEAR_COLUMNS[-2:]
    found: dict[tuple[str, str], list[str]] = {}
    for each in audit.years:
        for column, why in ((real, each.no_real), (a_head, each.no_head)):
            if why is not None:
                found.setdefault((column, reasons.sentence(why)), []).append(year(each.period))
    return [
        prevention_sentences.not_stated(column, [] if len(years) == len(audit.years) else years, why)
        for (column, why), years in found.items()
    ]


def level_rows(audit: Audit) -> list[tuple[str, ...]]:
    """A row a partner and level of the edition's year for `LEVEL_COLUMNS`."""
    titles = audit.scheme.titles
    return [
        (
            partner,
            prevention.NOT_JUDGED if level is None else titles.get(level, prevention.LEVELS[level]),
            _in_millions(amount),
        )
        for partner, levels in audit.levels.items()
        for level, amount in sorted(levels.items(), key=lambda item: item[0] or "~")
    ]


def beside_rows(audit: Audit) -> list[tuple[str, ...]]:
    """A row a return that is coded but not counted, in its latest year, for `PLACE_COLUMNS`."""
    rows = []
    for (organisation, measure, parent), years in audit.beside.items():
        last = max(years)
        shares = years[last]
        rows.append(
            (
                organisation,
                f"{parent}: {measure}",
                year(last),
                prevention.per_cent(exact(shares.core_of_in_scope)),
                prevention.per_cent(exact(shares.broad_of_in_scope)),
                prevention.per_cent(exact(shares.coverage)),
            )
        )
    return rows


def scheme_rows(audit: Audit) -> list[tuple[str, ...]]:
    """A row a scheme, with the shares that it makes of the edition's year or why there are none, for `SCHEME_COLUMNS`."""
    return [
        (
            each.scheme.title,
            prevention.per_cent(exact(each.shares.core_of_in_scope) if each.shares else None),
            prevention.per_cent(exact(each.shares.broad_of_in_scope) if each.shares else None),
            reasons.sentence(each.reason) if each.reason else "",
        )
        for each in audit.schemes
    ]


def movement_rows(audit: Audit) -> list[tuple[str, str]]:
    """The steps of the movement statement in order; empty where there is none."""
    if not isinstance(audit.movement, Movement) or audit.movement.money is None:
        return []
    steps = audit.movement.money
    return [
        (
            prevention.MOVEMENT[field.name],
            prevention_sentences.step(field.name, exact(getattr(steps, field.name))),
        )
        for field in fields(steps)
    ]


def movement_notes(audit: Audit) -> list[str]:
    """What the movement statement lacks, and why."""
    if not isinstance(audit.movement, Movement):
        return [reasons.sentence(audit.movement)]
    known = (audit.movement.no_money, audit.movement.no_reclassification)
    return [reasons.sentence(why) for why in known if why]


def influence(audit: Audit) -> str:
    """What was claimed and demonstrated, or that nothing was."""
    found = audit.influence
    if found.gross is None or found.net is None or found.demonstrated is None:
        return prevention.MISSING["influence"]
    return prevention_sentences.influence(found.claims, found.gross, found.net, found.demonstrated)


def agreement(audit: Audit) -> list[str]:
    """How far two coders agree, or that there is no second one."""
    found = audit.agreement
    if not found.lines:
        return [prevention.MISSING["second_coder"]]
    if found.kappa is None:
        return [reasons.sentence(found.reason)] if found.reason else []
    said = [prevention_sentences.kappa(exact(found.kappa) or 0, found.lines, blocks=found.blocks_publication)]
    return (
        [*said, prevention_sentences.by_pounds(exact(found.by_pounds) or 0)]
        if found.by_pounds is not None
        else said
    )


def _titles(audit: Audit, counts_as: str) -> list[str]:
    """The titles of the levels that the scheme counts so, in its own order."""
    return [
        title for level, title in audit.scheme.titles.items() if audit.scheme.counts_as(level) == counts_as
    ]


def _in_millions(thousands: Decimal | None) -> str:
    return number(None if thousands is None else thousands / 1000, 1)


def _telling_years(audit: Audit) -> Sequence[Year]:
    """The year before the largest change, the year of it, and the latest."""
    if not audit.years:
        return ()
    turn = audit.course.turn
    if turn is None:
        return (audit.years[-1],)
    starts = audit.course.years[turn - 1], audit.course.years[turn], parse(audit.years[-1].period).start.year
    return [each for each in audit.years if parse(each.period).start.year in starts]


def _share(share: Fraction | None) -> Decimal:
    return exact(share) or Decimal(0)
