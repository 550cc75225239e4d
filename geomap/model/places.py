"""Places, and how a gazetteer found them.

Coordinates are WGS 84 degrees (EPSG:4326), always named latitude and longitude. Unknown is ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geomap.errors import InputError
from geomap.model.checks import require_position, require_share

PlaceKind = Literal[
    "settlement", "country", "admin1", "admin2", "region", "water", "terrain", "facility", "other"
]
MatchStep = Literal["name", "unit", "article", "romanisation", "fuzzy", "demonym"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row of a gazetteer: a fact, whoever meant it.

    ``country`` is an ISO 3166-1 alpha-2 code, ``admin1`` and ``admin2`` the units' names, ``feature_code``
    GeoNames' code, ``radius_km`` the radius of a circle that holds what the point stands for.
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
    admin2: str | None = None

    def __hash__(self) -> int:
        """By the id alone: equal places have equal ids, and hashing all of a place takes long."""
        return hash(self.id)

    def __post_init__(self) -> None:
        # Thousands of places are made for one text: what is sound costs one line. NaN fails every comparison.
        if (
            -90.0 <= self.latitude <= 90.0
            and -180.0 <= self.longitude <= 180.0
            and (self.latitude or self.longitude)
            and self.radius_km > 0.0
            and (self.population is None or self.population >= 0)
        ):
            return
        require_position(self.latitude, self.longitude, self.name)
        if not self.radius_km > 0.0:
            raise InputError(f"{self.name}: a radius is above 0 km.")
        raise InputError(f"{self.name}: population {self.population} is below 0.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A place that a gazetteer holds under a name.

    ``quality`` is 1 for the very name, ``step`` the kind of the match, ``how`` the same in words.
    """

    place: Place
    quality: float
    step: MatchStep
    matched_name: str
    how: str

    def __post_init__(self) -> None:
        if not 0.0 <= self.quality <= 1.0:
            require_share(self.quality, "A match's quality")
