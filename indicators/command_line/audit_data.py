"""An edition of the prevention audit as data with stable keys, for programs."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from indicators.assessments.audited import Audit, Movement
from indicators.command_line import judged
from indicators.reports import audit_words as words


def data(found: Audit) -> dict[str, Any]:
    """An audit with stable keys; shares from 0 to 1, money in thousands of pounds."""
    rows, movement = found.rows, found.movement
    return {
        "edition": found.edition,
        "scheme": {"code": found.scheme.code, "title": found.scheme.title, "standing": found.scheme.standing},
        "ours_unmoderated": bool(found.ours),
        "in_force": rows.in_force,
        "summary": [words.headline(found), words.course(found), words.money(found), *words.benchmarks(found)],
        "returns": rows.returns,
        "years": [
            {
                "period": each.period,
                "label": words.year(each.period),
                "shares": shares(each.shares),
                "core": each.core,
                "broad": each.broad,
                "acute": each.acute,
                "in_scope": each.in_scope,
                "no_real_terms": judged.reason(each.no_real),
                "nothing_a_head": judged.reason(each.no_head),
            }
            for each in found.years
        ],
        "range": None
        if found.range is None
        else {field.name: shares(getattr(found.range, field.name)) for field in fields(found.range)},
        "schemes": [
            {
                "code": each.scheme.code,
                "title": each.scheme.title,
                "shares": shares(each.shares),
                "reason": judged.reason(each.reason),
            }
            for each in found.schemes
        ],
        "levels": [
            {"organisation": partner, "level": level, "amount": amount}
            for partner, levels in found.levels.items()
            for level, amount in levels.items()
        ],
        "partners": _places(found.partners),
        "benchmarks": _places(found.benchmarks),
        "beside": [
            {"organisation": place[0], "measure": place[1], "parent": place[2], "years": _years(years)}
            for place, years in found.beside.items()
        ],
        "course": {
            "largest_change_begins": None
            if found.course.turn is None
            else found.course.years[found.course.turn],
            "change_in_points": found.course.change,
            "years_before": found.course.years_before,
            "statistics_can_tell": found.course.statistics_can_tell,
            "quiet_since": found.course.quiet_since,
            "step_probability": found.course.step.p_change if found.course.step else None,
            "step_strength": found.course.step.strength if found.course.step else None,
            "step_reason": judged.reason(found.course.step.reason if found.course.step else None),
            "known_date_reason": judged.reason(found.course.known.reason if found.course.known else None),
            "reason": judged.reason(found.course.reason),
        },
        "movement": {
            "since": movement.since,
            "share": movement.shares,
            "money": movement.money,
            "no_money": judged.reason(movement.no_money),
            "no_reclassification": judged.reason(movement.no_reclassification),
        }
        if isinstance(movement, Movement)
        else {"reason": judged.reason(movement)},
        "control_totals": [
            {**vars(each), "difference": each.difference, "adds_up": each.adds_up} for each in found.totals
        ],
        "coders": rows.coders,
        "agreement": found.agreement,
        "influence": found.influence,
        "claims": rows.claims,
        "pooled": rows.contributions,
        "evidence": rows.evidence,
        "opinions": rows.opinions,
        "stages": found.stages,
        "savings": found.savings,
        "questions": [
            {"subject": each.subject, "rule": each.rule, "figures": each.figures, "sentence": said}
            for each, (_, said) in zip(found.findings, words.findings(found), strict=True)
        ],
        "missing": missing(found),
        "reason": judged.reason(found.reason),
    }


def shares(found: Any) -> dict[str, Any] | None:
    """Shares with the money that they are made of."""
    if found is None:
        return None
    return {
        **vars(found),
        "coverage": found.coverage,
        "core_of_classified": found.core_of_classified,
        "core_of_in_scope": found.core_of_in_scope,
        "broad_of_classified": found.broad_of_classified,
        "broad_of_in_scope": found.broad_of_in_scope,
        "prevention_to_acute": found.prevention_to_acute,
        "reason": judged.reason(found.reason),
    }


def missing(found: Audit) -> list[str]:
    """The names of the parts for which nothing was recorded."""
    rows = found.rows
    linked = [each for each in rows.evidence if each.indicator_code]
    there = {
        "pooled": rows.contributions,
        "saving": found.savings,
        "influence": rows.claims,
        "evidence": rows.evidence,
        "outcomes": linked,
        "second_coder": found.agreement.lines,
        "sign_offs": rows.opinions,
    }
    return [name for name, recorded in there.items() if not recorded]


def _places(places: Any) -> list[dict[str, Any]]:
    return [{"organisation": name, "years": _years(years)} for name, years in places.items()]


def _years(years: Any) -> list[dict[str, Any]]:
    return [{"period": period, "shares": shares(found)} for period, found in years.items()]
