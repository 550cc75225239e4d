from __future__ import annotations

import math
import struct
import sys
from collections import Counter
from pathlib import Path

import pytest
from shapely.geometry import MultiPolygon, box

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))

from gazetteer_build import countries, factbook  # noqa: E402
from gazetteer_build.polygons import reach  # noqa: E402

LISTED = {"geonameid": 7, "name": "Utopia", "population": 1000}


def text(content):
    return (
        b"\xff\xff\xff\xff"
        if content is None
        else struct.pack(">I", 2 * len(content)) + content.encode("utf-16-be")
    )


def placemark(name, latitude, longitude, role="S", code="XX"):
    point = struct.pack(">3d", math.radians(longitude), math.radians(latitude), 0.0)
    tail = struct.pack(">dqhb", 1.0, 2, 0, 0)
    return b"".join([text(name), point, text(role), text("history"), text(code), text(None), tail])


def cache(folder, *placemarks, magic="314159260000000d"):
    folder.joinpath("boundaryplacemarks.cache").write_bytes(bytes.fromhex(magic) + b"".join(placemarks))
    return folder


def test_the_factbooks_points_are_those_of_countries_by_code(tmp_path):
    ocean = placemark("Arctic Ocean", 90, 0, role="O", code=None)
    first, second = (
        placemark("West Bank", 32, 35.25, code="PS"),
        placemark("Gaza Strip", 31.4, 34.3, code="PS"),
    )
    points = factbook.read_points(
        cache(tmp_path, ocean, placemark("Russia", 60, 100, code="RU"), first, second)
    )
    assert points == {"RU": (60.0, 100.0), "PS": (32.0, 35.25)}


def test_another_file_is_no_cache_of_placemarks(tmp_path):
    with pytest.raises(SystemExit, match="no cache"):
        factbook.read_points(cache(tmp_path, magic="0000000000000000"))


def country(published, shape):
    (row,) = countries.country_rows({"XX": LISTED}, {}, {"XX": shape}, published, Counter())
    return row


def test_a_country_stands_at_the_first_published_point_that_fits_it():
    shape = box(0, 0, 10, 10)
    row = country({"ours": {}, "theirs": {"XX": (2.0, 3.0)}}, shape)
    assert (row.latitude, row.longitude) == (2.0, 3.0)
    assert row.source.endswith("position: theirs")
    assert row.radius_km == reach(shape, 2.0, 3.0)
    row = country({"ours": {"XX": (1.0, 1.0)}, "theirs": {"XX": (2.0, 3.0)}}, shape)
    assert (row.latitude, row.longitude) == (1.0, 1.0)


def test_a_published_point_far_off_the_country_is_left_out():
    row = country({"theirs": {"XX": (20.0, 3.0)}}, box(0, 0, 10, 10))
    assert (row.latitude, row.longitude) == (5.0, 5.0)
    assert row.source.endswith("inside its Natural Earth outline")


def test_the_reach_is_that_of_the_largest_part():
    islands = MultiPolygon([box(0, 0, 1, 1), box(80, 0, 80.1, 0.1)])
    assert 150 < reach(islands, 0.0, 0.0) < 160
