"""What the words beside a mention say: appositions, lists, and units in short."""

from __future__ import annotations

import pytest

from geomap.model import Mention, Span
from geomap.resolution.reading import read_names
from geomap.resolution.resolver import knowing


def clues(gazetteer, text, *names):
    """The clues of the first name; one with a star is a demonym."""
    mentions = []
    for name in names:
        at, words = text.index(name.strip("*")), name.strip("*")
        kind = "demonym" if name.endswith("*") else "name"
        mentions.append(Mention(span=Span(start=at, end=at + len(words)), text=words, kind=kind))
    return read_names(text, mentions, knowing(gazetteer)).standings[0].clues


@pytest.mark.parametrize(
    ("text", "names", "holder"),
    [
        ("Samarra, a town in northern Iraq, was quiet.", ("Samarra", "Iraq"), "Iraq"),
        ("Lima is a city in and the county seat of Ohio.", ("Lima", "Ohio"), "Ohio"),
        ("Samarra (Arabic) is a holy city in Iraq.", ("Samarra", "Iraq"), "Iraq"),
        ("They left Samarra, an Iraqi town.", ("Samarra", "Iraqi*"), "Iraq"),
        ("A man of Fresno, Calif., was hurt.", ("Fresno",), "California"),
    ],
)
def test_what_is_said_to_hold_a_place(gazetteer, text, names, holder):
    assert holder in {place.name for place in clues(gazetteer, text, *names).holders}


def test_a_unit_that_lies_in_the_next_is_the_one_meant(gazetteer):
    text = "Paris is a city in Lamar County, Texas."
    found = clues(gazetteer, text, "Paris", "Lamar County", "Texas").holders
    assert {place.admin1 for place in found} == {"Texas"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Samarra was quiet. He is a man of Iraq.", ("Samarra", "Iraq")),
        ("He met Samarra, In.", ("Samarra",)),
        ("Samarra and Iraq", ("Samarra", "Iraq")),
    ],
)
def test_what_is_not_said_to_hold_a_place(gazetteer, text, names):
    assert clues(gazetteer, text, *names).holders == ()


@pytest.mark.parametrize(
    ("text", "names", "sort"),
    [
        ("in Clay, Douglas and Grant counties", ("Clay", "Douglas", "Grant"), "unit"),
        ("in Clay and Douglas, not in Grant counties", ("Clay", "Douglas", "Grant"), ""),
        ("Samarra, a quiet town.", ("Samarra",), "settlement"),
        ("Jordan is a country of the east.", ("Jordan",), "country"),
        ("Samarra, the man said.", ("Samarra",), ""),
    ],
)
def test_what_a_place_is_said_to_be(gazetteer, text, names, sort):
    assert clues(gazetteer, text, *names).sort == sort


@pytest.mark.parametrize(
    "text", ["Samarra, a town 125 km north of Baghdad", "Samarra, which lies near Baghdad"]
)
def test_what_a_place_is_said_to_be_near(gazetteer, text):
    assert "Baghdad" in {place.name for place in clues(gazetteer, text, "Samarra", "Baghdad").beside}
