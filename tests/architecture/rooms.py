"""The law of the house as a table, and a reader of imports that holds it. Nothing is run: only syntax is read."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LIBRARY = "indicators"


@dataclass(frozen=True)
class Room:
    """Which of our rooms a room may import, and which packages of others; the standard library is free to all."""

    ours: frozenset[str]
    others: frozenset[str]


@dataclass(frozen=True)
class Breach:
    """One place that breaks a rule."""

    file: str
    line: int
    rule: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}"


def _room(ours: str = "", others: str = "") -> Room:
    return Room(frozenset(ours.split()), frozenset(others.split()))


PURE = "model periods rounding datasets analysis prevention scrutiny wording charts"
ALL = f"{PURE} store assessments submissions reports"

# In order: each room imports only from rooms above it.
ROOMS: dict[str, Room] = {
    "model": _room(),
    "periods": _room(),
    "rounding": _room(),
    "datasets": _room("model periods"),
    "analysis": _room("model periods rounding", "numpy scipy.special"),
    "prevention": _room("analysis model periods rounding", "numpy"),
    "scrutiny": _room("analysis model periods rounding", "numpy"),
    "wording": _room("model periods rounding datasets"),
    "charts": _room("wording model periods rounding"),
    "store": _room("datasets model periods", "duckdb filelock pandas"),
    "assessments": _room("store analysis prevention scrutiny model periods datasets"),
    "submissions": _room("store datasets assessments model periods", "duckdb filelock python_calamine"),
    "reports": _room("assessments charts wording model periods datasets store", "docx typst"),
    "server": _room(ALL, "starlette"),
    "ui": _room(ALL, "streamlit pandas"),
    "command_line": _room(ALL, "typer rich"),
    "the package itself": _room(),
    "pages": _room("ui server", "streamlit"),
    "dashboard": _room("ui server", "streamlit"),
}
SQL_ROOMS = ("store", "submissions")

# Names that must not be written anywhere, and what to write instead.
FORBIDDEN = {
    "use_container_width": "write width=",
    "unsafe_allow_html": "write st.html with everything from outside escaped",
}
FORBIDDEN_PREFIXES = {"experimental_": "use the stable name"}
FORBIDDEN_MODULES = {"plotly.express": "charts are plain dicts in Plotly's JSON shape"}

# A statement, all in small letters or all in capitals; "Select a place from the list" is a sentence.
_STATEMENT = re.compile(
    r"""^\s*(?:
        select\s.*\sfrom\s | select\s+(?:\*|count\() |
        insert\s+into\s | update\s+\S+\s+set\s | delete\s+from\s | merge\s+into\s |
        (?:create|alter|drop|truncate)\s+(?:or\s+replace\s+)?(?:temp\s+|temporary\s+)?(?:table|view|macro|schema)\s |
        with\s+(?:recursive\s+)?\w+\s+as\s*\(
    )""",
    re.DOTALL | re.VERBOSE,
)


def breaches(root: Path) -> list[Breach]:
    """Everything in the project at `root` that breaks the law."""
    found: list[Breach] = []
    for path in source_files(root):
        file = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"), file)
        found += _wrong_imports(file, tree)
        found += _forbidden_names(file, tree)
        found += _statements(file, tree)
    found += _stray_sql(root)
    return list(dict.fromkeys(found))


def source_files(root: Path) -> list[Path]:
    """The Python files of the product."""
    return sorted([*(root / LIBRARY).rglob("*.py"), *(root / "pages").glob("*.py"), root / "dashboard.py"])


def room_of(file: str) -> str:
    """The room that a file belongs to, by its path from the root."""
    parts = Path(file).with_suffix("").parts
    if parts[0] != LIBRARY:
        return parts[0]
    name = parts[1]
    return {"__init__": "the package itself", "__main__": "command_line"}.get(name, name)


def imports(file: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that a file imports, wherever in the file it does so."""
    package = list(Path(file).with_suffix("").parts[:-1])
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _is_import_module(node.func):
            yield from (
                (node.lineno, each.value)
                for each in node.args
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )


def _is_import_module(function: ast.expr) -> bool:
    return getattr(function, "attr", getattr(function, "id", "")) in ("import_module", "__import__")


def _wrong_imports(file: str, tree: ast.Module) -> Iterator[Breach]:
    name = room_of(file)
    room = ROOMS.get(name)
    if room is None:
        yield Breach(file, 1, f"the room {name} is not in the table of rooms: say there what it may import")
        return
    for line, module in imports(file, tree):
        top = module.partition(".")[0]
        forbidden = next((each for each in FORBIDDEN_MODULES if _is_within(module, each)), None)
        if forbidden:
            yield Breach(file, line, f"{forbidden} is not used: {FORBIDDEN_MODULES[forbidden]}")
        elif top == LIBRARY:
            other = room_of(module.replace(".", "/"))
            if other not in (name, *room.ours):
                yield Breach(
                    file, line, f"{name} may not import {other} ({module}), only {_listed(room.ours)}"
                )
        elif top not in sys.stdlib_module_names and not any(_is_within(module, each) for each in room.others):
            yield Breach(file, line, f"{name} may not import {module}, only {_listed(room.others)}")


def _is_within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "nothing of the kind"


def _forbidden_names(file: str, tree: ast.Module) -> Iterator[Breach]:
    for node in ast.walk(tree):
        for name in _names(node):
            for start, instead in FORBIDDEN_PREFIXES.items():
                if name.startswith(start):
                    yield Breach(file, node.lineno, f"{name} is not used: {instead}")
            if name in FORBIDDEN:
                yield Breach(file, node.lineno, f"{name} is not used: {FORBIDDEN[name]}")


def _names(node: ast.AST) -> list[str]:
    """What a piece of syntax names: an attribute, an argument, an imported name."""
    if isinstance(node, ast.Attribute):
        return [node.attr]
    if isinstance(node, ast.keyword):
        return [node.arg or ""]
    if isinstance(node, ast.ImportFrom):
        return [alias.name for alias in node.names]
    return []


def _statements(file: str, tree: ast.Module) -> Iterator[Breach]:
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        text = _text(node)
        if text is None or id(node) in documentation:
            continue
        if _STATEMENT.match(text) or _STATEMENT.match(text.swapcase()):
            yield Breach(file, node.lineno, "SQL stands only in .sql files")


def _text(node: ast.AST) -> str | None:
    """The text of a literal, with something in place of what an f-string fills in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    return None


def _stray_sql(root: Path) -> Iterator[Breach]:
    for path in sorted((root / LIBRARY).rglob("*.sql")):
        file = path.relative_to(root).as_posix()
        if room_of(file) not in SQL_ROOMS:
            yield Breach(file, 1, f"SQL stands only in {' and '.join(SQL_ROOMS)}")
