"""Natural Earth's populated places: names for towns that are there, and the places that are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyogrio  # type: ignore[import-untyped]
import shapely

from gazetteer_build.rows import Row, kept_names, settlement_radius
from gazetteer_build.towns import TownFinder
from geomap.geodesy import great_circle_km
from geomap.names import fold

if TYPE_CHECKING:
    from shapely.geometry import Point

_FILE: Final = "ne_10m_populated_places_simple.shp"
_NOT_SETTLED: Final = frozenset({"Scientific station", "Historic place"})
# Populations of 10 and less stand for "not known" in the file.
_KNOWN_POPULATION: Final = 11
# The file draws for small scales: a town may stand this far off.
_SAME_KM: Final = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Populated:
    """A place of the file; `geonames_id` is None where the file has none."""

    row: Row
    geonames_id: int | None


def read_populated(folder: Path, dropped: Counter[str]) -> list[Populated]:
    """The settlements of the shapefile, in its order."""
    meta, _, points, columns = pyogrio.raw.read(folder / _FILE)
    table = zip(*columns, strict=True)
    places = (dict(zip(meta["fields"], values, strict=True)) for values in table)
    return [
        _populated(place, point, dropped)
        for place, point in zip(places, shapely.from_wkb(points), strict=True)
        if place["featurecla"] not in _NOT_SETTLED
    ]


def _populated(place: Mapping[str, Any], point: Point, dropped: Counter[str]) -> Populated:
    country = place["iso_a2"] if place["iso_a2"] not in {None, "-99"} else None
    population = int(place["pop_max"]) if place["pop_max"] >= _KNOWN_POPULATION else None
    number = int(place["geonameid"]) if place["geonameid"] > 0 else None
    name = place["name"]
    listed = [
        name,
        place["namepar"],
        *(place["namealt"] or "").replace(",", "|").split("|"),
        place["nameascii"],
    ]
    row = Row(
        id=f"ne:place-{(country or 'xx').lower()}-{fold(place['nameascii'] or name).replace(' ', '-')}",
        name=name,
        latitude=round(point.y, 5),
        longitude=round(point.x, 5),
        country=country,
        kind="settlement",
        population=population,
        radius_km=settlement_radius(population),
        source="Natural Earth populated places",
        names=list(kept_names(filter(None, (one.strip() for one in listed if one)), dropped)),
    )
    return Populated(row=row, geonames_id=number)


def add_populated(places: Sequence[Populated], towns: Sequence[Row], counts: Counter[str]) -> list[Row]:
    """The settlements that only Natural Earth has; the names of the others go to the town that they are."""
    by_id = {town.id: town for town in towns}
    finder, added = TownFinder(towns), {}
    for place in places:
        town = _near(by_id.get(f"gn:{place.geonames_id}"), place.row) or finder.same(place.row)
        if town is not None:
            counts["Natural Earth place is a town that is there: its names join that row"] += 1
            town.add_names(place.row.names)
        elif place.row.country is None or place.row.id in added:
            counts["Natural Earth place without a country, or twice under one name"] += 1
        else:
            added[place.row.id] = place.row
    return list(added.values())


def _near(town: Row | None, row: Row) -> Row | None:
    """The town if the row stands where it does: some of the file's ids are of namesakes."""
    if town is None:
        return None
    kilometres = great_circle_km(town.latitude, town.longitude, row.latitude, row.longitude)
    return town if kilometres <= _SAME_KM else None
