"""What is asked of a gazetteer, and what comes of it: counts, what was missed, matches to judge by eye."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from geomap.geodesy import great_circle_km
from geomap.model import Match, MatchStep, Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


#: The steps that find a place by an exact or a transliteration key; a demonym names no place.
KEY_STEPS: Final[tuple[MatchStep, ...]] = ("name", "unit", "article", "romanisation")


class Gazetteer(Protocol):
    """What is asked of a gazetteer here."""

    def __call__(self, name: str, /) -> Sequence[Place]:
        """The places of a name, best first."""

    def matches(self, name: str, *, country: str | None = None) -> Sequence[Match]:
        """The places of a name with the kind of each match, best first."""

    def place(self, id: str) -> Place:  # noqa: A002 - as the gazetteer has it
        """The place with an id; KeyError if there is none."""

    def boundary(self, place: Place) -> BaseGeometry | None:
        """The outline of a place, or its line, or None."""

    def demonym(self, word: str) -> Sequence[Place]:
        """The countries of a demonym."""

    def scan(self, text: str) -> Iterable[tuple[int, int]]:
        """The spans of all known names."""


class Point(Protocol):
    """Whatever has a position in WGS 84 degrees."""

    @property
    def latitude(self) -> float: ...  # noqa: D102

    @property
    def longitude(self) -> float: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A point that is nothing else."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many."""

    name: str
    found: int
    of: int

    @property
    def percent(self) -> float | None:
        """The share in per cent; of nothing there is none."""
        return 100 * self.found / self.of if self.of else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """What was not found, how often it stands in the corpus, and what is known of it."""

    text: str
    detail: str
    times: int
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FuzzyMatch:
    """A fuzzy match to be judged by eye; km from the known position to the place, where there is one."""

    query: str
    matched_name: str
    how: str
    place: Place
    km: float | None

    @classmethod
    def of(cls, query: str, match: Match, point: Point | None = None) -> FuzzyMatch:
        """What a query found, seen from where the place is known to be."""
        km = None if point is None else km_between(match.place, point)
        return cls(query=query, matched_name=match.matched_name, how=match.how, place=match.place, km=km)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The figures of one corpus, with what they leave out."""

    shares: tuple[Share, ...]
    misses: tuple[Miss, ...]
    fuzzy: tuple[FuzzyMatch, ...] = ()


def km_between(place: Point, other: Point) -> float:
    """Great-circle distance in kilometres."""
    return great_circle_km(place.latitude, place.longitude, other.latitude, other.longitude)


def by_key(matches: Iterable[Match]) -> list[Match]:
    """The matches by exact or transliteration key."""
    return [match for match in matches if match.step in KEY_STEPS]


def most_frequent_first(misses: Iterable[Miss]) -> tuple[Miss, ...]:
    """The misses, those that matter most in front."""
    return tuple(sorted(misses, key=lambda miss: (-miss.times, miss.text, miss.detail)))
