"""A continent comes before a village of its name, unless the text tells of the village."""

from __future__ import annotations

import pytest

import geomap


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Demand across Asia rose last year.", "Asia"),
        ("Investors in Asia sold shares, and those in the Philippines bought.", "Asia"),
        ("Health officials in Africa met on Monday.", "Africa"),
    ],
)
def test_a_continent_comes_before_its_namesakes(text, name):
    (found,) = [each for each in geomap.places(text) if each.mention.text == name]
    assert found.place is not None
    assert (found.place.name, found.place.feature_code) == (name, "CONT")
