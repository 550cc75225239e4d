from datetime import date

import pytest
from geopy.distance import great_circle
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import InputError
from geomap.matching import (
    Difference,
    Interval,
    Location,
    date_difference,
    distance_between,
    distance_km,
    place_difference,
    same_unit,
    value_difference,
)

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2020, 3, 1))
POSITIONS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def location(name="Baidoa", levels=("city",), **fields):
    given_fields = {"id": None, "country": "SO", "position": None} | fields
    return Location(names=(name,), levels=frozenset(levels), **given_fields)


def days(first, last):
    return Interval(first=first and date(2024, 3, first), last=last and date(2024, 3, last))


@st.composite
def intervals(draw):
    first, last = sorted([draw(DAYS), draw(DAYS)])
    ends = draw(st.sampled_from([(first, last), (first, None), (None, last)]))
    return Interval(first=ends[0], last=ends[1])


@given(POSITIONS, POSITIONS)
def test_a_distance_is_the_same_both_ways_and_near_that_on_a_sphere(one, other):
    assert distance_km(one, other) == pytest.approx(distance_km(other, one))
    # The ellipsoid is flattened by a three-hundredth.
    assert distance_km(one, other) == pytest.approx(great_circle(one, other).km, rel=0.006, abs=1e-3)


def test_a_degree_of_latitude_is_sixty_nautical_miles():
    assert distance_km((34.0, 43.0), (35.0, 43.0)) == pytest.approx(60 * 1.852, rel=0.002)


def test_no_distance_to_a_place_whose_position_is_not_known():
    assert distance_between(location(), location(position=(1.0, 2.0))) is None


@pytest.mark.parametrize("value", ["occurred", 1, None])
def test_equal_values_do_not_differ(value):
    assert value_difference("status", value, value) is None


def test_zero_dead_is_not_an_unknown_number_of_dead():
    assert value_difference("fatalities", None, 0) == Difference(field="fatalities", expected=None, found="0")


@pytest.mark.parametrize(
    ("accepted", "found", "agrees"),
    [
        ((8, 8), (8, 8), True),
        ((7, 8), (8, 8), True),
        ((8, 8), (7, 8), False),
        ((1, 31), (None, 8), False),
        ((1, 31), (8, None), False),
        ((None, 8), (None, 8), True),
        ((None, 8), (5, 8), True),
        ((None, 8), (None, 9), False),
        ((None, 8), (5, None), False),
        ((8, None), (8, None), True),
        ((8, None), (9, 12), True),
        ((8, None), (7, 12), False),
        ((8, None), (None, 12), False),
    ],
)
def test_a_date_agrees_inside_the_accepted_interval(accepted, found, agrees):
    assert (date_difference(days(*accepted), days(*found)) is None) is agrees


def test_an_unknown_date_agrees_with_an_unknown_date_only():
    assert date_difference(None, None) is None
    assert date_difference(None, days(8, 8)) == Difference(field="date", expected=None, found="2024-03-08")
    assert date_difference(days(None, 8), None) == Difference(
        field="date", expected="… to 2024-03-08", found=None
    )


@given(intervals(), intervals(), intervals())
def test_holding_is_a_partial_order(one, two, three):
    assert one.holds(one)
    if one.holds(two) and two.holds(one):
        assert one == two
    if one.holds(two) and two.holds(three):
        assert one.holds(three)


@pytest.mark.parametrize("ends", [(None, None), (9, 8)])
def test_an_interval_has_an_end_and_does_not_end_before_it_starts(ends):
    with pytest.raises(InputError):
        days(*ends)


def test_a_place_agrees_up_to_the_tolerance_and_no_further():
    here, there = location(position=(3.0, 43.0)), location("Elsewhere", position=(3.0, 43.1))
    assert place_difference(here, there, tolerance_km=11.2) is None
    difference = place_difference(here, there, tolerance_km=11.0)
    assert difference.expected == "Baidoa (city, SO, 3.000 43.000)"
    assert difference.found == "Elsewhere (city, SO, 3.000 43.100), 11 km off"


def test_an_unknown_place_agrees_with_an_unknown_place_only():
    assert place_difference(None, None, tolerance_km=10) is None
    assert place_difference(None, location(), tolerance_km=10).expected is None
    assert place_difference(location(), None, tolerance_km=10).found is None


def test_a_place_of_the_same_id_agrees_however_far_its_point():
    one = location(id="gn:1", position=(3.0, 43.0))
    assert place_difference(one, location(id="gn:1", position=(4.0, 43.0)), tolerance_km=10) is None
    assert place_difference(one, location(id="gn:2", position=(4.0, 43.0)), tolerance_km=10) is not None


def test_the_place_itself_does_not_agree_with_its_vicinity():
    beside = location(levels=["vicinity"], position=(3.0, 43.0))
    assert place_difference(beside, beside, tolerance_km=10) is None
    assert place_difference(beside, location(position=(3.0, 43.0)), tolerance_km=10) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (location("Diyala province", ["adm1"]), location("Diyālá", ["adm1"])),
        (location("Governorate of Al-Anbar", ["adm1"]), location("Anbar", ["adm1"])),
        (location("Luuq", ["city", "adm2"]), location("Luuq District", ["adm2"])),
        (location("Sahel", ["region"]), location("sahel", ["region"])),
        (location("Somalia", ["country"]), location("Federal Republic of Somalia", ["country"])),
        (location("Bay", ["adm1"], id="gn:1"), location("Bay", ["adm1"], id="gn:2")),
        (location("Bay", ["adm2"], id="gn:1"), location("Bay", ["adm2"], id="ne:2")),
    ],
)
def test_the_same_unit(one, other):
    assert same_unit(one, other)
    assert same_unit(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (location("Bay", ["adm1"]), location("Bay", ["adm2"])),
        (location("Bay", ["adm1"]), location("Bay", ["adm1"], country="KE")),
        (location("Bay", ["adm1"], country=None), location("Bay", ["adm1"], country=None)),
        (location("Bay", ["adm1"]), location("Gedo", ["adm1"])),
        (location("Bay", ["city"]), location("Bay", ["city"])),
        (location("Bay", ["adm2"], id="gn:1"), location("Bay", ["adm2"], id="gn:2")),
        (location("Somalia", ["country"]), location("Somalia", ["adm1"])),
    ],
)
def test_not_the_same_unit(one, other):
    assert not same_unit(one, other)
    assert not same_unit(other, one)
