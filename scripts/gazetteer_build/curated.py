"""curated.tsv: regions, waters, villages and sites that no package has, and names for rows that are there.

A row of the kind "alias" gives its names to the one package row in `like`, whose shown name becomes the
alias row's. Any other row is a new place:

- `like` with one id: it stands where that row stands, with that row's polygon if the row is a country's, an
  admin unit's or a river's, and with the radius given, else that row's;
- `like` with several ids of countries and admin units, divided by "|": its extent is the union of theirs;
- no `like`: its position is editorial, true to `radius_km`, which is 10 or more.

A continent (feature code CONT) has GeoNames' id and names, by its name or by its id in `like`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

import shapely
from shapely.geometry import Point

from gazetteer_build.polygons import anchor, dissolved
from gazetteer_build.rows import Row, kept_names, settlement_radius
from gazetteer_build.tables import listed, read_table
from geomap.geodesy import great_circle_km
from geomap.model import PlaceKind
from geomap.names import fold

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

CURATED: Final = "curated.tsv"
#: Degrees that an editorial place may lie outside the simplified polygons that it states.
GRACE: Final = 0.02
_EDITORIAL_KM: Final = 10.0
# Above editorial places, below every settlement of the same name.
_CURATED: Final = 0.5
# What the index can hold.
# A radius is kept in tenths of a km in two bytes; no ocean needs more.
_LONGEST_KM: Final = 6500.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the packages give: rows and shapes by id, countries' outlines by code, continents as rows."""

    rows: Mapping[str, Row]
    shapes: Mapping[str, BaseGeometry]
    outlines: Mapping[str, BaseGeometry]
    units: Mapping[tuple[str, str], Sequence[Row]]
    continents: Mapping[str, Row]


def known(
    rows: Iterable[Row],
    shapes: Mapping[str, BaseGeometry],
    outlines: Mapping[str, BaseGeometry],
    continents: Iterable[Row],
) -> Known:
    """Everything that curated rows can point at; admin1 units by country and folded name."""
    by_id = {row.id: row for row in rows}
    units: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in by_id.values():
        if row.kind == "admin1":
            for key in {fold(name) for name in (row.name, *row.names)}:
                units[row.country or "", key].append(row)
    listed_continents = {fold(row.name): row for row in continents}
    by_id |= {row.id: row for row in listed_continents.values() if row.id not in by_id}
    return Known(rows=by_id, shapes=shapes, outlines=outlines, units=units, continents=listed_continents)


def continent_rows(continents: Mapping[str, Mapping[str, Any]], dropped: Counter[str]) -> list[Row]:
    """The continents, which only become places where curated.tsv takes them."""
    return [
        Row(
            id=f"gn:{one['geonameId']}",
            name=one["name"],
            latitude=float(one["lat"]),
            longitude=float(one["lng"]),
            country=None,
            kind="region",
            feature_code="CONT",
            radius_km=_LONGEST_KM,
            source="GeoNames continents",
            names=list(kept_names([one["name"], *(name["name"] for name in one["alternateNames"])], dropped)),
        )
        for one in continents.values()
    ]


def add_curated(path: Path, packages: Known) -> tuple[list[Row], dict[str, BaseGeometry]]:
    """The new rows and their shapes; alias rows put their names on the package rows that they point at."""
    added: dict[str, Row] = {}
    shapes: dict[str, BaseGeometry] = {}
    for number, fields in read_table(path):
        where = f"{path}, line {number}"
        likes = [_like(where, id_, packages) for id_ in listed(fields["like"])]
        if fields["kind"] == "alias":
            _give_names(where, fields, likes)
            continue
        row, shape = _row(where, fields, likes, packages)
        if row.id in added:
            raise SystemExit(f"{where}: {row.name} has the id {row.id}, which a row above has too.")
        added[row.id] = row
        if shape is not None:
            shapes[row.id] = shape
    return list(added.values()), shapes


def _like(where: str, id_: str, packages: Known) -> Row:
    if id_ not in packages.rows:
        raise SystemExit(f"{where}: no package row has the id {id_!r}.")
    return packages.rows[id_]


def _give_names(where: str, fields: Mapping[str, str], likes: Sequence[Row]) -> None:
    if len(likes) != 1:
        raise SystemExit(f"{where}: an alias needs the id of one package row in `like`.")
    like = likes[0]
    names = [fields["name"], *listed(fields["aliases"])]
    like.names[:0] = [name for name in dict.fromkeys(names) if name not in like.names]
    like.name = fields["name"]


def _row(
    where: str, fields: Mapping[str, str], likes: Sequence[Row], packages: Known
) -> tuple[Row, BaseGeometry | None]:
    if fields["kind"] not in get_args(PlaceKind):
        raise SystemExit(f"{where}: {fields['kind']!r} is no kind of place.")
    base = _base(where, fields, packages)
    if not likes:
        row = _editorial(where, base, fields, packages)
        return _as_continent(row, packages.continents.get(fold(row.name))), None
    if len(likes) == 1:
        return _alike(base, likes[0], fields, packages)
    return _spanning(where, base, likes, packages)


def _base(where: str, fields: Mapping[str, str], packages: Known) -> Row:
    country = fields["country"] or None
    unit = _unit(where, country, fields["admin1"], packages) if fields["admin1"] else None
    return Row(
        id=f"cur:{(country or 'xx').lower()}-{fold(fields['name']).replace(' ', '-')}",
        name=fields["name"],
        latitude=0.0,
        longitude=0.0,
        country=country,
        kind=fields["kind"],  # type: ignore[arg-type]  # held to PlaceKind by the caller
        feature_code=fields["feature_code"] or None,
        radius_km=min(_LONGEST_KM, float(fields["radius_km"] or settlement_radius(None))),
        source="editorial",
        admin1=unit.id if unit else None,
        names=list(dict.fromkeys([fields["name"], *listed(fields["aliases"])])),
    )


def _unit(where: str, country: str | None, name: str, packages: Known) -> Row:
    """The one admin1 unit of that name in the country: by the shown name, else by any of its names."""
    found = packages.units.get((country or "", fold(name)), ())
    shown = [unit for unit in found if fold(unit.name) == fold(name)]
    found = shown or found
    if len(found) != 1:
        raise SystemExit(
            f"{where}: admin1 {name!r} is the name of {len(found)} units of {country}, not of one."
        )
    return found[0]


def _editorial(where: str, base: Row, fields: Mapping[str, str], packages: Known) -> Row:
    if not fields["latitude"] or not fields["longitude"] or base.radius_km < _EDITORIAL_KM:
        raise SystemExit(f"{where}: without `like`, a row needs a position and a radius of 10 km or more.")
    row = replace(base, latitude=float(fields["latitude"]), longitude=float(fields["longitude"]))
    if row.kind != "water":
        _require_inside(where, row, row.country or "nowhere", packages.outlines.get(row.country or ""))
        _require_inside(where, row, fields["admin1"], packages.shapes.get(row.admin1 or ""))
    return row


def _require_inside(where: str, row: Row, name: str, shape: BaseGeometry | None) -> None:
    point = Point(row.longitude, row.latitude)
    if shape is not None and not shapely.dwithin(shape, point, GRACE):
        outside = f"({row.latitude}, {row.longitude}) lies {shape.distance(point):.2f} degrees outside {name}"
        raise SystemExit(f"{where}: {row.name} {outside}.")


def _alike(
    base: Row, like: Row, fields: Mapping[str, str], packages: Known
) -> tuple[Row, BaseGeometry | None]:
    """A row that stands where one package row stands."""
    shape = packages.shapes.get(like.id)
    row = replace(
        base,
        latitude=like.latitude,
        longitude=like.longitude,
        radius_km=min(_LONGEST_KM, float(fields["radius_km"] or like.radius_km)),
        admin1=base.admin1 or like.admin1,
        admin2=like.admin2,
        source=f"curated; position: {like.id} ({like.source})",
        prominence=_CURATED,
    )
    return _as_continent(row, like), shape


def _as_continent(row: Row, continent: Row | None) -> Row:
    """The row under the id, at the point and with the names of GeoNames' continent, if it is one."""
    if continent is None or "CONT" not in {row.feature_code, continent.feature_code}:
        return row
    row = replace(
        row,
        id=continent.id,
        feature_code="CONT",
        latitude=continent.latitude,
        longitude=continent.longitude,
        source=continent.source,
    )
    row.add_names(continent.names)
    return row


def _spanning(
    where: str, base: Row, likes: Sequence[Row], packages: Known
) -> tuple[Row, BaseGeometry | None]:
    """A region whose extent is that of admin units and countries together.

    A unit without a polygon adds its position to the region's reach: most such units are new, and the polygon
    of the one that they were part of holds them.
    """
    drawn = [packages.shapes[like.id] for like in likes if like.id in packages.shapes]
    if not drawn:
        raise SystemExit(f"{where}: no row in `like` has a polygon, so no extent can be made of them.")
    shape = dissolved(drawn)
    latitude, longitude, _ = anchor(shape)
    corners = [(north, east) for east, north in shapely.get_coordinates(shape)]
    corners += [(like.latitude, like.longitude) for like in likes]
    reach = max(great_circle_km(latitude, longitude, *corner) for corner in corners)
    row = replace(
        base,
        latitude=latitude,
        longitude=longitude,
        radius_km=min(_LONGEST_KM, round(reach + 0.05, 1)),
        source=f"curated; extent: union of {', '.join(like.id for like in likes)}",
        prominence=_CURATED,
    )
    return _as_continent(row, packages.continents.get(fold(row.name))), shape
