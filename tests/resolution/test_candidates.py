"""Which places a mention may mean: abbreviations, shortened words, and names within names."""

from __future__ import annotations

import pytest

from geomap.resolution.candidates import MOST, places_meant


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Tenn.", "Tennessee", "US"),
        ("Kan.", "Kansas", "US"),
        ("S.C.", "South Carolina", "US"),
        ("W.Va.", "West Virginia", "US"),
        ("Sask.", "Saskatchewan", "CA"),
        ("NSW", "New South Wales", "AU"),
    ],
)
def test_abbreviations_mean_their_units(gazetteer, text, name, country):
    first = places_meant(gazetteer, text, "name")[0]
    assert (first.place.name, first.place.kind, first.place.country) == (name, "admin1", country)


def test_shortened_words_are_written_out(gazetteer):
    names = {match.place.name for match in places_meant(gazetteer, "Mt. Pleasant", "name")}
    assert {"Mount Pleasant", "Mt Pleasant"} <= names


def test_a_name_within_a_name_is_a_lesser_match(gazetteer):
    (match, *_) = places_meant(gazetteer, "South Los Angeles", "name")
    assert match.place.name == "Los Angeles"
    assert match.quality < 0.7


def test_a_known_name_is_not_taken_apart(gazetteer):
    assert all(match.place.name != "London" for match in places_meant(gazetteer, "East London", "name"))


def test_no_place_twice_and_no_more_than_can_be_weighed(gazetteer):
    ids = [match.place.id for match in places_meant(gazetteer, "San Antonio", "name")]
    assert len(ids) == len(set(ids)) <= MOST


def test_a_demonym_means_countries_only(gazetteer):
    assert [match.place.kind for match in places_meant(gazetteer, "Iraqi", "demonym")] == ["country"]
