"""GeoJSON by RFC 7946, one feature a line: what GIS software and web maps read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import numpy
import shapely

from geomap.errors import InputError, SchemaError
from geomap.files import replacing
from geomap.formats import geojson_values
from geomap.tables import COLUMNS, checked, table_from_rows

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

# A foreign member (RFC 7946, section 6.1). The version is that of the fields, not of the program.
ABOUT: Final = {
    "version": 1,
    "attribution": "Places: GeoNames and SimpleMaps (both CC BY 4.0), Natural Earth",
}
# 7 decimals of a degree are a centimetre; RFC 7946, section 11.2, asks for no more than is meant.
_DECIMALS: Final = 7


def write(table: GeoDataFrame, path: Path) -> None:
    """Write an events table as a FeatureCollection; the same table gives the same bytes.

    The properties are the columns of ``geomap.tables.COLUMNS`` in that order, and no others. Dates are ISO
    8601 days, ``quotes`` and ``alternatives`` arrays; what is missing or not finite is null. Coordinates are
    longitude and latitude (WGS 84 degrees) to 7 decimals; an event without a place has a null geometry.
    Raises SchemaError for a table that is no events table, OutputError where nothing can be written.
    """
    # A lone surrogate cannot stand in UTF-8, but backslashreplace writes just what JSON escapes it as.
    with (
        replacing(path) as beside,
        beside.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream,
    ):
        stream.writelines(_pieces(table))


def text_of(table: GeoDataFrame) -> str:
    """The text that `write` writes. Raises SchemaError for a table that is no events table."""
    return "".join(_pieces(table))


def read(path: Path) -> GeoDataFrame:
    """The events table of a GeoJSON file that geomap wrote; ``read`` after ``write`` gives an equal table.

    Equal but for columns of the caller's own and decimals after the seventh. Properties that are no columns
    are left out. Raises InputError for a file that is not such a file, naming the feature.
    """
    features = _object(path).get("features")
    if not isinstance(features, list):
        _refuse(path, "it is no FeatureCollection")
    return table_from_rows([_row(path, number, feature) for number, feature in enumerate(features, 1)])


def _pieces(table: GeoDataFrame) -> Iterator[str]:
    checked(table)
    positions = _positions(table)
    yield f'{json.dumps(_head(positions))[:-1]}, "features": ['
    for row, feature in enumerate(_features(table, positions), 1):
        yield "\n" if row == 1 else ",\n"
        yield _json(feature, row)
    yield "\n]}\n"


def _positions(table: GeoDataFrame) -> list[list[float] | None]:
    points = table.geometry.to_numpy()
    located = ~(shapely.is_missing(points) | shapely.is_empty(points))
    if not (shapely.get_type_id(points[located]) == shapely.GeometryType.POINT).all():
        raise SchemaError("The events table holds a geometry that is no point; use its centroid.")
    positions: list[list[float] | None] = [None] * len(points)
    # Adding 0.0 turns a rounded -0.0 into 0.0.
    rounded = numpy.round(shapely.get_coordinates(points[located]), _DECIMALS) + 0.0
    for row, position in zip(numpy.flatnonzero(located), rounded.tolist(), strict=True):
        positions[row] = position
    return positions


def _head(positions: list[list[float] | None]) -> dict[str, Any]:
    head: dict[str, Any] = {"type": "FeatureCollection", "geomap": ABOUT}
    located = [position for position in positions if position is not None]
    if located:
        longitudes, latitudes = zip(*located, strict=True)
        head["bbox"] = [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]
    return head


def _features(table: GeoDataFrame, positions: list[list[float] | None]) -> Iterator[dict[str, Any]]:
    columns = [geojson_values.written(table[name], dtype) for name, (dtype, _) in COLUMNS.items()]
    for cells, position in zip(zip(*columns, strict=True), positions, strict=True):
        properties = dict(zip(COLUMNS, cells, strict=True))
        named = {} if properties["id"] is None else {"id": properties["id"]}
        geometry = position and {"type": "Point", "coordinates": position}
        yield {"type": "Feature", **named, "geometry": geometry, "properties": properties}


def _json(feature: Mapping[str, Any], row: int) -> str:
    try:
        return json.dumps(feature, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise SchemaError(f"Row {row} of the events table cannot be written as JSON: {error}.") from error


def _object(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_no_number)
    except OSError as error:
        _refuse(path, f"it cannot be read, {(error.strerror or str(error)).lower()}")
    except (ValueError, RecursionError) as error:
        _refuse(path, f"it is not JSON, {getattr(error, 'msg', str(error))[:80]}")
    return found if isinstance(found, dict) else _refuse(path, "it is no FeatureCollection")


def _row(path: Path, number: int, feature: object) -> dict[str, Any]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(properties, dict):
        _refuse(path, f"feature {number} has no properties")
    row: dict[str, Any] = {}
    try:
        for name, (dtype, _) in COLUMNS.items():
            row[name] = geojson_values.read(properties.get(name), dtype, name)
        row["geometry"] = geojson_values.point(feature.get("geometry"))
    except InputError as error:
        _refuse(path, f"feature {number}: {error}")
    return row


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _refuse(path: Path, reason: str) -> NoReturn:
    raise InputError(f"{path} is not an events file of geomap ({reason}): export the events again.")
