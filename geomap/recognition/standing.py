"""What the gazetteer says of a name, as small whole numbers that the judgement counts with."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from geomap.model import MatchStep, Place, PlaceKind
from geomap.names import fold
from geomap.recognition import words
from geomap.recognition.classes import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from geomap.gazetteer import Gazetteer

# The gazetteer lists the best places of a name first; more of them tell nothing new.
_LOOKED_AT: Final = 5
_STEPS: Final[tuple[MatchStep, ...]] = ("fuzzy", "romanisation", "article", "unit", "name")
_KINDS: Final[tuple[PlaceKind, ...]] = (
    *("other", "facility", "terrain", "water", "settlement", "region", "admin2", "admin1", "country"),
)
# Another spelling of a name of more words is seldom met, and takes long to look for.
_LONGEST_LOOSE: Final = 4


class Standing(NamedTuple):
    """A name's best place: how it matches, its weight and population, its kind, how many more there are.

    `step` is 0 for no match and 5 for the very name; `weight` in eighths, 24 for a country; `population`
    in tenths of its decimal logarithm; `kind` 0 for none and 9 for a country.
    """

    step: int = 0
    weight: int = 0
    population: int = 0
    kind: int = 0
    places: int = 0
    is_main: int = 0
    demonym: int = 0
    governs: int = 0

    @property
    def is_unit(self) -> bool:
        """Whether the best place is an administrative unit or a region."""
        return self.kind in _UNITS


_UNITS: Final = frozenset(_KINDS.index(kind) + 1 for kind in ("admin1", "admin2", "region"))
_NOTHING: Final = Standing()


def standings(gazetteer: Gazetteer) -> Callable[[str, bool], Standing]:
    """A look-up of standings that remembers the latest names; other spellings are tried for whole names."""

    @lru_cache(maxsize=32_768)
    def standing(name: str, is_whole: bool) -> Standing:  # noqa: FBT001 - it is called for each candidate
        key = fold(name)
        is_held = gazetteer.holds(key)
        is_sought = is_held or (is_whole and _may_be_spelt_otherwise(name))
        told = _told(key, gazetteer) if is_sought else _NOTHING
        return told._replace(demonym=1) if _is_demonym(name, key, gazetteer) else told

    return standing


def _may_be_spelt_otherwise(name: str) -> bool:
    """Whether to look for a name without its unit word, or in another romanisation: it costs time."""
    words_of = name.lower().split()
    return len(words_of) <= _LONGEST_LOOSE and all(
        word in words.UNITS_AFTER or word in words.COMPASS or word not in CLASSES for word in words_of
    )


def _told(key: str, gazetteer: Gazetteer) -> Standing:
    matches = gazetteer.matches(key, limit=_LOOKED_AT)
    if not matches:
        return _NOTHING
    best = max(matches, key=lambda match: _weight(match.place))
    population = best.place.population
    return Standing(
        step=_STEPS.index(matches[0].step) + 1 if matches[0].step in _STEPS else 0,
        weight=round(8 * _weight(best.place)),
        population=round(10 * math.log10(population)) if population else 0,
        kind=_KINDS.index(best.place.kind) + 1,
        places=len(matches),
        is_main=int(fold(best.place.name) == key),
        governs=int(any(_governs(match.place) for match in matches)),
    )


def _governs(place: Place) -> bool:
    return place.kind == "country" or place.feature_code == "PPLC"


def _is_demonym(text: str, key: str, gazetteer: Gazetteer) -> bool:
    if len(text) < 4:
        return False
    return bool(gazetteer.demonym(key)) or (text.endswith("s") and bool(gazetteer.demonym(text[:-1])))


def _weight(place: Place) -> float:
    """How prominent a place is: 0.5 for a village, 2 for 100,000 inhabitants, 3 for a country."""
    if place.kind == "country":
        return 3.0
    floor = 2.4 if place.kind == "admin1" or place.feature_code == "PPLC" else 0.5
    if not place.population:
        return max(floor, 0.5 if place.kind == "settlement" else 1.0)
    return min(3.0, max(floor, 0.75 * (math.log10(place.population) - 3.0) + 0.5))
