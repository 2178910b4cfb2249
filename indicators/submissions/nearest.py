"""The known name that an unknown one may be meant for: by its name in words, in another case, or nearly the same letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from indicators.datasets import Dataset, ForeignKey, dataset
from indicators.store.tables import quoted
from indicators.submissions.findings import Finding
from indicators.submissions.limits import NEAREST_MOST
from indicators.submissions.workspace import Workspace, stored

_TITLES = ("name", "title")  # the column in which a dataset has the name of a row in words


def with_nearest(work: Workspace, declared: Dataset, found: Iterable[Finding]) -> Iterator[Finding]:
    """The same findings; those about an unknown name with the known one that it may be meant for."""
    known: dict[str, _Known] = {}
    nearest: dict[tuple[str, str], str | None] = {}
    references = {key.field: key for key in declared.foreign_keys}
    for finding in found:
        if finding.rule != "unknown_reference" or finding.column is None or finding.value is None:
            yield finding
            continue
        if finding.column not in known:
            known[finding.column] = _Known(_names(work, references[finding.column]))
        asked = (finding.column, finding.value)
        if asked not in nearest and len(nearest) < NEAREST_MOST:
            nearest[asked] = known[finding.column].nearest(finding.value)
        yield replace(finding, figures={**finding.figures, "nearest": nearest.get(asked)})


def _names(work: Workspace, key: ForeignKey) -> list[tuple[str, str | None]]:
    """Each name that may be used, and the row's name in words, where its dataset has one."""
    parts = {"stored": stored(key.reference), "column": quoted(key.reference_field)}
    title = next((each for each in _TITLES if each in dataset(key.reference).columns), None)
    if title is None:
        return [(name, None) for (name,) in work.run("known_names", **parts)]
    return work.run("known_titles", **parts, title=quoted(title))


class _Known:
    def __init__(self, names: Sequence[tuple[str, str | None]]) -> None:
        self._names = list(dict.fromkeys(name for name, _ in names))
        self._called: defaultdict[str, set[str]] = defaultdict(set)
        for name, title in names:
            for spelling in filter(None, (name, title)):
                self._called[_folded(spelling)].add(name)

    def nearest(self, text: str) -> str | None:
        """The only one that is called so, whatever the case; else the one with nearly the same letters."""
        called = self._called.get(_folded(text), set())
        return next(iter(called if len(called) == 1 else get_close_matches(text, self._names, n=1)), None)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
