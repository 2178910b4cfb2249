"""Open data: all rows in force at one moment as a Frictionless data package, the same bytes whenever it is made."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from indicators.assessments.figures import open_rows
from indicators.assessments.recorded_questions import open_questions
from indicators.datasets import dataset, names
from indicators.datasets.package import PackagedFile, package_descriptor
from indicators.reports.may_leave import may_leave
from indicators.reports.replacing import replacing
from indicators.store import Snapshot
from indicators.store.entry import format_moment
from indicators.store.errors import reason_of
from indicators.store.history import HistoryEntry
from indicators.store.rows_in_force import rows_in_force
from indicators.wording import open_data as words
from indicators.wording.dates import moment

NAME = "indicator-basket-open-data"
DESCRIPTOR = "datapackage.json"
README = "README.md"
ILLUSTRATIVE = "illustrative"


class ExportRefused(Exception):  # noqa: N818 - an outcome, not a fault
    """Nothing was written. `code`: `export_folder_taken` (path) or `unwritable` (path, reason)."""

    def __init__(self, code: str, **figures: Any) -> None:
        super().__init__(code)
        self.code = code
        self.figures = figures


@dataclass(frozen=True)
class DataFile:
    """One CSV file of the package and how many rows it holds."""

    description: PackagedFile
    content: bytes

    @property
    def path(self) -> str:
        """Its name in the package."""
        return self.description.path

    @property
    def rows(self) -> int:
        """How many rows it holds under its header."""
        return self.description.rows


def write_open_data(snapshot: Snapshot, entry: HistoryEntry, folder: Path) -> list[DataFile]:
    """Write the package of the moment after `entry` into `folder` and return its data files.

    Args:
        snapshot: the version that is read.
        entry: the newest entry that counts.
        folder: new, empty, or one that holds an earlier export, which is replaced; other files in it are left alone.

    Raises:
        ExportRefused: the folder holds something else, or cannot be written.
    """
    _refuse_foreign(folder)
    files = list(data_files(snapshot, entry.seq))
    contents = {
        DESCRIPTOR: _json(descriptor(files, entry)),
        README: _readme(files, entry).encode(),
        **{file.path: file.content for file in files},
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stale = _earlier_paths(folder) - contents.keys()
        # The description goes first: by it a later export knows the folder again, should this one be cut short.
        for name, content in contents.items():
            with replacing(folder / name) as prepared:
                prepared.write_bytes(content)
        for name in stale:
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise ExportRefused("unwritable", path=str(folder), reason=reason_of(error)) from error
    return files


def data_files(snapshot: Snapshot, at: int) -> Iterator[DataFile]:
    """One CSV file a dataset; illustrative targets in one of their own, so that none is taken for a promise."""
    for name in names():
        rows = [row for row in rows_in_force(snapshot, name, at) if may_leave(name, row)]
        if name in ("observation", "target"):
            rows = open_rows(snapshot, name, rows, at)
        if name == "scrutiny_question":
            rows = open_questions(snapshot, rows, at)
        if name != "target":
            yield _data_file(PackagedFile(name, f"{name}.csv", len(rows)), rows)
            continue
        status = dataset(name).columns.index("status")
        real = [row for row in rows if row[status] != ILLUSTRATIVE]
        made = [row for row in rows if row[status] == ILLUSTRATIVE]
        yield _data_file(PackagedFile(name, f"{name}.csv", len(real)), real)
        marked = {"title": words.ILLUSTRATIVE_TITLE, "description": words.ILLUSTRATIVE_DESCRIPTION}
        path = f"{name}_{ILLUSTRATIVE}.csv"
        yield _data_file(PackagedFile(name, path, len(made), f"{name}_{ILLUSTRATIVE}", marked), made)


def descriptor(files: Sequence[DataFile], entry: HistoryEntry) -> dict[str, Any]:
    """The content of `datapackage.json`."""
    return package_descriptor(
        [file.description for file in files],
        name=NAME,
        title=words.TITLE,
        description=words.DESCRIPTION,
        created=format_moment(entry.recorded_at),
        sources=[{"title": words.SOURCES, "path": "source.csv"}],
        **{"x-sequence": entry.seq, "x-head": entry.hash},
    )


def cell(value: Any) -> str:
    """A stored value as open data hold it: numbers in full and unrounded, days in ISO 8601, nothing as nothing.

    >>> cell(326.4), cell(544.0), cell(1e21), cell(date(2010, 12, 31)), cell(None)
    ('326.4', '544', '1000000000000000000000', '2010-12-31', '')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f").removesuffix(".0")
    return value.isoformat() if isinstance(value, date) else str(value)


def _data_file(description: PackagedFile, rows: Iterable[Sequence[Any]]) -> DataFile:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(dataset(description.dataset).columns)
    writer.writerows(map(cell, row) for row in rows)
    return DataFile(description, text.getvalue().encode())


def _readme(files: Sequence[DataFile], entry: HistoryEntry) -> str:
    titles = [
        (
            file.path,
            file.rows,
            file.description.properties.get("title", dataset(file.description.dataset).title),
        )
        for file in files
    ]
    return words.README.format(
        sequence=entry.seq, moment=moment(entry.recorded_at), hash=entry.hash, files=words.files_table(titles)
    )


def _refuse_foreign(folder: Path) -> None:
    try:
        if folder.exists() and any(folder.iterdir()) and _earlier(folder) is None:
            raise ExportRefused("export_folder_taken", path=str(folder))
    except OSError as error:
        raise ExportRefused("unwritable", path=str(folder), reason=reason_of(error)) from error


def _earlier(folder: Path) -> dict[str, Any] | None:
    """The description of an earlier export of ours in `folder`, None where there is none."""
    try:
        found = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return found if isinstance(found, dict) and found.get("name") == NAME else None


def _earlier_paths(folder: Path) -> set[str]:
    """The data files of an earlier export; only plain names, whatever its description says."""
    paths = {str(each.get("path")) for each in (_earlier(folder) or {}).get("resources", ())}
    return {path for path in paths if path == Path(path).name and path.endswith(".csv")}


def _json(content: dict[str, Any]) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
