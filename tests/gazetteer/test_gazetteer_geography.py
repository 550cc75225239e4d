from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from geomap.gazetteer import Gazetteer, open_gazetteer
from geomap.geodesy import great_circle_km


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture(scope="module")
def everything(gazetteer) -> list:
    return list(gazetteer)


def names(places):
    return [place.name for place in places]


def test_a_town_has_its_units_and_its_country_as_parents(gazetteer):
    tikrit = gazetteer("Tikrit")[0]
    *units, country = gazetteer.parents(tikrit)
    assert country == gazetteer.country("IQ")
    assert units[-1] == gazetteer.admin1(tikrit)
    assert [unit.kind for unit in units] in (["admin1"], ["admin2", "admin1"])
    assert units[0].name == tikrit.admin2 or units[0].name == tikrit.admin1
    assert gazetteer.parents(country) == ()


def test_children_and_parents_agree(gazetteer):
    iraq = gazetteer.country("IQ")
    units = gazetteer.children(iraq, kind="admin1")
    assert {"Diyala", "Saladin", "Nineveh"} <= set(names(units))
    assert all(gazetteer.parents(unit)[0] == iraq for unit in units)
    diyala = gazetteer("Diyala")[0]
    children = gazetteer.children(diyala)
    assert {"Baqubah", "Khanaqin"} <= set(names(children)) | {
        name for child in children for name in names(gazetteer.children(child))
    }
    assert all(gazetteer.parents(child)[0] == diyala for child in children)
    assert gazetteer.children(gazetteer("Tikrit")[0]) == ()


def test_contains_goes_by_units_then_by_polygon_then_by_radius(gazetteer):
    iraq, iran = gazetteer.country("IQ"), gazetteer.country("IR")
    tikrit, diyala, saladin = (gazetteer(name)[0] for name in ("Tikrit", "Diyala", "Saladin"))
    assert gazetteer.contains(iraq, tikrit)
    assert gazetteer.contains(saladin, tikrit)
    assert not gazetteer.contains(diyala, tikrit)
    assert not gazetteer.contains(iran, tikrit)
    assert not gazetteer.contains(tikrit, iraq)
    assert gazetteer.contains(tikrit, tikrit)
    darfur = gazetteer("Darfur")[0]
    assert gazetteer.contains(darfur, gazetteer("Nyala")[0])
    assert not gazetteer.contains(darfur, gazetteer("Khartoum")[0])


def test_a_river_contains_nothing(gazetteer):
    tigris = next(place for place in gazetteer("Tigris") if place.kind == "water")
    assert gazetteer.boundary(tigris).geom_type == "MultiLineString"
    assert not gazetteer.contains(tigris, gazetteer("Tikrit")[0])


POSITION = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(POSITION, st.floats(1, 800))
@settings(max_examples=6)
def test_nothing_nearby_is_missed(gazetteer, everything, position, radius_km):
    found = gazetteer.nearby(*position, radius_km)
    expected = {
        place.id
        for place in everything
        if great_circle_km(*position, place.latitude, place.longitude) <= radius_km
    }
    assert {place.id for place, _ in found} == expected
    distances = [distance for _, distance in found]
    assert distances == sorted(distances)


def test_nearby_crosses_the_antimeridian(gazetteer):
    found = {place.country for place, _ in gazetteer.nearby(-17.0, 179.99, 250)}
    assert "FJ" in found
    west = {place.id for place, _ in gazetteer.nearby(-17.0, -179.99, 250)}
    assert len(west & {place.id for place, _ in gazetteer.nearby(-17.0, 179.99, 250)}) > 20


def test_nearby_keeps_to_a_kind_and_a_limit(gazetteer):
    all_found = gazetteer.nearby(34.6, 43.68, 60, kind="settlement")
    assert {place.kind for place, _ in all_found} == {"settlement"}
    assert gazetteer.nearby(34.6, 43.68, 60, kind="settlement", limit=2) == all_found[:2]


def test_within_a_box_and_within_a_unit(gazetteer, everything):
    area = box(43, 34, 45, 35)
    expected = {
        place.id for place in everything if 43 <= place.longitude <= 45 and 34 <= place.latitude <= 35
    }
    assert {place.id for place in gazetteer.within(area)} == expected
    diyala = gazetteer("Diyala")[0]
    assert "Baqubah" in names(gazetteer.within(diyala, kind="settlement"))
    assert gazetteer.within(Polygon()) == ()
    assert gazetteer.within(gazetteer("Tikrit")[0]) == ()


def test_names_by_language(gazetteer):
    baghdad = gazetteer("Baghdad")[0]
    held = gazetteer.names(baghdad)
    assert "بغداد" in held["ar"]
    assert "Багдад" in held["ru"]
    assert "Baghdad" in {name for group in held.values() for name in group}
    every = [name for group in held.values() for name in group]
    assert all(gazetteer.holds(name) for name in every)


def test_a_place_of_another_gazetteer_has_no_names_here(gazetteer):
    stranger = replace(gazetteer("Tikrit")[0], id="mine:1")
    with pytest.raises(KeyError):
        gazetteer.names(stranger)
    assert gazetteer.boundary(stranger) is None
    assert gazetteer.contains(gazetteer.country("IQ"), stranger)


def test_who_holds_crimea_depends_on_the_view(gazetteer):
    held = open_gazetteer(view="held")
    sevastopol = gazetteer("Sevastopol")[0]
    assert sevastopol.country == "UA"
    assert held("Sevastopol")[0].country == "RU"
    assert held("Kyiv")[0] == gazetteer("Kyiv")[0]
    assert gazetteer.within(gazetteer.country("UA")) != held.within(held.country("UA"))
    assert held.contains(held.country("RU"), held("Sevastopol")[0])
    assert not held.contains(held.country("UA"), held("Sevastopol")[0])


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Jalulla Town", "IQ", "Jalawla"),
        ("Mishahdda", "IQ", None),
        ("Rammstein-Miesenbach", "DE", "Ramstein-Miesenbach"),
    ],
)
def test_a_slip_of_a_letter_is_found_in_a_country_only(gazetteer, name, country, found):
    matches = gazetteer.matches(name, country=country)
    if found:
        assert found in {match.place.name for match in matches}
    assert all(match.quality < 0.86 for match in matches)


def test_a_near_name_ranks_below_every_other_match(gazetteer):
    near = gazetteer.matches("Frankfutr am Main", country="DE")
    assert near
    assert {match.step for match in near} == {"fuzzy"}
    assert all(match.quality < 0.5 for match in near)
    assert gazetteer.matches("Frankfutr am Main") == ()
