"""One version of the data, read: every question gets its own cursor and is read to the end."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb

from indicators.store.engine import says_damage
from indicators.store.state import State, Version
from indicators.store.statements import question
from indicators.store.tables import quoted
from indicators.store.verification import Head, Problem

if TYPE_CHECKING:
    import pandas as pd

Record = TypeVar("Record")
Answer = TypeVar("Answer")


class Attachment:
    """A projection's file as one connection sees it. As long as somebody holds this, the file stays attached.

    `alias` is its name in the connection; it changes when the file was damaged and has been made again, and is None
    as long as that has not succeeded.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        alias: str | None,
        path: Path,
        state: State,
        repair: Callable[[Attachment, str | None], None],
    ) -> None:
        """The file `path` of `state`, attached to `connection` as `alias`; `repair` makes it again under a new alias."""
        self.alias = alias
        self.path = path
        self.state = state
        self._connection = connection
        self._repair = repair

    def read(
        self, text: str, params: dict[str, Any], take: Callable[[duckdb.DuckDBPyConnection], Answer]
    ) -> Answer:
        """Ask the question `text` and `take` the answer from its cursor, once more when the file had to be repaired."""
        alias = self.alias
        if alias is not None:
            try:
                return self._ask(alias, text, params, take)
            except duckdb.Error as error:
                if alias == self.alias and not says_damage(error):
                    raise
        self._repair(self, alias)
        return self._ask(self.alias, text, params, take)

    def _ask(
        self,
        alias: str | None,
        text: str,
        params: dict[str, Any],
        take: Callable[[duckdb.DuckDBPyConnection], Answer],
    ) -> Answer:
        with self._connection.cursor() as cursor:
            cursor.execute(f"use {quoted(str(alias))}")
            return take(cursor.execute(text, params))


@dataclass(frozen=True)
class Snapshot:
    """One version of all data. It stays as it is, whatever is submitted meanwhile.

    `problems` names damaged entries of the ledger and what did not fit when their rows were read.
    `newer_on_its_way` says that something was submitted since and is being made ready.
    """

    version: Version
    problems: tuple[Problem, ...]
    attachment: Attachment
    newer_on_its_way: bool = False

    def __reduce__(self) -> tuple[Callable[..., Snapshot], tuple[Any, ...]]:
        """For another process, which opens the file once more."""
        from indicators.store.reopening import reopened  # noqa: PLC0415 - it makes snapshots

        return reopened, (self.path.resolve(), self.attachment.state, self.problems)

    @property
    def path(self) -> Path:
        """The file that is read: for comparing an upload with what is stored, in a connection of its own."""
        return self.attachment.path

    def shows(self, head: Head) -> bool:
        """Whether this is what the ledger says at `head`."""
        return (self.version.seq, self.version.hash) == (head.seq, head.hash)

    def query(self, name: str, **params: Any) -> list[dict[str, Any]]:
        """The rows that answer the question `name` (a file in `store/sql`), each as a dict by column."""
        columns, rows = self._rows(question(name), params)
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def query_about(self, name: str, parts: dict[str, str], **params: Any) -> list[dict[str, Any]]:
        """As `query`, for a question with `{part}`s that a dataset's declaration fills in."""
        columns, rows = self._rows(question(name).format(**parts), params)
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def records(self, name: str, cls: type[Record], **params: Any) -> list[Record]:
        """The rows that answer the question `name`, each as a `cls`; columns that it does not have are left.

        Raises:
            ValueError: the question does not answer with a field that `cls` has.
        """
        columns, rows = self._rows(question(name), params)
        wanted = [field.name for field in fields(cls)]  # type: ignore[arg-type]
        missing = set(wanted) - set(columns)
        if missing:
            raise ValueError(f"{name}.sql has no {sorted(missing)} for {cls.__name__}")
        pick = itemgetter(*map(columns.index, wanted))
        return [cls(*pick(row)) for row in rows]

    def frame(self, name: str, **params: Any) -> pd.DataFrame:
        """The rows that answer the question `name` as a frame; its text columns are `str` also when it is empty."""

        def take(cursor: duckdb.DuckDBPyConnection) -> pd.DataFrame:
            texts = [column for column, kind, *_ in cursor.description or () if str(kind) == "VARCHAR"]
            frame = cursor.df()
            return frame.astype(dict.fromkeys(texts, "str"))

        return self.attachment.read(question(name), params, take)

    def _rows(self, text: str, params: dict[str, Any]) -> tuple[list[str], list[tuple[Any, ...]]]:
        return self.attachment.read(text, params, _take_rows)


def replay_problems(attachment: Attachment) -> tuple[Problem, ...]:
    """What the replay found wrong with entries that are undamaged."""
    _, rows = attachment.read(question("problems"), {}, _take_rows)
    return tuple(Problem(entry, file, code, json.loads(figures)) for entry, file, code, figures in rows)


def _take_rows(cursor: duckdb.DuckDBPyConnection) -> tuple[list[str], list[tuple[Any, ...]]]:
    description = cursor.description or ()
    moments = [index for index, (_, kind, *_) in enumerate(description) if str(kind) == "TIMESTAMP"]
    rows = cursor.fetchall()
    if moments:
        rows = [_in_utc(row, moments) for row in rows]
    return [column for column, *_ in description], rows


def _in_utc(row: Sequence[Any], moments: list[int]) -> tuple[Any, ...]:
    values = list(row)
    for index in moments:
        if isinstance(values[index], datetime):
            values[index] = values[index].replace(tzinfo=UTC)
    return tuple(values)
