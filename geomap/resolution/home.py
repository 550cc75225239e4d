"""Where a text or an outlet is at home: the areas that most of its names, or of its documents, may share."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from geomap.model import Place
from geomap.resolution.own import Areas, Option

#: A level and an area of it: a country, a unit, a cell of one degree, or a very place.
Key = tuple[str, Hashable]


@dataclass(frozen=True, slots=True)
class Odds:
    """How likely a witness speaks of its home, and of any area of a level by chance."""

    local: float
    chance: Mapping[str, float]

    def told(self, level: str, share: float) -> float:
        """What a witness says that speaks of an area with this probability; log likelihood ratio."""
        return math.log(1.0 - self.local + self.local * share / self.chance[level])


#: Of a name: a document's country is one of some that are in the news, its unit one of hundreds.
OF_NAMES: Final = Odds(0.5, {"country": 0.05, "unit": 0.01, "area": 0.003})
#: Of a document of an outlet, which names some places: one of an area more easily than each name.
OF_DOCUMENTS: Final = Odds(0.7, {"country": 0.15, "unit": 0.03, "area": 0.01, "place": 0.003})
# What is less probable than this makes no home.
_LEAST: Final = 0.0005
_LEADING: Final = 16
_NOTHING: Final[Mapping[Hashable, float]] = {}


@dataclass(frozen=True, slots=True)
class Homes:
    """For each area the evidence (log likelihood ratio) of each witness that it is the home.

    ``away`` is what a witness that does not speak of an area says against it, and ``leading`` are the areas
    of each level that all witnesses together speak for the most.
    """

    levels: Sequence[str]
    away: float
    evidence: Mapping[Key, Mapping[Hashable, float]]
    totals: Mapping[Key, float]
    leading: Mapping[str, Sequence[Key]]
    witnesses: frozenset[Hashable]

    def belief(self, but: Hashable, level: str, area: Hashable) -> float:
        """How much the witnesses but one speak for an area as the home of its level; log likelihood ratio."""
        key = level, area
        found = self.evidence.get(key, _NOTHING)
        silent = len(self.witnesses) - len(found)
        own = found.get(but, self.away) if but in self.witnesses else 0.0
        return self.totals.get(key, 0.0) + silent * self.away - own

    def best(self, but: Hashable, level: str) -> float:
        """The greatest such belief in any area of a level; 0 where nothing is said of any."""
        away, count = self.away, len(self.witnesses)
        own = away if but in self.witnesses else 0.0
        leading = [(self.totals[key], self.evidence[key]) for key in self.leading.get(level, ())]
        beliefs = [total + (count - len(found)) * away - found.get(but, own) for total, found in leading]
        return max(beliefs, default=0.0)


def homes_of(masses: Mapping[Hashable, Mapping[Key, float]], odds: Odds) -> Homes:
    """The homes that witnesses speak for, by how probably each speaks of each area."""
    evidence: dict[Key, dict[Hashable, float]] = defaultdict(dict)
    for witness, told in masses.items():
        for key, share in told.items():
            evidence[key][witness] = odds.told(key[0], share)
    totals = {key: math.fsum(found.values()) for key, found in evidence.items()}
    away = math.log(1.0 - odds.local)
    spoken: dict[str, dict[Key, float]] = {level: {} for level in odds.chance}
    for key, total in totals.items():
        spoken[key[0]][key] = total - len(evidence[key]) * away
    leading = {level: nlargest(_LEADING, areas, key=areas.__getitem__) for level, areas in spoken.items()}
    return Homes(
        levels=tuple(odds.chance),
        away=away,
        evidence=evidence,
        totals=totals,
        leading=leading,
        witnesses=frozenset(masses),
    )


def masses_of(shares: Sequence[tuple[Option, float]]) -> dict[Key, float]:
    """How probably a name means a place in each area."""
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
