"""Natural Earth's admin-1 polygons as one simplified coverage, and what is dissolved from it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon

from geomap.geodesy import great_circle_km

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: Degrees of tolerance of the coverage (about 1 km) and of coordinates kept (about 10 m).
TOLERANCE: Final = 0.01
DECIMALS: Final = 4
# Holes and slivers left where two units do not quite meet, in square degrees (about 3 km²).
_SLIVER: Final = 0.0003

# Where the file's own iso_a2 is not the country that the United Nations and ISO 3166 see. By iso_3166_2.
_COUNTRY_OF_UNIT: Final = {
    "UA-43": "UA",
    "UA-40": "UA",
    "FR-GF": "GF",
    "FR-GP": "GP",
    "FR-MQ": "MQ",
    "FR-RE": "RE",
    "FR-YT": "YT",
    "NL-BQ1": "BQ",
    "NL-BQ2": "BQ",
    "NL-BQ3": "BQ",
    "NO-21": "SJ",
    "NO-22": "SJ",
    "NO-X01~": "BV",
    "-99-X14~": "CX",
    "-99-X15~": "CC",
}
# Siachen Glacier and the Spratly Islands: nobody's in the bundle.
_NO_COUNTRY: Final = frozenset({"KAS", "PGA"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """An admin-1 feature: its attributes, its country under our policy, and its simplified polygon."""

    attributes: Mapping[str, Any]
    country: str | None
    shape: BaseGeometry


def read_features(features: Sequence[Mapping[str, Any]]) -> list[Feature]:
    """All features, simplified together, so that neighbours still share their borders."""
    shapes = [
        polygonal(shapely.make_valid(shapely.geometry.shape(feature["geometry"]))) for feature in features
    ]
    simple = _rounded(shapely.coverage_simplify(np.array(shapes, dtype=object), TOLERANCE))
    attributes = [feature["properties"] for feature in features]
    return [
        Feature(attributes=one, country=_country(one), shape=polygonal(shape))
        for one, shape in zip(attributes, simple, strict=True)
    ]


def _country(attributes: Mapping[str, Any]) -> str | None:
    if attributes["adm0_a3"] in _NO_COUNTRY:
        return None
    country: str = _COUNTRY_OF_UNIT.get(attributes.get("iso_3166_2", ""), attributes["iso_a2"])
    return country


def _rounded(shapes: Iterable[BaseGeometry]) -> list[BaseGeometry]:
    """Equal vertices stay equal, so borders stay shared; what collapses is mended afterwards."""
    rounded = [shapely.transform(shape, lambda points: np.round(points, DECIMALS)) for shape in shapes]
    return [shape if shape.is_valid else shapely.make_valid(shape) for shape in rounded]


def polygonal(shape: BaseGeometry) -> BaseGeometry:
    """The polygons of a geometry, as one Polygon or MultiPolygon; lines and points of a mended ring go."""
    parts = [part for part in shapely.get_parts(shape) if isinstance(part, Polygon | MultiPolygon)]
    flat = [polygon for part in parts for polygon in shapely.get_parts(part) if polygon.area > 0]
    return flat[0] if len(flat) == 1 else MultiPolygon(flat)


def dissolved(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """One outline of several units, without the slivers between them."""
    whole = shapely.union_all([polygonal(shapely.make_valid(shape)) for shape in shapes])
    return polygonal(MultiPolygon([_filled(part) for part in shapely.get_parts(polygonal(whole))]))


def _filled(polygon: Polygon) -> Polygon:
    holes = [ring for ring in polygon.interiors if Polygon(ring).area > _SLIVER]
    return Polygon(polygon.exterior, holes)


def anchor(shape: BaseGeometry) -> tuple[float, float, float]:
    """Latitude and longitude of the middle of the largest part, and the km that reach all of that part.

    The middle is the centroid where that lies inside, as readers expect of a unit, else a point that does.
    """
    largest = _largest(shape)
    middle: Point = largest.centroid
    point: Point = middle if largest.contains(middle) else largest.representative_point()
    return round(point.y, 5), round(point.x, 5), reach(shape, point.y, point.x)


def reach(shape: BaseGeometry, latitude: float, longitude: float) -> float:
    """The km from a point that reach all of the largest part, rounded up to tenths."""
    corners = shapely.get_coordinates(_largest(shape))
    farthest = max(great_circle_km(latitude, longitude, north, east) for east, north in corners)
    return max(1.0, math.ceil(farthest * 10) / 10)


def _largest(shape: BaseGeometry) -> BaseGeometry:
    largest: BaseGeometry = max(shapely.get_parts(shape), key=lambda part: (part.area, part.wkb))
    return largest
