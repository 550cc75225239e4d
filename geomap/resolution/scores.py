"""What speaks for each place that a name may mean, as points with a reason in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geomap.geodesy import great_circle_km
from geomap.model import Match, Place
from geomap.names import UnitName, fold, unit_words
from geomap.resolution.context import Setting, unit_key

# Points are roughly log odds. A country of the name outweighs a town of it, unless the text says "city of".
_KIND_POINTS: Final = {
    "country": 9.0,
    "admin1": 6.2,
    "region": 4.0,
    "water": 3.5,
    "terrain": 3.0,
    "admin2": 3.0,
}
_LEAST: Final = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A place with its points and the reasons for them."""

    place: Place
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands about one name in the document.

    ``holders`` are places named right after it ("Paris, Texas"); ``settled`` tells that the text calls
    it a town, ``anchors`` are places already certain.
    """

    setting: Setting
    holders: tuple[Place, ...] = ()
    settled: bool = False
    anchors: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A name as it stands in the text, and what can be said of all its matches together."""

    text: str
    key: str
    unit: UnitName | None
    largest: int
    seats: frozenset[tuple[str, str]]


def scored(name: str, matches: Sequence[Match], surroundings: Surroundings) -> tuple[Scored, ...]:
    """The points of each match of a name."""
    named = _Name(
        text=name,
        key=fold(name),
        unit=unit_words(name),
        largest=max((match.place.population or 0 for match in matches), default=0),
        seats=frozenset(unit_key(match.place) for match in matches if match.place.kind == "settlement"),
    )
    return tuple(_scored(named, match, surroundings) for match in matches)


def _scored(name: _Name, match: Match, about: Surroundings) -> Scored:
    place = match.place
    parts = (
        _prominence(place, name.largest),
        _spelling(name, match),
        _agreement(name, place, settled=about.settled),
        _seat(name, place),
        _country(place, about.setting),
        _unit(place, about.setting),
        _holder(place, about.holders),
        _nearness(place, about.anchors),
    )
    reasons = tuple(reason for _, reason in parts if reason)
    return Scored(place=place, score=sum(points for points, _ in parts), reasons=reasons)


def _prominence(place: Place, largest: int) -> tuple[float, str]:
    if place.kind == "country":
        return _KIND_POINTS["country"], "a country of the name"
    points = max(_LEAST, 0.9 * math.log10((place.population or 0) + 1))
    points = max(points, _KIND_POINTS.get(place.kind, 0.0))
    if place.feature_code == "PPLC":
        return points + 1.5, "a capital"
    if place.kind == "admin1":
        return points, "a first-level unit of the name"
    is_largest = bool(place.population) and place.population == largest
    return points, "largest place of the name" if is_largest else ""


def _spelling(name: _Name, match: Match) -> tuple[float, str]:
    if match.quality >= 1.0:
        # An old, foreign or short form of another name says less than the name itself.
        is_main = fold(match.place.name) == name.key
        return (0.6, "") if is_main or match.place.kind == "country" else (0.0, f"also known as {name.text}")
    reason = f"spelling differs: {name.text}" if "romanisation" in match.how else match.how
    return 6.0 * (match.quality - 1.0), reason


def _agreement(name: _Name, place: Place, *, settled: bool) -> tuple[float, str]:
    unit = name.unit
    if unit is not None:
        agrees = place.kind in unit.kinds
        return (2.0, f"a {unit.word}, as the text says") if agrees else (-2.0, "")
    if settled:
        return (2.5, "a town, as the text says") if place.kind == "settlement" else (-2.5, "")
    return 0.0, ""


def _seat(name: _Name, place: Place) -> tuple[float, str]:
    """A unit named after a town in it is mostly called by its unit word; the bare name is the town's."""
    is_bare = place.kind in {"admin1", "admin2"} and name.unit is None
    return (-2.5, "") if is_bare and unit_key(place) in name.seats else (0.0, "")


def _country(place: Place, setting: Setting) -> tuple[float, str]:
    count = setting.countries.get(place.country or "", 0)
    if not count or place.kind == "country":
        return 0.0, ""
    times = "once" if count == 1 else f"{count} times"
    points = 1.2 + 2.3 * setting.country_share(place)
    return points, f"in {place.country}, which the text names {times}"


def _unit(place: Place, setting: Setting) -> tuple[float, str]:
    if place.kind in {"country", "admin1"} or not setting.unit_count(place):
        return 0.0, ""
    return 1.5, f"in {place.admin1}, which the text names"


def _holder(place: Place, holders: Sequence[Place]) -> tuple[float, str]:
    for holder in holders:
        if holds(holder, place):
            return 5.0, f"{holder.name} stands right after it"
    return 0.0, ""


def holds(holder: Place, place: Place) -> bool:
    """Whether a country or a first-level unit holds the place."""
    if holder.id == place.id or holder.country != place.country:
        return False
    if holder.kind == "country":
        return place.kind != "country"
    return holder.kind == "admin1" and place.kind != "admin1" and unit_key(place) == unit_key(holder)


def _nearness(place: Place, anchors: Sequence[Place]) -> tuple[float, str]:
    others = [anchor for anchor in anchors if anchor.id != place.id]
    if not others or place.kind == "country":
        return 0.0, ""
    distance, nearest = min((_distance_km(place, other), other.name) for other in others)
    points = 2.0 * math.exp(-distance / 150.0)
    return points, f"{distance:.0f} km from {nearest}" if points > 0.5 else ""


def _distance_km(one: Place, other: Place) -> float:
    return great_circle_km(one.latitude, one.longitude, other.latitude, other.longitude)
