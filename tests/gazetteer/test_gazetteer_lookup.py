from __future__ import annotations

import pickle
from math import cos, hypot, radians

import pytest

from geomap.gazetteer import Gazetteer, folder, open_gazetteer
from geomap.stages import Gazetteer as GazetteerDoor


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def kilometres(place, latitude, longitude):
    return 111.2 * hypot(place.latitude - latitude, (place.longitude - longitude) * cos(radians(latitude)))


@pytest.mark.parametrize(
    ("name", "country", "kind", "circle"),
    [
        ("Tehran", "IR", "settlement", (35.69, 51.42, 10)),
        ("Samarra", "IQ", "settlement", (34.196, 43.886, 10)),
        ("Sāmarrā’", "IQ", "settlement", (34.196, 43.886, 10)),
        ("SAMARRA", "IQ", "settlement", (34.196, 43.886, 10)),
        ("سامراء", "IQ", "settlement", (34.196, 43.886, 10)),
        ("Tikrit", "IQ", "settlement", (34.616, 43.679, 10)),
        ("Baghdad", "IQ", "settlement", (33.34, 44.40, 10)),
        ("Dhuluiya", "IQ", "settlement", (34.07, 44.2, 10)),
        ("Dhuluiyah", "IQ", "settlement", (34.07, 44.2, 10)),
        ("Ad Dulu'iyah", "IQ", "settlement", (34.07, 44.2, 10)),
        ("Duluiyya", "IQ", "settlement", (34.07, 44.2, 10)),
        ("Dhuluiya district", "IQ", "settlement", (34.07, 44.2, 10)),
        ("Deir Ezzor", "SY", "settlement", (35.34, 40.14, 10)),
        ("Paris", "FR", "settlement", (48.85, 2.35, 10)),
        ("Mexico City", "MX", "settlement", (19.43, -99.13, 10)),
        ("Киев", "UA", "settlement", (50.45, 30.52, 10)),
        ("Diyala", "IQ", "admin1", (33.9, 44.9, 80)),
        ("Diyala province", "IQ", "admin1", (33.9, 44.9, 80)),
        ("Governorate of Diyala", "IQ", "admin1", (33.9, 44.9, 80)),
        ("North Khorassan province", "IR", "admin1", (37.5, 57.1, 80)),
        ("al-Anbar province", "IQ", "admin1", (32.9, 41.5, 100)),
        ("Tehran province", "IR", "admin1", (35.5, 51.4, 80)),
        ("Samarra district", "IQ", "admin2", (34.2, 43.9, 60)),
        ("US", "US", "country", (39, -98, 800)),
        ("U.S.", "US", "country", (39, -98, 800)),
        ("United States", "US", "country", (39, -98, 800)),
        ("the United Kingdom", "GB", "country", (53, -2, 300)),
        ("Burma", "MM", "country", (21, 96, 400)),
        ("Türkiye", "TR", "country", (39, 35, 300)),
        ("Ivory Coast", "CI", "country", (7.5, -5.5, 200)),
        ("DR Congo", "CD", "country", (-3, 23, 500)),
        ("Iran", "IR", "country", (32.4, 54, 300)),
        ("Strait of Hormuz", None, "water", (26.5, 56.4, 60)),
    ],
)
def test_the_place_that_a_name_means_comes_first(gazetteer, name, country, kind, circle):
    best = gazetteer(name)[0]
    assert (best.country, best.kind) == (country, kind)
    latitude, longitude, radius = circle
    assert kilometres(best, latitude, longitude) <= radius


def test_georgia_is_a_country_and_a_state(gazetteer):
    first, second = gazetteer("Georgia")[:2]
    assert (first.country, first.kind) == ("GE", "country")
    assert (second.country, second.kind) == ("US", "admin1")


def test_an_unknown_name_finds_nothing(gazetteer):
    assert gazetteer("Xqzzt Vrrblk") == ()
    assert gazetteer("") == ()
    assert gazetteer("—") == ()
    assert not gazetteer.holds("Xqzzt Vrrblk")


@pytest.mark.parametrize("name", ["Khorasan", "Khorassan", "Khurasan"])
def test_spellings_of_khorasan_are_in_iran(gazetteer, name):
    assert any(match.place.country == "IR" for match in gazetteer.matches(name, country="IR"))


def test_matches_say_how_well_and_how(gazetteer):
    exact = gazetteer.matches("Tikrit")[0]
    assert (exact.quality, exact.matched_name, exact.how) == (1.0, "Tikrit", "the name")
    unit = gazetteer.matches("Diyala province")[0]
    assert 0.9 < unit.quality <= 1.0
    loose = gazetteer.matches("Tikreet")[0]
    assert loose.place.name == "Tikrit"
    assert loose.quality < 0.9
    assert "romanisation" in loose.how


def test_qualities_and_a_limit_hold_for_every_match(gazetteer):
    found = gazetteer.matches("San José")
    assert [match.quality for match in found] == sorted((match.quality for match in found), reverse=True)
    assert gazetteer.matches("San José", limit=3) == found[:3]


def test_a_country_limits_what_is_found(gazetteer):
    assert {match.place.country for match in gazetteer.matches("Paris", country="US")} == {"US"}
    assert gazetteer.matches("Tikrit", country="BR") == ()


def test_a_demonym_is_found_as_such_only(gazetteer):
    for word in ("Iraqi", "Iraqis", "iraqi"):
        assert [place.country for place in gazetteer.demonym(word)] == ["IQ"]
    assert [place.country for place in gazetteer.demonym("Burmese")] == ["MM"]
    assert {place.country for place in gazetteer.demonym("Congolese")} == {"CD", "CG"}
    assert gazetteer.demonym("Iraq") == ()
    assert not any(place.kind == "country" for place in gazetteer("Iraqi"))


def test_the_longest_known_name_of_some_words(gazetteer):
    assert gazetteer.longest(["New", "York", "City", "police"]) == 3
    assert gazetteer.longest(["Abu", "Ghraib", "police"]) == 2
    assert gazetteer.longest(["Tikrit", ",", "Iraq"]) == 1
    assert gazetteer.longest(["Xqzzt", "Iraq"]) == 0
    assert gazetteer.longest([]) == 0


def test_places_by_id_and_by_what_holds_them(gazetteer):
    tehran = gazetteer.place("gn:112931")
    assert (tehran.name, tehran.country, tehran.admin1) == ("Tehran", "IR", "Tehran")
    unit = gazetteer.admin1(tehran)
    assert unit is not None
    assert (unit.kind, unit.feature_code) == ("admin1", "ADM1")
    iran = gazetteer.country("IR")
    assert iran is not None
    assert gazetteer.admin1(iran) is None
    assert gazetteer.country("ZZ") is None
    with pytest.raises(KeyError, match="gn:nothing"):
        gazetteer.place("gn:nothing")


def test_every_unit_place_has_a_position_radius_and_source(gazetteer):
    for name in ("Springfield", "Santa Cruz", "San Antonio", "Victoria", "Al Anbar", "Kivu"):
        for place in gazetteer(name):
            assert (place.latitude, place.longitude) != (0, 0)
            assert 0 < place.radius_km < 6000
            assert place.source
            assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301


def test_it_fits_the_door(gazetteer):
    door: GazetteerDoor = gazetteer
    assert next(place.name for place in door("Tikrit")) == "Tikrit"


def test_it_is_opened_once():
    assert open_gazetteer() is open_gazetteer(folder())
