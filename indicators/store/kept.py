"""Answers kept by the version of the ledger that they are about: a version never changes, so neither do they."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import ref

from indicators.store.snapshot import Snapshot
from indicators.store.state import Version

Answer = TypeVar("Answer")
Asked = ParamSpec("Asked")


@dataclass(frozen=True)
class _Reading:
    """A version stands for its snapshot, which what is kept must not hinder from being let go."""

    version: Version
    snapshot: ref[Snapshot] = field(compare=False)


def kept_by_version(
    most: int,
) -> Callable[
    [Callable[Concatenate[Snapshot, Asked], Answer]], Callable[Concatenate[Snapshot, Asked], Answer]
]:
    """Keep the `most` latest answers of a function of a snapshot; what it returns must not be changed by anybody."""

    def keep(
        ask: Callable[Concatenate[Snapshot, Asked], Answer],
    ) -> Callable[Concatenate[Snapshot, Asked], Answer]:
        @lru_cache(maxsize=most)
        def answer(reading: _Reading, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
            return ask(reading.snapshot(), *args, **kwargs)

        @wraps(ask)
        def kept(snapshot: Snapshot, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
            return answer(_Reading(snapshot.version, ref(snapshot)), *args, **kwargs)

        return kept

    return keep
