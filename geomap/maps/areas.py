"""What stands for a place that is no point: a polygon where one is known, else a circle of its radius."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from shapely.geometry.base import BaseGeometry

from geomap.maps.rows import Row

Boundaries = Callable[[str], BaseGeometry | None]

# Places that a polygon stands for; "vicinity" is a relation to a place, so its circle is the truer picture.
_UNITS: Final = frozenset({"adm2", "adm1", "region", "country"})

# Five decimals of a degree are about a metre.
DECIMALS: Final = 5

Ring = list[float]


class Areas:
    """Areas in the order in which they were first asked for, each once."""

    def __init__(self, boundaries: Boundaries | None) -> None:
        self._boundaries = boundaries
        self._numbers: dict[tuple[Any, ...], int] = {}
        self.values: list[dict[str, Any]] = []

    def number(self, row: Row) -> int | None:
        """The number of the area that stands for a row's place; None for an exact or an unknown place."""
        if row["point"] is None or row["geo_precision"] == "city":
            return None
        is_unit = row["geo_precision"] in _UNITS and row["place_id"] is not None
        key = ("unit", row["place_id"]) if is_unit else ("circle", *row["point"], row["radius_km"])
        if key not in self._numbers:
            area = (self._polygon(row["place_id"]) if is_unit else None) or _circle(row)
            self._numbers[key] = len(self.values)
            self.values.append(area)
        return self._numbers[key]

    def _polygon(self, place_id: str) -> dict[str, Any] | None:
        shape = self._boundaries(place_id) if self._boundaries else None
        rings = rings_of(simplified(shape)) if shape is not None else []
        return {"rings": rings} if rings else None


def simplified(shape: BaseGeometry) -> BaseGeometry:
    """A shape with no more detail than shows when it fills a large screen."""
    west, south, east, north = shape.bounds if not shape.is_empty else (0.0, 0.0, 0.0, 0.0)
    return shape.simplify(max(east - west, north - south) / 2000)


def rings_of(shape: BaseGeometry) -> list[Ring]:
    """The rings of a polygonal shape, each flat: longitude, latitude, longitude, latitude, ...; degrees."""
    return [
        [round(number, DECIMALS) for pair in ring.coords for number in pair[:2]]
        for polygon in _polygons(shape)
        for ring in (polygon.exterior, *polygon.interiors)
    ]


def _polygons(shape: BaseGeometry) -> Iterator[Any]:
    parts: Iterable[Any] = getattr(shape, "geoms", [shape])
    return (part for part in parts if part.geom_type == "Polygon" and not part.is_empty)


def _circle(row: Row) -> dict[str, Any]:
    longitude, latitude = row["point"]
    radius = row["radius_km"]
    return {
        "center": [round(longitude, DECIMALS), round(latitude, DECIMALS)],
        "radius_km": round(radius, 3) if radius is not None and 0 < radius < math.inf else None,
    }
