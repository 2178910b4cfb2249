"""Every reason that the product makes, read from its syntax: where, with which code, and with which figures."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Codes that are put together when they are needed, as they can come out.
PUT_TOGETHER = {
    ("indicators/analysis/figure_to_judge.py", "f'{polarity}_polarity'"): (
        "neutral_polarity",
        "range_polarity",
    ),
    ("indicators/analysis/quarters.py", "kind"): ("cumulative", "rolling"),
}


@dataclass(frozen=True)
class Made:
    """One place that makes a reason; `figures` is None where they are not written out there."""

    place: str
    code: str
    figures: frozenset[str] | None


def reasons_made(root: Path) -> Iterator[Made]:
    """Every `Reason(...)` in the library.

    Raises:
        ValueError: a code that is put together in a way that `PUT_TOGETHER` does not tell.
    """
    for path in sorted((root / "indicators").rglob("*.py")):
        file = path.relative_to(root).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason":
                for code in _codes(file, node.args[0]):
                    yield Made(f"{file}:{node.lineno}", code, _figures(node))


def figures_needed(file: Path) -> dict[str, frozenset[str]]:
    """For each code in a module of sentences, the figures that its sentence takes without an alternative."""
    needed = {}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Dict):
            continue
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(value, ast.Lambda):
                needed[key.value] = _taken(value)
    return needed


def _codes(file: str, code: ast.expr) -> tuple[str, ...]:
    if isinstance(code, ast.Constant):
        return (code.value,)
    written = ast.unparse(code)
    if (file, written) not in PUT_TOGETHER:
        raise ValueError(f"{file}: which codes can {written} be?")
    return PUT_TOGETHER[file, written]


def _figures(call: ast.Call) -> frozenset[str] | None:
    if len(call.args) == 1:
        return frozenset()
    if not isinstance(call.args[1], ast.Dict):
        return None
    return frozenset(key.value for key in call.args[1].keys if isinstance(key, ast.Constant))


def _taken(sentence: ast.Lambda) -> frozenset[str]:
    """The figures that a sentence takes by their names, but for those that it asks for first."""
    name = sentence.args.args[0].arg
    taken, asked_for = set(), set()
    for node in ast.walk(sentence):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == name:
            taken.add(ast.literal_eval(node.slice))
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == f"{name}.get":
            asked_for.add(ast.literal_eval(node.args[0]))
    return frozenset(taken - asked_for)
