"""A long list in pages, whose number stands in the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from indicators.ui.choices import chosen
from indicators.ui.markup import link, linked_list
from indicators.wording.history import page_of


@dataclass(frozen=True)
class Pages:
    """A list of `of` items, `size` to a page, of which the page `number` (from 1) is shown."""

    of: int
    size: int
    number: int

    @property
    def first(self) -> int:
        """The place of the first item shown, from 1."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        """The place of the last item shown."""
        return min(self.number * self.size, self.of)

    @property
    def count(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.of // self.size))


def pages(name: str, of: int, size: int) -> Pages:
    """The page that the query parameter `name` asks for; the nearest that there is where it asks for another."""
    text = chosen(name) or ""
    asked = int(text) if text.isdecimal() and len(text) < len("1000000") else 1
    wanted = Pages(of, size, 1)
    return Pages(of, size, min(max(asked, 1), wanted.count))


def pager(shown: Pages, what: str, address: Callable[[str], str], *, back: str, forward: str) -> str:
    """Where in the list one is, with the links before and after.

    Args:
        shown: the page.
        what: what is listed, in the plural.
        address: the address of the page with this number, written empty for the first.
        back: the word on the link to the page before.
        forward: the word on the link to the page after.
    """
    links = []
    if shown.number > 1:
        before = "" if shown.number == 2 else str(shown.number - 1)  # noqa: PLR2004 - the first has no number
        links.append(link(address(before), back))
    if shown.number < shown.count:
        links.append(link(address(str(shown.number + 1)), forward))
    return linked_list(page_of(shown.first, shown.last, shown.of, what), links)
