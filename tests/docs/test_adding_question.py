"""The page on adding a question is true: the rule that stands there is added as it stands there, and asks."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from indicators.scrutiny import asked_of_indicators, question
from indicators.wording import enquiry
from tests.docs.test_documents import defined_names

PAGE = Path(__file__).parents[2] / "docs" / "adding-a-question.md"
MODULE = """from __future__ import annotations

from indicators.scrutiny.figures_asked import IndicatorAsked
from indicators.scrutiny.question import Question, Rule
from indicators.wording.enquiry_line import Line
from tests.scrutiny.asked_samples import on_indicator

RULE = {rule}
{function}
WORDS = {words}


def pair():
    return {pair}
"""


@pytest.fixture
def added(tmp_path):
    """The four pieces of code as a module: the rule, its function, its words, its case and twin."""
    found = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(found) == 4
    rule, function, words, pair = found
    path = tmp_path / "added_question.py"
    text = MODULE.format(rule=rule, function=function, words=words, pair=pair.strip())
    path.write_text(text, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("added_question", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_rule_is_added_as_the_page_says(added, monkeypatch):
    rule = added.RULE
    monkeypatch.setitem(question.RULES, rule.name, rule)
    monkeypatch.setitem(question._PLACE, rule.name, len(question._PLACE))
    asked_too = (*asked_of_indicators.ASKED, getattr(added, rule.name))
    monkeypatch.setattr(asked_of_indicators, "ASKED", asked_too)
    for name, line in added.WORDS.items():
        monkeypatch.setitem(enquiry.LINES, name, line)
    name, _, asked, silent = added.pair()
    assert name == rule.name
    (found,) = question.ranked(asked)
    assert found.rule == name
    assert silent == ()
    said = enquiry.in_words(found.rule, found.title, found.figures, found.ask)
    assert said.question == "Who answers for this indicator?"
    assert said.why == "5 figures can be compared, and no owner or lead partner is recorded."
    assert said.ask == "the Board"


def test_every_name_that_the_page_uses_exists():
    prose = re.sub(r"```.*?```", "", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    names = set(re.findall(r"`([A-Z]\w+)`", prose))
    assert {"RULES", "WEIGHTS", "ASKED", "IndicatorAsked"} <= names
    assert names - defined_names() == set()
