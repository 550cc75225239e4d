"""Admin units as rows: GeoNames' units, placed by polygon, by their towns, or by their seat."""

from __future__ import annotations

import math
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer_build.polygons import Feature, anchor, dissolved
from gazetteer_build.rows import Row, kept_names, press_name
from gazetteer_build.units import Unit
from geomap.gazetteer.romanised import ROMANISED_COUNTRIES
from geomap.geodesy import great_circle_km
from geomap.model import PlaceKind
from geomap.names import fold, unit_words

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_KINDS: Mapping[int, PlaceKind] = {1: "admin1", 2: "admin2"}
_LANGUAGES = "ar bn de el en es fa fr he hi hu id it ja ko nl pl pt ru sv tr uk ur vi zh zht".split()
# Cores that name nothing by themselves: "Central District" is not found under "Central".
_GENERIC = frozenset(
    (
        "central centre center capital federal metropolitan rural urban autonomous north south east west "
        "northern southern eastern western northeast northwest southeast southwest upper lower middle new "
        "old inner outer coastal islands"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of units beside their names, by GeoNames id; `admin1_ids` by code ("IQ.18")."""

    shapes: Mapping[int, BaseGeometry]
    features: Mapping[int, Sequence[Feature]]
    towns: Mapping[int, Sequence[Row]]
    admin1_ids: Mapping[str, int]


def join(
    features: Iterable[Feature], units: Sequence[Unit]
) -> tuple[dict[int, list[Feature]], list[Feature]]:
    """Features by GeoNames id of their unit, and those that no unit has.

    By the feature's gn_id, else by its gn_a1_code where one feature alone carries it.
    """
    ids = {unit.geonames_id for unit in units}
    codes = {unit.code: unit.geonames_id for unit in units if unit.level == 1}
    features = list(features)
    carried = Counter(feature.attributes.get("gn_a1_code") for feature in features)
    joined: dict[int, list[Feature]] = defaultdict(list)
    left = []
    for feature in features:
        unit: int | None = feature.attributes.get("gn_id")
        code: str | None = feature.attributes.get("gn_a1_code")
        if unit not in ids:
            unit = codes.get(code) if code is not None and carried[code] == 1 else None
        if unit is None or (unit in joined and unit != feature.attributes.get("gn_id")):
            left.append(feature)
        else:
            joined[unit].append(feature)
    return joined, left


def shapes_of_units(
    joined: Mapping[int, Sequence[Feature]], units: Sequence[Unit]
) -> dict[int, BaseGeometry]:
    """Polygon by GeoNames id: the unit's own, or that of its admin2 units where nearly all have one."""
    shapes = {unit: dissolved([one.shape for one in features]) for unit, features in joined.items()}
    children: dict[str, list[int]] = defaultdict(list)
    for unit in units:
        if unit.level == 2:
            children[unit.admin1_code].append(unit.geonames_id)
    for unit in units:
        parts = children.get(unit.code, [])
        drawn = [shapes[part] for part in parts if part in shapes]
        if unit.geonames_id not in shapes and drawn and len(drawn) >= 0.8 * len(parts):
            shapes[unit.geonames_id] = dissolved(drawn)
    return shapes


def unit_rows(units: Sequence[Unit], known: Known, dropped: Counter[str]) -> list[Row]:
    """A row for each unit that can be placed; the others are counted as dropped."""
    rows = []
    for unit in units:
        placed = _placed(unit, known)
        if placed is None:
            dropped[f"admin{unit.level} unit without polygon and towns: no position"] += 1
        else:
            rows.append(_unit_row(unit, known, placed, dropped))
    _tell_apart(rows)
    return rows


def _tell_apart(rows: Iterable[Row]) -> None:
    """Units that Natural Earth's English makes namesakes are shown with their unit word, if they have one.

    Moscow is the city; the other Moscow is also named "Moscow Oblast", and is shown so.
    """
    namesakes: dict[tuple[str | None, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        namesakes[row.country, row.kind, fold(row.name)].append(row)
    for (_, _, key), alike in namesakes.items():
        for row in alike if len(alike) > 1 else ():
            row.name = next((name for name in row.names if _core(name) == key), row.name)


def _core(name: str) -> str | None:
    split = unit_words(name)
    return split.core if split else None


def _unit_row(
    unit: Unit, known: Known, placed: tuple[float, float, float, str], dropped: Counter[str]
) -> Row:
    latitude, longitude, radius_km, how = placed
    name, names = _names(unit, known.features.get(unit.geonames_id, ()), dropped)
    parent = known.admin1_ids.get(unit.admin1_code) if unit.level == 2 else None
    return Row(
        id=f"gn:{unit.geonames_id}",
        name=name,
        latitude=latitude,
        longitude=longitude,
        country=unit.country,
        kind=_KINDS[unit.level],
        feature_code=f"ADM{unit.level}",
        radius_km=radius_km,
        source=f"GeoNames admin{unit.level}; position: {how}",
        admin1=f"gn:{parent}" if parent else None,
        names=names,
        prominence=unit_prominence(known.towns.get(unit.geonames_id, ()), unit.level),
    )


def unit_prominence(towns: Iterable[Row], level: int) -> float:
    """Order of magnitude of the persons in its towns, so lowered that a seat of the same name comes first."""
    return max(0.0, math.log10(sum(town.population or 0 for town in towns) + 10) - level)


def _placed(unit: Unit, known: Known) -> tuple[float, float, float, str] | None:
    """Latitude, longitude, radius in km, and how they were found."""
    shape, towns = known.shapes.get(unit.geonames_id), known.towns.get(unit.geonames_id, ())
    if shape is not None:
        return (*anchor(shape), "inside its Natural Earth polygon")
    if len(towns) >= 3:
        latitude = round(statistics.median(town.latitude for town in towns), 5)
        longitude = round(statistics.median(town.longitude for town in towns), 5)
        reach = max(great_circle_km(latitude, longitude, town.latitude, town.longitude) for town in towns)
        return latitude, longitude, round(max(10.0, reach), 1), "median of its towns"
    if towns:
        seat = min(towns, key=lambda town: (not _shares_name(unit, town), -(town.population or 0), town.id))
        return seat.latitude, seat.longitude, 20.0, "its seat or largest town"
    return None


def _shares_name(unit: Unit, town: Row) -> bool:
    return fold(town.name) in _seat_names(unit)


def _seat_names(unit: Unit) -> set[str]:
    """The folded names that the unit's seat would have: its own, with and without its unit word."""
    split = unit_words(unit.name)
    return {fold(unit.name), split.core} if split else {fold(unit.name)}


def add_seats(units: Iterable[Unit], towns: dict[int, list[Row]], admin1_ids: Mapping[str, int]) -> None:
    """Give a unit without towns the largest settlement of its name in the same admin1 unit."""
    seats: dict[tuple[int, str], Row] = {}
    for admin1 in set(admin1_ids.values()):
        for town in sorted(towns.get(admin1, ()), key=lambda town: (town.population or 0, town.id)):
            seats[admin1, fold(town.name)] = town
    for unit in units:
        holder = admin1_ids.get(unit.admin1_code)
        if holder is not None and not towns.get(unit.geonames_id):
            found = [seats[holder, name] for name in sorted(_seat_names(unit)) if (holder, name) in seats]
            towns[unit.geonames_id] = found[:1]


def _names(unit: Unit, features: Sequence[Feature], dropped: Counter[str]) -> tuple[str, list[str]]:
    """The name in the press (Natural Earth's English one, where one feature is the unit), and all names."""
    shown = press_name(unit.name) if unit.country in ROMANISED_COUNTRIES else unit.name
    told = [name for feature in features for name in feature_names(feature)] if len(features) == 1 else []
    if told and features[0].attributes.get("name_en"):
        shown = features[0].attributes["name_en"]
    return shown, with_cores(kept_names([shown, *unit.names, *told], dropped, codes_are_junk=True))


def feature_names(feature: Feature) -> list[str]:
    """All names that Natural Earth has for a feature."""
    attributes = feature.attributes
    listed = [attributes.get(f"name_{language}") for language in _LANGUAGES]
    others = (attributes.get("name_alt") or "").split("|")
    return [name for name in (attributes.get("name"), *others, attributes.get("gn_name"), *listed) if name]


def with_cores(names: Iterable[str]) -> list[str]:
    """The names, and the core of each that carries a unit word ("Qaḑā’ Sāmarrā’" is also "samarra")."""
    found = dict.fromkeys(names)
    for name in list(found):
        split = unit_words(name)
        if split and len(split.core) > 2 and not set(split.core.split()) <= _GENERIC:
            found.setdefault(split.core)
    return list(found)


def feature_rows(
    features: Iterable[Feature], levels: Mapping[str | None, int], dropped: Counter[str]
) -> list[Row]:
    """Rows for features that GeoNames has no unit for (former, or finer than its units)."""
    rows = []
    for feature in features:
        names = list(kept_names(feature_names(feature), dropped, codes_are_junk=True))
        if not names or feature.shape.is_empty:
            dropped["Natural Earth feature without a name"] += 1
            continue
        latitude, longitude, radius_km = anchor(feature.shape)
        name = feature.attributes.get("name_en") or feature.attributes.get("name") or names[0]
        rows.append(
            Row(
                id=f"ne:{feature.attributes['adm1_code']}",
                name=name,
                latitude=latitude,
                longitude=longitude,
                country=feature.country,
                kind=_KINDS[levels.get(feature.country, 1)],
                radius_km=radius_km,
                source="Natural Earth admin-1; position: inside its polygon",
                names=with_cores(names),
                prominence=3.0,
            )
        )
    return rows


def levels_of_countries(
    joined: Mapping[int, Sequence[Feature]], units: Sequence[Unit]
) -> dict[str | None, int]:
    """Which level of GeoNames' units Natural Earth's features are, by country: the commoner one."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for unit in units:
        if unit.geonames_id in joined:
            counts[unit.country][unit.level] += 1
    return {country: 2 if levels[2] > levels[1] else 1 for country, levels in counts.items()}
