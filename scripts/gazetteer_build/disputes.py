"""Disputed areas: the United Nations' view, in which all rows are made, and who holds the land."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import shapely
from shapely.geometry import MultiPolygon, Point, Polygon, box

from gazetteer_build.polygons import Feature, dissolved, polygonal
from gazetteer_build.rows import Row

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

# Natural Earth's units that hold the Crimean peninsula, and Morocco's that reach into Western Sahara.
_CRIMEA: Final = frozenset({"UA-43", "UA-40"})
_SOUTHERN_MOROCCO: Final = frozenset({"MA-14", "MA-15", "MA-16"})
# British base areas; the naval base at Guantanamo Bay.
_BASES_ON_CYPRUS: Final = frozenset({"-99-X16~", "-99-X17~"})
_GUANTANAMO: Final = frozenset({"-99-X13~"})
# The parallel 27°40′ N is the border of Morocco and Western Sahara (treaty of 1912). Natural Earth draws it
# a little further south; its figure is taken, so that the cut meets the corner of its neighbours.
_SAHARAN_PARALLEL: Final = 27.6614
# East of this line the part of Israel's Northern unit is the Golan Heights. Drawn by us, true to about 2 km:
# the foot of the slope, the Jordan, the eastern shore of the Sea of Galilee, the Yarmouk.
_GOLAN_WEST: Final = (  # longitude and latitude, from north to south
    *((35.62, 33.36), (35.621, 33.262), (35.645, 33.253), (35.668, 33.247), (35.67, 33.2), (35.664, 33.15)),
    *((35.652, 33.1), (35.637, 33.05), (35.625, 33.01), (35.622, 32.95), (35.621, 32.9), (35.642, 32.885)),
    *((35.656, 32.85), (35.655, 32.81), (35.66, 32.77), (35.655, 32.73), (35.645, 32.68)),
)
_GOLAN: Final = Polygon([*_GOLAN_WEST, (36.0, 32.68), (36.0, 33.5), (35.7, 33.5)])
# Degrees off the simplified coast at which a place still belongs to an area.
_COAST: Final = 0.1
# Degrees to either side of a simplified border within which it does not tell on which side a town lies.
_BORDER: Final = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Land that the United Nations see as one country's (`lawful`) and that another holds; ISO codes.

    Some areas serve the United Nations' view only: leased bases, which Natural Earth draws too coarsely to
    show them as held, and the occupied Palestinian territory, where both sides have towns of their own.
    """

    lawful: str
    holder: str
    shape: BaseGeometry
    lawful_only: bool = False


def areas(features: Sequence[Feature]) -> list[Area]:
    """The disputed areas that the data draw."""
    return [one for one in _all_areas(features) if not one.shape.is_empty]


def _all_areas(features: Sequence[Feature]) -> list[Area]:
    south = box(-180.0, -90.0, 180.0, _SAHARAN_PARALLEL)
    return [
        Area(lawful="CY", holder="GB", shape=_of(features, _BASES_ON_CYPRUS), lawful_only=True),
        Area(lawful="CU", holder="US", shape=_of(features, _GUANTANAMO), lawful_only=True),
        Area(lawful="PS", holder="IL", shape=_palestine(features), lawful_only=True),
        Area(lawful="UA", holder="RU", shape=_of(features, _CRIMEA)),
        Area(lawful="EH", holder="MA", shape=_cut(_of(features, _SOUTHERN_MOROCCO), south)),
        Area(lawful="SY", holder="IL", shape=_cut(_of(features, {"IL-Z"}), _GOLAN)),
    ]


def _of(features: Iterable[Feature], codes: Iterable[str]) -> BaseGeometry:
    wanted = set(codes)
    return dissolved([one.shape for one in features if one.attributes.get("iso_3166_2") in wanted])


def _palestine(features: Iterable[Feature]) -> BaseGeometry:
    """The West Bank and the Gaza Strip, without the border's own breadth in the data."""
    whole = dissolved([one.shape for one in features if one.attributes.get("iso_a2") == "PS"])
    return polygonal(shapely.buffer(whole, -_BORDER))


def _cut(shape: BaseGeometry, mask: BaseGeometry) -> BaseGeometry:
    return polygonal(shapely.intersection(shape, mask))


def outlines_of_view(
    drawn: Mapping[str, BaseGeometry], found: Iterable[Area], *, held: bool
) -> dict[str, BaseGeometry]:
    """Outlines of the countries of the areas: as they are held, or as the United Nations see them."""
    shown = [one for one in found if not one.lawful_only]
    outlines = {code: drawn[code] for one in shown for code in (one.lawful, one.holder)}
    for one in shown:
        winner, loser = (one.holder, one.lawful) if held else (one.lawful, one.holder)
        outlines[winner] = dissolved([outlines[winner], one.shape])
        outlines[loser] = polygonal(shapely.difference(outlines[loser], one.shape))
    return outlines


class Disputes:
    """Which country a point of a disputed area is given to."""

    def __init__(self, found: Sequence[Area], outlines: Mapping[str, BaseGeometry]) -> None:
        self._areas = found
        # All other land of the two countries, as the United Nations see it: a place there is not off a coast.
        self._rest = [
            MultiPolygon(
                [
                    part
                    for code in (one.lawful, one.holder)
                    for part in shapely.get_parts(polygonal(shapely.difference(outlines[code], one.shape)))
                ]
            )
            for one in found
        ]
        shapely.prepare([one.shape for one in found])
        shapely.prepare(self._rest)

    def lawful(self, country: str | None, latitude: float, longitude: float) -> str | None:
        """The United Nations' country of a place that a source gives to `country`."""
        return next(
            (one.lawful for one in self._around(latitude, longitude) if country == one.holder), country
        )

    def held(self, rows: Iterable[Row]) -> dict[str, str]:
        """Country code under the view of who holds the land, for the rows where it is another."""
        found = {}
        for row in rows:
            for one in self._around(row.latitude, row.longitude):
                if row.country == one.lawful and row.kind != "country" and not one.lawful_only:
                    found[row.id] = one.holder
        return found

    def _around(self, latitude: float, longitude: float) -> list[Area]:
        point = Point(longitude, latitude)
        return [one for one, rest in zip(self._areas, self._rest, strict=True) if _in(point, one.shape, rest)]


def _in(point: Point, shape: BaseGeometry, rest: BaseGeometry) -> bool:
    if not shapely.dwithin(shape, point, _COAST):
        return False
    return bool(shape.covers(point) or not shapely.intersects(rest, point))
