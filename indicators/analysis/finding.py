"""What the linter reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Finding:
    """One thing that a rule found: `rule` is its name, `subject` the code of the target, event or indicator it is about."""

    rule: str
    subject: str
    figures: dict[str, Any] = field(default_factory=dict)
