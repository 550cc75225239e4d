"""Mentions that are linked to GeoNames by hand: the entry itself is held, or the same place elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, Literal

from covering.corpora import Mention
from covering.values import (
    Coverage,
    Gazetteer,
    Miss,
    Position,
    Share,
    by_key,
    km_between,
    most_frequent_first,
)
from geomap.model import Place, PlaceKind

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: A place of the same name and kind so near is the place that was meant, in another list's words.
NEAR_KM: Final = 10.0

_BY_CLASS: Final[Mapping[str, tuple[PlaceKind, ...]]] = {
    "A": ("admin1", "admin2", "region"),
    "H": ("water",),
    "L": ("region", "other"),
    "P": ("settlement",),
    "R": ("facility",),
    "S": ("facility",),
    "T": ("terrain",),
}
# Where the code tells the level, no other level will do; a dependent territory is in some lists a country
# and in others a region of one.
_BY_CODE: Final[Mapping[str, tuple[PlaceKind, ...]]] = {
    "ADM1": ("admin1",),
    "ADM2": ("admin2",),
    "PCLI": ("country",),
    **dict.fromkeys(("PCL", "PCLD", "PCLF", "PCLIX", "PCLS"), ("country", "region")),
}
# Any two lists put the point of one of these elsewhere, so only an extent tells whether they mean the same.
_AREAS: Final = frozenset({"country", "admin1", "admin2", "region", "water", "terrain"})

How = Literal["id", "near", "extent", "missed"]


def kinds_of(feature_class: str | None, feature_code: str | None) -> tuple[PlaceKind, ...]:
    """The kinds of place that a GeoNames feature class and code stand for; () where they say nothing."""
    return _BY_CODE.get(feature_code or "", _BY_CLASS.get(feature_class or "", ()))


def linked(mentions: Iterable[Mention], gazetteer: Gazetteer) -> Coverage:
    """Of the mentions: the GeoNames id is held, or else the same kind of place is, by name, within 10 km.

    The name is the mention's or GeoNames' own, by exact or transliteration key.
    """
    times = Counter(mentions)
    found = {mention: how_linked(mention, gazetteer) for mention in times}
    counts: Counter[How] = Counter()
    for mention, how in found.items():
        counts[how] += times[mention]
    missed = (_miss(mention, times[mention]) for mention, how in found.items() if how in {"extent", "missed"})
    return Coverage(shares=_shares(counts), misses=most_frequent_first(missed))


def how_linked(mention: Mention, gazetteer: Gazetteer) -> How:
    """By its id, else by a namesake near, else by a namesake with an extent that holds the point, or not."""
    if _holds(gazetteer, f"gn:{mention.geonames_id}"):
        return "id"
    kinds = kinds_of(mention.feature_class, mention.feature_code)
    matches = [match for name in (mention.phrase, mention.name) for match in gazetteer.matches(name)]
    places = [match.place for match in by_key(matches) if match.place.kind in kinds]
    if any(km_between(place, mention) <= NEAR_KM for place in places):
        return "near"
    return "extent" if any(_spans(place, mention, gazetteer) for place in places) else "missed"


def _holds(gazetteer: Gazetteer, id_: str) -> bool:
    try:
        gazetteer.place(id_)
    except KeyError:
        return False
    return True


def _spans(place: Place, mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether an area's outline holds the point, or its line is near; without either, its circle holds it."""
    if place.kind not in _AREAS:
        return False
    outline = gazetteer.boundary(place)
    if outline is None:
        return km_between(place, mention) <= place.radius_km
    return _reaches(outline, mention)


def _reaches(outline: BaseGeometry, mention: Mention) -> bool:
    import shapely  # noqa: PLC0415 - few of the mentions come so far

    point = shapely.Point(mention.longitude, mention.latitude)
    if outline.dwithin(point, 0.0):
        return True
    if outline.area:
        return False
    nearest = shapely.shortest_line(outline, point).coords[0]
    return km_between(Position(latitude=nearest[1], longitude=nearest[0]), mention) <= NEAR_KM


def _shares(counts: Mapping[How, int]) -> tuple[Share, ...]:
    every, strict = sum(counts.values()), counts["id"] + counts["near"]
    wide = strict + counts["extent"]
    return (
        Share(name="GeoNames id held", found=counts["id"], of=every),
        Share(name="else the same kind of place within 10 km", found=counts["near"], of=every),
        Share(name="together", found=strict, of=every),
        Share(name="apart: an area that holds the point counting too", found=wide, of=every),
    )


def _miss(mention: Mention, times: int) -> Miss:
    return Miss(
        text=mention.phrase,
        detail=f"{mention.name}, {mention.feature_code}, gn:{mention.geonames_id}",
        times=times,
        latitude=mention.latitude,
        longitude=mention.longitude,
    )
