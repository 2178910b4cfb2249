"""Whatever the product can say as a code has its words: reasons, refusals, findings, damage, and the words in cells."""

from __future__ import annotations

import ast
import doctest
import importlib
import pkgutil
import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

import indicators.command_line
import indicators.reports
import indicators.rounding
import indicators.wording
from indicators import model
from indicators.analysis.direction_of_travel import Basis
from indicators.analysis.recipes import RECIPES
from indicators.assessments.inbox import What
from indicators.datasets import dataset
from indicators.periods.errors import PeriodErrorCode
from indicators.prevention.assurance import State
from indicators.prevention.movement import MoneyMovement
from indicators.prevention.restatement import MEASURES
from indicators.prevention.schemes import COUNTS
from indicators.prevention.tagging import CODER_ROLES
from indicators.store import StoreError
from indicators.store.revisions import Happening
from indicators.store.verification import Problem
from indicators.wording import (
    commands,
    commentary,
    events,
    history,
    inbox,
    period_findings,
    prevention,
    prevention_assurance,
    prevention_findings,
    rules,
    screens,
    status,
    tagging,
)
from indicators.wording.file_findings import FINDINGS
from indicators.wording.problems import PROBLEMS, problem
from indicators.wording.reasons import SENTENCES
from indicators.wording.verification import DAMAGE
from tests.architecture.reasons_made import figures_needed, reasons_made

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "indicators"
WORDING = LIBRARY / "wording"
MADE = list(reasons_made(ROOT))


def sources(*folders: str) -> str:
    """The text of every Python and SQL file in these rooms."""
    files = [file for folder in folders for file in sorted((LIBRARY / folder).rglob("*.[ps][yq]*"))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def modules(package):
    """Every module of a package, imported."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def test_every_reason_has_a_sentence():
    without = [f"{made.place}: {made.code}" for made in MADE if made.code not in SENTENCES]
    assert without == []


def test_every_reason_brings_the_figures_of_its_sentence():
    needed = {
        code: figures
        for module in ("reasons", "method_reasons", "prevention_reasons", "scrutiny_reasons")
        for code, figures in figures_needed(WORDING / f"{module}.py").items()
    }
    lacking = [
        f"{made.place}: {made.code} without {sorted(needed[made.code] - made.figures)}"
        for made in MADE
        if made.figures is not None and needed.get(made.code, frozenset()) - made.figures
    ]
    assert lacking == []


def test_no_sentence_is_for_a_reason_that_nobody_makes():
    assert SENTENCES.keys() - {made.code for made in MADE} == set()


def error_classes(base):
    """The class and all that are derived from it, with the rooms that declare some imported."""
    for room in ("indicators.store", "indicators.submissions"):
        list(modules(importlib.import_module(room)))
    found = {base}
    for derived in base.__subclasses__():
        found |= error_classes(derived)
    return found


def test_every_error_of_the_store_has_a_problem_and_a_way_out():
    # A base is never raised itself.
    raised = [each for each in error_classes(StoreError) if not each.__subclasses__()]
    assert {each.code for each in raised} - PROBLEMS.keys() == set()


def test_no_problem_is_for_a_code_that_nobody_gives():
    written = sources(".")
    without_wording = written.replace((WORDING / "problems.py").read_text(encoding="utf-8"), "")
    without_wording = without_wording.replace(
        (WORDING / "command_problems.py").read_text(encoding="utf-8"), ""
    )
    assert [code for code in PROBLEMS if f'"{code}"' not in without_wording] == []


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_a_problem_is_a_sentence_with_a_way_out(code):
    figures = {"reason": "ENOSPC", "path": "/x", "nearest": "Look again.", "problem": "manifest_changed"}
    message, way_out = problem(code, figures)
    for text in (message, way_out):
        assert re.fullmatch(r"[“A-Z`/?].*[.?]", text, re.DOTALL), text
    assert "{" not in message + way_out


def third_arguments(*functions):
    """The third argument of every call of these functions in the store, where it is written out."""
    calls = [
        node
        for file in (LIBRARY / "store").glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in functions and len(node.args) > 2
    ]
    return {call.args[2].value for call in calls if isinstance(call.args[2], ast.Constant)}


def test_what_is_damaged_is_said_in_words():
    """The docstring of `Problem` lists every code; the sources make no other."""
    documented = set(re.findall(r"`([a-z_]+)`", Problem.__doc__ or ""))
    assert third_arguments("Problem", "report") <= documented
    assert documented == DAMAGE.keys()


def test_every_finding_of_a_file_has_a_sentence():
    text = sources("submissions")
    rules_made = set(re.findall(r'(?:error|warning|_refuse|_rule|_cell_findings)\(\s*"([a-z_0-9]+)"', text))
    rules_made |= set(re.findall(r"'([a-z_0-9]+)' as rule", text))
    assert rules_made - FINDINGS.keys() == set()


def test_no_sentence_is_for_a_finding_that_nobody_makes():
    text = sources("submissions")
    assert [rule for rule in FINDINGS if f'"{rule}"' not in text and f"'{rule}'" not in text] == []


def test_every_question_about_a_coding_has_a_sentence_and_none_is_left_over():
    made = set(re.findall(r'Finding\(\s*"([a-z_]+)"', sources("prevention")))
    assert made == prevention_findings.SENTENCES.keys()


def test_every_period_that_is_refused_is_refused_in_words():
    assert set(get_args(PeriodErrorCode)) == period_findings.PERIODS.keys()


WORDS = {
    "rating": (get_args(model.Rag), status.AGAINST_TARGET),
    "status filter": (get_args(model.Rag), screens.STATUSES),
    "polarity": (get_args(model.Polarity), screens.POLARITY),
    "declared polarity": (dataset("indicator").field("polarity").choices, screens.POLARITY),
    "status of a value": (dataset("observation").field("status").choices, status.STATUS_OF_VALUE),
    "prevention level": (dataset("prevention_tag").field("prevention_level").choices, prevention.LEVELS),
    "level of a scheme": (
        dataset("classification_level").field("prevention_level").choices,
        prevention.LEVELS,
    ),
    "role of a coder": (dataset("prevention_tag").field("role").choices, prevention.ROLES),
    "status of an edition": (dataset("prevention_edition").field("status").choices, prevention.STATUSES),
    "stage of assurance": (dataset("assurance_opinion").field("stage").choices, prevention.STAGES),
    "opinion of assurance": (
        dataset("assurance_opinion").field("opinion").choices,
        prevention_assurance.OPINIONS,
    ),
    "how a stage stands": (get_args(State), prevention_assurance.STATES),
    "measure of a restatement": (MEASURES, prevention_assurance.MEASURES),
    "role of who codes": (CODER_ROLES, tagging.VIEWS),
    "confidence of a coder": (dataset("prevention_tag").field("confidence").choices, tagging.CONFIDENCES),
    "basis of a return": (dataset("partner_return").field("basis").choices, prevention.BASES),
    "step of a movement": (tuple(MoneyMovement.__dataclass_fields__), prevention.MOVEMENT),
    "what a level counts as": (COUNTS, dataset("classification_level").field("counts_as").choices),
    "kind of entry": (("submission", "withdrawal", "redaction"), commands.KINDS),
    "filter of entries": (("submission", "withdrawal", "redaction"), history.KINDS),
    "what happened to a row": (get_args(Happening), history.HAPPENED),
    "kind of event": (dataset("event").field("kind").choices, events.KINDS),
    "state of a commentary": (get_args(model.CommentaryState), commentary.STATES),
    "step of a commentary": (get_args(model.CommentaryState), commentary.STEPS),
    "declared state of a commentary": (dataset("commentary").field("state").choices, commentary.STATES),
    "judged rating": (dataset("commentary").field("judged_rating").choices, commentary.JUDGED_WORDS),
    "task of the inbox": (get_args(What), inbox.SIGNS),
}


@pytest.mark.parametrize(("choices", "words"), WORDS.values(), ids=WORDS)
def test_every_choice_that_is_shown_has_a_word_and_none_is_left_over(choices, words):
    assert set(choices) == set(words)


def test_every_rule_of_rating_and_movement_is_in_words():
    assert set(RECIPES) == rules.RATING.keys()
    assert set(get_args(Basis)) == rules.MOVEMENT.keys()


def test_every_direction_has_a_word():
    for direction in get_args(model.Direction):
        assert status.movement(direction, 1.0).word
        assert status.movement(direction, -1.0).word


WITH_EXAMPLES = [
    module
    for module in [
        indicators.rounding,
        *modules(indicators.wording),
        *modules(indicators.reports),
        *modules(indicators.command_line),
    ]
    if ">>> " in Path(module.__file__).read_text(encoding="utf-8")
]


@pytest.mark.parametrize("module", WITH_EXAMPLES, ids=lambda module: module.__name__)
def test_examples_in_docstrings_are_true(module):
    result = doctest.testmod(module, extraglobs={"date": date})
    assert result.failed == 0
    assert result.attempted > 0


def test_the_sentences_of_wording_show_examples():
    assert sum(module.__name__.startswith("indicators.wording") for module in WITH_EXAMPLES) >= 8
