"""Countries as rows: GeoNames' list, our names for them, and their outlines."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

import shapely
from shapely.geometry import Point

from gazetteer_build.polygons import Feature, anchor, dissolved, reach
from gazetteer_build.rows import Row
from geomap.names import fold

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

# Ended in 2006 and 2010; their parts are in the list by themselves.
_ENDED = frozenset({"CS", "AN"})
# Degrees that a published point may lie off the country: some stand at sea between its islands.
_OFF_SHORE: Final = 0.5

#: Where a published point is from -> country code -> its latitude and longitude.
Published = Mapping[str, Mapping[str, tuple[float, float]]]


def outlines(features: Iterable[Feature]) -> dict[str, BaseGeometry]:
    """Country code to its outline."""
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    for feature in features:
        if feature.country is not None:
            parts[feature.country].append(feature.shape)
    return {code: dissolved(shapes) for code, shapes in sorted(parts.items())}


def country_rows(
    countries: Mapping[str, Mapping[str, Any]],
    names: Mapping[str, tuple[str, list[str]]],
    shapes: Mapping[str, BaseGeometry],
    published: Published,
    dropped: Counter[str],
) -> list[Row]:
    """A row for each country or territory that has an outline, at the first published point that fits it."""
    rows = []
    for code, country in sorted(countries.items()):
        if code in _ENDED or code not in shapes:
            dropped["country that has ended or has no outline"] += 1
            continue
        latitude, longitude, radius_km, how = _placed(code, shapes[code], published)
        name, others = names.get(code, (country["name"].strip(), []))
        population = country["population"] or None
        rows.append(
            Row(
                id=f"gn:{country['geonameid']}",
                name=name,
                latitude=latitude,
                longitude=longitude,
                country=code,
                kind="country",
                feature_code="PCLI",
                population=population,
                radius_km=radius_km,
                source=f"GeoNames countryInfo; position: {how}",
                names=list(dict.fromkeys([name, country["name"].strip(), *others])),
                prominence=20 + math.log10((population or 0) + 10),
            )
        )
    return rows


def _placed(code: str, shape: BaseGeometry, published: Published) -> tuple[float, float, float, str]:
    """Latitude, longitude, the km that reach all of the largest part, and how they were found."""
    for how, points in published.items():
        latitude, longitude = points.get(code, (math.nan, math.nan))
        if code in points and shapely.dwithin(shape, Point(longitude, latitude), _OFF_SHORE):
            return latitude, longitude, reach(shape, latitude, longitude), how
    return (*anchor(shape), "inside its Natural Earth outline")


def mark_capitals(countries: Mapping[str, Mapping[str, Any]], towns: Iterable[Row]) -> None:
    """PPLC for the capital that GeoNames names: the largest settlement under that name in the country."""
    capitals = {code: fold(country["capital"]) for code, country in countries.items() if country["capital"]}
    largest: dict[str, Row] = {}
    for town in towns:
        code = town.country or ""
        if capitals.get(code) not in {fold(name) for name in town.names if town.country in capitals}:
            continue
        if code not in largest or (town.population or 0) > (largest[code].population or 0):
            largest[code] = town
    for town in largest.values():
        town.feature_code = "PPLC"
