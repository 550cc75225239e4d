"""What speaks for a candidate in its document, as features with names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.model import Place
from geomap.resolution.clues import SORT_OF, Clues
from geomap.resolution.context import Context, Name, areas_of, distance_km
from geomap.resolution.own import Feature, Option

_WORDLESS: Final = frozenset({"country", "region"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A name at one of its mentions: its own clues, those of all its mentions, its fuller forms."""

    name: Name
    clues: Clues
    everywhere: Clues
    fuller: tuple[Place, ...] = ()


def holds(holder: Place, place: Place) -> bool:
    """Whether a country or a unit holds the place, by their names."""
    if holder.id == place.id or not holder.country or holder.country != place.country:
        return False
    if holder.kind == "country":
        return True
    if holder.kind == "admin1":
        return place.kind not in {"country", "admin1"} and place.admin1 == holder.name
    return holder.kind == "admin2" and (place.admin1, place.admin2) == (holder.admin1, holder.name)


def clue_features(standing: Standing, option: Option) -> Iterator[Feature]:
    """What the words beside the mentions of the name say."""
    place = option.match.place
    here, everywhere = standing.clues, standing.everywhere
    if here.sort:
        yield from _sort(here.sort, place)
    elif everywhere.sort and SORT_OF[place.kind] == everywhere.sort:
        yield "sort agrees elsewhere", 1.0
    yield from _held("held", here.holders, place)
    yield from _held("owned", here.owners, place)
    if not here.holders and everywhere.holders:
        yield from _held("held elsewhere", everywhere.holders, place)
    elif not here.owners and everywhere.owners:
        yield from _held("owned elsewhere", everywhere.owners, place)
    if any(holds(place, member) for member in here.members):
        yield f"holds the one before: {place.kind}", 1.0
    if standing.fuller:
        yield from _fuller(standing.fuller, option)


def _sort(sort: str, place: Place) -> Iterator[Feature]:
    if SORT_OF[place.kind] == sort:
        yield f"sort agrees: {sort}", 1.0
    elif sort != "unit" or place.kind not in _WORDLESS:
        yield f"sort differs: {sort}", 1.0


def _held(how: str, holders: Sequence[Place], place: Place) -> Iterator[Feature]:
    if not holders:
        return
    levels = {holder.kind for holder in holders if holds(holder, place)}
    for level in ("admin2", "admin1", "country"):
        if level in levels:
            yield f"{how}: {level}", 1.0
            return
    yield f"{how}: not", 1.0


def _fuller(fuller: Sequence[Place], option: Option) -> Iterator[Feature]:
    place = option.match.place
    if any(other.id == place.id for other in fuller):
        yield "fuller form", 1.0
    elif any(areas_of(other)[2] == option.areas[2] for other in fuller):
        yield "near its fuller form", 1.0


def context_features(name: Name, option: Option, context: Context) -> Iterator[Feature]:
    """What the other names of the document say."""
    place = option.match.place
    country, first, second = option.areas
    if country:
        yield from _country(name, place, country, context)
    if place.kind != "country" and first[1]:
        yield from _first_level(name, place, first, context)
        if second[2]:
            yield "others in its district", math.log1p(context.others_in(name, second))
            yield "others that may lie in its district", math.log1p(context.others_reach(name, second))
    if place.kind not in {"country", "admin1", "region"}:
        yield from _distances(name, option, context)


def _country(name: Name, place: Place, country: str, context: Context) -> Iterator[Feature]:
    what = "country" if place.kind == "country" else "its country"
    inside = context.others_in(name, country)
    total = context.others_in(name, "all")
    if inside > 0.0:
        yield f"others in {what}", math.log1p(inside)
        yield f"share of others in {what}", inside / total
    if place.kind != "country":
        named = context.others_named(name, country)
        if named > 0.0:
            yield "its country is named", min(1.0, named)
            yield "share of countries named", named / context.others_named(name, "countries")


def _first_level(name: Name, place: Place, first: object, context: Context) -> Iterator[Feature]:
    what = "unit" if place.kind == "admin1" else "its unit"
    inside = context.others_in(name, first)
    if inside > 0.0:
        yield f"others in {what}", math.log1p(inside)
        yield f"share of others in {what}", inside / context.others_in(name, "in units")
    reach = context.others_reach(name, first)
    if reach > 0.0:
        yield f"others that may lie in {what}", math.log1p(reach)
    if place.kind != "admin1":
        named = context.others_named(name, first)
        if named > 0.0:
            yield "its unit is named", min(1.0, named)
            yield "share of units named", named / context.others_named(name, "units")


def _distances(name: Name, option: Option, context: Context) -> Iterator[Feature]:
    near = middle = far = 0.0
    nearest = 20_000.0
    for anchor in context.anchors:
        if anchor.name == name or anchor.place.id == option.match.place.id:
            continue
        distance = distance_km(option.vector, anchor.vector)
        near += anchor.share * math.exp(-distance / 25.0)
        middle += anchor.share * math.exp(-distance / 80.0)
        far += anchor.share * math.exp(-distance / 300.0)
        if anchor.share > 0.4 and distance < nearest:
            nearest = distance
    if far > 1e-3:
        yield "others within 25 km", math.log1p(near)
        yield "others within 80 km", math.log1p(middle)
        yield "others within 300 km", math.log1p(far)
    if nearest < 19_000.0:
        yield "distance to the nearest", math.log1p(nearest / 30.0)
