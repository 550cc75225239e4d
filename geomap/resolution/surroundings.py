"""What the other names of a document say of a candidate, as features with names."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from geomap.geodesy import EARTH_RADIUS_KM
from geomap.resolution.clues import Name
from geomap.resolution.context import CELLS, POINTS, Anchor, Context, cell_of
from geomap.resolution.home import Homes, area_of
from geomap.resolution.outlets import Outlet
from geomap.resolution.own import Feature, Option

_LEVELS: Final = ("country", "unit", "area")
_HOW: Final = dict(zip(CELLS, ("near", "in the wider area of"), strict=True))
_WITHIN: Final = ("others within 25 km", "others within 80 km", "others within 300 km")
# A home that is e to this power less likely than the likeliest is none.
_LEAST_HOME: Final = 8.0
_FARTHEST: Final = 20_000.0
_OUT_OF_REACH: Final = 2_000.0
_PROBABLE: Final = 0.4


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the names of a document other than one tell: their context, their homes, where they lie."""

    name: Name
    context: Context
    homes: Homes
    best: dict[str, float]
    anchors: tuple[Anchor, ...]
    lonely: float
    outlet: Outlet | None = None
    _told: dict[tuple[object, bool], tuple[Feature, ...]] = field(default_factory=dict)

    def country(self, country: str, *, is_whole: bool) -> tuple[Feature, ...]:
        """What is said of all places of a country, or of the country as a whole; found once."""
        key = country, is_whole
        if key not in self._told:
            named = () if is_whole else _country(self.name, country, self.context)
            self._told[key] = (*_home(self, "country", country), *named)
        return self._told[key]

    def unit(self, first: tuple[str, str], *, is_whole: bool) -> tuple[Feature, ...]:
        """What is said of all places of a first-level unit, or of the unit as a whole; found once."""
        key = first, is_whole
        if key not in self._told:
            self._told[key] = tuple(_first_level(self.name, first, self.context, is_whole=is_whole))
        return self._told[key]


def surroundings_of(name: Name, context: Context, homes: Homes, outlet: Outlet | None) -> Surroundings:
    """The surroundings of a name."""
    return Surroundings(
        name=name,
        context=context,
        homes=homes,
        best={level: homes.best(name, level) for level in _LEVELS},
        anchors=tuple(anchor for anchor in context.anchors if anchor.name != name),
        lonely=1.0 / (1.0 + context.others(name)),
        outlet=outlet,
    )


def context_features(about: Surroundings, option: Option) -> Iterator[Feature]:
    """What the other names of the document say."""
    place = option.match.place
    name, context = about.name, about.context
    country, first, second = option.areas
    if country:
        yield from about.country(country, is_whole=place.kind == "country")
    if place.kind != "country" and first[1]:
        yield from about.unit(first, is_whole=place.kind == "admin1")
        if second[2]:
            yield "others that may lie in its district", math.log1p(context.others_reach(name, second))
    if place.kind != "country":
        if first[1]:
            yield from _home(about, "unit", first)
        if place.kind != "admin1":
            yield from _home(about, "area", area_of(place))
    if place.kind == "settlement":
        yield "size, where little else is named", about.lonely * (option.size - 3.0)
        yield "size beside its largest namesake, alone", about.lonely * option.lag
    else:
        yield f"kind, where little else is named: {place.kind}", about.lonely
    yield from _distances(about, option)
    if about.outlet is not None:
        yield from _outlet(about.outlet, option)


def _country(name: Name, country: str, context: Context) -> Iterator[Feature]:
    named = context.others_named(name, country)
    if named > 0.0:
        yield "its country is named", min(1.0, named)
        yield "share of countries named", named / context.others_named(name, "countries")


def _first_level(name: Name, first: object, context: Context, *, is_whole: bool) -> Iterator[Feature]:
    reach = context.others_reach(name, first)
    if reach > 0.0:
        yield f"others that may lie in {'unit' if is_whole else 'its unit'}", math.log1p(reach)
    if is_whole:
        return
    named = context.others_named(name, first)
    if named > 0.0:
        yield "its unit is named", min(1.0, named)
        yield "share of units named", named / context.others_named(name, "units")


def _distances(about: Surroundings, option: Option) -> Iterator[Feature]:
    place = option.match.place
    what = "" if place.kind in POINTS else f" ({place.kind})"
    for size, how in _HOW.items():
        others = about.context.others_about(about.name, cell_of(place, size))
        if others > 0.0:
            yield f"others that may lie {how} it{what}", math.log1p(others)
    near = middle = far = 0.0
    nearest = _FARTHEST
    for distance, anchor in distances(about.anchors, option):
        share = anchor.share
        if distance < nearest and share > _PROBABLE:
            nearest = distance
        if distance <= _OUT_OF_REACH:
            near += share * math.exp(-distance / 25.0)
            middle += share * math.exp(-distance / 80.0)
            far += share * math.exp(-distance / 300.0)
    if far > 0.0:
        yield from zip((f"{how}{what}" for how in _WITHIN), map(math.log1p, (near, middle, far)), strict=True)
    if nearest < _FARTHEST:
        yield f"distance to the nearest{what}", math.log1p(nearest / 30.0)


def distances(anchors: Sequence[Anchor], option: Option) -> Iterator[tuple[float, Anchor]]:
    """Kilometres from an option to each place that another name means, edge to edge."""
    place = option.match.place
    margin = 0.0 if place.kind in POINTS else place.radius_km
    x, y, z = option.vector
    for anchor in anchors:
        if anchor.place.id != place.id:
            to_x, to_y, to_z = anchor.vector
            dot = x * to_x + y * to_y + z * to_z
            # The two points of the unit sphere may seem a little less or more than a turn apart.
            angle = math.acos(dot) if -1.0 < dot < 1.0 else 0.0 if dot > 0.0 else math.pi
            distance = EARTH_RADIUS_KM * angle - margin - anchor.margin
            yield (distance if distance > 0.0 else 0.0), anchor


def _home(about: Surroundings, level: str, area: Hashable) -> Iterator[Feature]:
    yield from _at_home(f"home {level}", about.best[level], about.homes.belief(about.name, level, area))


def _outlet(outlet: Outlet, option: Option) -> Iterator[Feature]:
    """What the other documents of the outlet say; at home a small place is as good as its great namesake."""
    for level, area in _levels(option):
        best, belief = outlet.best[level], outlet.homes.belief(outlet.document, level, area)
        for name, share in _at_home(f"outlet's {level}", best, belief):
            yield name, share
            if option.lag and level in {"place", "area"}:
                yield f"{name}, for a lesser namesake", share * option.lag


def _levels(option: Option) -> Iterator[tuple[str, Hashable]]:
    place = option.match.place
    country, first, _ = option.areas
    yield "place", place.id
    if country:
        yield "country", country
    if place.kind != "country" and first[1]:
        yield "unit", first
    if place.kind not in {"country", "admin1"}:
        yield "area", area_of(place)


def _at_home(what: str, best: float, belief: float) -> Iterator[Feature]:
    if best > 0.0 and belief > best - _LEAST_HOME:
        share = math.exp(min(0.0, belief - best))
        yield what, share * (1.0 - math.exp(-best))
        yield f"{what}, surely", share * min(best, 10.0) / 10.0
