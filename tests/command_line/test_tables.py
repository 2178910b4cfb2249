"""Tables in windows of any width: no letter is lost, and words are cut only where there is no room for them."""

from __future__ import annotations

from collections import Counter

import pytest
from rich.cells import cell_len

from indicators.command_line import page
from indicators.command_line.page import Page

COMMANDS = ("basket", "history", "audit")
WIDTHS = (300, 120, 100, 80, 60)
WIDE_ENOUGH_FOR_ALL = 5000
RULE = "─"
GAP = 2


@pytest.fixture
def printed(figures, monkeypatch):
    """A function that runs a command in a window of a width: what it prints, and the cells of its tables with their headings."""
    whole = Page.table

    def at(width, *command):
        tables = []

        def kept(self, columns, rows, **more):
            rows = [list(row) for row in rows]
            tables.append([list(columns), *rows])
            whole(self, columns, rows, **more)

        monkeypatch.setattr(page, "WIDTH_OF_A_FILE", width)
        monkeypatch.setattr(Page, "table", kept)
        return figures.run(*command).stdout, tables

    return at


def letters(text):
    return Counter("".join(text.split()).replace(RULE, ""))


@pytest.mark.parametrize("command", COMMANDS)
def test_no_letter_is_lost_at_any_width(printed, command):
    everything = letters(printed(WIDE_ENOUGH_FOR_ALL, command)[0])
    for width in WIDTHS:
        shown, tables = printed(width, command)
        assert tables
        assert letters(shown) == everything, width
        assert max(map(cell_len, shown.splitlines())) <= width


@pytest.mark.parametrize("command", COMMANDS)
def test_no_word_is_cut_where_all_of_them_fit(printed, command):
    fitting = 0
    for width in WIDTHS:
        shown, tables = printed(width, command)
        words_shown = set(shown.split())
        for table in tables:
            columns = [
                [word for cell in column for word in cell.split()] for column in zip(*table, strict=True)
            ]
            needed = sum(max(map(cell_len, words), default=1) for words in columns) + GAP * (len(columns) - 1)
            if needed <= width:
                fitting += 1
                assert {word for words in columns for word in words} <= words_shown, width
    assert fitting >= 2


def test_facts_and_bullets_lose_nothing_either(figures, monkeypatch, capsys):
    long = "0123456789" * 9
    monkeypatch.setattr(page, "WIDTH_OF_A_FILE", 40)
    shown = Page()
    shown.facts([("What is asked in many words that take up a whole line", long)])
    shown.bullets([long])
    said = "".join(capsys.readouterr().out.split())
    assert Counter(said) >= Counter(long * 2 + "Whatisaskedinmanywordsthattakeupawholeline")


@pytest.mark.parametrize(("width", "is_whole"), [(120, True), (60, True), (30, True), (24, False)])
def test_a_moment_is_wrapped_only_where_words_would_be_cut(monkeypatch, capsys, width, is_whole):
    monkeypatch.setattr(page, "WIDTH_OF_A_FILE", width)
    Page().table(("When", "Note"), [("20 November 2026, 09:12", "a note of a few words " * 9)], whole=(0,))
    assert ("20 November 2026, 09:12" in capsys.readouterr().out) is is_whole
