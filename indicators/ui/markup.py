"""Small pieces of HTML for `st.html`, everything from outside escaped. Real tables: keyboard, print, readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

MARKS = re.compile(r"[\\`*_\[\]$~<>#:|]")


class Ready(str):
    """Markup that Streamlit takes as it is. Of any other text it first looks at every line, to take off a common indent."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


@dataclass(frozen=True)
class Cell:
    """One cell: text, or ready markup of our own; `numeric` cells are right-aligned."""

    text: str = ""
    markup: str | None = None
    numeric: bool = False
    quiet: str = ""

    @property
    def inner(self) -> str:
        """The cell's content as markup."""
        main = escape(self.text) if self.markup is None else self.markup
        return main + (f'<span class="quiet block">{escape(self.quiet)}</span>' if self.quiet else "")


@dataclass(frozen=True)
class Group:
    """A row that names the rows under it."""

    title: str


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[Cell] | Group],
    *,
    caption: str,
    stack: bool = False,
    blocks: bool = False,
    wrap: bool = False,
) -> str:
    """An HTML table whose first column names each row.

    Args:
        columns: headings; the first belongs to the row headings.
        rows: cells in the order of the columns, or a group heading.
        caption: what the table holds, read out first by a screen reader.
        stack: show each row as a block on a narrow screen instead of scrolling sideways.
        blocks: the same for a table whose columns are as wide as they need to be on a wide screen.
        wrap: break long texts of others, such as addresses, rather than let them widen the table.
    """
    body = [_group(row, len(columns)) if isinstance(row, Group) else _row(columns, row) for row in rows]
    numeric = _numeric_columns(columns, rows)
    head = "".join(
        f'<th scope="col"{" class=num" if i in numeric else ""}>{escape(name)}</th>'
        for i, name in enumerate(columns)
    )
    looks = {"stack": stack, "blocks": blocks, "wrap": wrap}
    kind = " ".join(["basket-table", *(name for name, is_on in looks.items() if is_on)])
    # A table that may scroll sideways must be reachable by keyboard.
    scrolls = "" if stack else f' tabindex="0" role="region" aria-label="{escape(caption)}"'
    return (
        f'<div class="basket-scroll" data-basket-links{scrolls}>'
        f'<table class="{kind}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def plain(text: str) -> str:
    """A text as it stands, for ready markup."""
    return escape(text)


def literal(text: str) -> str:
    """The text with everything that Markdown would read as a mark shown as it stands: for headings that name what was uploaded."""
    return MARKS.sub(r"\\\g<0>", text)


def link(address: str, text: str) -> str:
    """A link within the app."""
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def read_at(source: str, text: str = "") -> str:
    """Where something was read: a link where that is an address of the web, else as it stands; `text` names the link."""
    if not source.startswith(("https://", "http://")):
        return escape(source)
    return f'<a href="{escape(source)}" rel="noreferrer">{escape(text or source)}</a>'


def image(address: str, alt: str, width: int, height: int) -> str:
    """An image with its alternative text."""
    return f'<img src="{escape(address)}" alt="{escape(alt)}" width="{width}" height="{height}">'


def sign(shape: str, word: str, colour: str) -> str:
    """A status: shape and word, tinted; the shape is hidden from screen readers, which get the word."""
    return (
        f'<span class="basket-sign" style="color:{escape(colour)}">'
        f'<span aria-hidden="true">{escape(shape)}</span> {escape(word)}</span>'
    )


def lines(texts: Iterable[str]) -> str:
    """Texts one under the other."""
    return "".join(f'<span class="block">{escape(text)}</span>' for text in texts)


def paragraphs(text: str) -> str:
    """A text as somebody wrote it: its paragraphs and line ends kept, everything else shown as it stands."""
    return "".join(
        f"<p>{'<br>'.join(map(escape, part.splitlines()))}</p>" for part in text.split("\n\n") if part.strip()
    )


def named(name: str, text: str) -> str:
    """A text as somebody wrote it, under its name."""
    return f'<p class="basket-name">{escape(name)}</p>{paragraphs(text)}'


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """A list of names and values; pairs without a value are left out."""
    items = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in pairs if value)
    return f'<dl class="basket-facts">{items}</dl>'


def numbered(items: Sequence[str]) -> str:
    """A numbered list, or nothing."""
    return (
        f'<ol class="basket-list">{"".join(f"<li>{escape(item)}</li>" for item in items)}</ol>'
        if items
        else ""
    )


def on_paper(heading: str, inner: str) -> str:
    """Ready markup under a heading that is shown on paper only, for what a screen keeps folded."""
    return f'<div class="basket-paper-only"><h3>{escape(heading)}</h3>{inner}</div>'


def bullets(items: Sequence[str]) -> str:
    """A list with bullets, or nothing."""
    return (
        f'<ul class="basket-list">{"".join(f"<li>{escape(item)}</li>" for item in items)}</ul>'
        if items
        else ""
    )


def linked_list(lead: str, links: Sequence[str]) -> str:
    """Ready links under a lead sentence."""
    head = f"<p>{escape(lead)}</p>" if lead else ""
    return f'<div data-basket-links>{head}<ul class="basket-list">{"".join(f"<li>{one}</li>" for one in links)}</ul></div>'


def paragraph(text: str, *, quiet: bool = False) -> str:
    """A paragraph of plain text."""
    return f"<p{' class=basket-quiet' if quiet else ''}>{escape(text)}</p>"


def _numeric_columns(columns: Sequence[str], rows: Iterable[Sequence[Cell] | Group]) -> set[int]:
    first = next((row for row in rows if not isinstance(row, Group)), ())
    return {i for i, cell in enumerate(first) if cell.numeric and i < len(columns)}


def _row(columns: Sequence[str], cells: Sequence[Cell]) -> str:
    parts = [f'<th scope="row">{cells[0].inner}</th>']
    for name, cell in zip(columns[1:], cells[1:], strict=True):
        numeric = ' class="num"' if cell.numeric else ""
        parts.append(f'<td{numeric} data-name="{escape(name)}">{cell.inner}</td>')
    return f"<tr>{''.join(parts)}</tr>"


def _group(group: Group, width: int) -> str:
    return f'<tr class="group"><th scope="rowgroup" colspan="{width}">{escape(group.title)}</th></tr>'
