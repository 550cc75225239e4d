from __future__ import annotations

import csv

import pytest
from shapely.geometry import Point

from geomap.gazetteer import folder, open_gazetteer
from geomap.names import fold, unit_words

AREAS = {"admin1", "admin2", "region"}


def rows(name):
    with (folder() / name).open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def new_places():
    """The rows of curated.tsv that are places of their own, with what they have become."""
    gazetteer = open_gazetteer()
    for row in rows("curated.tsv"):
        if row["kind"] != "alias":
            id_ = f"cur:{(row['country'] or 'xx').lower()}-{fold(row['name']).replace(' ', '-')}"
            continents = [one.id for one in gazetteer(row["name"]) if one.feature_code == "CONT"]
            yield row, gazetteer.place(continents[0] if row["feature_code"] == "CONT" else id_)


def test_every_editorial_place_lies_inside_its_country_and_its_admin1_unit():
    gazetteer = open_gazetteer()
    for row, place in new_places():
        if place.source != "editorial" or place.country is None or place.kind == "water":
            continue
        holders = [gazetteer.country(place.country)]
        if row["admin1"]:
            units = [unit for unit in gazetteer.parents(place) if unit.kind == "admin1"]
            assert len(units) == 1, row
            holders += units
        for outline in filter(None, map(gazetteer.boundary, holders)):
            assert outline.distance(Point(place.longitude, place.latitude)) <= 0.02, row


def test_every_curated_name_and_alias_finds_its_place():
    gazetteer = open_gazetteer()
    wanted = [(row, place.id) for row, place in new_places()]
    wanted += [(row, row["like"]) for row in rows("curated.tsv") if row["kind"] == "alias"]
    for row, id_ in wanted:
        country = gazetteer.place(id_).country
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found = [match.place for match in gazetteer.matches(name, country=country)]
            # "X district" asks for a unit or region, even where our X is a town or a quarter.
            asked = unit_words(name) is not None and {one.kind for one in found} <= AREAS
            assert asked or id_ in {one.id for one in found}, name


def test_an_editorial_place_has_a_wide_radius_and_ranks_below_sourced_settlements_of_its_name():
    gazetteer = open_gazetteer()
    editorial = [place for _, place in new_places() if place.source == "editorial"]
    assert len(editorial) > 20
    for place in editorial:
        assert place.radius_km >= 10
        order = [one.id for one in gazetteer(place.name)]
        namesakes = [
            one.id
            for one in gazetteer(place.name)
            if one.kind == "settlement" and one.name == place.name and not one.id.startswith("cur:")
        ]
        assert all(order.index(one) < order.index(place.id) for one in namesakes), place.name


def test_a_region_of_units_has_the_union_of_their_polygons():
    gazetteer = open_gazetteer()
    for row, place in new_places():
        ids = [id_ for id_ in row["like"].split("|") if id_]
        if len(ids) > 1:
            parts = filter(None, (gazetteer.boundary(gazetteer.place(id_)) for id_ in ids))
            whole = gazetteer.boundary(place)
            assert whole is not None, row
            assert all(part.difference(whole).area < 0.02 * part.area for part in parts), row


@pytest.mark.parametrize("table", ["country_names.tsv", "country_points.tsv", "demonyms.tsv"])
def test_a_country_has_one_row(table):
    codes = [row["code"] for row in rows(table)]
    assert codes == sorted(set(codes))
    gazetteer = open_gazetteer()
    for code in codes:
        assert gazetteer.place(code) if ":" in code else gazetteer.country(code), code


def test_a_country_stands_at_the_point_that_is_told_of_it_on_or_near_its_land():
    gazetteer = open_gazetteer()
    for row in rows("country_points.tsv"):
        country = gazetteer.country(row["code"])
        assert (country.latitude, country.longitude) == (float(row["latitude"]), float(row["longitude"])), row
    for country in (place for place in gazetteer if place.kind == "country"):
        point = Point(country.longitude, country.latitude)
        assert gazetteer.boundary(country).distance(point) < 0.5, country


def test_a_continent_stands_where_geonames_has_it():
    gazetteer = open_gazetteer()
    continents = [place for place in gazetteer if place.feature_code == "CONT"]
    assert len(continents) == 6
    assert all(
        place.id.startswith("gn:62551") and place.source == "GeoNames continents" for place in continents
    )


def test_every_name_and_demonym_of_a_country_finds_it():
    gazetteer = open_gazetteer()
    for row in rows("country_names.tsv"):
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            best = [place for place in gazetteer(name) if place.kind == "country"]
            assert row["code"] in {place.country for place in best}, name
            assert gazetteer(name)[0].kind == "country", name
    for row in rows("demonyms.tsv"):
        for word in row["demonyms"].split("|"):
            found = gazetteer.demonym(word)
            assert row["code"] in {place.country for place in found} | {place.id for place in found}, word
