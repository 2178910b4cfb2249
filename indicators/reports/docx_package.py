"""The package of a DOCX without the clock of the machine that made it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


def same_bytes(package: bytes) -> bytes:
    """The same parts in the same order, each dated to the first day that there is."""
    made = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(made, "w") as target:
        for part in source.infolist():
            undated = ZipInfo(part.filename, FIRST_DAY)
            undated.compress_type = ZIP_DEFLATED
            target.writestr(undated, source.read(part))
    return made.getvalue()
