"""Events tables <-> files: one file a format, told by the suffix."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geomap.errors import InputError
from geomap.formats import geojson
from geomap.stages import Exporter

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

__all__ = ["WRITERS", "export"]

# Suffix, in lower case -> what writes it. A new format is one more line here.
WRITERS: Final[Mapping[str, Exporter]] = {
    ".geojson": geojson.write,
    ".json": geojson.write,
}


def export(table: GeoDataFrame, path: str | os.PathLike[str]) -> None:
    """Write an events table to a file, whole or not at all, in the format that the suffix names.

    Raises InputError for a suffix that is not known, SchemaError for a table that is no events table,
    OutputError where nothing can be written.
    """
    target = Path(path)
    write = WRITERS.get(target.suffix.lower())
    if write is None:
        raise InputError(f"No format has the suffix {target.suffix!r}: choose one of {', '.join(WRITERS)}.")
    write(table, target)
