"""The answers of the open data, written as JSON or CSV."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from indicators.reports.csv_file import csv_bytes
from indicators.reports.open_data import cell
from indicators.server.api.asked import Asked
from indicators.store.entry import format_moment
from indicators.store.open_queries import Row
from indicators.store.tables import columns

JSON, CSV = "application/json", "text/csv"


@dataclass(frozen=True)
class Answer:
    """A body and its media type; `links` go into the header, by relation."""

    body: bytes
    media_type: str
    links: Mapping[str, str]
    file_name: str | None = None

    def response(self, headers: Mapping[str, str]) -> Response:
        """The answer with these headers and its own."""
        own = {}
        if self.links:
            own["link"] = ", ".join(f'<{address}>; rel="{name}"' for name, address in self.links.items())
        if self.file_name:
            own["content-disposition"] = f'attachment; filename="{self.file_name}"'
        return Response(self.body, headers={**headers, **own}, media_type=self.media_type)


def document(content: Mapping[str, Any]) -> Answer:
    """A JSON document."""
    return Answer(_json(content), JSON, {})


def one_row(asked: Asked, name: str, row: Row, links: Mapping[str, str]) -> Answer:
    """One row of the dataset `name`."""
    return document({**_moment(asked), "item": _declared(name, row), "links": links})


def table(asked: Asked, name: str, rows: Sequence[Row]) -> Answer:
    """Rows of the dataset `name`: at most as many as asked for, and where the next begin, if more were found."""
    limit, offset = asked.values["limit"], asked.values["offset"]
    shown = [_declared(name, row) for row in rows[:limit]]
    following = _page(asked, offset + limit) if len(rows) > limit else None
    if asked.path.endswith(".csv") or asked.values.get("format") == "csv":
        body = csv_bytes(field_names(name), [[cell(value) for value in row.values()] for row in shown])
        is_part = following is not None or offset > 0
        part = f"-rows-{offset + 1}-to-{offset + len(shown)}" if is_part else ""
        file_name = f"{name}-as-at-{asked.at}{part}.csv"
        return Answer(body, CSV, {"next": following} if following else {}, file_name)
    links = {"self": _page(asked, offset), "next": following}
    content = {**_moment(asked), "items": shown, "links": links}
    return Answer(_json(content), JSON, {"next": following} if following else {})


def field_names(name: str) -> list[str]:
    """The fields of a row of the dataset `name`: the declared ones, then the first and last days of its periods."""
    return [column.name for column in columns(name)]


def version(asked: Asked) -> dict[str, Any]:
    """The head of the ledger that the answer was read from."""
    return {"sequence": asked.snapshot.version.seq, "hash": asked.snapshot.version.hash}


def _moment(asked: Asked) -> dict[str, Any]:
    recorded_at = format_moment(asked.moment.recorded_at)
    return {"as_at": {"sequence": asked.at, "recorded_at": recorded_at}, "version": version(asked)}


def _declared(name: str, row: Row) -> Row:
    return {field: row[field] for field in field_names(name)}


def _page(asked: Asked, offset: int) -> str:
    """The address of another page of the same answer, of the same moment."""
    chosen = {name: _written(value) for name, value in asked.values.items() if value is not None}
    return f"{asked.path}?{urlencode(chosen | {'as_at': asked.at, 'offset': offset})}"


def _written(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _json(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, allow_nan=False, default=_written).encode()
