"""The events table's rows as plain Python values, whatever kind of missing value a cell holds."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING, Any

import numpy
import pandas

from geomap.tables import COLUMNS

if TYPE_CHECKING:
    import geopandas
    from shapely.geometry.base import BaseGeometry

Row = Mapping[str, Any]


def rows_of(table: geopandas.GeoDataFrame) -> Iterator[Row]:
    """Each row as a mapping: missing is None, days are dates, ``point`` is (longitude, latitude) or None."""
    columns = {name: [_plain(value, kind) for value in table[name]] for name, kind in _KINDS.items()}
    points = [_point(geometry) for geometry in table.geometry]
    for index, point in enumerate(points):
        yield {"point": point, **_in_order({name: values[index] for name, values in columns.items()})}


def _in_order(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its days in order: a table made by hand may hold them swapped."""
    first, last = row["date_first"], row["date_last"]
    if first is not None and last is not None and last < first:
        row["date_first"], row["date_last"] = last, first
    return row


def _plain(value: Any, kind: str) -> object:  # noqa: ANN401 - a cell may hold anything
    if kind == "object":
        return list(value) if isinstance(value, list | tuple | numpy.ndarray) else []
    # Only scalars come here: isna() of a list would be a list.
    if not pandas.api.types.is_scalar(value) or pandas.isna(value):
        return None
    return _READERS[kind](value)


def _day(value: date | str) -> date | None:
    moment = pandas.to_datetime(value, errors="coerce")
    # pandas knows years that Python's dates, and any newspaper, do not.
    if pandas.isna(moment) or not MINYEAR <= moment.year <= MAXYEAR:
        return None
    return date(moment.year, moment.month, moment.day)


def _number(value: float | str) -> float | None:
    number = float(value)
    return number if math.isfinite(number) else None


def _count(value: float | str) -> int | None:
    number = _number(value)
    return None if number is None else int(number)


def _point(geometry: BaseGeometry | None) -> tuple[float, float] | None:
    """Longitude and latitude of a geometry's point; None where there is none or it is no number."""
    if geometry is None or geometry.is_empty:
        return None
    point: Any = geometry if geometry.geom_type == "Point" else geometry.representative_point()
    if not (math.isfinite(point.x) and math.isfinite(point.y)):
        return None
    # A longitude beyond the antimeridian is the same place on the other side of the map.
    return (point.x + 180.0) % 360.0 - 180.0, min(max(point.y, -90.0), 90.0)


_READERS: Mapping[str, Callable[[Any], object]] = {
    "string": lambda value: str(value) or None,
    "datetime64[s]": _day,
    "float64": _number,
    "Int64": _count,
    "int64": _count,
}

_KINDS: Mapping[str, str] = {name: dtype for name, (dtype, _) in COLUMNS.items()}
