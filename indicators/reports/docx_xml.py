"""What WordprocessingML has and python-docx has no name for: elements made by their own names."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def made(name: str, /, *children: Any, **attributes: str | int) -> Any:
    """An element such as `w:shd`; attributes are of the same namespace."""
    element = OxmlElement(name)
    prefix = name.partition(":")[0]
    for key, value in attributes.items():
        element.set(qn(f"{prefix}:{key}"), str(value))
    for child in children:
        element.append(child)
    return element


def line(side: str, *, size: int, colour: str, space: int = 0) -> Any:
    """One side of a border; `size` in eighths of a point, `colour` as hex without its sign."""
    return made(f"w:{side}", val="single", sz=size, space=space, color=colour)
