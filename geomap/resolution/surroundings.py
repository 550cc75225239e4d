"""What the other names of a document say of a candidate, as features with names."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.model import Place
from geomap.resolution.clues import Name
from geomap.resolution.context import CELLS, POINTS, Anchor, Context, cell_of
from geomap.resolution.home import Homes, area_of
from geomap.resolution.outlets import Outlet
from geomap.resolution.own import Feature, Option, distance_km

_LEVELS: Final = ("country", "unit", "area")
_HOW: Final = dict(zip(CELLS, ("near", "in the wider area of"), strict=True))
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
    outlet: Outlet | None = None


def surroundings_of(name: Name, context: Context, homes: Homes, outlet: Outlet | None) -> Surroundings:
    """The surroundings of a name."""
    return Surroundings(
        name=name,
        context=context,
        homes=homes,
        best={level: homes.best(name, level) for level in _LEVELS},
        anchors=tuple(anchor for anchor in context.anchors if anchor.name != name),
        outlet=outlet,
    )


def context_features(about: Surroundings, option: Option) -> Iterator[Feature]:
    """What the other names of the document say."""
    place = option.match.place
    name, context = about.name, about.context
    country, first, second = option.areas
    if country:
        yield from _home(about, "country", country)
        if place.kind != "country":
            yield from _country(name, country, context)
    if place.kind != "country" and first[1]:
        yield from _first_level(name, place, first, context)
        if second[2]:
            yield "others that may lie in its district", math.log1p(context.others_reach(name, second))
    if place.kind != "country":
        if first[1]:
            yield from _home(about, "unit", first)
        if place.kind != "admin1":
            yield from _home(about, "area", area_of(place))
    total = context.others(name)
    lonely = 1.0 / (1.0 + total)
    if place.kind == "settlement":
        yield "size, where little else is named", lonely * (option.size - 3.0)
        yield "size beside its largest namesake, alone", lonely * option.lag
    else:
        yield f"kind, where little else is named: {place.kind}", lonely
    yield from _distances(about, option)
    if about.outlet is not None:
        yield from _outlet(about.outlet, option)


def _country(name: Name, country: str, context: Context) -> Iterator[Feature]:
    named = context.others_named(name, country)
    if named > 0.0:
        yield "its country is named", min(1.0, named)
        yield "share of countries named", named / context.others_named(name, "countries")


def _first_level(name: Name, place: Place, first: object, context: Context) -> Iterator[Feature]:
    reach = context.others_reach(name, first)
    if reach > 0.0:
        yield f"others that may lie in {'unit' if place.kind == 'admin1' else 'its unit'}", math.log1p(reach)
    if place.kind == "admin1":
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
        if distance > _OUT_OF_REACH:
            nearest = min(nearest, distance) if anchor.share > _PROBABLE else nearest
            continue
        near += anchor.share * math.exp(-distance / 25.0)
        middle += anchor.share * math.exp(-distance / 80.0)
        far += anchor.share * math.exp(-distance / 300.0)
        nearest = min(nearest, distance) if anchor.share > _PROBABLE else nearest
    if far > 0.0:
        yield f"others within 25 km{what}", math.log1p(near)
        yield f"others within 80 km{what}", math.log1p(middle)
        yield f"others within 300 km{what}", math.log1p(far)
    if nearest < _FARTHEST:
        yield f"distance to the nearest{what}", math.log1p(nearest / 30.0)


def distances(anchors: Sequence[Anchor], option: Option) -> Iterator[tuple[float, Anchor]]:
    """Kilometres from an option to each place that another name means, edge to edge."""
    place = option.match.place
    margin = 0.0 if place.kind in POINTS else place.radius_km
    for anchor in anchors:
        if anchor.place.id != place.id:
            yield max(0.0, distance_km(option.vector, anchor.vector) - margin - anchor.margin), anchor


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
