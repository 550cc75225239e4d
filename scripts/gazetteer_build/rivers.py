"""Rivers of Natural Earth as places with lines: named stretches joined to whole rivers."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pyogrio  # type: ignore[import-untyped]
import shapely
from shapely.geometry import MultiLineString

from gazetteer_build.polygons import DECIMALS, TOLERANCE
from gazetteer_build.rows import Row
from gazetteer_build.tables import listed, read_table
from geomap.geodesy import great_circle_km
from geomap.names import fold

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_FILE: Final = "ne_10m_rivers_lake_centerlines.shp"
#: Names in the press for those of the file.
RIVERS: Final = Path(__file__).with_name("rivers.tsv")
# Stretches of one name are one river if no more than so many degrees lie between them.
_GAP: Final = 0.5
# A place's radius is kept in tenths of a km in two bytes.
_LONGEST_KM: Final = 6500.0
# A name that says what it is needs no "River".
_WATER_WORD: Final = re.compile(
    r"\b(r[ií]o|canal|river|rivi[eè]re|darya|rud|shatt|bahr|channel|branch|fork|bayou|delta|outlet|protoka"
    r"|jiang|joki|bratul|wadi|oued|ström|älv)\b|(joki|älv|älven|elva)$",
    re.IGNORECASE,
)
# Bare names that are English words, or so short a name elsewhere that the river is not what is meant.
_ENGLISH: Final = frozenset(
    (
        "back bear beaver bell black broad cedar copper dam dan doce eel english feather fen fly fox french "
        "george grand grande green grey hay main new orange peace pearl pit rainy red rogue salmon santa "
        "slave snake son swan tone trinity verde victoria white wind yellow"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A named line of the file; `number` is Natural Earth's of the river, 0 if it has none."""

    number: int
    name: str
    shape: BaseGeometry


def read_stretches(folder: Path) -> list[Stretch]:
    """The named lines of the shapefile; its texts are in code page 1252, many accents lost to "?"."""
    meta, _, shapes, columns = pyogrio.raw.read(folder / _FILE, encoding="cp1252")
    fields = dict(zip(meta["fields"], columns, strict=True))
    rows = zip(fields["rivernum"], fields["name"], shapely.from_wkb(shapes), strict=True)
    return [Stretch(number=int(number), name=name, shape=shape) for number, name, shape in rows if name]


def river_rows(
    stretches: Iterable[Stretch], outlines: Mapping[str, BaseGeometry]
) -> tuple[list[Row], dict[str, BaseGeometry]]:
    """Rows of the rivers, and their lines by id."""
    press = {
        name: (row["name"], listed(row["aliases"]))
        for _, row in read_table(RIVERS)
        for name in listed(row["natural_earth"])
    }
    codes = sorted(outlines)
    tree = shapely.STRtree([outlines[code] for code in codes])
    rows, shapes = [], {}
    for name, aliases, parts in _rivers(stretches, press):
        shape = _lines([part.shape for part in parts])
        crossed = sorted({codes[number] for number in tree.query(shape, predicate="intersects")})
        row = _row(name, aliases, parts, shape, crossed[0] if len(crossed) == 1 else None)
        rows.append(row)
        shapes[row.id] = shape
    return rows, shapes


def _rivers(
    stretches: Iterable[Stretch], press: Mapping[str, tuple[str, list[str]]]
) -> Iterator[tuple[str, list[str], list[Stretch]]]:
    """Name, other names and stretches of each river; stretches of one name far apart are two rivers."""
    named: dict[str, list[Stretch]] = {}
    others: dict[str, list[str]] = {}
    for one in stretches:
        first, *rest = [
            part.strip() for part in re.split(r"[()]", " ".join(one.name.split())) if part.strip()
        ]
        name, aliases = press.get(one.name, (first, rest))
        named.setdefault(name, []).append(one)
        others.setdefault(name, []).extend(alias for alias in aliases if alias not in others.get(name, ()))
    for name in sorted(named):
        for parts in _connected(named[name]):
            yield name, others[name], parts


def _connected(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """The stretches in groups that hang together, each group in the order of the rivers' numbers."""
    left = sorted(stretches, key=lambda one: (one.number, one.shape.wkb))
    while left:
        group, left = [left[0]], left[1:]
        while near := [
            one for one in left if any(shapely.dwithin(one.shape, of.shape, _GAP) for of in group)
        ]:
            group += near
            left = [one for one in left if one not in near]
        yield group


def _lines(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    merged = shapely.line_merge(shapely.union_all(shapely.simplify(shapes, TOLERANCE)))
    rounded = shapely.transform(merged, lambda points: np.round(points, DECIMALS))
    parts = [part for part in shapely.get_parts(rounded) if part.length > 0]
    return parts[0] if len(parts) == 1 else MultiLineString(parts)


def _row(
    name: str, aliases: Sequence[str], parts: Sequence[Stretch], shape: BaseGeometry, country: str | None
) -> Row:
    latitude, longitude, radius_km = line_anchor(shape)
    number = min(part.number for part in parts)
    names = list(dict.fromkeys(_names([name, *aliases])))
    return Row(
        id=f"ne:river-{number or fold(name).replace(' ', '-')}",
        name=names[0],
        latitude=latitude,
        longitude=longitude,
        country=country,
        kind="water",
        feature_code="CNLN" if "Canal" in name else "STM",
        radius_km=radius_km,
        source="Natural Earth rivers; position: on its line",
        names=names,
        # Below 1, so below every settlement; the longer of two rivers comes first.
        prominence=round(min(0.9, shape.length / 50), 3),
    )


def _names(names: Sequence[str]) -> Iterator[str]:
    """The shown name first, which says that it is a river; bare names only where they name nothing else."""
    for name in names:
        if not fold(name).isascii() or _WATER_WORD.search(name):
            yield name
        else:
            yield f"{name} River"
    for name in names:
        key = fold(name)
        if key.isascii() and not _WATER_WORD.search(name):
            if name == names[0]:
                yield f"River {name}"
            if len(key) > 2 and key not in _ENGLISH:
                yield name


def line_anchor(shape: BaseGeometry) -> tuple[float, float, float]:
    """Latitude and longitude of the middle of the longest part, and the km that reach all of the lines."""
    longest = max(shapely.get_parts(shape), key=lambda part: (part.length, part.wkb))
    point = longest.interpolate(0.5, normalized=True)
    reach = max(great_circle_km(point.y, point.x, y, x) for x, y in shapely.get_coordinates(shape))
    return round(point.y, 5), round(point.x, 5), min(_LONGEST_KM, max(1.0, math.ceil(reach * 10) / 10))


def count_rivers(stretches: int, rows: int, counts: Counter[str]) -> None:
    """Note how many stretches joined others."""
    counts["Natural Earth river stretch: joined to the river of its name"] += stretches - rows
