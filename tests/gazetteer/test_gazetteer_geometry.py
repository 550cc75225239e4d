from __future__ import annotations

import gzip
import json

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, box

from geomap.gazetteer import basemap, boundaries, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer()


def test_a_unit_lies_in_its_country_and_holds_its_towns(gazetteer):
    iraq = gazetteer.boundary(gazetteer.country("IQ"))
    diyala = gazetteer.boundary(gazetteer("Diyala")[0])
    assert shapely.covers(iraq.buffer(0.02), diyala)
    assert diyala.covers(Point(44.65, 33.75))  # Baqubah
    assert not diyala.covers(Point(44.4, 33.34))  # Baghdad


def test_a_town_has_no_polygon(gazetteer):
    assert gazetteer.boundary(gazetteer("Tikrit")[0]) is None


def test_crimea_is_drawn_with_ukraine(gazetteer):
    simferopol = Point(34.1, 44.95)
    assert gazetteer.boundary(gazetteer.country("UA")).covers(simferopol)
    assert not gazetteer.boundary(gazetteer.country("RU")).covers(simferopol)


def test_neighbours_share_their_border(gazetteer):
    iraq, iran = (gazetteer.boundary(gazetteer.country(code)) for code in ("IQ", "IR"))
    assert iraq.intersection(iran).area < 0.01
    assert iraq.boundary.intersection(iran.boundary).length > 8


@pytest.mark.parametrize("code", ["RU", "US", "FJ", "NZ"])
def test_no_polygon_crosses_the_antimeridian(gazetteer, code):
    parts = shapely.get_parts(gazetteer.boundary(gazetteer.country(code)))
    assert all(
        west >= -180 and east <= 180 and east - west < 180
        for west, _, east, _ in (part.bounds for part in parts)
    )


WHOLE = st.integers(-1_700_000, 1_700_000)


@given(
    st.lists(st.tuples(WHOLE, st.integers(-800_000, 800_000), st.integers(1, 50_000)), min_size=1, max_size=4)
)
def test_what_is_encoded_comes_back(squares):
    scale = boundaries.SCALE
    shape = MultiPolygon(
        [box(x / scale, y / scale, (x + side) / scale, (y + side) / scale) for x, y, side in squares]
    )
    back = boundaries.decode(boundaries.encode(shape))
    assert shapely.equals_exact(shapely.normalize(back), shapely.normalize(shape), tolerance=1e-9)


def test_a_hole_comes_back():
    ring = Polygon(box(0, 0, 3, 3).exterior, [box(1, 1, 2, 2).exterior])
    assert boundaries.decode(boundaries.encode(ring)).area == pytest.approx(8)


def test_the_basemap_draws_every_country_within_the_world():
    drawn = basemap.countries()
    codes = [code for code, _, _ in drawn]
    assert len(codes) > 240
    assert codes == sorted(set(codes))
    names = {code: name for code, name, _ in drawn}
    assert (names["IQ"], names["US"]) == ("Iraq", "United States")
    for _, _, outline in drawn:
        west, south, east, north = outline.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
        assert all(part.bounds[2] - part.bounds[0] < 180 or part.bounds[1] < -60 for part in outline.geoms)


def test_the_outlines_are_small_on_a_page():
    features = [
        json.loads(shapely.to_geojson(shapely.set_precision(outline, 0.01)))
        for _, _, outline in basemap.countries()
    ]
    assert len(gzip.compress(json.dumps(features, separators=(",", ":")).encode())) < 250_000


def test_borders_are_inner_borders_and_only_those_asked_for():
    borders = basemap.admin1_borders(["IQ", "IR", "ZZ"])
    assert set(borders) == {"IQ", "IR"}
    outlines = {code: outline for code, _, outline in basemap.countries()}
    inside = borders["IQ"].intersection(outlines["IQ"].buffer(-0.2)).length
    assert inside > 0.7 * borders["IQ"].length
    assert set(basemap.admin1_borders(None)) > {"IQ", "IR", "SY", "US"}
    assert basemap.admin1_borders([]) == {}
