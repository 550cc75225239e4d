"""Candidates of a name -> folium map -> one self-contained page: each place numbered, with its area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import shapely

from geomap.maps import wording
from geomap.maps.areas import DECIMALS, Boundaries, rings_of, simplified
from geomap.maps.background import background_of, country_names
from geomap.maps.candidates_frame import CandidateMap, CandidateStore

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geomap.maps.background import Point
    from geomap.model import Match, Place

TITLE: Final = "Places found"

# Candidates lie all over the world: the basemap is drawn exactly around this many of them, the best.
_MOST_EXACT: Final = 10

_KM_OF_DEGREE: Final = 111.2


def candidates_page(
    matches: Sequence[Match], *, boundaries: Boundaries | None = None, title: str | None = None
) -> CandidateMap:
    """A map of the places that a name may mean, numbered in their order, as one self-contained page.

    `boundaries` gives the polygons or lines (EPSG:4326) of a gazetteer id, or None; without it each place is
    drawn as a circle of its radius. The page opens no connection.
    """
    drawing = Drawing(boundaries)
    places = [_candidate(match, drawing) for match in matches]
    return numbered_page(places, title=title or TITLE, order="best first")


def numbered_page(
    places: Sequence[Mapping[str, Any]], *, title: str, order: str, unplaced: Sequence[str] = ()
) -> CandidateMap:
    """A page of numbered places as `Drawing.numbered` makes them; `order` says what comes first."""
    page = CandidateMap(title=title)
    candidates = {"title": title, "order": order, "places": places, "unplaced": unplaced}
    points = [(place["point"][0], place["point"][1]) for place in places]
    page.add_child(CandidateStore(candidates=candidates, background=_background(points)))
    return page


class Drawing:
    """Places as the page draws and lists them."""

    def __init__(self, boundaries: Boundaries | None) -> None:
        self._boundaries = boundaries
        self._countries = country_names()

    def numbered(
        self, place: Place, lines: Sequence[str], facts: Sequence[tuple[str, str]]
    ) -> dict[str, Any]:
        """One place with its area; `lines` stand in the list, `facts` first in the popup."""
        shape = self._boundaries(place.id) if self._boundaries else None
        area = _area(place, shape)
        return {
            "name": place.name,
            "point": [round(place.longitude, DECIMALS), round(place.latitude, DECIMALS)],
            "area": area,
            "bounds": _bounds(place, shape if "center" not in area else None),
            "kind": _kind_words(place),
            "units": _unit_words(place, self._countries),
            "lines": lines,
            "facts": [*facts, *_facts(place, area)],
        }


def _candidate(match: Match, drawing: Drawing) -> dict[str, Any]:
    place = match.place
    lines = [_population_words(place), f"Match {_match_words(match)}", place.source]
    population = wording.UNTOLD if place.population is None else f"{place.population:,}"
    return drawing.numbered(place, lines, [("Population", population), ("Match", _match_words(match))])


def _area(place: Place, shape: BaseGeometry | None) -> dict[str, Any]:
    """Rings of polygons or lines, each flat (longitude, latitude, ...), else a circle."""
    drawn = simplified(shape) if shape is not None else None
    if drawn is not None and (rings := rings_of(drawn)):
        return {"rings": rings}
    if drawn is not None and (lines := _lines_of(drawn)):
        return {"lines": lines}
    center = [round(place.longitude, DECIMALS), round(place.latitude, DECIMALS)]
    return {"center": center, "radius_km": round(place.radius_km, 3)}


def _lines_of(shape: BaseGeometry) -> list[list[float]]:
    parts: Any = [part for part in shapely.get_parts(shape) if part.geom_type == "LineString"]
    return [[round(number, DECIMALS) for pair in part.coords for number in pair[:2]] for part in parts]


def _bounds(place: Place, shape: BaseGeometry | None) -> list[list[float]]:
    """South-west and north-east corner of what is drawn, latitude first as Leaflet has it."""
    if shape is None:
        reach = place.radius_km / _KM_OF_DEGREE
        shape = shapely.Point(place.longitude, place.latitude).buffer(min(reach, 90.0))
    west, south, east, north = shape.bounds
    if east - west > 180.0:  # it crosses the antimeridian: the largest part will do
        west, south, east, north = max(shapely.get_parts(shape), key=_size).bounds
    return [
        [round(max(south, -85.0), DECIMALS), round(west, DECIMALS)],
        [round(min(north, 85.0), DECIMALS), round(east, DECIMALS)],
    ]


def _size(shape: BaseGeometry) -> tuple[float, float]:
    return shape.area, shape.length


def _background(points: Sequence[Point]) -> dict[str, Any]:
    """The world, and around each of the best candidates all the detail that the basemap has.

    One box around places that lie on several continents would draw all of these, and none of them well.
    """
    distinct = {(round(longitude), round(latitude)): (longitude, latitude) for longitude, latitude in points}
    near = [background_of([point]) for point in list(distinct.values())[:_MOST_EXACT]]
    drawn = [background_of([]), *near]
    countries = zip(*(each["countries"] for each in drawn), strict=True)
    borders = {tuple(line): line for each in drawn for line in each["borders"]}
    return {"countries": [max(same, key=_detail) for same in countries], "borders": list(borders.values())}


def _detail(country: Sequence[Any]) -> int:
    return sum(len(ring) for ring in country[-1])


def _kind_words(place: Place) -> str:
    return f"{place.kind} ({place.feature_code})" if place.feature_code else place.kind


def _unit_words(place: Place, countries: Mapping[str, str]) -> str:
    country = countries.get(place.country or "", place.country)
    told = [part for part in (place.admin2, place.admin1, country) if part]
    return ", ".join(dict.fromkeys(told)) or "in no one country"


def _population_words(place: Place) -> str:
    return "Population not told" if place.population is None else f"Population {place.population:,}"


def _match_words(match: Match) -> str:
    matched = "" if match.matched_name == match.place.name else f" (“{match.matched_name}”)"
    return f"{match.quality:.2f}: {match.how}{matched}"


def _facts(place: Place, area: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        ("Position", f"{place.latitude:.5f}, {place.longitude:.5f}"),
        ("Extent", _extent_words(place, area)),
        ("Source", place.source),
        ("Id", place.id),
    ]


def _extent_words(place: Place, area: Mapping[str, Any]) -> str:
    if "rings" in area:
        return "its boundary"
    return "its course" if "lines" in area else f"{wording.radius_words(place.radius_km)}"
