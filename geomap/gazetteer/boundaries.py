"""Polygons and lines of places, read one at a time from a file of whole-number coordinates."""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geomap.errors import GazetteerError
from geomap.gazetteer.layout import mend

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


#: Coordinates are kept as whole ten-thousandths of a degree (about 10 m).
SCALE: Final = 10_000
#: How many points, rings or lines, and polygons (0: the geometry is of lines).
_COUNTS: Final = struct.Struct("<III")


def encode(shape: BaseGeometry) -> bytes:
    """A geometry of polygons or of lines as deflated bytes: counts, offsets, and steps between points."""
    import numpy as np  # noqa: PLC0415 - slow to import, and most lookups need no polygon
    import shapely  # noqa: PLC0415

    parts = list(shapely.get_parts(shape))
    of_lines = all(part.geom_type == "LineString" for part in parts)
    whole = shapely.multilinestrings([parts]) if of_lines else shapely.multipolygons([parts])
    _, points, offsets = shapely.to_ragged_array(whole)
    steps = np.diff(np.round(points * SCALE).astype("<i4"), axis=0, prepend=np.zeros((1, 2), "<i4"))
    rings, polygons = offsets[0].astype("<u4"), (offsets[1] if not of_lines else np.array([])).astype("<u4")
    counts = _COUNTS.pack(len(points), len(rings), len(polygons))
    body = b"".join(
        (counts, rings.tobytes(), polygons.tobytes(), steps[:, 0].tobytes(), steps[:, 1].tobytes())
    )
    return zlib.compress(body, level=9)


def decode(deflated: bytes) -> BaseGeometry:
    """The geometry that `encode` was given, to a ten-thousandth of a degree; always of many parts."""
    import numpy as np  # noqa: PLC0415
    import shapely  # noqa: PLC0415

    body = zlib.decompress(deflated)
    points, rings, polygons = _COUNTS.unpack_from(body)
    offsets = np.frombuffer(body, "<u4", rings + polygons, _COUNTS.size).astype(np.int64)
    steps = np.frombuffer(body, "<i4", 2 * points, _COUNTS.size + 4 * (rings + polygons)).reshape(2, points)
    coordinates = np.ascontiguousarray(steps.cumsum(axis=1).T / SCALE)
    of_lines = shapely.GeometryType.MULTILINESTRING
    kind = shapely.GeometryType.MULTIPOLYGON if polygons else of_lines
    levels = (offsets[:rings], offsets[rings:]) if polygons else (offsets,)
    parts = (*levels, np.array([0, (polygons or rings) - 1]))
    whole: BaseGeometry = shapely.from_ragged_array(kind, coordinates, parts)[0]
    return whole


class Boundaries:
    """Geometries by row number; WGS 84, x is longitude and y latitude, in degrees."""

    def __init__(self, path: Path, rows: Sequence[int], starts: Sequence[int], ends: Sequence[int]) -> None:
        self._path = path
        self._rows = rows
        self._starts = starts
        self._ends = ends

    def read(self, row: int) -> BaseGeometry | None:
        """The geometry of a row, or None; GazetteerError if the file cannot be read."""
        place = bisect_left(self._rows, row)
        if place == len(self._rows) or self._rows[place] != row:
            return None
        return self._geometry(self._starts[place], self._ends[place])

    def _geometry(self, start: int, end: int) -> BaseGeometry:
        try:
            with self._path.open("rb") as file:  # opened anew, so that threads and forks share no position
                file.seek(start)
                return decode(file.read(end - start))
        except (OSError, ValueError, zlib.error, struct.error) as problem:
            raise GazetteerError(
                f"{self._path} cannot be read ({problem}): {mend(self._path.parent)}"
            ) from problem
