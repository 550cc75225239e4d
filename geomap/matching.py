"""When two events agree, field by field, and what differs where they do not; pure.

Coordinates are WGS 84 degrees, latitude first; distances are geodesic kilometres. None is unknown, and
agrees with nothing but None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from geopy.distance import geodesic

from geomap.model import GeoPrecision, When, Where
from geomap.model.checks import require
from geomap.names import unit_words, without_article

_UNITS: Final[frozenset[GeoPrecision]] = frozenset({"adm2", "adm1", "region"})
_GEONAMES: Final = "gn:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field in which two events do not agree: what was expected, what was found; None is unknown."""

    field: str
    expected: str | None
    found: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """What two events' places are compared by.

    ``position`` is (latitude, longitude); ``levels`` the precisions that the place may be coded with;
    ``country`` an ISO 3166-1 alpha-2 code; ``id`` a gazetteer's id, "gn:" and a number for GeoNames.
    """

    names: tuple[str, ...]
    id: str | None
    country: str | None
    position: tuple[float, float] | None
    levels: frozenset[GeoPrecision]

    def __str__(self) -> str:
        name = self.names[0] if self.names else "unnamed"
        where = "{:.3f} {:.3f}".format(*self.position) if self.position else None
        told = filter(None, ("/".join(sorted(self.levels)), self.country, where))
        return f"{name} ({', '.join(told)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Days from first to last, both included; an open end is None."""

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        require(self.first is not None or self.last is not None, "An interval has at least one end.")
        if self.first is not None and self.last is not None:
            require(self.first <= self.last, f"{self.last} is before {self.first}.")

    def holds(self, other: Interval) -> bool:
        """Whether the other lies inside; an open end holds everything on its side."""
        starts = self.first is None or (other.first is not None and other.first >= self.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first)
        return f"{self.first or '…'} to {self.last or '…'}"


def location_of(where: Where | None) -> Location | None:
    """The place of an event, or the anchor of its relation."""
    if where is None:
        return None
    place = where.place
    return Location(
        names=(place.name,),
        id=place.id,
        country=place.country,
        position=(place.latitude, place.longitude),
        levels=frozenset({where.precision}),
    )


def interval_of(when: When | None) -> Interval | None:
    """The days of an event's date."""
    return None if when is None else Interval(first=when.first, last=when.last)


def value_difference(field: str, expected: object, found: object) -> Difference | None:
    """What differs in a field that agrees only when it is equal, such as type, status or fatalities."""
    return None if expected == found else _difference(field, expected, found)


def date_difference(accepted: Interval | None, found: Interval | None) -> Difference | None:
    """What differs unless the interval found lies inside the accepted one."""
    if accepted is None or found is None:
        return None if accepted is found else _difference("date", accepted, found)
    return None if accepted.holds(found) else _difference("date", accepted, found)


def place_difference(
    expected: Location | None, found: Location | None, *, tolerance_km: float
) -> Difference | None:
    """What differs unless both are the same place: near enough, of one id, or the same unit.

    Where the vicinity of a place is expected, the place itself does not agree.
    """
    if expected is None or found is None:
        return None if expected is found else _difference("place", expected, found)
    distance = distance_between(expected, found)
    near = distance is not None and distance <= tolerance_km
    beside = expected.levels != {"vicinity"} or found.levels == {"vicinity"}
    if beside and (near or _same_id(expected, found) or same_unit(expected, found)):
        return None
    off = "" if distance is None else f", {distance:.0f} km off"
    return _difference("place", expected, f"{found}{off}")


def distance_between(one: Location, other: Location) -> float | None:
    """Kilometres between two places; None where a position is not known."""
    if one.position is None or other.position is None:
        return None
    return distance_km(one.position, other.position)


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance of two (latitude, longitude) along the WGS 84 ellipsoid, in kilometres."""
    return float(geodesic(one, other).km)


def same_unit(one: Location, other: Location) -> bool:
    """Whether both are one country, or one administrative unit by its country, level and name."""
    if one.country != other.country or one.country is None:
        return False
    levels = one.levels & other.levels
    if "country" in levels:
        return True
    # A country may have thirty second-level units of one name: there, two ids that differ decide.
    if levels == {"adm2"} and _in_geonames(one) and _in_geonames(other):
        return _same_id(one, other)
    return bool(levels & _UNITS) and not _unit_keys(one).isdisjoint(_unit_keys(other))


def _unit_keys(location: Location) -> frozenset[str]:
    units = ((name, unit_words(name)) for name in location.names)
    return frozenset(without_article(unit.core if unit else name) for name, unit in units)


def _same_id(one: Location, other: Location) -> bool:
    return one.id is not None and one.id == other.id


def _in_geonames(location: Location) -> bool:
    return location.id is not None and location.id.startswith(_GEONAMES)


def _difference(field: str, expected: object, found: object) -> Difference:
    return Difference(field=field, expected=_words(expected), found=_words(found))


def _words(value: object) -> str | None:
    return None if value is None else str(value)
