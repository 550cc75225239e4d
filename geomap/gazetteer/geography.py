"""What lies where: parents and children, what a place contains, and what lies near or within."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from geomap.gazetteer.columns import Columns
from geomap.geodesy import great_circle_km
from geomap.model import Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: A degree of latitude is never shorter, in km (at the equator, WGS 84).
_KM_PER_DEGREE: Final = 110.57


class Geography:
    """Rows by their parents, and by the cells of one degree that they lie in."""

    def __init__(
        self,
        columns: Columns,
        sections: Mapping[str, Sequence[int]],
        country_rows: Mapping[str, int],
    ) -> None:
        self._columns = columns
        self._sections = sections
        self._country_rows = country_rows

    def parents(self, row: int) -> list[int]:
        """The rows of the units and of the country that hold a row, the smallest first."""
        columns = self._columns
        country = self._country_rows.get(columns.country(row) or "")
        found = (columns.unit("admin2", row), columns.unit("admin1", row), country)
        return [parent for parent in found if parent is not None and parent != row]

    def children(self, row: int) -> list[int]:
        """The rows whose smallest parent is the row, the most prominent first."""
        parents = self._sections["parents"]
        place = bisect_left(parents, row)
        if place == len(parents) or parents[place] != row:
            return []
        starts = self._sections["children_starts"]
        return list(self._sections["children"][starts[place] : starts[place + 1]])

    def near(self, latitude: float, longitude: float, radius_km: float) -> list[tuple[float, int]]:
        """Distance in km and row of what lies within a radius, nearest first."""
        reach = radius_km / _KM_PER_DEGREE
        south, north = latitude - reach, latitude + reach
        # Near a pole a circle reaches all longitudes.
        narrowest = math.cos(math.radians(min(90.0, max(abs(south), abs(north)))))
        wide = 180.0 if narrowest * 180.0 <= reach else reach / narrowest
        found = []
        for row in self.rows_in(longitude - wide, south, longitude + wide, north):
            distance = great_circle_km(latitude, longitude, *self._columns.position(row))
            if distance <= radius_km:
                found.append((distance, row))
        return sorted(found)

    def within(self, shape: BaseGeometry) -> list[int]:
        """The rows whose points lie within a geometry (x longitude, y latitude), most prominent first."""
        import shapely  # noqa: PLC0415 - slow to import, and most lookups need no geometry

        if shape.is_empty:
            return []
        shapely.prepare(shape)
        rows = list(self.rows_in(*shape.bounds))
        positions = [self._columns.position(row) for row in rows]
        inside = shapely.intersects_xy(
            shape, [east for _, east in positions], [north for north, _ in positions]
        )
        held = [row for row, lies_within in zip(rows, inside, strict=True) if lies_within]
        return sorted(held, key=lambda row: (-self._columns.prominence(row), row))

    def rows_in(self, west: float, south: float, east: float, north: float) -> Iterator[int]:
        """The rows in the cells that touch a box of degrees; longitudes may pass ±180."""
        cells, starts = self._sections["cells"], self._sections["cell_starts"]
        rows = self._sections["cell_rows"]
        for cell in _cells(west, south, east, north):
            place = bisect_left(cells, cell)
            if place < len(cells) and cells[place] == cell:
                yield from rows[starts[place] : starts[place + 1]]

    @staticmethod
    def reaches(outer: Place, inner: Place) -> bool:
        """Whether the circle of one place holds the point of a smaller one."""
        distance = great_circle_km(outer.latitude, outer.longitude, inner.latitude, inner.longitude)
        return distance <= outer.radius_km and inner.radius_km <= outer.radius_km


def cell_of(latitude: float, longitude: float) -> int:
    """The number of the cell of one degree that holds a position; ±180 degrees are one line."""
    return (math.floor(latitude) + 90) * 360 + (math.floor(longitude) + 180) % 360


def _cells(west: float, south: float, east: float, north: float) -> Iterator[int]:
    """The numbers of the cells that touch a box."""
    first = math.floor(west) + 180
    count = min(360, math.floor(east) - math.floor(west) + 1)
    columns = sorted({(first + step) % 360 for step in range(count)})
    for line in range(math.floor(max(-90.0, south)) + 90, math.floor(min(90.0, north)) + 91):
        yield from (line * 360 + column for column in columns)
