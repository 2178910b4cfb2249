"""What spending at a level counts as: the counting rule of a classification scheme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from indicators.analysis.finding import Finding
from indicators.prevention.rows import SchemeLevel

CountsAs = Literal["core", "broad", "acute", "other", "unclassified", "out_of_scope"]
COUNTS = get_args(CountsAs)
CLASSIFIED = frozenset({"core", "broad", "acute", "other"})


@dataclass(frozen=True)
class Scheme:
    """A scheme by its code: `counts` says for each of its levels what spending there counts as.

    core stands in both shares, broad in the broad share only, acute and other in neither; unclassified is held out of
    what is classified, out_of_scope of everything.
    """

    code: str
    title: str
    standing: str
    counts: Mapping[str, CountsAs]
    titles: Mapping[str, str]

    def counts_as(self, level: str | None) -> CountsAs:
        """What a level counts as; one that the scheme does not know, and none at all, are unclassified."""
        return "unclassified" if level is None else self.counts.get(level, "unclassified")

    def knows(self, levels: Iterable[str]) -> bool:
        """Whether the scheme has every one of the levels, so that a coding made by another scheme can be read by it."""
        return set(levels) <= self.counts.keys()


def schemes(levels: Iterable[SchemeLevel]) -> dict[str, Scheme]:
    """The schemes by their code.

    Raises:
        ValueError: a level counts as something unknown.
    """
    counts: dict[str, dict[str, CountsAs]] = {}
    titles: dict[str, dict[str, str]] = {}
    names: dict[str, tuple[str, str]] = {}
    for each in levels:
        if each.counts_as not in COUNTS:
            raise ValueError(f"level {each.level} of {each.scheme_code} counts as {each.counts_as!r}")
        counts.setdefault(each.scheme_code, {})[each.level] = each.counts_as
        titles.setdefault(each.scheme_code, {})[each.level] = each.title
        names[each.scheme_code] = (each.scheme, each.scheme_standing)
    return {
        code: Scheme(code, *names[code], MappingProxyType(counts[code]), MappingProxyType(titles[code]))
        for code in counts
    }


def scheme_not_readable(edition: str, scheme: str) -> Finding:
    """That an edition cannot be judged, because the levels of its scheme are not recorded."""
    return Finding("scheme_not_readable", edition, {"scheme": scheme})
