"""The map room's basemap: outlines of all countries at low detail, and borders between admin1 units."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import MultiLineString, MultiPolygon, box

from gazetteer_build.polygons import Feature
from geomap.gazetteer.layout import BASEMAP

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

#: Degrees of tolerance of outlines and of admin1 borders.
OUTLINE: Final = 0.1
BORDER: Final = 0.04
# Smaller parts than this (in square degrees) go, unless a country would lose its largest.
_ISLET: Final = 0.02
_WORLD: Final = box(-180.0, -90.0, 180.0, 90.0)


def write_basemap(
    folder: Path, outlines: Mapping[str, BaseGeometry], features: Iterable[Feature], names: Mapping[str, str]
) -> None:
    """Write the archive: countries.json, countries/CC.wkb and borders/CC.wkb."""
    borders = _borders(list(features))
    members = {"countries.json": json.dumps(dict(sorted(names.items())), ensure_ascii=False).encode()}
    members |= {
        f"countries/{code}.wkb": _wkb(shape) for code, shape in _outlines(outlines).items() if code in names
    }
    members |= {f"borders/{code}.wkb": _wkb(lines) for code, lines in borders.items()}
    (folder / BASEMAP).write_bytes(_archive(members))


def _outlines(outlines: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """All outlines simplified as one coverage, so that neighbours still meet."""
    codes = sorted(outlines)
    shapes = shapely.coverage_simplify(np.array([outlines[code] for code in codes], dtype=object), OUTLINE)
    return {code: _outline(shape, outlines[code]) for code, shape in zip(codes, shapes, strict=True)}


def _outline(simple: BaseGeometry, whole: BaseGeometry) -> BaseGeometry:
    """The simple shape without its islets; a country so small that it would vanish is drawn as it is."""
    drawn = _without_islets(_clipped(simple, 2))
    return _without_islets(_clipped(whole, 4)) if drawn.is_empty else drawn


def _clipped(shape: BaseGeometry, decimals: int) -> BaseGeometry:
    rounded = shapely.transform(shape, lambda points: np.round(points, decimals))
    return shapely.intersection(shapely.make_valid(rounded), _WORLD)


def _without_islets(shape: BaseGeometry) -> BaseGeometry:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    parts = sorted(parts, key=lambda part: (-part.area, part.wkb))
    kept = parts[:1] + [part for part in parts[1:] if part.area > _ISLET]
    return MultiPolygon(kept)


def _borders(features: Sequence[Feature]) -> dict[str, BaseGeometry]:
    """For each country the lines where two of its units meet: all their rings without the country's own."""
    shapes = shapely.coverage_simplify(np.array([one.shape for one in features], dtype=object), BORDER)
    units: dict[str, list[BaseGeometry]] = {}
    for feature, shape in zip(features, shapes, strict=True):
        if feature.country is not None:
            units.setdefault(feature.country, []).append(shape)
    inner = {code: _inner(parts) for code, parts in sorted(units.items()) if len(parts) > 1}
    return {code: lines for code, lines in inner.items() if not lines.is_empty}


def _inner(parts: Sequence[BaseGeometry]) -> BaseGeometry:
    """The segments that two units share: neighbours in a coverage have the same vertices on their border."""
    segments = np.concatenate([_segments(ring) for part in parts for ring in _rings(part)])
    distinct, counts = np.unique(segments, axis=0, return_counts=True)
    shared = MultiLineString([*distinct[counts > 1].reshape(-1, 2, 2)])
    return MultiLineString([*shapely.get_parts(shapely.line_merge(shared))])


def _rings(shape: BaseGeometry) -> Iterable[BaseGeometry]:
    return shapely.get_rings(shapely.get_parts(shape))


def _segments(ring: BaseGeometry) -> NDArray[np.float64]:
    """The ring's segments, both ends rounded alike and the lesser end first, so that equal ones are equal."""
    points = np.round(shapely.get_coordinates(ring), 3)
    starts, ends = points[:-1], points[1:]
    turned = (starts[:, 0] > ends[:, 0]) | ((starts[:, 0] == ends[:, 0]) & (starts[:, 1] > ends[:, 1]))
    first, last = np.where(turned[:, None], ends, starts), np.where(turned[:, None], starts, ends)
    drawn = (first != last).any(axis=1)
    return np.hstack([first[drawn], last[drawn]])


def _wkb(shape: BaseGeometry) -> bytes:
    written: bytes = shapely.to_wkb(shape, byte_order=1)
    return written


def _archive(members: Mapping[str, bytes]) -> bytes:
    """A zip of the members in order of name, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(members.items()):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()
