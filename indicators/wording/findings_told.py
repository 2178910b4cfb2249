"""A finding of a file with its sentence: as data for programs, and the part of a list that it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Protocol

from indicators.wording.file_findings import WHOLE_FILE, sentence
from indicators.wording.layout_findings import LAYOUTS

Part = Literal["structure", "error", "warning"]
_OF_THE_TABLE = {"row_too_short", "row_too_long", "unclosed_quote", "stray_quote"}


class Found(Protocol):
    """What of a finding is told."""

    @property
    def line(self) -> int | None:
        """The row number as Excel shows it."""

    @property
    def column(self) -> str | None:
        """The column, by its declared name."""

    @property
    def value(self) -> str | None:
        """The cell as written."""

    @property
    def rule(self) -> str:
        """The rule that is broken."""

    @property
    def severity(self) -> Literal["error", "warning"]:
        """Whether it refuses the file."""

    @property
    def figures(self) -> Mapping[str, Any]:
        """What the sentence needs."""


def as_data(found: Found) -> dict[str, Any]:
    """A finding by the names of its parts, with its sentence as `message`."""
    return {
        "line": found.line,
        "column": found.column,
        "value": found.value,
        "rule": found.rule,
        "severity": found.severity,
        "figures": found.figures,
        "message": sentence(found.rule, found.figures),
    }


def part_of(found: Found) -> Part:
    """What is wrong with the table itself goes first, for it may be why the rest is found; then errors, then remarks."""
    of_the_table = found.rule in {*WHOLE_FILE, *LAYOUTS, *_OF_THE_TABLE}
    return "structure" if of_the_table and found.severity == "error" else found.severity
