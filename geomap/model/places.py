"""Places, and beliefs about which of them a mention means.

Coordinates are WGS 84 degrees (EPSG:4326), always named latitude and longitude. Unknown is ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geomap.model.checks import require, require_position, require_share
from geomap.model.texts import Evidence, Mention

PlaceKind = Literal[
    "settlement", "country", "admin1", "admin2", "region", "water", "terrain", "facility", "other"
]
RelationKind = Literal["bearing", "near", "part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row of a gazetteer: a fact, whoever meant it.

    ``country`` is an ISO 3166-1 alpha-2 code, ``admin1`` the unit's name, ``feature_code`` GeoNames' code,
    ``radius_km`` the radius of a circle that holds what the point stands for.
    """

    id: str
    name: str
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None
    kind: PlaceKind
    feature_code: str | None
    population: int | None
    radius_km: float
    source: str

    def __post_init__(self) -> None:
        require_position(self.latitude, self.longitude, self.name)
        require(self.radius_km > 0.0, f"{self.name}: a radius is above 0 km.")
        require(
            self.population is None or self.population >= 0,
            f"{self.name}: population {self.population} is below 0.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A place that a gazetteer holds under a name; ``quality`` is 1 for the very name."""

    place: Place
    quality: float
    matched_name: str
    how: str

    def __post_init__(self) -> None:
        require_share(self.quality, "A match's quality")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A belief: the mention means this place, this sure, for these reasons."""

    place: Place
    probability: float
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_share(self.probability, "A probability")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Words that set an event beside a place, as "south of" does; bearing in degrees from north."""

    kind: RelationKind
    evidence: Evidence
    bearing: float | None = None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a mention was taken to mean: candidates, most probable first; none is an answer too."""

    mention: Mention
    candidates: tuple[Candidate, ...] = ()
    relation: Relation | None = None

    def __post_init__(self) -> None:
        shares = [candidate.probability for candidate in self.candidates]
        require(shares == sorted(shares, reverse=True), "Candidates stand most probable first.")
        require(sum(shares) <= 1.0 + 1e-5, "Probabilities of candidates add up to 1 at most.")

    @property
    def place(self) -> Place | None:
        """The most probable place, or None."""
        return self.candidates[0].place if self.candidates else None

    @property
    def confidence(self) -> float:
        """The probability of ``place``; 0 where there is none."""
        return self.candidates[0].probability if self.candidates else 0.0

    @property
    def alternatives(self) -> tuple[Candidate, ...]:
        """The candidates that were not chosen."""
        return self.candidates[1:]
