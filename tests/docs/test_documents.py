"""What the documents say of commands, files, pages, words and data is so."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from indicators import model
from indicators.command_line.app import app
from indicators.datasets import dataset, names
from tests.docs.generated import GENERATED, block, commands

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
DOCUMENTS = [
    README,
    ROOT / "GLOSSARY.md",
    ROOT / "CHANGELOG.md",
    ROOT / "data" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
# Files that documents speak of because a reader is to make them.
TO_BE_MADE = {"pages/inbox.py", "indicators/ui/inbox_screen.py", "indicators/submissions/sql/site_visit/"}


def by_name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("name", GENERATED)
def test_what_is_made_from_the_product_is_up_to_date(name):
    assert block(name) == GENERATED[name](), "run: python -m tests.docs.generated"


def spoken_commands(path):
    """Every `python -m indicators ...` in a document, as a list of words."""
    text = path.read_text(encoding="utf-8")
    for found in re.finditer(r"python -m indicators ([a-z][^\n`#]*)", text):
        words = found[1].split(" > ")[0]
        if not words.startswith("["):
            yield shlex.split(words)


SPOKEN = [(by_name(path), words) for path in DOCUMENTS for words in spoken_commands(path)]


@pytest.mark.parametrize(("document", "words"), SPOKEN, ids=[" ".join(words) for _, words in SPOKEN])
def test_every_command_that_is_written_down_can_be_parsed(document, words):
    command = get_command(app).commands.get(words[0])
    assert command is not None, f"{document}: there is no command {words[0]}"
    command = getattr(command, "commands", {}).get(words[1] if len(words) > 1 else "", command)
    known = {option for parameter in command.params for option in parameter.opts}
    used = {word for word in words if word.startswith("--")}
    assert used <= known, f"{document}: {words[0]} has no {sorted(used - known)}"


def test_every_command_is_in_the_changelog():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [name for name in commands() if f"`{name}`" not in text] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=by_name)
def test_every_link_leads_somewhere(path):
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)
    broken = [target for target in targets if "://" not in target and not (path.parent / target).exists()]
    assert broken == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=by_name)
def test_every_file_of_ours_that_is_named_exists(path):
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:indicators|tests|pages|data|docs)/[\w./-]+)`", text)) - TO_BE_MADE
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def defined_names():
    """Every function, class, method, field and constant of the product."""
    found = set()
    for path in [*(ROOT / "indicators").rglob("*.py"), *(ROOT / "pages").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
    return found


@pytest.mark.parametrize("name", ["adding-a-page.md", "adding-a-chart.md", "adding-a-dataset.md"])
def test_every_name_of_ours_that_is_used_exists(name):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    called = set(re.findall(r"`([a-z_]+)\(", prose))
    dotted = {found.rpartition(".")[2] for found in re.findall(r"`((?:axes|view)\.[a-z_]+)`", prose)}
    classes = set(re.findall(r"`([A-Z][a-z]+[A-Za-z]*)`", prose))
    streamlit = {"screen", "site_visit_at"}
    assert (called | dotted | classes) - streamlit - defined_names() == set()


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=by_name)
def test_python_in_the_documents_is_python(path):
    for code in re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL):
        ast.parse(code.strip().rstrip(","))


def test_a_line_for_a_crontab_holds_what_cron_leaves_whole():
    """Cron ends a command at a bare `%` (crontab(5)), and what stands on a command line is no secret."""
    texts = [path.read_text(encoding="utf-8") for path in DOCUMENTS]
    lines = [
        line
        for text in texts
        for block in re.findall(r"```cron\n(.*?)```", text, re.DOTALL)
        for line in block.splitlines()
    ]
    assert lines
    for line in lines:
        assert re.search(r"(?<!\\)%", line) is None
        assert len(shlex.split(line)) > 6
    shown = [code for text in texts for code in re.findall(r"```(?:sh|cron)\n(.*?)```", text, re.DOTALL)]
    assert not [code for code in shown if "Bearer" in code]


def navigation():
    """For each page in the navigation, its file and its address."""
    tree = ast.parse((ROOT / "indicators" / "ui" / "navigation.py").read_text(encoding="utf-8"))
    pages = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.Page":
            keywords = {keyword.arg: ast.unparse(keyword.value).strip("'") for keyword in node.keywords}
            pages[ast.unparse(node.args[0]).rpartition("/")[2].strip(" '\"")] = keywords
    return pages


def test_every_page_is_in_the_navigation_and_its_address_is_its_name():
    pages = navigation()
    assert pages.keys() == {path.name for path in (ROOT / "pages").glob("*.py")}
    first = [name for name, keywords in pages.items() if keywords.get("default") == "True"]
    assert len(first) == 1
    for name, keywords in pages.items():
        if name not in first:
            assert f"{keywords['url_path']}.py" == name


def test_the_readme_names_every_page_every_document_and_both_commands():
    text = README.read_text(encoding="utf-8")
    for page in (ROOT / "pages").glob("*.py"):
        assert f"`{page.stem}`" in text, page.name
    for document in (ROOT / "docs").glob("adding-*.md"):
        assert by_name(document) in text
    for command in ("python3 start.py\n", "python3 start.py test\n"):
        assert command in text


def test_every_document_of_the_docs_folder_is_led_to():
    led_to = {
        (path.parent / target).resolve()
        for path in DOCUMENTS
        for target in [
            *re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")),
            *re.findall(r"`(docs/[\w./-]+)`", path.read_text(encoding="utf-8")),
        ]
    }
    assert [by_name(path) for path in sorted((ROOT / "docs").rglob("*.md")) if path not in led_to] == []


def test_the_index_of_decisions_lists_each_and_nothing_else():
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\(([^)]+)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")


def test_the_changelog_keeps_its_form():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert releases[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", release) for release in releases[1:])
    kinds = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def glossary():
    """Each term of the glossary and its meaning."""
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    return re.findall(r"^\| \*\*(.+?)\*\* \| (.+) \|$", text, re.MULTILINE)


TERMS = [term for term, _ in glossary()]


def test_the_glossary_is_in_order_and_defines_each_word_once():
    assert sorted(set(TERMS), key=str.lower) == TERMS
    assert all(meaning.endswith(".") for _, meaning in glossary())


def product_text():
    """All code, declarations and documents but for the glossary itself and the rows of data, in small letters."""
    files = [
        path
        for folder in ("indicators", "pages", "docs")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".sql", ".json", ".md")
    ]
    return "\n".join(
        path.read_text(encoding="utf-8") for path in [*files, README, ROOT / "data" / "README.md"]
    ).lower()


def test_every_word_of_the_glossary_is_used():
    text = product_text()
    spellings = {term: {term.lower(), re.sub(r"[ -]", "_", term.lower())} for term in TERMS}
    assert [term for term, ways in spellings.items() if not any(way in text for way in ways)] == []


def plain(name):
    """A class or a dataset as words: BasketRow and basket_row are basket row."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name).lower()


def test_the_model_and_the_datasets_are_words_of_the_glossary():
    """A register may go by a longer name there: partnership is in partnership register."""
    classes = [
        node.name
        for node in ast.parse(Path(model.__file__).read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    ]
    words = [plain(name) for name in (*classes, *names())]
    known = " ".join(TERMS).lower()
    exceptions = {"basket membership": "basket", "recommendation": "indicator"}
    assert [word for word in words if exceptions.get(word, word) not in known] == []


@pytest.mark.parametrize("name", names())
def test_every_dataset_is_described_column_by_column(name):
    text = (ROOT / "docs" / "datasets.md").read_text(encoding="utf-8")
    part = text.partition(f"(`{name}`)")[2].partition("\n## ")[0]
    assert [column for column in dataset(name).columns if f"| `{column}` |" not in part] == []
