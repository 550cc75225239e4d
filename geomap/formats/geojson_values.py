"""Cells of an events table <-> values of JSON, both ways side by side."""

from __future__ import annotations

import math
from datetime import date
from typing import Any, Final

import numpy
import pandas
from shapely.geometry import Point

from geomap.errors import InputError, SchemaError
from geomap.model.checks import require, require_position

# Column dtype -> what JSON may hold for it.
_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "datetime64[s]": (str,),
    "float64": (int, float),
    "Int64": (int,),
    "int64": (int,),
    "object": (list,),
}


def written(column: pandas.Series[Any], dtype: str) -> list[Any]:
    """The cells of a column as JSON values; missing and not finite are None."""
    if dtype == "object":
        return [list(cell) if isinstance(cell, (list, tuple)) else None for cell in column]
    try:
        cells = column.astype(dtype)  # type: ignore[call-overload]
    except (TypeError, ValueError) as error:
        raise SchemaError(f"The column {column.name!r} of the events table is not {dtype}.") from error
    if dtype == "datetime64[s]":
        days = numpy.datetime_as_string(cells.to_numpy(), unit="D").tolist()
        return [None if day == "NaT" else day for day in days]
    if dtype == "float64":
        return [number if math.isfinite(number) else None for number in cells.tolist()]
    return [None if cell is pandas.NA else cell for cell in cells.tolist()]


def read(value: object, dtype: str, name: str) -> object:
    """The cell for a JSON value; raises InputError where the column cannot hold it."""
    if value is None:
        # The one kind of column that has no missing value.
        require(dtype != "int64", f"{name} is missing")
        return None
    # JSON's true is an int to Python, and no number to anybody else; its integers have no end.
    fits = isinstance(value, _TYPES[dtype]) and not isinstance(value, bool)
    fits = fits and not (isinstance(value, int) and abs(value) >= 2**63)
    require(fits, f"{name} is {str(value)[:40]!r}, not {dtype}")
    return _day(str(value), name) if dtype == "datetime64[s]" else value


def point(geometry: object) -> Point | None:
    """The point of a GeoJSON geometry, None for null; raises InputError for anything else."""
    if geometry is None:
        return None
    position = geometry.get("coordinates") if isinstance(geometry, dict) else None
    # A third number is a height, which an events table has no use for.
    if not isinstance(position, list) or not 2 <= len(position) <= 3:
        raise InputError("its geometry is no Point")
    require(all(type(number) in (int, float) for number in position), "its geometry is no Point")
    longitude, latitude = position[:2]
    require_position(latitude, longitude, "its geometry")
    return Point(longitude, latitude)


def _day(text: str, name: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{name} is {text[:40]!r}, not a day such as 2014-12-31") from None
