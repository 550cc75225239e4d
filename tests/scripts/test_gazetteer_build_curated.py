from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from shapely.geometry import box

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))

from gazetteer_build import curated  # noqa: E402
from gazetteer_build.rows import Row  # noqa: E402

HEADER = "name aliases kind feature_code country admin1 like latitude longitude radius_km".split()
ANBAR, DIYALA = box(40, 32, 44, 35), box(44, 32, 46, 35)


def place(id_, name, kind="settlement", country="IQ", **more):
    fields = {"latitude": 33.3, "longitude": 43.8, "radius_km": 2.0, "source": "test", "names": [name]}
    return Row(id=id_, name=name, kind=kind, country=country, **(fields | more))


def packages():
    rows = [
        place("gn:1", "Al Fallujah", admin1="gn:2"),
        place("gn:2", "Anbar", "admin1", names=["Anbar", "Al Anbar"]),
        place("gn:3", "Diyala", "admin1"),
        place("gn:4", "Karbala", "admin1", radius_km=90.0),
        place("gn:5", "Twin", "admin1"),
        place("gn:6", "Twin", "admin1"),
    ]
    europe = {
        "geonameId": 77,
        "name": "Europe",
        "lat": "48.7",
        "lng": "9.1",
        "alternateNames": [{"name": "Europa"}],
    }
    return curated.known(
        rows,
        {"gn:2": ANBAR, "gn:3": DIYALA},
        {"IQ": box(40, 30, 48, 38)},
        curated.continent_rows({"EU": europe}, Counter()),
    )


def table(tmp_path, *rows):
    path = tmp_path / "curated.tsv"
    lines = ["# ours", "\t".join(HEADER), *("\t".join(row.get(name, "") for name in HEADER) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def built(tmp_path, *rows, known=None):
    return curated.add_curated(table(tmp_path, *rows), known or packages())


def test_an_alias_joins_the_row_that_it_points_at(tmp_path):
    known = packages()
    line = {"name": "Fallujah", "aliases": "Falluja", "kind": "alias", "country": "IQ", "like": "gn:1"}
    assert built(tmp_path, line, known=known) == ([], {})
    row = known.rows["gn:1"]
    assert (row.name, row.names) == ("Fallujah", ["Fallujah", "Falluja", "Al Fallujah"])


def test_a_place_like_a_row_stands_where_that_row_stands(tmp_path):
    dam = {"name": "Fallujah Dam", "kind": "facility", "feature_code": "DAM", "country": "IQ", "like": "gn:1"}
    [row], shapes = built(tmp_path, dam | {"radius_km": "5"})
    assert (row.id, row.latitude, row.admin1, row.radius_km) == ("cur:iq-fallujah-dam", 33.3, "gn:2", 5.0)
    assert (row.source, row.feature_code, shapes) == ("curated; position: gn:1 (test)", "DAM", {})


def test_a_region_like_a_unit_has_its_polygon(tmp_path):
    _, shapes = built(tmp_path, {"name": "Anbar desert", "kind": "terrain", "country": "IQ", "like": "gn:2"})
    assert shapes == {"cur:iq-anbar-desert": ANBAR}


def test_a_region_of_several_units_is_their_union(tmp_path):
    [row], shapes = built(
        tmp_path, {"name": "Middle", "kind": "region", "country": "IQ", "like": "gn:2|gn:3"}
    )
    assert shapes[row.id].equals(box(40, 32, 46, 35))
    assert (row.latitude, row.longitude) == (33.5, 43.0)
    assert row.radius_km > 300
    assert row.source == "curated; extent: union of gn:2, gn:3"


def test_a_unit_without_a_polygon_widens_the_reach_of_its_region(tmp_path):
    line = {"name": "Middle", "kind": "region", "country": "IQ"}
    [drawn], _ = built(tmp_path, line | {"like": "gn:2|gn:3"})
    known = packages()
    known.rows["gn:4"].longitude = 60.0
    [wide], shapes = built(tmp_path, line | {"like": "gn:2|gn:3|gn:4"}, known=known)
    assert wide.radius_km > drawn.radius_km + 1000
    assert shapes[wide.id].equals(box(40, 32, 46, 35))


@pytest.mark.parametrize(
    "more", [{"like": "gn:77"}, {"latitude": "51", "longitude": "15", "radius_km": "2200"}]
)
def test_a_continent_has_its_id_and_its_names(tmp_path, more):
    [row], _ = built(tmp_path, {"name": "Europe", "kind": "region", "feature_code": "CONT"} | more)
    assert (row.id, row.feature_code, "Europa" in row.names) == ("gn:77", "CONT", True)


def test_an_editorial_place_ranks_last_and_lies_in_its_unit(tmp_path):
    line = {"name": "Karma", "kind": "settlement", "country": "IQ", "admin1": "Al Anbar"}
    [row], _ = built(tmp_path, line | {"latitude": "33.4", "longitude": "43.9", "radius_km": "10"})
    assert (row.source, row.prominence, row.admin1) == ("editorial", 0.0, "gn:2")


SOUND = {
    "name": "X",
    "kind": "region",
    "country": "IQ",
    "latitude": "33",
    "longitude": "43",
    "radius_km": "20",
}


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ({"name": "X", "kind": "alias", "country": "IQ", "like": "gn:404"}, "gn:404"),
        ({"name": "X", "kind": "alias", "country": "IQ"}, "the id of one package row"),
        ({"name": "X", "kind": "alias", "country": "IQ", "like": "gn:1|gn:2"}, "the id of one package row"),
        (
            {"name": "X", "kind": "region", "country": "IQ", "like": "gn:4|gn:5"},
            "no row in `like` has a polygon",
        ),
        (SOUND | {"kind": "planet"}, "planet"),
        (SOUND | {"radius_km": "5"}, "10 km or more"),
        (SOUND | {"latitude": ""}, "needs a position"),
        (SOUND | {"admin1": "Nowhere"}, "name of 0 units"),
        (SOUND | {"admin1": "Twin"}, "name of 2 units"),
        (SOUND | {"admin1": "Diyala"}, "1.00 degrees outside Diyala"),
        (SOUND | {"longitude": "50"}, "2.00 degrees outside IQ"),
    ],
)
def test_a_wrong_row_is_named(tmp_path, line, wrong):
    with pytest.raises(SystemExit, match=f"line 3.*{wrong}"):
        built(tmp_path, line)


def test_a_water_may_lie_off_its_country(tmp_path):
    [row], _ = built(tmp_path, SOUND | {"kind": "water", "longitude": "50"})
    assert row.longitude == 50


def test_an_id_is_given_once(tmp_path):
    with pytest.raises(SystemExit, match=r"line 4.*cur:iq-x"):
        built(tmp_path, SOUND, SOUND)
