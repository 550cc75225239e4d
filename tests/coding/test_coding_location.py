"""Where an event happened: the place that its clause governs, and none that only stands near it."""

from __future__ import annotations

import pytest
from coding_examples import code, only


def shown(text):
    where = only(text).where
    return where and (where.evidence.text, where.precision)


@pytest.mark.parametrize(
    ("text", "place", "precision"),
    [
        ("A bomb exploded in Baghdad on Monday.", "Baghdad", "city"),
        ("Russian warplanes bombed Aleppo on Monday.", "Aleppo", "city"),
        ("The army shelled the rebel-held city of Homs on Monday.", "Homs", "city"),
        ("Demonstrators marched through the rain-soaked streets of Baghdad.", "Baghdad", "city"),
        ("Gunmen kidnapped two men in Iraq's northern city of Mosul on Monday.", "Mosul", "city"),
        ("Gunmen kidnapped two men in the Iraqi capital, Baghdad.", "Baghdad", "city"),
        ("The Samarra bombing on Monday killed five people.", "Samarra", "city"),
        ("Gunmen killed five people in a residential Baghdad compound.", "Baghdad", "city"),
        ("A bomb exploded in Diyala province on Monday.", "Diyala province", "adm1"),
        ("A bomb exploded in Baqubah in Diyala province on Monday.", "Baqubah", "city"),
        ("A bomb exploded near Tikrit on Monday.", "near Tikrit", "vicinity"),
        ("A bomb exploded in the area south of Tikrit.", "south of Tikrit", "vicinity"),
        ("A bomb exploded in Samarra, a town north of Baghdad.", "Samarra", "city"),
        ("A bomb exploded in Samarra, some 110 kilometres north of Baghdad.", "Samarra", "city"),
        ("Troops drove militants out of Tikrit on Monday.", "Tikrit", "city"),
        ("A bomb exploded in Iraq on Monday.", "Iraq", "country"),
        ("In Iraq, a bomb exploded in Mosul on Monday.", "Mosul", "city"),
        ("In Kabul, a bomb exploded on Monday.", "Kabul", "city"),
    ],
)
def test_the_clause_of_a_deed_governs_its_place(text, place, precision):
    assert shown(text) is not None
    found, kind = shown(text)
    assert found.endswith(place)
    assert kind == precision


@pytest.mark.parametrize(
    "text",
    [
        # Where it was said, whose it is, who acted, where somebody is from, and another clause's place.
        "A bomb exploded on Monday, officials in Baghdad said.",
        "A bomb exploded on Monday, he told reporters in Baghdad.",
        "A bomb exploded on Monday beside Iraq's ambassador.",
        "A Turkey drone strike killed five people on Monday.",
        "A car from Baghdad exploded by a bomb on Monday, killing five.",
        "A bomb exploded on Monday as the minister, who lives in Baghdad, left.",
    ],
)
def test_a_place_that_only_stands_by_is_not_taken(text):
    assert all(event.where is None for event in code(text))


def test_words_happen_where_they_are_spoken_and_not_where_they_speak_of():
    event = only("The Iranian minister praised the army for its role in Iraq, speaking in Tehran on Monday.")
    assert event.where is not None
    assert event.where.place.name == "Tehran"
    assert all(
        each.where is None for each in code("Iran accused Turkey on Monday, naming a strike in Syria.")
    )


def test_a_relation_widens_the_radius_to_the_vicinity():
    near, at = only("A bomb exploded near Tikrit."), only("A bomb exploded in Tikrit.")
    assert near.where is not None and at.where is not None
    assert near.where.radius_km > at.where.radius_km == 5.0


def test_the_deeds_of_one_sentence_share_its_place():
    events = code("Troops recaptured the town of Samarra on Monday and arrested 20 militants.")
    assert {(event.type, event.where and event.where.place.name) for event in events} == {
        ("battle.territory_gov", "Samarra"),
        ("strategic.arrest", "Samarra"),
    }


def test_a_relative_clause_keeps_its_place_to_itself():
    events = code("A funeral was held in Tehran for a general who was killed in Samarra.")
    assert [event.where and event.where.place.name for event in events] == ["Tehran", "Samarra"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "The army shelled the towns of Tikrit and Samarra on Monday, killing five people.",
            {"Tikrit", "Samarra"},
        ),
        ("Bombs exploded in Mosul, Samarra and Tikrit on Monday.", {"Mosul", "Samarra", "Tikrit"}),
        ("Air strikes hit Aleppo and Homs on Monday.", {"Aleppo", "Homs"}),
        # A place that only says where the other lies, or that another deed belongs to, is no second one.
        ("A bomb exploded in Baqubah in Diyala province on Monday.", {"Baqubah"}),
        ("A bomb exploded in Samarra, a town north of Baghdad.", {"Samarra"}),
        ("A bomb exploded in Mosul on Monday, officials in Baghdad said.", {"Mosul"}),
    ],
)
def test_a_deed_at_several_places_keeps_them_all(text, places):
    event = only(text)
    assert event.where is not None
    assert {event.where.place.name, *(each.place.name for each in event.also_at)} == places
