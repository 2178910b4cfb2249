"""The parts of the documentation that are made from the product: `python -m tests.docs.generated` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

from indicators.command_line.app import PROGRAM, app
from indicators.datasets import Dataset, Field, dataset, names
from indicators.server.api.description import description
from indicators.server.api.resources import ROOT

DOCS = Path(__file__).parents[2] / "docs"
BEGIN = "<!-- made by python -m tests.docs.generated -->\n"
END = "<!-- end -->\n"


def commands() -> list[str]:
    """The names of all commands, in the order of the help; those of a group with the group's before them."""
    return [
        " ".join((name, *inner))
        for name, command in get_command(app).commands.items()
        for inner in [(), *((each,) for each in getattr(command, "commands", ()))]
    ]


def help_of(*arguments: str) -> str:
    """What `--help` prints."""
    return CliRunner().invoke(app, [*arguments, "--help"], prog_name=PROGRAM).stdout


def command_line() -> str:
    """The help of the program and of each of its commands."""
    parts = [f"```text\n{help_of().strip()}\n```\n"]
    parts += [f"### {name}\n\n```text\n{help_of(*name.split()).strip()}\n```\n" for name in commands()]
    return "\n".join(parts)


def datasets() -> str:
    """Every dataset with its columns."""
    return "\n".join("\n".join(_dataset(dataset(name))) for name in names())


def _dataset(declared: Dataset) -> Iterator[str]:
    yield f"## {declared.title} (`{declared.name}`)\n"
    yield f"{declared.description} Key: {', '.join(f'`{name}`' for name in declared.key)}.\n"
    yield "| column | what | type | must be filled |"
    yield "|---|---|---|---|"
    references = {key.field: key.reference for key in declared.foreign_keys}
    for field in declared.fields:
        required = "yes" if field.required else ""
        yield f"| `{field.name}` | {_what(field, references.get(field.name))} | {field.type} | {required} |"
    yield ""


def _what(field: Field, reference: str | None) -> str:
    """What a column holds, with the words and the limits that are allowed; a bar would end the cell."""
    parts = [field.description]
    if field.choices:
        parts.append(f"One of: {', '.join(field.choices)}.")
    if reference:
        parts.append(f"One of the dataset `{reference}`.")
    if field.minimum is not None and field.maximum is not None:
        parts.append(f"From {field.minimum:g} to {field.maximum:g}.")
    elif field.minimum is not None:
        parts.append(f"At least {field.minimum:g}.")
    return " ".join(parts).replace("|", "\\|")


def open_api() -> str:
    """Every address of the open API with its parameters and a line that asks it."""
    described = description()
    return "\n".join(
        "\n".join(_address(path, item["get"])) for path, item in described["paths"].items() if "get" in item
    )


def _address(path: str, asked: dict[str, Any]) -> Iterator[str]:
    yield f"## `GET {ROOT}{path}`\n"
    yield f"{asked['summary']}.\n"
    if asked.get("parameters"):
        yield "| parameter | what |"
        yield "|---|---|"
        for parameter in asked["parameters"]:
            yield f"| `{parameter['name']}` | {parameter['description']} |"
        yield ""


GENERATED = {"command-line.md": command_line, "datasets.md": datasets, "open-api.md": open_api}


def block(name: str) -> str:
    """What stands between the marks of a document now."""
    return (DOCS / name).read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]


def write() -> None:
    """Put into each document what its function makes."""
    for name, make in GENERATED.items():
        path = DOCS / name
        before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
        path.write_text(f"{before}{BEGIN}{make()}{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    write()
