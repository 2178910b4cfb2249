"""The tables of one delivery chain: the twins of its drawings, and what is recorded beside them."""

from __future__ import annotations

from datetime import date

from indicators.assessments.chains import JudgedChain
from indicators.charts.palette import Palette
from indicators.scrutiny.chain_questions import GROUPS
from indicators.ui.chains_drawn import TONES, bodies, names_of
from indicators.ui.chains_scores import shown_counts
from indicators.ui.markup import Cell, Group, sign, table
from indicators.wording import chains
from indicators.wording import chains_page as words
from indicators.wording.dates import day
from indicators.wording.numbers import NO_VALUE, number
from indicators.wording.scrutiny_findings import sentence


def nodes_table(one: JudgedChain) -> str:
    """A row a body, numbered as in the drawing."""
    rows = [
        [
            Cell(body.number),
            Cell(body.name, quiet="" if body.tier else words.UNKNOWN_NODE),
            Cell(body.tier or NO_VALUE),
            Cell(body.role or NO_VALUE),
        ]
        for body in bodies(one)
    ]
    return table(words.NODE_COLUMNS, rows, caption=words.NODES, blocks=True)


def links_table(one: JudgedChain, colours: Palette) -> str:
    """A row a link, the critical ones first, of each kind the weakest first."""
    names = names_of(one)
    ordered = sorted(one.links, key=lambda link: (not link.is_critical, link.strength, link.code))
    rows = []
    for link in ordered:
        said = chains.strength(link.strength)
        rows.append(
            [
                Cell(names.get(link.start, link.start)),
                Cell(names.get(link.end, link.end)),
                Cell(chains.LINK_TYPES[link.link_type]),
                Cell(markup=sign(said.shape, said.word, getattr(colours, TONES[link.strength]))),
                Cell(chains.CRITICALITY[link.criticality]),
                Cell(link.lever or NO_VALUE),
                Cell(link.weakness or NO_VALUE),
                Cell(day(link.assessed_on) if link.assessed_on else NO_VALUE),
            ]
        )
    return table(words.LINK_COLUMNS, rows, caption=words.LINKS_CAPTION, blocks=True)


def findings_table(one: JudgedChain) -> str:
    """What to ask, with what it is about."""
    names = names_of(one)
    names |= {each.code: each.action for each in one.actions}
    names |= {each.code: each.risk for each in one.risks}
    names |= dict(chains.QUESTIONS) | {one.chain.code: one.chain.title}
    rows = [
        [
            Cell(names.get(each.subject) or each.subject, quiet=each.subject),
            Cell(sentence(each.rule, {**each.figures, **_named(each.figures, names)})),
        ]
        for each in one.findings
    ]
    return table(words.FINDING_COLUMNS, rows, caption=words.FINDINGS_CAPTION, blocks=True)


def questions_table(one: JudgedChain) -> str:
    """A row a question, in its group; how many gave each score alone only from three scores on."""
    rows: list[list[Cell] | Group] = []
    for group, title in chains.GROUPS.items():
        rows.append(Group(title))
        rows += [
            _question(each.question, one) for each in one.score.questions if GROUPS[each.question] == group
        ]
    return table(words.QUESTION_COLUMNS, rows, caption=words.QUESTIONS_CAPTION, blocks=True)


def actions_table(one: JudgedChain, as_of: date) -> str:
    """A row an action, the open ones first."""
    names = names_of(one)
    rows = [
        [
            Cell(each.action),
            Cell(names.get(each.link, each.link)),
            Cell(each.owner or words.NOBODY),
            Cell(day(each.due_on) if each.due_on else words.NO_DATE),
            Cell(
                words.action_status(
                    each.status,
                    late=each.status == "open" and each.due_on is not None and each.due_on < as_of,
                )
            ),
            Cell(each.lesson or NO_VALUE),
        ]
        for each in one.actions
    ]
    return table(words.ACTION_COLUMNS, rows, caption=words.ACTIONS_CAPTION, blocks=True)


def risks_table(one: JudgedChain) -> str:
    """A row a risk, the largest first."""
    names = names_of(one)
    rows = [
        [
            Cell(each.risk),
            Cell(names.get(each.link, each.link) if each.link else words.WHOLE_CHAIN),
            Cell(chains.risk_score(each.likelihood, each.impact)),
            Cell(each.response or words.NOTHING_DONE),
            Cell(each.owner or words.NOBODY),
            Cell(chains.RISK_STATUS[each.status]),
        ]
        for each in one.risks
    ]
    return table(words.RISK_COLUMNS, rows, caption=words.RISKS_CAPTION, blocks=True)


def _question(name: str, one: JudgedChain) -> list[Cell]:
    found = next(each for each in one.score.questions if each.question == name)
    counts = shown_counts(found.counts)
    few = words.NOT_SHOWN if any(found.counts) else NO_VALUE
    agree = words.FEW if counts is None else words.DISAGREE if found.partners_disagree else words.AGREE
    return [
        Cell(chains.QUESTIONS[name], quiet=name),
        Cell(number(found.consensus, 0), numeric=True),
        *(Cell(str(count), numeric=True) for count in counts or ()),
        *(Cell(few, numeric=True) for _ in range(0 if counts else 4)),
        Cell(chains.mean(found.mean if counts else None), numeric=True),
        Cell(number(found.spread if counts else None, 2), numeric=True),
        Cell(agree),
    ]


def _named(figures: dict, names: dict[str, str]) -> dict:
    """Names instead of codes of nodes."""
    named = {}
    if "nodes" in figures:
        named["nodes"] = tuple(names.get(code, code) for code in figures["nodes"])
    for key in ("end", "node"):
        if key in figures:
            named[key] = names.get(figures[key], figures[key])
    return named
