"""What a document tells of its whereabouts: how much of its names lies in each area, and where."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from geomap.model import Place
from geomap.resolution.clues import Name
from geomap.resolution.own import Option, Vector

Cell = tuple[int, int, int]
Shares = Sequence[tuple[Option, float]]

#: Cells of half a degree, for what is near, and of one and a half, for the wider area.
CELLS: Final = (1, 3)
#: Kinds of places that are as good as points beside a country.
POINTS: Final = frozenset({"settlement", "admin2", "facility", "terrain"})
# Less than this share of a belief tells nothing of an area; less than that places no other name.
_LEAST_SHARE: Final = 0.02
_LEAST_ANCHOR: Final = 0.15
_MOST_ANCHORS: Final = 40


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that a name probably means: how probably, and the km from its point to its edge."""

    name: Name
    place: Place
    vector: Vector
    share: float
    margin: float


@dataclass(frozen=True, slots=True)
class _Part:
    """What one name adds to the context: how sure it is, areas named, and areas that it may lie in."""

    mass: float
    named: Mapping[object, float]
    reach: Mapping[object, float]


@dataclass(frozen=True, slots=True)
class Context:
    """What all names tell together and what each adds, so that a name's own can be taken out."""

    total: _Part
    parts: Mapping[Name, _Part]
    anchors: Sequence[Anchor]
    cells: Mapping[Cell, Mapping[Name, float]]
    _about: dict[tuple[Name, Cell], float] = field(default_factory=dict)

    def others(self, name: Name) -> float:
        """How many other names mean a place at all, by their shares."""
        return max(0.0, self.total.mass - self.parts[name].mass)

    def others_named(self, name: Name, area: object) -> float:
        """How often other names mean the area itself, by their shares."""
        return max(0.0, self.total.named.get(area, 0.0) - self.parts[name].named.get(area, 0.0))

    def others_reach(self, name: Name, area: object) -> float:
        """How many other names have any candidate in an area; names with candidates everywhere count less."""
        return max(0.0, self.total.reach.get(area, 0.0) - self.parts[name].reach.get(area, 0.0))

    def others_about(self, name: Name, cell: Cell) -> float:
        """How many other names have any candidate in a cell or one beside it; common names count less."""
        key = name, cell
        if key not in self._about:
            met = self._beside(cell)
            self._about[key] = math.fsum(weight for other, weight in met.items() if other != name)
        return self._about[key]

    def _beside(self, cell: Cell) -> dict[Name, float]:
        size, line, column = cell
        met: dict[Name, float] = {}
        for down in (line - 1, line, line + 1):
            for aside in (column - 1, column, column + 1):
                held = self.cells.get((size, down, aside))
                if held:
                    met.update(held)
        return met


def context_of(beliefs: Mapping[Name, Shares]) -> Context:
    """The context of a document from what each of its names probably means."""
    parts = {name: _part(shares) for name, shares in beliefs.items()}
    anchors = [anchor for name, shares in beliefs.items() for anchor in _anchors(name, shares)]
    return Context(
        total=_Part(
            mass=math.fsum(part.mass for part in parts.values()),
            named=_sum(part.named for part in parts.values()),
            reach=_sum(part.reach for part in parts.values()),
        ),
        parts=parts,
        anchors=anchors[:_MOST_ANCHORS],
        cells=_cells(beliefs),
    )


def cell_of(place: Place, halves: int) -> Cell:
    """The cell of so many half degrees that holds a place."""
    return halves, math.floor(place.latitude * 2 / halves), math.floor(place.longitude * 2 / halves)


def _part(shares: Shares) -> _Part:
    named = defaultdict[object, float](float)
    for option, share in shares:
        if share >= _LEAST_SHARE:
            for area in _meant(option):
                named[area] += share
    mass = math.fsum(share for _, share in shares)
    return _Part(mass=mass, named=named, reach=_reach(shares))


def _meant(option: Option) -> tuple[object, ...]:
    kind = option.match.place.kind
    if kind == "country":
        return "countries", option.areas[0]
    return ("units", option.areas[1]) if kind == "admin1" else ()


def _reach(shares: Shares) -> dict[object, float]:
    inside = [option.areas for option, _ in shares if option.match.place.kind != "country"]
    firsts = {first for _, first, _ in inside if first[1]}
    if not firsts:
        return {}
    seconds = {second for _, _, second in inside if second[2]}
    return dict.fromkeys([*firsts, *seconds], 1.0 / math.log2(1 + len(firsts)))


def _anchors(name: Name, shares: Shares) -> Iterator[Anchor]:
    for option, share in shares:
        if share >= _LEAST_ANCHOR:
            place = option.match.place
            margin = 0.0 if place.kind in POINTS else place.radius_km
            yield Anchor(name=name, place=place, vector=option.vector, share=share, margin=margin)


def _cells(beliefs: Mapping[Name, Shares]) -> dict[Cell, dict[Name, float]]:
    cells: dict[Cell, dict[Name, float]] = {}
    for name, shares in beliefs.items():
        places = [option.match.place for option, _ in shares if option.match.place.kind in POINTS]
        for halves in CELLS:
            own = {cell_of(place, halves) for place in places}
            for cell in own:
                cells.setdefault(cell, {})[name] = 1.0 / math.log2(1 + len(own))
    return cells


def _sum(parts: Iterable[Mapping[object, float]]) -> dict[object, float]:
    total: dict[object, float] = defaultdict(float)
    for part in parts:
        for area, value in part.items():
            total[area] += value
    return total
