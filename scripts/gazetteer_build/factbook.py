"""The World Factbook's points of countries, as Marble's placemarks have them."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

#: The file of continents, countries and oceans within the package.
PLACEMARKS: Final = "usr/share/marble/data/placemarks"
_FILE: Final = "boundaryplacemarks.cache"
_MAGIC: Final = bytes.fromhex("31415926")
# Magic, version of the file, and of the way its numbers are written.
_HEAD: Final = 8
_NULL: Final = 0xFFFFFFFF
_COUNTRY: Final = "S"
# Area, population, hours from UTC and of daylight saving: what follows the texts of a placemark.
_TAIL: Final = 8 + 8 + 2 + 1


def read_points(folder: Path) -> Mapping[str, tuple[float, float]]:
    """Latitude and longitude by country code; of two points under one code the first."""
    points: dict[str, tuple[float, float]] = {}
    for role, code, latitude, longitude in _placemarks((folder / _FILE).read_bytes()):
        if role == _COUNTRY and code is not None:
            points.setdefault(code, (latitude, longitude))
    return points


def _placemarks(content: bytes) -> Iterator[tuple[str | None, str | None, float, float]]:
    """Role, country code, latitude and longitude of each placemark (QDataStream, big-endian)."""
    if not content.startswith(_MAGIC):
        raise SystemExit(f"{_FILE} is no cache of Marble's placemarks.")
    start = _HEAD
    while start < len(content):
        _, start = _text(content, start)
        longitude, latitude, _ = struct.unpack_from(">3d", content, start)
        role, start = _text(content, start + 24)
        _, start = _text(content, start)
        code, start = _text(content, start)
        _, start = _text(content, start)
        start += _TAIL
        yield role, code, round(math.degrees(latitude), 5), round(math.degrees(longitude), 5)


def _text(content: bytes, start: int) -> tuple[str | None, int]:
    """A text in UTF-16 after its length in bytes, and where it ends."""
    (length,) = struct.unpack_from(">I", content, start)
    start += 4
    if length == _NULL:
        return None, start
    return content[start : start + length].decode("utf-16-be"), start + length
