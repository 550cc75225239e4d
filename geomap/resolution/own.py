"""What speaks for a candidate by itself: its kind, its size, and how its name matched."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.geodesy import EARTH_RADIUS_KM
from geomap.model import Match, MentionKind, Place
from geomap.names import UnitName, fold, unit_words, without_settlement_word

Feature = tuple[str, float]
#: The country, the first-level unit and the second-level unit that a place lies in, as keys.
Areas = tuple[str, tuple[str, str], tuple[str, str, str]]
Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Option:
    """A match with what is true of it in every document."""

    match: Match
    areas: Areas
    vector: Vector
    features: tuple[Feature, ...]
    size: float
    lag: float


@dataclass(frozen=True, slots=True)
class _Namesakes:
    """What can be said of all matches of a name together."""

    key: str
    unit: UnitName | None
    largest: float
    seats: frozenset[tuple[str, str]]
    units: frozenset[tuple[str, str]]


def areas_of(place: Place) -> Areas:
    """The keys of the areas that a place lies in or is; empty names where a level is not known."""
    country = place.country or ""
    first = place.name if place.kind == "admin1" else place.admin1 or ""
    second = place.name if place.kind == "admin2" else place.admin2 or ""
    return country, (country, first), (country, first, second)


def vector_of(place: Place) -> Vector:
    """A place as a point of the unit sphere."""
    latitude, longitude = math.radians(place.latitude), math.radians(place.longitude)
    flat = math.cos(latitude)
    return flat * math.cos(longitude), flat * math.sin(longitude), math.sin(latitude)


def distance_km(one: Vector, other: Vector) -> float:
    """Great-circle distance of two points of the unit sphere, in kilometres."""
    dot = one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
    return EARTH_RADIUS_KM * math.acos(max(-1.0, min(1.0, dot)))


def options_of(text: str, kind: MentionKind, matches: Sequence[Match]) -> tuple[Option, ...]:
    """The matches of a mention's text as options, in their order."""
    named = _Namesakes(
        key=fold(text),
        unit=unit_words(text) if kind == "name" else None,
        largest=max((_size(match) for match in matches), default=0.0),
        seats=frozenset(areas_of(one.place)[1] for one in matches if one.place.kind == "settlement"),
        units=frozenset(areas_of(one.place)[1] for one in matches if one.place.kind == "admin1"),
    )
    return tuple(
        Option(
            match=match,
            areas=areas_of(match.place),
            vector=vector_of(match.place),
            features=tuple(_features(named, match, rank)),
            size=_size(match),
            lag=named.largest - _size(match),
        )
        for rank, match in enumerate(matches)
    )


def none_features(options: Sequence[Option]) -> tuple[Feature, ...]:
    """What speaks for "none of these" by the candidates alone."""
    best = max((option.match.quality for option in options), default=0.0)
    largest = max((_size(option.match) for option in options), default=0.0)
    return (
        ("none of these", 1.0),
        ("none: no very name", 1.0 - best),
        ("none: candidates", math.log(1 + len(options))),
        ("none: size of the largest", largest),
    )


def _size(match: Match) -> float:
    """The order of magnitude of a settlement; 2 where nobody counted; 0 for other kinds."""
    if match.place.kind != "settlement":
        return 0.0
    return max(2.0, math.log10(match.place.population or 1))


def _features(named: _Namesakes, match: Match, rank: int) -> Iterator[Feature]:
    place = match.place
    if match.step == "demonym":
        yield "demonym", 1.0
        return
    yield f"kind: {place.kind}", 1.0
    yield "rank among its namesakes", math.log(1 + rank)
    if place.kind == "settlement":
        yield "size", _size(match)
        yield "smaller than its largest namesake", named.largest - _size(match)
        yield from (
            (f"of {least:,} or more", 1.0)
            for least in (10_000, 100_000, 1_000_000)
            if (place.population or 0) >= least
        )
        if not place.population:
            yield "size unknown", 1.0
        if place.feature_code in {"PPLC", "PPLA", "PPLX", "PPLA2"}:
            yield f"code: {place.feature_code}", 1.0
    if place.feature_code == "CONT":
        yield "code: CONT", 1.0
    if place.source.startswith("editorial"):
        yield "editorial", 1.0
    if place.feature_code in {"AIRP", "AIRB"}:
        yield "airport", 1.0
    yield from _spelling(named, match)
    yield from _unit(named, match)


def _spelling(named: _Namesakes, match: Match) -> Iterator[Feature]:
    if match.step != "name" or match.quality < 0.9:
        yield f"step: {match.step}", 1.0
        yield "looser name", 1.0 - match.quality
    elif match.place.kind != "country" and not _is_main(match, named.key):
        yield "other name", 1.0
        if match.place.kind == "settlement":
            yield "town's other name", 1.0


def _is_main(match: Match, key: str) -> bool:
    """Whether the key is the place's own name, or that without "City"."""
    name = fold(match.place.name)
    return key in {name, without_settlement_word(name)}


def _unit(named: _Namesakes, match: Match) -> Iterator[Feature]:
    kind, first = match.place.kind, areas_of(match.place)[1]
    if named.unit is not None:
        yield ("unit asked for" if kind in named.unit.kinds else "no unit, though asked for"), 1.0
    elif kind in {"admin1", "admin2"} and first in named.seats:
        yield f"bare {kind} with a town of its name", 1.0
    if kind in {"settlement", "admin2"} and first in named.units:
        yield f"{kind} in a unit of its name", 1.0
