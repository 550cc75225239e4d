"""Matches for the tests of the page of candidates."""

from __future__ import annotations

from shapely import box
from shapely.geometry import MultiLineString

from geomap.model import Match, Place


def match(number=1, name="Samarra", at=(34.2, 43.9), **more):
    quality = {"quality": more.pop("quality", 1.0), "step": more.pop("step", "name")}
    words = {"how": more.pop("how", "the name"), "matched_name": more.pop("matched_name", name)}
    latitude, longitude = at
    facts = {
        "country": "IQ",
        "admin1": "Saladin",
        "admin2": "Samarra District",
        "kind": "settlement",
        "feature_code": "PPL",
        "population": 158508,
        "radius_km": 4.0,
        "source": "GeoNames cities500",
    }
    position = {"latitude": latitude, "longitude": longitude}
    return Match(
        place=Place(id=f"gn:{number}", name=name, **position, **{**facts, **more}), **quality, **words
    )


def three():
    """A town, the district with the same point, and a river."""
    unit = {"kind": "admin2", "feature_code": "ADM2", "admin2": None, "population": None}
    river = {"kind": "water", "feature_code": None, "country": None, "admin1": None, "admin2": None}
    return [
        match(1),
        match(2, "Qada Samarra", **unit, radius_km=20.0, matched_name="samarra"),
        match(3, "Tigris", (33.0, 45.0), **river, population=None, quality=0.75, step="romanisation"),
    ]


def shape(place_id):
    """The outline of the second and the line of the third."""
    shapes = {"gn:2": box(43.5, 33.9, 44.3, 34.6), "gn:3": MultiLineString([[(44, 34), (45, 33), (46, 32)]])}
    return shapes.get(place_id)
