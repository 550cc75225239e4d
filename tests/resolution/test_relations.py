"""Relations read from the words beside a mention."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.model import Mention, Span
from geomap.resolution import relation_of


def read(text, name):
    start = text.index(name)
    return relation_of(text, Mention(span=Span(start=start, end=start + len(name)), text=name))


@pytest.mark.parametrize(
    ("text", "name", "words", "bearing", "distance"),
    [
        ("out of the area south of Tikrit.", "Tikrit", "the area south of", 180.0, None),
        ("a town north of Baghdad", "Baghdad", "north of", 0.0, None),
        ("a village 20 km north-east of Mosul", "Mosul", "20 km north-east of", 45.0, 20.0),
        (
            "about 10 miles southwest of the city of Hilla",
            "Hilla",
            "10 miles southwest of the city of",
            225.0,
            16.09344,
        ),
        (
            "twenty kilometres to the west of Kirkuk",
            "Kirkuk",
            "twenty kilometres to the west of",
            270.0,
            20.0,
        ),
    ],
)
def test_bearings(text, name, words, bearing, distance):
    relation = read(text, name)
    assert (relation.kind, relation.evidence.text, relation.bearing) == ("bearing", words, bearing)
    assert relation.distance_km == pytest.approx(distance)


@pytest.mark.parametrize(
    ("text", "words", "distance"),
    [
        ("shot dead near Mosul", "near", None),
        ("a camp just outside Mosul", "just outside", None),
        ("on the outskirts of Mosul", "on the outskirts of", None),
        ("a farm close to the town of Mosul", "close to the town of", None),
        ("a base 15 km from Mosul", "15 km from", 15.0),
    ],
)
def test_nearness(text, words, distance):
    relation = read(text, "Mosul")
    assert (relation.kind, relation.evidence.text, relation.distance_km) == ("near", words, distance)


@pytest.mark.parametrize(
    ("text", "name", "words", "bearing"),
    [
        ("in eastern Iraq", "Iraq", "eastern", 90.0),
        ("the southern parts of Aleppo", "Aleppo", "southern parts of", 180.0),
        ("in northern Aleppo province", "Aleppo province", "northern", 0.0),
        ("in the north of Iraq", "Iraq", "the north of", 0.0),
        ("in central Baghdad", "Baghdad", "central", None),
        ("in Aleppo's eastern countryside", "Aleppo", "'s eastern countryside", 90.0),
    ],
)
def test_parts(text, name, words, bearing):
    relation = read(text, name)
    assert (relation.kind, relation.evidence.text, relation.bearing) == ("part", words, bearing)


@pytest.mark.parametrize(
    "text", ["in Mosul", "north of 50 people left Mosul", "he came to Mosul", "from Mosul"]
)
def test_no_relation(text):
    assert read(text, "Mosul") is None


@given(st.text(max_size=150), st.text(max_size=150))
def test_evidence_is_the_text_at_its_span(before, after):
    text = before + "Mosul" + after
    relation = relation_of(text, Mention(span=Span(start=len(before), end=len(before) + 5), text="Mosul"))
    if relation is not None:
        span = relation.evidence.span
        assert text[span.start : span.end] == relation.evidence.text
