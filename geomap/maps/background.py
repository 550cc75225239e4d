"""The basemap inside the page: countries, more exact around the events, first-level borders there, and names.

The shapes are the gazetteer's (Natural Earth, public domain); coordinates are WGS 84 degrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import shapely

from geomap.gazetteer import basemap, open_gazetteer
from geomap.maps.areas import Ring

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Bounds = tuple[float, float, float, float]
Point = tuple[float, float]

# How far around the events first-level borders are drawn, in degrees.
_MARGIN: Final = 3.0

# Shapes are drawn for what a reader sees when the events fill the screen, and three zoom steps closer.
_STEPS: Final = 8000

# Detail that the world's countries are never drawn with less or more of, in degrees.
_FINEST: Final = 0.005
_COARSEST: Final = 0.05

# Three decimals of a degree are about 100 m, below a pixel where the basemap's detail ends.
_DECIMALS: Final = 3


def country_names() -> dict[str, str]:
    """Names of the countries by ISO 3166-1 alpha-2 code."""
    return {code: name for code, name, _ in basemap.countries()}


def background_of(points: Sequence[Point]) -> dict[str, Any]:
    """What the page's script draws beneath events at these points (longitude, latitude)."""
    bounds = _around(points)
    lands = basemap.countries()
    tolerance = _tolerance(bounds) if bounds else _COARSEST
    near = [code for code, _, shape in lands if bounds and _touches(shape, bounds)]
    outlines = {code: _outline(code, shape, tolerance) if code in near else shape for code, _, shape in lands}
    borders = basemap.admin1_borders(near) if near else {}
    return {
        "countries": [_country(name, outlines[code]) for code, name, shape in lands if not shape.is_empty],
        "borders": _borders(borders, tolerance),
    }


def _around(points: Sequence[Point]) -> Bounds | None:
    if not points:
        return None
    longitudes, latitudes = zip(*points, strict=True)
    return (
        min(longitudes) - _MARGIN,
        min(latitudes) - _MARGIN,
        max(longitudes) + _MARGIN,
        max(latitudes) + _MARGIN,
    )


def _touches(shape: BaseGeometry, bounds: Bounds) -> bool:
    return bool(shape.intersects(shapely.box(*bounds)))


def _tolerance(bounds: Bounds) -> float:
    extent = max(bounds[2] - bounds[0], bounds[3] - bounds[1])
    return min(max(extent / _STEPS, _FINEST), _COARSEST)


def _outline(code: str, coarse: BaseGeometry, tolerance: float) -> BaseGeometry:
    """A country's outline as exact as the first-level borders inside it, so that the two meet."""
    gazetteer = open_gazetteer()
    country = gazetteer.country(code)
    exact = gazetteer.boundary(country) if country else None
    return exact.simplify(tolerance) if exact is not None else coarse


def _country(name: str, shape: BaseGeometry) -> list[Any]:
    """Name, where to write it, how wide the country is in degrees, and its rings."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    west, _, east, _ = largest.bounds
    label = largest.representative_point()
    return [name, _flat([label.coords[0]]), round(east - west, 2), _rings(shape)]


def _borders(borders: Mapping[str, BaseGeometry], tolerance: float) -> list[Ring]:
    lines = [shape.simplify(tolerance) for _, shape in sorted(borders.items()) if not shape.is_empty]
    return [_flat(part.coords) for line in lines for part in shapely.get_parts(line)]


def _rings(shape: BaseGeometry) -> list[Ring]:
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return [_flat(ring.coords) for part in polygons for ring in (part.exterior, *part.interiors)]


def _flat(coordinates: Iterable[Sequence[float]]) -> Ring:
    return [round(number, _DECIMALS) for pair in coordinates for number in pair[:2]]
