"""What a map is drawn on: the countries of the world at low detail, and borders between admin1 units."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from geomap.errors import GazetteerError
from geomap.gazetteer.folders import folder
from geomap.gazetteer.layout import BASEMAP

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def countries() -> tuple[tuple[str, str, BaseGeometry], ...]:
    """Each country's ISO 3166-1 alpha-2 code, its name, and its outline simplified to about 0.1 degrees.

    WGS 84, x is longitude and y latitude, in degrees; by code. GazetteerError if the file cannot be read.
    """
    path = folder() / BASEMAP
    names: dict[str, str] = json.loads(_members(path)["countries.json"])
    outlines = _geometries(path, "countries/")
    return tuple((code, names[code], outline) for code, outline in sorted(outlines.items()))


def admin1_borders(codes: Collection[str] | None = None) -> Mapping[str, BaseGeometry]:
    """The borders between the admin1 units of each country, each once; of all countries if `codes` is None.

    Country code to MultiLineString, without the country's own outline; a country of one unit has no entry.
    """
    borders = _geometries(folder() / BASEMAP, "borders/")
    return {code: lines for code, lines in borders.items() if codes is None or code in codes}


@cache
def _members(path: Path) -> Mapping[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile) as problem:
        raise GazetteerError(f"{path} cannot be read ({problem}); install geomap-events again.") from problem


def _geometries(path: Path, prefix: str) -> dict[str, BaseGeometry]:
    from shapely import from_wkb  # noqa: PLC0415 - slow to import, and most commands draw nothing

    members = _members(path)
    names = [name for name in members if name.startswith(prefix)]
    return {name.removeprefix(prefix).removesuffix(".wkb"): from_wkb(members[name]) for name in names}
