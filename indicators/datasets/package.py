"""The descriptor of a Frictionless data package: files, and what each of their columns means.

Other people's tools read our data by this description, so every resource carries its whole schema. Each
resource is named after its dataset, so that foreign keys point at the right file without a translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from indicators.datasets import schema

PROFILE = "tabular-data-package"
RESOURCE_PROFILE = "tabular-data-resource"


@dataclass(frozen=True)
class PackagedFile:
    """One CSV file of a package.

    `name` is that of the resource; left empty it is the dataset's, which is right for all but a second file of
    one dataset. `properties` are further keys of the resource, such as our own `x-recorded-at`.
    """

    dataset: str
    path: str
    rows: int
    name: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)


def package_descriptor(
    files: Iterable[PackagedFile], *, name: str, title: str, **properties: Any
) -> dict[str, Any]:
    """The content of `datapackage.json` for these files, in their order.

    Args:
        files: what the package holds; the first file of a dataset is the one that foreign keys point at.
        name: short name of the package, lower case with hyphens.
        title: what a reader calls it.
        properties: further keys of the package, such as `licenses`, `sources` and `created`.

    Raises:
        KeyError: a file of a dataset that is not declared.
        ValueError: two resources of one name.
    """
    resources = [_resource(file) for file in files]
    names = [resource["name"] for resource in resources]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise ValueError(f"two resources are called {', '.join(repeated)}")
    return {"profile": PROFILE, "name": name, "title": title, **properties, "resources": resources}


def _resource(file: PackagedFile) -> dict[str, Any]:
    declared = schema(file.dataset)
    return {
        "profile": RESOURCE_PROFILE,
        "name": file.name or file.dataset,
        "title": declared["title"],
        "description": declared["description"],
        "path": file.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "rows": file.rows,
        "x-dataset": file.dataset,
        **file.properties,
        "schema": declared,
    }
