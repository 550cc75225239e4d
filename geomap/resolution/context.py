"""What a document tells of its whereabouts: how much of its names lies in each area, and where."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from geomap.model import Place

Name = tuple[str, str]
#: The country, the first-level unit and the second-level unit that a place lies in, as keys.
Areas = tuple[str, tuple[str, str], tuple[str, str, str]]
Vector = tuple[float, float, float]
Cell = tuple[int, int, int]

_RADIUS_KM: Final = 6371.0088
# Less than this share of a belief places nothing else.
_LEAST_SHARE: Final = 0.15
_MOST_ANCHORS: Final = 40
#: Cells of half a degree, for what is near, and of one and a half, for the wider area.
CELLS: Final = (1, 3)
POINTS: Final = frozenset({"settlement", "admin2", "facility", "terrain"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that another name probably means: where on the unit sphere, and how probably."""

    name: Name
    place: Place
    vector: Vector
    share: float
    margin: float = 0.0


@dataclass(slots=True)
class Context:
    """Shares of belief by area, of the whole document and of each name, so that a name's own can be taken out.

    ``mass`` and ``named`` map an area's key to the sum of shares of names that lie in it, or that mean it.
    """

    mass: dict[object, float] = field(default_factory=lambda: defaultdict(float))
    own: dict[Name, dict[object, float]] = field(default_factory=dict)
    reach: dict[object, float] = field(default_factory=lambda: defaultdict(float))
    own_reach: dict[Name, dict[object, float]] = field(default_factory=dict)
    named: dict[object, float] = field(default_factory=lambda: defaultdict(float))
    own_named: dict[Name, dict[object, float]] = field(default_factory=dict)
    anchors: list[Anchor] = field(default_factory=list)
    cells: dict[Cell, dict[Name, float]] = field(default_factory=dict)
    _about: dict[tuple[Name, Cell], float] = field(default_factory=dict)

    def others_in(self, name: Name, area: object) -> float:
        """How many other names lie in an area, by their shares."""
        return max(0.0, self.mass.get(area, 0.0) - self.own[name].get(area, 0.0))

    def others_reach(self, name: Name, area: object) -> float:
        """How many other names have any candidate in an area; names with candidates everywhere count less."""
        return max(0.0, self.reach.get(area, 0.0) - self.own_reach[name].get(area, 0.0))

    def others_about(self, name: Name, cell: Cell) -> float:
        """How many other names have any candidate in a cell or one beside it; common names count less."""
        key = name, cell
        if key not in self._about:
            self._about[key] = math.fsum(weight for other, weight in self._beside(cell).items() if other != name)
        return self._about[key]

    def _beside(self, cell: Cell) -> dict[Name, float]:
        size, line, column = cell
        met: dict[Name, float] = {}
        for down in (-1, 0, 1):
            for aside in (-1, 0, 1):
                met.update(self.cells.get((size, line + down, column + aside), ()))
        return met

    def others_named(self, name: Name, area: object) -> float:
        """How often other names mean the area itself, by their shares."""
        return max(0.0, self.named.get(area, 0.0) - self.own_named[name].get(area, 0.0))


def areas_of(place: Place) -> Areas:
    """The keys of the areas that a place lies in or is; empty names where a level is not known."""
    country = place.country or ""
    first = place.name if place.kind == "admin1" else place.admin1 or ""
    second = place.name if place.kind == "admin2" else place.admin2 or ""
    return country, (country, first), (country, first, second)


def cell_of(place: Place, halves: int) -> Cell:
    """The cell of so many half degrees that holds a place."""
    return halves, math.floor(place.latitude * 2 / halves), math.floor(place.longitude * 2 / halves)


def vector_of(place: Place) -> Vector:
    """A place as a point of the unit sphere."""
    latitude, longitude = math.radians(place.latitude), math.radians(place.longitude)
    flat = math.cos(latitude)
    return flat * math.cos(longitude), flat * math.sin(longitude), math.sin(latitude)


def distance_km(one: Vector, other: Vector) -> float:
    """Great-circle distance of two points of the unit sphere, in kilometres."""
    dot = one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
    return _RADIUS_KM * math.acos(max(-1.0, min(1.0, dot)))


def context_of(beliefs: Mapping[Name, Iterable[tuple[Place, Areas, Vector, float]]]) -> Context:
    """The context of a document from what each of its names probably means."""
    context = Context()
    for name, shares in beliefs.items():
        _add(context, name, list(shares))
    return context


def _add(context: Context, name: Name, shares: Sequence[tuple[Place, Areas, Vector, float]]) -> None:
    mass, named = defaultdict[object, float](float), defaultdict[object, float](float)
    reached = set[object]()
    for place, (country, first, second), vector, share in shares:
        if place.kind != "country" and second[1]:
            reached.update({first, second} if second[2] else {first})
        if share < 0.02:
            continue
        mass["all"] += share
        mass[country] += share
        if place.kind == "country":
            named[country] += share
            named["countries"] += share
        elif first[1]:
            mass["in units"] += share
            mass[first] += share
            if second[2]:
                mass[second] += share
            if place.kind == "admin1":
                named[first] += share
                named["units"] += share
        if share >= _LEAST_SHARE and len(context.anchors) < _MOST_ANCHORS:
            context.anchors.append(Anchor(name=name, place=place, vector=vector, share=share, margin=0.0 if place.kind in POINTS else place.radius_km))
    for halves in CELLS:
        cells = {cell_of(place, halves) for place, *_ in shares if place.kind in POINTS}
        for cell in cells:
            context.cells.setdefault(cell, {})[name] = 1.0 / math.log2(1 + len(cells))
    firsts = sum(len(area) == 2 for area in reached if isinstance(area, tuple))
    reach = {area: 1.0 / math.log2(1 + firsts) for area in reached} if firsts else {}
    for total, part in ((context.mass, mass), (context.named, named), (context.reach, reach)):
        for area, value in part.items():
            total[area] += value
    context.own[name], context.own_named[name], context.own_reach[name] = mass, named, reach
