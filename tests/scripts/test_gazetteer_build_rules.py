from __future__ import annotations

import math
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))

from gazetteer_build import admin, assembly, basemap, checks, countries, index, polygons, rows, towns, units  # noqa: E402

from geomap import geodesy  # noqa: E402
from geomap.gazetteer import layout, open_gazetteer  # noqa: E402


def town(id_, name, latitude, longitude, **more):
    fields = {"country": "IQ", "kind": "settlement", "radius_km": 2.0, "source": "test", "names": [name]}
    return rows.Row(id=id_, name=name, latitude=latitude, longitude=longitude, **(fields | more))


def feature(country, shape, **attributes):
    return polygons.Feature(attributes={"adm1_code": "X-1", **attributes}, country=country, shape=shape)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Tikrit", None),
        ("تكريت", None),
        ("'s-Hertogenbosch", None),
        ("U", "shorter than two letters"),
        ("THR", "bare airport code"),
        ("OIII", "bare airport code"),
        ("tkryt", "machine transliteration (Latin letters, no capital)"),
        ("ti ke li te", "machine transliteration (Latin letters, no capital)"),
        ("12", "digits only"),
        ("京", None),
    ],
)
def test_junk_is_told_from_names(name, reason):
    assert rows.drop_reason(name, codes_are_junk=True) == reason


def test_a_name_is_kept_once_and_what_is_dropped_is_counted():
    dropped = Counter()
    assert list(rows.kept_names(["Tikrit", "", "Tikrit", "tkryt"], dropped)) == ["Tikrit"]
    assert dropped.total() == 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Sāmarrā’", "Samarra"), ("Aḑ Ḑulū‘īyah", "Ad Duluiyah"), ("Köln", "Köln"), ("Kyiv", "Kyiv")],
)
def test_the_press_leaves_out_marks_of_romanisation(name, shown):
    assert rows.press_name(name) == shown


@given(st.integers(0, 40_000_000), st.integers(0, 40_000_000))
def test_a_larger_town_is_as_wide_and_as_prominent_or_more(one, other):
    small, large = sorted((one, other))
    assert 2.0 <= rows.settlement_radius(large) <= 30.0
    assert small == 0 or rows.settlement_radius(small) <= rows.settlement_radius(large)
    assert rows.settlement_prominence(small, None) <= rows.settlement_prominence(large, None)


def test_a_degree_of_latitude_is_111_km():
    assert geodesy.great_circle_km(0, 0, 1, 0) == pytest.approx(math.tau * geodesy.EARTH_RADIUS_KM / 360)


def test_units_are_read_by_line_and_towns_point_at_lines(tmp_path):
    lines = [
        "Wāsiţ\tIQ-WA\tIQ.16\t89693\tGovernorate\tWasit|واسط\t1\t\t107",
        "Only ISO\tIQ-XX\t\t\tGovernorate\t\t1\t\t107",
        "Kut District\t\tIQ.16.1\t5\t\t\t2\t1\t107",
    ]
    (tmp_path / "units.tsv").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "towns.tsv").write_text("Al-Kut\t99131\t1|3\t107\t315162\t32.5\t45.8\n", encoding="utf-8")
    dropped = Counter()
    read = units.read_units(tmp_path / "units.tsv", dropped)
    assert [unit and unit.code for unit in read] == ["IQ.16", None, "IQ.16.1"]
    assert dropped.total() == 1
    assert units.towns_of_units(tmp_path / "towns.tsv", read) == {99131: (89693, 5)}


def test_simplemaps_towns_that_geonames_has_join_its_row():
    known = town("gn:1", "Tikrit", 34.6, 43.68, population=40_000, feature_code="PPL")
    city = {"city_ascii": "Tikrit", "iso2": "IQ", "population": "42000", "id": "7", "capital": "admin"}
    near = {**city, "city": "Tikrīt", "lat": "34.61", "lng": "43.68"}
    far = {**city, "city": "Tikrīt", "lat": "30.0", "lng": "43.68", "id": "8", "capital": ""}
    added = towns.add_world_cities([towns.world_city(one) for one in (near, far)], [known], Counter())
    assert [row.id for row in added] == ["wcj:8"]
    assert (known.feature_code, "Tikrīt" in known.names) == ("PPLA", True)


def test_simplemaps_codes_of_gaza_and_the_west_bank_are_palestine():
    city = {"city": "Rafah", "city_ascii": "Rafah", "lat": "31.3", "lng": "34.2", "iso2": "XG", "id": "1"}
    row = towns.world_city({**city, "population": "", "capital": ""})
    assert (row.country, row.population) == ("PS", None)


def test_a_unit_is_placed_by_polygon_then_by_towns_then_by_seat():
    listed = [
        units.Unit(geonames_id=n, name=f"Unit{n}", code=f"IQ.{n}", names=(f"Unit{n}",)) for n in (1, 2, 3, 4)
    ]
    held = {2: [town(f"gn:2{n}", "Town", 30 + n, 40) for n in range(3)], 3: [town("gn:31", "Unit3", 33, 44)]}
    known = admin.Known(shapes={1: box(40, 30, 41, 31)}, features={}, towns=held, admin1_ids={})
    dropped = Counter()
    placed = {row.id: row for row in admin.unit_rows(listed, known, dropped)}
    assert [row.source.partition(": ")[2] for row in placed.values()] == [
        "inside its Natural Earth polygon",
        "median of its towns",
        "its seat or largest town",
    ]
    assert (placed["gn:2"].latitude, placed["gn:3"].latitude) == (31, 33)
    assert dropped.total() == 1


def test_units_that_natural_earth_makes_namesakes_are_shown_with_their_unit_word():
    listed = [
        units.Unit(geonames_id=n, name=names[0], code=f"RU.{n}", names=names)
        for n, names in ((1, ("Moskva",)), (2, ("Moskovskaya oblast", "Moscow Oblast")))
    ]
    drawn = {n: [feature("RU", box(n, 0, n + 1, 1), name_en="Moscow")] for n in (1, 2)}
    shapes = {n: box(n, 0, n + 1, 1) for n in (1, 2)}
    known = admin.Known(shapes=shapes, features=drawn, towns={}, admin1_ids={})
    assert [row.name for row in admin.unit_rows(listed, known, Counter())] == ["Moscow", "Moscow Oblast"]


def test_a_unit_without_towns_takes_the_town_of_its_name_in_its_admin1():
    unit = units.Unit(geonames_id=5, name="Qaḑā’ Sāmarrā’", code="IQ.18.5", names=())
    held = {18: [town("gn:1", "Samarra", 34.2, 43.9), town("gn:2", "Balad", 34, 44)]}
    admin.add_seats([unit], held, {"IQ.18": 18})
    assert [row.id for row in held[5]] == ["gn:1"]


def test_generic_words_are_no_name_of_a_unit():
    assert "samarra" in admin.with_cores(["Qaḑā’ Sāmarrā’"])
    assert "central" not in admin.with_cores(["Central District"])


def test_features_join_by_id_then_by_code():
    listed = [units.Unit(geonames_id=n, name="U", code=f"IQ.{n}", names=()) for n in (1, 2)]
    by_id, by_code, nobody = (
        feature("IQ", box(n, 0, n + 1, 1), **attributes)
        for n, attributes in enumerate(({"gn_id": 1}, {"gn_a1_code": "IQ.2"}, {"gn_id": 99}))
    )
    joined, left = admin.join([by_id, by_code, nobody], listed)
    assert (joined, left) == ({1: [by_id], 2: [by_code]}, [nobody])


def test_crimea_goes_to_ukraine_and_siachen_to_nobody():
    ring = shapely.geometry.mapping(box(33, 44, 36, 46))
    crimea = {"adm0_a3": "RUS", "iso_a2": "RU", "iso_3166_2": "UA-43"}
    siachen = {"adm0_a3": "KAS", "iso_a2": "IN", "iso_3166_2": "-99-X1"}
    read = polygons.read_features([{"geometry": ring, "properties": one} for one in (crimea, siachen)])
    assert [one.country for one in read] == ["UA", None]


def test_neighbours_are_dissolved_without_slivers():
    whole = polygons.dissolved([box(0, 0, 1, 1), box(1.0, 0, 2, 1)])
    assert whole.equals(box(0, 0, 2, 1))
    gap = polygons.dissolved([box(0, 0, 3, 3).difference(box(1, 1, 1.01, 1.01))])
    assert gap.equals(box(0, 0, 3, 3))


def test_an_anchor_lies_in_the_largest_part_and_reaches_all_of_it():
    latitude, longitude, reach = polygons.anchor(shapely.union(box(10, 10, 12, 12), box(50, 0, 50.1, 0.1)))
    assert box(10, 10, 12, 12).covers(shapely.Point(longitude, latitude))
    assert geodesy.great_circle_km(latitude, longitude, 10, 10) <= reach < 400


def test_the_largest_town_of_the_capitals_name_is_the_capital():
    places = [
        town("gn:1", "Baghdad", 33, 44, population=7_000_000),
        town("gn:2", "Baghdad", 30, 40, population=10),
    ]
    countries.mark_capitals({"IQ": {"capital": "Baghdad"}}, places)
    assert [place.feature_code for place in places] == ["PPLC", None]


def test_rows_outside_their_country_are_reported_and_those_on_anothers_land_go():
    inside, at_sea, ashore = (town(f"gn:{n}", "A", n + 0.5, n + 0.5) for n in (0, 5, 9))
    outlines = {"IQ": box(0, 0, 1, 1), "IR": box(9, 9, 10, 10)}
    assert checks.misplaced([inside, at_sea, ashore], outlines) == [at_sea, ashore]
    dropped = Counter()
    assert checks.without_mistakes([inside, at_sea, ashore], outlines, dropped) == [inside, at_sea]
    assert dropped.total() == 1


def test_a_shared_border_is_drawn_once(tmp_path):
    squares = [feature("IQ", box(0, 0, 1, 1)), feature("IQ", box(1, 0, 2, 1)), feature("IR", box(2, 0, 3, 1))]
    outlines = {"IQ": box(0, 0, 2, 1), "IR": box(2, 0, 3, 1)}
    basemap.write_basemap(tmp_path, outlines, squares, {"IQ": "Iraq", "IR": "Iran"})
    with zipfile.ZipFile(tmp_path / layout.BASEMAP) as archive:
        assert sorted(archive.namelist()) == [
            "borders/IQ.wkb",
            "countries.json",
            "countries/IQ.wkb",
            "countries/IR.wkb",
        ]
        assert shapely.from_wkb(archive.read("borders/IQ.wkb")).length == pytest.approx(1)


def bundle(folder):
    outline = box(40, 30, 48, 38)
    country = town("gn:9", "Iraq", 33, 44, kind="country", names=["Iraq", "Irak"], prominence=27.0)
    small = town(
        "gn:1", "Tikrit", 34.61581, 43.67861, names=["Tikrit", "تكريت"], prominence=4.6, admin1="gn:9"
    )
    village = town("gn:2", "Iraq", 35, 44, names=["Iraq"], prominence=2.0)
    basemap.write_basemap(folder, {"IQ": outline}, [feature("IQ", outline)], {"IQ": "Iraq"})
    built = assembly.Bundle(
        rows=[small, village, country],
        shapes={"gn:9": outline},
        demonyms={"iraqi": ["IQ"]},
        held={},
        held_shapes={},
        outlines={"IQ": outline},
        features=[],
    )
    index.write_index(folder, built)


def test_a_written_index_is_read_and_the_same_rows_give_the_same_bytes(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        bundle(folder)
    names = sorted(path.name for path in first.iterdir())
    assert names == sorted((layout.INDEX, *layout.BESIDE))
    assert all((first / name).read_bytes() == (second / name).read_bytes() for name in names)
    gazetteer = open_gazetteer(first)
    assert [place.id for place in gazetteer("Iraq")] == ["gn:9", "gn:2"]
    assert gazetteer("تكريت")[0].latitude == 34.61581
    assert gazetteer("Tikreet")[0].id == "gn:1"
    assert [place.id for place in gazetteer.demonym("Iraqi")] == ["gn:9"]
    assert gazetteer.boundary(gazetteer.place("gn:9")).area == pytest.approx(64)
