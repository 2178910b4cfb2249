"""What each address of the open data answers. Routes and description are both made from `RESOURCES`."""

from __future__ import annotations

from http import HTTPStatus

from indicators.assessments import figures
from indicators.server.api import parameters
from indicators.server.api.answers import Answer, document, one_row, table, version
from indicators.server.api.asked import Asked, known_area, known_indicator
from indicators.server.api.problems import Refused
from indicators.server.api.resource import Resource
from indicators.store.open_queries import Page, open_indicators, open_observations, open_targets
from indicators.wording import open_api as words
from indicators.wording.screens import ILLUSTRATIVE_MARK

ROOT = "/api/v1"
OF_OBSERVATIONS = (parameters.INDICATOR, parameters.AREA, parameters.FROM, parameters.TO)
OF_TARGETS = (parameters.INDICATOR, parameters.AREA, parameters.STATUS)
AS_JSON = (parameters.AS_AT, parameters.LIMIT, parameters.OFFSET, parameters.FORMAT)
AS_CSV = (parameters.AS_AT, parameters.FILE_LIMIT, parameters.OFFSET)


def _index(asked: Asked) -> Answer:
    links = {one.name: f"{ROOT}{one.path}" for one in RESOURCES} | {"description": f"{ROOT}/openapi.json"}
    return document({"title": words.TITLE, "version": version(asked), "links": links})


def _indicators(asked: Asked) -> Answer:
    return table(asked, "indicator", open_indicators(asked.snapshot, asked.at, asked.page))


def _indicator(asked: Asked) -> Answer:
    code = known_indicator(asked, asked.code)
    row = open_indicators(asked.snapshot, asked.at, Page(1), indicator=code)[0]
    links = {name: f"{ROOT}/{name}?indicator={code}&as_at={asked.at}" for name in ("observations", "targets")}
    return one_row(asked, "indicator", row, links)


def _observations(asked: Asked) -> Answer:
    begins, ends = asked.values["from"], asked.values["to"]
    if begins and ends and begins > ends:
        raise Refused(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "days_reversed",
            begins=begins.isoformat(),
            ends=ends.isoformat(),
        )
    found = open_observations(
        asked.snapshot,
        asked.at,
        asked.page,
        indicator=known_indicator(asked, asked.values["indicator"]),
        area=known_area(asked, asked.values["area"]),
        begins_from=begins,
        ends_by=ends,
    )
    return table(asked, "observation", figures.open_records(asked.snapshot, found, asked.at))


def _targets(asked: Asked) -> Answer:
    found = open_targets(
        asked.snapshot,
        asked.at,
        asked.page,
        indicator=known_indicator(asked, asked.values["indicator"]),
        area=known_area(asked, asked.values["area"]),
        status=asked.values["status"],
    )
    careful = figures.open_targets(asked.snapshot, found, asked.at)
    return table(asked, "target", [_marked(row) for row in careful])


def _marked(row: dict) -> dict:
    """An illustrative target says so in its title, as it does on the screens."""
    title = row["title"]
    if row["status"] != "illustrative" or title.startswith(ILLUSTRATIVE_MARK):
        return row
    return row | {"title": f"{ILLUSTRATIVE_MARK}: {title}"}


RESOURCES: tuple[Resource, ...] = (
    Resource("index", "/", (), _index),
    *(
        Resource(f"{name}{ending.replace('.', '_')}", f"/{name}{ending}", (*chosen, *paging), make, dataset)
        for name, chosen, make, dataset in (
            ("indicators", (), _indicators, "indicator"),
            ("observations", OF_OBSERVATIONS, _observations, "observation"),
            ("targets", OF_TARGETS, _targets, "target"),
        )
        for ending, paging in (("", AS_JSON), (".csv", AS_CSV))
    ),
    Resource("indicator", "/indicators/{code}", (parameters.AS_AT,), _indicator, "indicator"),
)
