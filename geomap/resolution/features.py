"""What the words beside the mentions of a name say of a candidate, as features with names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.model import Place
from geomap.resolution.clues import SORT_OF, Clues, Name, holds
from geomap.resolution.own import Feature, Option, areas_of, distance_km, vector_of

# What is said to be near a place lies within an hour's drive or so.
_TOLD_KM: Final = 60.0
_WORDLESS: Final = frozenset({"country", "region"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A name at one of its mentions: its own clues, those of all its mentions, its fuller forms."""

    name: Name
    clues: Clues
    everywhere: Clues
    fuller: tuple[Place, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether nothing that stands about the name tells anything of it."""
        return self.clues.is_empty and self.everywhere.is_empty and not self.fuller


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
    if here.beside and place.kind != "country":
        yield from _near(here.beside, option)
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


def _near(beside: Sequence[Place], option: Option) -> Iterator[Feature]:
    points = [vector_of(place) for place in beside if place.id != option.match.place.id]
    if points:
        distance = min(distance_km(option.vector, point) for point in points)
        yield "as near as told", math.exp(-distance / _TOLD_KM)


def _fuller(fuller: Sequence[Place], option: Option) -> Iterator[Feature]:
    place = option.match.place
    if any(other.id == place.id for other in fuller):
        yield "fuller form", 1.0
    elif any(areas_of(other)[2] == option.areas[2] for other in fuller):
        yield "near its fuller form", 1.0
