"""Where a document is at home: the country, the unit and the area that most of its names may share."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from geomap.model import Place
from geomap.resolution.clues import Name
from geomap.resolution.own import Areas, Option

# How likely a name lies at home, and how likely any name lies in an area of a level by chance: a
# document's country is one of some that are in the news, its unit one of hundreds.
_LOCAL: Final = 0.5
_CHANCE: Final = {"country": 0.05, "unit": 0.01, "area": 0.003}
_AWAY: Final = math.log(1.0 - _LOCAL)
# What is less probable than this makes no home.
_LEAST: Final = 0.0005
_LEADING: Final = 16

Key = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Homes:
    """For each area the evidence (log likelihood ratio) of each name that it is the document's home.

    ``leading`` are the areas of each level that all names together speak for the most.
    """

    evidence: Mapping[Key, Mapping[Name, float]]
    totals: Mapping[Key, float]
    leading: Mapping[str, Sequence[object]]
    names: int

    def belief(self, name: Name, level: str, area: object) -> float:
        """How much the names but one speak for an area as the home of its level; log likelihood ratio."""
        found = self.evidence.get((level, area))
        if found is None:
            return (self.names - 1) * _AWAY
        return self.totals[level, area] + (self.names - len(found)) * _AWAY - found.get(name, _AWAY)

    def best(self, name: Name, level: str) -> float:
        """The greatest such belief in any area of a level, and at least 0: that there is no home."""
        beliefs = (self.belief(name, level, area) for area in self.leading.get(level, ()))
        return max(beliefs, default=0.0)


def homes_of(beliefs: Mapping[Name, Sequence[tuple[Option, float]]]) -> Homes:
    """The homes that the names speak for, by what each probably means by itself."""
    evidence: dict[Key, dict[Name, float]] = defaultdict(dict)
    for name, shares in beliefs.items():
        for key, share in _masses(shares).items():
            evidence[key][name] = math.log(1.0 - _LOCAL + _LOCAL * share / _CHANCE[key[0]])
    totals = {key: math.fsum(found.values()) for key, found in evidence.items()}
    spoken = {key: total - len(evidence[key]) * _AWAY for key, total in totals.items()}
    leading = {
        level: [area for _, area in nlargest(_LEADING, keys, key=spoken.__getitem__)]
        for level, keys in _by_level(totals).items()
    }
    return Homes(evidence=evidence, totals=totals, leading=leading, names=len(beliefs))


def _by_level(keys: Iterable[Key]) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = {level: [] for level in _CHANCE}
    for key in keys:
        found[key[0]].append(key)
    return found


def _masses(shares: Sequence[tuple[Option, float]]) -> dict[Key, float]:
    masses: dict[Key, float] = defaultdict(float)
    for option, share in shares:
        if share > _LEAST:
            for key in _keys(option.match.place, option.areas):
                masses[key] += share
    return masses


def area_of(place: Place) -> tuple[int, int]:
    """The cell of one degree that holds a place."""
    return math.floor(place.latitude), math.floor(place.longitude)


def _keys(place: Place, areas: Areas) -> list[Key]:
    keys: list[Key] = [("country", areas[0])]
    if place.kind != "country":
        keys.append(("unit", areas[1]))
        if place.kind != "admin1":
            line, column = area_of(place)
            keys += [("area", (line + down, column + aside)) for down in (-1, 0, 1) for aside in (-1, 0, 1)]
    return keys
