from __future__ import annotations

import csv

import pytest
from shapely.geometry import Point

from geomap.gazetteer import folder, open_gazetteer
from geomap.names import fold


def rows(name):
    with (folder() / name).open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_curated_place_lies_inside_its_country():
    gazetteer = open_gazetteer()
    for row in rows("curated.tsv"):
        for match in gazetteer.matches(row["name"], country=row["country"] or None):
            place = match.place
            if place.country is not None and place.source.startswith(("editorial", "curated")):
                outline = gazetteer.boundary(gazetteer.country(place.country))
                assert (
                    outline.buffer(0.1).covers(Point(place.longitude, place.latitude))
                    or place.name == "Golan Heights"
                )


def test_every_curated_name_and_alias_finds_its_place():
    gazetteer = open_gazetteer()
    for row in rows("curated.tsv"):
        wanted = row["like"] if row["kind"] == "alias" else f"cur:{fold(row['name']).replace(' ', '-')}"
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            assert wanted in {place.id for place in gazetteer(name)}, name


def test_an_editorial_place_has_a_wide_radius_and_ranks_last():
    gazetteer = open_gazetteer()
    editorial = [
        place
        for row in rows("curated.tsv")
        for place in gazetteer(row["name"])
        if place.source == "editorial"
    ]
    assert len(editorial) > 20
    for place in editorial:
        assert place.radius_km >= 10
        assert place == [one for one in gazetteer(place.name) if one.kind == place.kind][-1]


@pytest.mark.parametrize("table", ["country_names.tsv", "demonyms.tsv"])
def test_a_country_has_one_row(table):
    codes = [row["code"] for row in rows(table)]
    assert codes == sorted(set(codes))
    assert all(open_gazetteer().country(code) is not None for code in codes)


def test_every_name_and_demonym_of_a_country_finds_it():
    gazetteer = open_gazetteer()
    for row in rows("country_names.tsv"):
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            best = [place for place in gazetteer(name) if place.kind == "country"]
            assert row["code"] in {place.country for place in best}, name
            assert gazetteer(name)[0].kind == "country", name
    for row in rows("demonyms.tsv"):
        for word in row["demonyms"].split("|"):
            assert row["code"] in {place.country for place in gazetteer.demonym(word)}, word
